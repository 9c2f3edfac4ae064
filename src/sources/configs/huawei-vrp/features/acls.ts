import { canonicalIp, parseNetwork } from '../../../../base/ip.ts';
import type { Statement } from '../../../../base/statement-tree.ts';
import type { AclEntry } from '../../../../model/device-facts.ts';
import { wildcardNetwork } from '../../kit/mask.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { bind, type Line, type OpenAcl, type Scope, wholeNumber } from '../scope.ts';

/** Access lists of all kinds, and the classes of traffic that use them. */
export function addAcls(book: RuleBook<Scope>): void {
  book
    .add('acl', readAcl)
    .add('traffic classifier', readClassifier)
    .add('traffic-filter', (line) => readApplied(line, 'all interfaces'))
    .add('cpu-defend policy', readDefence)
    .aside(
      'access list setting',
      'acl threshold-alarm, acl accelerate, acl ipv6 threshold-alarm, acl-group, acl reserved',
    )
    .aside(
      'quality of service',
      'traffic-secure, traffic-limit, traffic-statistic, traffic-redirect, traffic-remark, traffic-policy',
    );
}

/** Name and family of `acl number 3000`, `acl name X advance`, `acl ipv6 number 2001 name X`. */
function nameOf(
  args: readonly string[],
): { name: string; number: number | null; family: OpenAcl['family'] } | null {
  const six = args[0] === 'ipv6';
  const rest = args.slice(six ? 1 : 0);
  const named = rest.indexOf('name');
  const name = named >= 0 ? rest[named + 1] : undefined;
  const numeral = rest.find((word) => /^\d{3,5}$/.test(word));
  const text = name ?? numeral;
  if (text === undefined) return null;
  return { name: text, number: wholeNumber(numeral), family: six ? 'ipv6' : 'ipv4' };
}

function readAcl({ statement, no, args, to }: Line): void {
  const found = no ? null : nameOf(args);
  if (!found) return;
  const { name, number, family } = found;
  if (number !== null && number >= 4000 && number < 6000) {
    to.tree.setAside(statement, 'filter of frames');
    return;
  }
  const acl = to.acls.open(`${family} ${name}`, statement.read(), (place) => ({
    ...place,
    name,
    family,
    entries: [],
  }));
  // Statements name it by its number even where it has a name.
  if (number !== null && name !== String(number)) acl.lineEnd = Math.max(acl.lineEnd, statement.lineEnd);
  const basic = number !== null ? number < 3000 : args.includes('basic');
  for (const child of statement.children) {
    acl.lineEnd = Math.max(acl.lineEnd, child.lineEnd);
    if (child.words[0] !== 'rule') {
      if (/^(?:description|step|undo)$/.test(child.words[0] ?? ''))
        to.tree.setAside(child, 'access list setting');
      continue;
    }
    const entry = entryOf(child, { basic, six: family === 'ipv6' });
    if (entry === 'remark') child.read();
    else if (entry) {
      acl.entries.push(entry);
      child.read();
    }
  }
}

interface Kind {
  readonly basic: boolean;
  readonly six: boolean;
}

function entryOf(child: Statement, { basic, six }: Kind): AclEntry | 'remark' | null {
  const words = child.words.slice(1);
  const rest = words.filter((word, i) => !(i === 0 && /^\d+$/.test(word)));
  const named = rest[0] === 'name' ? rest.slice(2) : rest;
  const [action, second] = named;
  if (action === 'description') return 'remark';
  if (action !== 'permit' && action !== 'deny') return null;
  const matched =
    !basic && second !== undefined && !/^(?:source|logging|time-range|vpn-instance)$/.test(second);
  const protocol = matched ? second : 'ip';
  const source = side(named, 'source', six);
  const destination = side(named, 'destination', six);
  if (source === null || destination === null) return null;
  const { line, lineEnd } = child;
  const log = named.includes('logging');
  return { line, lineEnd, action, protocol, source, destination, ports: portsOf(named), log };
}

/** The network behind `source` or `destination`: address and wildcard, prefix, `any`, or the name of a pool. */
function side(words: readonly string[], word: string, six: boolean): string | null {
  const i = words.indexOf(word, 1);
  if (i < 0) return 'any';
  const [, first = '', second = ''] = words.slice(i);
  if (first === 'any') return 'any';
  if (/^(?:address-set|ip-address-set|ip-pool|ipv6-pool|address-group)$/.test(first))
    return `host-group ${second}`;
  if (six || first.includes('/')) {
    const text = first.includes('/')
      ? first
      : `${first}/${/^\d{1,3}$/.test(second) ? second : six ? '128' : '32'}`;
    const network = parseNetwork(text);
    return network ? `${canonicalIp(text.split('/')[0] as string) ?? text}/${network.bits}` : null;
  }
  // `source 192.0.2.1 0` is a host; a number below 33 behind an address would be a length, which VRP does not write here.
  return wildcardNetwork(first, second === '0' || second === '' ? '0.0.0.0' : second);
}

function portsOf(words: readonly string[]): string | null {
  const out: string[] = [];
  for (const [word, before] of [
    ['source-port', 'from '],
    ['destination-port', ''],
  ] as const) {
    const i = words.indexOf(word, 1);
    if (i < 0) continue;
    const range = words[i + 1] === 'range' ? 4 : 3;
    out.push(before + words.slice(i + 1, i + range).join(' '));
  }
  return out.join(' ') || null;
}

/** The list behind `acl` in a statement that puts it to use. */
function readApplied({ statement, no, args, to }: Line, place: string): void {
  applyFilter(to, statement, { args: no ? [] : args, where: place });
}

/** `traffic-filter inbound acl name X`; true when the statement is known. */
export function applyFilter(
  to: Scope,
  statement: Statement,
  { args, where }: { readonly args: readonly string[]; readonly where: string },
): void {
  const i = args.indexOf('acl');
  const acl = i < 0 ? undefined : args.slice(i + 1).find((word) => !/^(?:name|number|ipv6)$/.test(word));
  if (acl) bind(to, statement, { acl, where, direction: args.includes('outbound') ? 'out' : 'in' });
  statement.read();
}

function readClassifier({ statement, args, to }: Line): void {
  for (const child of statement.children) {
    const words = child.words;
    if (words[0] !== 'if-match') continue;
    const i = words.indexOf('acl');
    const acl = i < 0 ? undefined : words.slice(i + 1).find((word) => word !== 'name');
    if (acl) bind(to, child.read(), { acl, where: `class-map ${args[0] ?? ''}` });
  }
  to.tree.setAside(statement, 'quality of service');
}

/** Guards of the control processor: white and black lists are access lists. */
function readDefence({ statement, to }: Line): void {
  for (const child of statement.children) {
    const i = child.words.indexOf('acl');
    const acl = i < 0 ? undefined : child.words[i + 1];
    if (acl) bind(to, child.read(), { acl, where: 'copp', direction: 'in' });
  }
  to.tree.setAside(statement, 'control plane protection');
}

/** Access lists of the facts. */
export function settleAcls(to: Scope): void {
  to.draft.acls.push(...to.acls.all);
}
