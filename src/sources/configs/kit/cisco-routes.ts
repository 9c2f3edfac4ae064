import { canonicalIp, formatNetwork, parseNetwork } from '../../../base/ip.ts';
import { at, type CiscoLine, type CiscoScope, wholeNumber } from './cisco-scope.ts';
import { maskedNetwork } from './mask.ts';
import type { RuleBook } from './rules.ts';

/** Static routes of both families. */
export function addRoutes<S extends CiscoScope>(book: RuleBook<S>): void {
  book
    .add('ip route', readRoute)
    .add('ipv6 route', (line) => readSlashedRoute(line))
    .add('ip default-gateway', readDefault)
    .add('ip default-network', 'routing process setting')
    .aside('static route setting', 'ip route static, ip route profile, ipv6 route static');
}

interface Parts {
  readonly prefix: string;
  readonly rest: readonly string[];
  readonly vrf: string | null;
}

function push({ statement, to }: CiscoLine, { prefix, rest, vrf }: Parts): void {
  const via: string[] = [];
  for (const word of rest) {
    const address = canonicalIp(word);
    if (address) via.push(address);
    else if (via.length === 0 && wholeNumber(word) === null && /\d$|^Null0$|^dhcp$/i.test(word))
      via.push(word);
    else break;
  }
  if (via.length === 0) return;
  const { line, lineEnd } = statement;
  to.draft.routes.push({
    line,
    lineEnd,
    prefix,
    via: via.length === 1 ? (via[0] as string) : via.join(' '),
    vrf,
  });
  statement.read();
}

function readRoute(line: CiscoLine): void {
  const named = line.args[0] === 'vrf';
  const args = named ? line.args.slice(2) : line.args;
  const prefix = maskedNetwork(args[0] ?? '', args[1] ?? '');
  if (prefix === null || line.no) return;
  push(line, {
    prefix,
    rest: joinInterface(args.slice(2)),
    vrf: named ? (line.args[1] ?? null) : null,
  });
}

/** `ip route [vrf V] 10.0.0.0/8 VIA …` of either family; `within` is the VRF whose block the line stands in. */
export function readSlashedRoute(line: CiscoLine, within: string | null = null): void {
  const named = line.args[0] === 'vrf';
  const args = named ? line.args.slice(2) : line.args;
  const [prefix = ''] = args;
  const network = prefix.includes('/') ? parseNetwork(prefix) : null;
  if (!network || line.no) return;
  push(line, {
    prefix: formatNetwork(network),
    rest: joinInterface(args.slice(1)),
    vrf: named ? (line.args[1] ?? null) : within,
  });
}

/** `Tunnel 0` may be written with a space. */
function joinInterface(words: readonly string[]): readonly string[] {
  const [first, second] = words;
  if (second === undefined) return words;
  if (first && /^[A-Z][A-Za-z]+$/.test(first) && /^\d[\d/.]*$/.test(second) && !canonicalIp(second))
    return [first + second, ...words.slice(2)];
  return words;
}

function readDefault({ statement, no, args, to }: CiscoLine): void {
  const via = canonicalIp(args[0] ?? '');
  if (!via || no) return;
  to.draft.routes.push({ ...at(statement), prefix: '0.0.0.0/0', via, vrf: null });
  statement.read();
}
