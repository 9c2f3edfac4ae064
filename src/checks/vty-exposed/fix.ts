import { parseNetwork } from '../../base/ip.ts';
import type { DeviceFacts, TerminalLine } from '../../model/device-facts.ts';
import { guardOf } from '../kit/acl.ts';
import type { Fix } from '../kit/fix.ts';
import { iosFix } from '../kit/ios.ts';
import { type Problem, type ProblemKind, problemsOf } from './problems.ts';

const NAME = 'VTY-MGMT';
const NAME_6 = 'VTY-MGMT-V6';

/** The lists that guard the terminal lines, and the lines that make them where none stands there yet. */
interface Lists {
  readonly name: string;
  readonly lines: readonly string[];
  readonly back: readonly string[];
}

/** A list that guards other terminal lines already, or a new one out of the management networks. */
function listFor(facts: DeviceFacts, networks: readonly string[]): Lists {
  const good = facts.lines.find((line) => line.accessIn && guardOf(facts, line.accessIn) === 'guards');
  if (good?.accessIn) return { name: good.accessIn, lines: [], back: [] };
  const name = freeName(facts, NAME);
  const permits = networks.flatMap((network) => wildcardText(network) ?? []);
  const entries = permits.length > 0 ? permits : ['<MANAGEMENT NETWORK> <WILDCARD>'];
  const head = `ip access-list standard ${name}`;
  return {
    name,
    lines: [head, ...entries.map((entry) => ` permit ${entry}`), ' deny any log'],
    back: [`no ${head}`],
  };
}

/** Without a management network of its own nobody manages by IPv6. */
function listFor6(facts: DeviceFacts, networks: readonly string[]): Lists {
  const name = freeName(facts, NAME_6);
  const permits = networks.filter((network) => network.includes(':')).map((n) => ` permit ipv6 ${n} any`);
  const head = `ipv6 access-list ${name}`;
  return { name, lines: [head, ...permits, ' deny ipv6 any any log'], back: [`no ${head}`] };
}

function freeName(facts: DeviceFacts, wanted: string): string {
  const taken = (name: string): boolean => facts.acls.some((acl) => acl.name === name);
  let name = wanted;
  for (let i = 2; taken(name); i += 1) name = `${wanted}-${i}`;
  return name;
}

/** `10.250.0.0 0.0.255.255` for a network of IPv4; null for all others. */
function wildcardText(network: string): string | null {
  const parsed = parseNetwork(network);
  if (!parsed || network.includes(':')) return null;
  const wild = parsed.bits === 0 ? 0xffffffff : (1 << (32 - parsed.bits)) - 1;
  const bytes = [24, 16, 8, 0].map((shift) => (wild >>> shift) & 255);
  return `${network.split('/')[0]} ${bytes.join('.')}`;
}

type Setting = (
  line: TerminalLine,
  lists: { four: string; six: string },
) => readonly [set: string, was: string];

const SETTINGS: Readonly<Record<ProblemKind, Setting>> = {
  'no-login': () => [' login local', ' no login'],
  'no-acl': (line, { four }) => [
    ` access-class ${four} in vrf-also`,
    line.accessIn
      ? ` access-class ${line.accessIn} in${line.accessInVrfAlso ? ' vrf-also' : ''}`
      : ` no access-class ${four} in vrf-also`,
  ],
  telnet: ({ transportInput }) => [' transport input ssh', wayBack('input', transportInput)],
  'no-acl-ipv6': (_line, { six }) => [` ipv6 access-class ${six} in`, ` no ipv6 access-class ${six} in`],
  outbound: ({ transportOutput }) => [' transport output none', wayBack('output', transportOutput)],
};

function wayBack(side: string, ways: readonly string[] | null): string {
  return ways ? ` transport ${side} ${ways.join(' ')}` : ` default transport ${side}`;
}

function headOf({ first, last }: TerminalLine): string {
  return first === last ? `line vty ${first}` : `line vty ${first} ${last}`;
}

/** Guards the terminal lines, takes telnet and the way out from them, and makes them ask who comes. */
export function fixOfVty(facts: DeviceFacts, networks: readonly string[]): Fix | null {
  const problems = problemsOf(facts);
  const kinds = new Set(problems.map(({ kind }) => kind));
  const four = listFor(facts, networks);
  const six = listFor6(facts, networks);
  const lists = [...(kinds.has('no-acl') ? [four] : []), ...(kinds.has('no-acl-ipv6') ? [six] : [])];
  const names = { four: four.name, six: six.name };
  const blocks = [...Map.groupBy(problems, ({ line }) => line)].map(([line, of]) => ({
    head: headOf(line),
    set: of.map((problem: Problem) => SETTINGS[problem.kind](line, names)),
  }));
  const user = kinds.has('no-login') && !facts.users.some(({ secret }) => secret !== null);
  return iosFix(facts, {
    lines: [
      ...lists.flatMap(({ lines }) => lines),
      ...(user ? ['username <NEW USER> privilege 1 algorithm-type sha256 secret <NEW SECRET>'] : []),
      ...blocks.flatMap(({ head, set }) => [head, ...set.map(([line]) => line)]),
    ],
    back: [
      ...blocks.flatMap(({ head, set }) => [head, ...set.map(([, was]) => was)]),
      ...lists.flatMap(({ back }) => back),
    ],
    first: firstOf(kinds, four),
    afterwards: [
      'Log in from another session before you leave this one.',
      'show line vty 0',
      'show access-lists',
    ],
    mayCut: true,
  });
}

function firstOf(kinds: ReadonlySet<ProblemKind>, { name, lines }: Lists): string[] {
  const first = ['A second session is open, and somebody can reach the console.'];
  if (kinds.has('no-acl'))
    first.push(
      lines.length > 0
        ? `List ${name} permits every network from which people and systems manage this device, and the session you are on.`
        : `List ${name} guards other lines of this device: it permits the session you are on.`,
    );
  if (kinds.has('telnet'))
    first.push('SSH works: `show ip ssh` names version 2 and a key, and you have logged in with it.');
  if (kinds.has('no-acl-ipv6'))
    first.push('Nobody manages this device by IPv6 from elsewhere than that list says.');
  if (kinds.has('outbound')) first.push('Nobody goes on from this device to others by SSH or telnet.');
  if (kinds.has('no-login'))
    first.push('A local user with a secret of its own has logged in from another session.');
  return first;
}
