import type { DeviceFacts, TerminalLine } from '../../model/device-facts.ts';
import type { DeviceView } from '../../model/view.ts';
import { isShut } from '../kit/accounting.ts';
import type { Check } from '../kit/contract.ts';
import type { Fix } from '../kit/fix.ts';
import { hardeningCheck, type Weakness } from '../kit/hardening.ts';
import { IOS, iosFix } from '../kit/ios.ts';
import { listNames } from '../kit/outside.ts';
import { endlessClasses } from './classes.ts';

/** Seconds; the guide's ten minutes. */
const LONGEST_IDLE = 600;
const SETTING = 'exec-timeout';

const WORDS: Readonly<Record<TerminalLine['kind'], string>> = {
  vty: 'vty',
  console: 'con',
  aux: 'aux',
  tty: 'tty',
};

const nameOf = ({ kind, first, last }: TerminalLine): string =>
  `${WORDS[kind]} ${first}${last > first ? ` ${last}` : ''}`;

/** Lines on which somebody can have a session; tty lines serve modems and consoles of other devices. */
function usable(facts: DeviceFacts): readonly TerminalLine[] {
  return facts.lines.filter((line) => line.kind !== 'tty' && !isShut(line));
}

/** Seconds without input after which a session ends, 0 for never; null where no line and no default tells. */
function idleOf(view: DeviceView, facts: DeviceFacts, { execTimeout }: TerminalLine): number | null {
  if (execTimeout !== null) return execTimeout;
  // On Junos the class of the user decides, not the line.
  if (facts.platform === 'junos') return LONGEST_IDLE;
  const by = view.fleet.defaultOf(facts, SETTING)?.is;
  return typeof by === 'number' ? by : null;
}

function group(
  lines: readonly TerminalLine[],
  about: Pick<Weakness, 'key' | 'step'> & {
    says: (names: string) => string;
    text: (line: TerminalLine) => string;
  },
): readonly Weakness[] {
  const [first] = lines;
  if (!first) return [];
  const says = about.says(listNames(lines.map(nameOf)));
  return [
    {
      key: about.key,
      step: about.step ?? 0,
      says,
      at: first,
      text: `line ${nameOf(first)}: ${about.text(first)}`,
    },
  ];
}

function classWeakness(facts: DeviceFacts): readonly Weakness[] {
  const classes = listNames(endlessClasses(facts));
  if (classes === '') return [];
  const says = `never ends an idle session of login class ${classes}`;
  return [{ key: 'classes', says, at: null, text: `no \`idle-timeout\` stands in class ${classes}` }];
}

const minutes = (seconds: number): string => `${Math.round(seconds / 60)} minutes`;

function weaknesses(facts: DeviceFacts, view: DeviceView): readonly Weakness[] {
  const lines = usable(facts);
  const idle = new Map(lines.map((line) => [line, idleOf(view, facts, line)]));
  const long = lines.filter((line) => (idle.get(line) ?? 0) > LONGEST_IDLE);
  const longest = minutes(Math.max(0, ...long.map((line) => idle.get(line) ?? 0)));
  const endless = lines.filter(({ kind, absoluteTimeout }) => kind === 'vty' && !absoluteTimeout);
  return [
    ...classWeakness(facts),
    ...group(
      lines.filter((line) => idle.get(line) === 0),
      {
        key: 'never',
        says: (names) => `never ends an idle session on ${names}`,
        text: () => 'exec-timeout 0 0',
      },
    ),
    ...group(long, {
      key: 'late',
      step: -1,
      says: (names) => `ends an idle session only after up to ${longest}, on ${names}`,
      text: (line) => `idle for ${minutes(idle.get(line) ?? 0)}`,
    }),
    ...(facts.complete && IOS.has(facts.platform)
      ? group(endless, {
          key: 'endless',
          step: -1,
          says: (names) => `lets a session last for ever while it is kept busy, on ${names}`,
          text: () => 'no `absolute-timeout`',
        })
      : []),
  ];
}

function fix(facts: DeviceFacts, found: readonly Weakness[]): Fix | null {
  const keys = new Set(found.map(({ key }) => key));
  const lines = usable(facts).flatMap((line): { head: string; set: string[]; was: string[] }[] => {
    const idle = line.execTimeout !== null && (line.execTimeout === 0 || line.execTimeout > LONGEST_IDLE);
    const endless = keys.has('endless') && line.kind === 'vty' && !line.absoluteTimeout;
    if (!idle && !endless) return [];
    const set = [...(idle ? [' exec-timeout 10 0'] : []), ...(endless ? [' absolute-timeout 480'] : [])];
    const before = ` exec-timeout ${Math.floor((line.execTimeout ?? 0) / 60)} ${(line.execTimeout ?? 0) % 60}`;
    const was = [...(idle ? [before] : []), ...(endless ? [' no absolute-timeout'] : [])];
    return [{ head: `line ${nameOf(line)}`, set, was }];
  });
  return iosFix(facts, {
    lines: lines.flatMap(({ head, set }) => [head, ...set]),
    back: lines.flatMap(({ head, was }) => [head, ...was]),
    first: [
      'Sessions of long jobs (copies, captures, consoles of other devices) end too: eight hours at most.',
    ],
    afterwards: ['show line', 'show running-config | section line'],
    mayCut: true,
  });
}

/** Sessions that last longer than anybody watches them (hardening guidance of December 2024; facts H34). */
export const check: Check = hardeningCheck({
  id: 'session-limits',
  asks: 'Does this device end sessions that nobody uses, and sessions that last too long?',
  title: 'sessions without an end',
  severity: 'low',
  attack: ['T1563', 'T1078'],
  areas: ['lines'],
  platforms: new Set([...IOS, 'junos']),
  weaknesses,
  open: (facts, view) =>
    facts.platform === 'junos' && !facts.services.some(({ name }) => name === 'idle-timeout')
      ? 'No line says when an idle session of root ends; classes do not hold for it.'
      : usable(facts).some((line) => idleOf(view, facts, line) === null)
        ? `No line says when an idle session ends, and we do not know what ${facts.platform} does then.`
        : null,
  cheapest: 'Run `show line vty 0` and look for the idle and session time-outs.',
  fix,
  otherExplanations: [
    'The console server ends sessions by itself.',
    'An engineer switched the time-out off while looking for a fault, and forgot.',
  ],
  next: [
    'Run `show users` and `show line` on the device: a session that is days old needs an owner.',
    'Set `exec-timeout 10 0` (or less) and `absolute-timeout` on each line.',
  ],
  sources: [
    {
      title: 'Cisco Guide to Harden Cisco IOS Devices',
      url: 'https://www.cisco.com/c/en/us/support/docs/ip/access-lists/13608-21.html',
    },
  ],
});
