import { formatIp, formatNetwork, type Network, parseIp, parseNetwork } from '../base/ip.ts';
import type { Instant } from '../base/time.ts';
import type { Indicator, Scanner } from '../model/indicator.ts';
import { keyOf, withParents } from './keys.ts';
import type { IntelProblem } from './problems.ts';
import type { IndicatorRows } from './rows.ts';
import { Ip4Table } from './scan/ip4-table.ts';
import { Ip6Table } from './scan/ip6-table.ts';
import { type Outliner, outlinerOf, WANTS } from './scan/kernel/outline.ts';
import { TextScanner } from './scan/scanner.ts';
import { TailFilter } from './scan/tail-filter.ts';
import { VALUE, type ValueTable } from './scan/value-table.ts';
import { type IntelValue, readValue, urlParts } from './value.ts';

/** Everything that was shared and may be looked for, ready to be asked. */
export interface IntelIndex {
  /** Indicators that a value matches: itself, networks around an address, parent domains of a name. */
  lookup(value: string): readonly Indicator[];
  /** IPv4 addresses in ascending order, and networks of both versions, narrowest first, IPv6 addresses as /128. */
  addresses(): { readonly ip4: Uint32Array; readonly networks: readonly Network[] };
  addressValues(): readonly string[];
  networkValues(): readonly string[];
  readonly scanner: Scanner;
  /** Indicators that are looked for. */
  readonly size: number;
  /** Newest change in any pack; null when no pack states one. */
  readonly latest: Instant | null;
  /** True when an indicator is an address in the same /24. */
  hasNear(ip4: number): boolean;
  /** False when there are so many addresses that being a neighbour of one says nothing. */
  readonly tellsNear: boolean;
  /** Indicators that are not looked for, and why. */
  readonly problems: readonly IntelProblem[];
}

/** The tables that an index is made of. */
export interface IndexParts {
  readonly values: ValueTable;
  readonly rows: IndicatorRows;
  /** Ascending, once each. */
  readonly ip4: Uint32Array;
  /** IPv4 addresses that are hosts of URLs. */
  readonly hosts4: readonly number[];
  readonly ip6: readonly Network[];
  readonly networks: readonly Network[];
  readonly latest: Instant | null;
  readonly problems: readonly IntelProblem[];
}

/** An index over finished tables. */
export class BuiltIndex implements IntelIndex {
  readonly scanner: Scanner;
  readonly size: number;
  readonly latest: Instant | null;
  readonly problems: readonly IntelProblem[];
  private readonly parts: IndexParts;
  readonly tellsNear: boolean;
  private readonly table4: Ip4Table;

  constructor(parts: IndexParts) {
    this.parts = parts;
    this.size = parts.rows.size;
    this.latest = parts.latest;
    this.problems = parts.problems;
    const networks = parts.networks.flatMap(({ base, bits }) =>
      base.version === 4 ? [{ base: base.value, bits }] : [],
    );
    this.table4 = new Ip4Table(parts.ip4, { networks, hosts: parts.hosts4 });
    this.tellsNear = this.table4.tellsNear;
    this.scanner = makeScanner(parts, this.table4);
  }

  /** See IntelIndex. */
  lookup(value: string): readonly Indicator[] {
    const known = readValue(value);
    const keys = new Set(known ? this.keysFor(known) : []);
    keys.add(keyOf({ type: 'filename', value }));
    return [...keys].flatMap((key) => this.under(key));
  }

  /** See IntelIndex. */
  addresses(): { readonly ip4: Uint32Array; readonly networks: readonly Network[] } {
    const networks = [...this.parts.ip6, ...this.parts.networks].sort((a, b) => b.bits - a.bits);
    return { ip4: this.parts.ip4, networks };
  }

  /** See IntelIndex. */
  addressValues(): readonly string[] {
    const four = Array.from(this.parts.ip4, (value) => formatIp({ version: 4, value }));
    return [...four, ...this.parts.ip6.map((network) => formatIp(network.base))];
  }

