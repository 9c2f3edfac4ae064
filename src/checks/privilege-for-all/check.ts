import type { DeviceFacts, TerminalLine, User } from '../../model/device-facts.ts';
import { isShut } from '../kit/accounting.ts';
import type { Check } from '../kit/contract.ts';
import type { Fix } from '../kit/fix.ts';
import { hardeningCheck, type Weakness } from '../kit/hardening.ts';
import { IOS, iosFix } from '../kit/ios.ts';
import { listNames } from '../kit/outside.ts';
import { ALIKE } from '../kit/platforms.ts';

const ALL_RIGHTS = 15;

/** Roles that stand for every right, where rights come by role. */
const FULL_ROLE = /^(?:network-admin|vdc-admin|super-?user|administrative)\b/;

function mayAll({ privilege, role }: User): boolean {
  return privilege === ALL_RIGHTS || FULL_ROLE.test(role ?? '');
}

const nameOf = ({ first, last }: TerminalLine): string => `vty ${first}${last > first ? ` ${last}` : ''}`;

const fullLines = (facts: DeviceFacts): readonly TerminalLine[] =>
  facts.lines.filter((line) => line.kind === 'vty' && line.privilege === ALL_RIGHTS && !isShut(line));

function weaknesses(facts: DeviceFacts): readonly Weakness[] {
  const out: Weakness[] = [];
  // An account without a level or a role of its own is the one that comes with the platform.
  const users = IOS.has(facts.platform) ? facts.users : facts.users.filter(({ role }) => role !== null);
  const [first] = users;
  if (first && users.length > 1 && users.every(mayAll))
    out.push({
      key: 'users',
      says: `gives all its ${users.length} local accounts every right (${listNames(users.map(({ name }) => name).sort())})`,
      at: first,
      text: `user ${first.name}: ${first.role ?? 'privilege 15'}`,
    });
  const lines = fullLines(facts);
  const [line] = lines;
  if (line)
    out.push({
      key: 'lines',
      says: `starts every session on ${listNames(lines.map(nameOf))} with every right`,
      at: line,
      text: `line ${nameOf(line)}: privilege level 15`,
    });
  return out;
}

function fix(facts: DeviceFacts): Fix | null {
  const heads = fullLines(facts).map((line) => `line ${nameOf(line)}`);
  return iosFix(facts, {
    lines: heads.flatMap((head) => [head, ' no privilege level']),
    back: heads.flatMap((head) => [head, ' privilege level 15']),
    first: [
      'Each account needs its rights from the AAA servers or a level of its own, or there must be an enable secret: otherwise nobody can change anything afterwards.',
    ],
    afterwards: ['Log in as a second person and run `show privilege`.'],
    mayCut: true,
  });
}

/** Every right for everybody (hardening guidance of December 2024; facts H35). */
export const check: Check = hardeningCheck({
  id: 'privilege-for-all',
  asks: 'Does everybody who logs in to this device get every right?',
  title: 'every right for everybody',
  severity: 'low',
  attack: ['T1078'],
  areas: ['users', 'lines'],
  platforms: ALIKE,
  weaknesses,
  open: () => null,
  cheapest: 'Ask the AAA servers which accounts get privilege 15, and compare with who needs it.',
  fix,
  otherExplanations: [
    'The AAA servers decide on each command, whatever the level of the session is.',
    'All accounts belong to one small team.',
  ],
  next: [
    'Give read-only work a level or a view of its own (`parser view`, roles of the AAA server).',
    'Set `no privilege level` on the lines once accounts get their rights elsewhere.',
  ],
  sources: [
    {
      title: 'Cisco: Role-Based CLI Access',
      url: 'https://www.cisco.com/c/en/us/td/docs/ios-xml/ios/sec_usr_cfg/configuration/15-mt/sec-usr-cfg-15-mt-book/sec-role-base-cli.html',
    },
  ],
});