  /** See IntelIndex. */
  networkValues(): readonly string[] {
    return this.parts.networks.map(formatNetwork);
  }

  /** See IntelIndex. */
  hasNear(ip4: number): boolean {
    return this.table4.isNear(ip4);
  }

  private under(key: string): Indicator[] {
    const bytes = Buffer.from(key, 'latin1');
    const number = this.parts.values.find(bytes, 0, bytes.length);
    return number < 0 ? [] : this.parts.rows.at(number, key);
  }

  private keysFor(value: IntelValue): string[] {
    const own = keyOf(value);
    if (value.type === 'ipv4' || value.type === 'ipv6') return [own, ...this.around(value.value)];
    if (value.type === 'domain') return withParents(own);
    if (value.type === 'email') return [own, ...withParents(own.slice(own.lastIndexOf('@') + 1))];
    if (value.type !== 'url') return [own];
    const host = (urlParts(value.value)?.host ?? '').replaceAll(/[[\]]/g, '');
    return [own, ...(parseIp(host) ? [host, ...this.around(host)] : withParents(host))];
  }

  /** Keys of the networks, of any length that the index holds, that would hold the address. */
  private around(address: string): string[] {
    const ip = parseIp(address);
    const lengths = new Set(
      this.parts.networks.filter((n) => n.base.version === ip?.version).map((n) => n.bits),
    );
    return [...lengths].map((bits) => formatNetwork(parseNetwork(`${address}/${bits}`) as Network));
  }
}

function makeScanner(parts: IndexParts, table4: Ip4Table): Scanner {
  const { values, rows } = parts;
  const searched = VALUE.domain | VALUE.hash | VALUE.host | VALUE.mailHost;
  const filter = new TailFilter(values.size);
  const hashLengths = new Set<number>();
  let names = false;
  let hosts6 = false;
  let longestUrl = 0;
  for (let number = 0; number < values.size; number += 1) {
    const flags = values.flags(number);
    if ((flags & VALUE.url) !== 0)
      values.spell(number, (_bytes, from, to) => {
        longestUrl = Math.max(longestUrl, to - from);
      });
    if ((flags & searched) === 0) continue;
    values.spell(number, (bytes, from, to) => {
      filter.add(bytes, from, to);
      if ((flags & VALUE.hash) !== 0) hashLengths.add(to - from);
      if ((flags & VALUE.host) !== 0 && bytes[from] === 91) hosts6 = true;
    });
    if ((flags & ~VALUE.hash & searched) !== 0) names = true;
  }
  const networks6 = parts.networks.filter((network) => network.base.version === 6);
  const six = [...parts.ip6, ...networks6].map(({ base, bits }) => ({ base: BigInt(base.value), bits }));
  const any4 = parts.ip4.length + parts.hosts4.length + parts.networks.length - networks6.length > 0;
  const wants =
    (any4 ? WANTS.ip4 : 0) |
    (names ? WANTS.names : 0) |
    (hashLengths.size > 0 ? WANTS.hashes : 0) |
    (six.length > 0 || hosts6 ? WANTS.colons : 0);
  return new TextScanner({
    values,
    filter,
    lines: outlined(wants, filter, any4 ? table4 : null),
    ip4: any4 ? table4 : null,
    ip6: six.length > 0 ? new Ip6Table(six) : null,
    hashLengths: [...hashLengths].sort((a, b) => a - b),
    names,
    hosts6,
    longestUrl,
    valueOf: (number) => rows.valueAt(number, values.value(number)),
  });
}

/** The outliner over these tables; the large ones then lie in its memory alone. */
function outlined(wants: number, filter: TailFilter, table4: Ip4Table | null): Outliner | null {
  const blocks = table4?.blocks ?? new Uint32Array(0);
  const lines = outlinerOf({ wants, blocks, filter: filter.bits, longest: filter.longest });
  if (!lines) return null;
  filter.bits = lines.filter;
  table4?.move(lines.blocks);
  return lines;
}
