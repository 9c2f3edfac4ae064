import { type Network, parseIp4, parseNetwork } from '../base/ip.ts';
import type { Instant } from '../base/time.ts';
import type { Indicator, IntelPack } from '../model/indicator.ts';
import { BuiltIndex, type IntelIndex } from './built-index.ts';
import { keyOf } from './keys.ts';
import { type IntelProblemCode, ProblemBook } from './problems.ts';
import { IndicatorRows } from './rows.ts';
import { resizedWords } from './scan/grow.ts';
import { VALUE, ValueTable } from './scan/value-table.ts';
import { unusable } from './unusable.ts';
import { urlParts } from './value.ts';
import { NO_WARNINGS, type WarningLists } from './warning-lists.ts';

/** What building an index depends on besides the packs. */
export interface IndexOptions {
  /** Moment at which validity is judged, in epoch milliseconds. */
  readonly now: Instant;
  readonly warnings?: WarningLists;
}

/** Builds the index; packs may come one by one from a generator and are not kept. */
export function buildIndex(packs: Iterable<IntelPack>, options: IndexOptions): IntelIndex {
  const builder = new IndexBuilder(options);
  for (const pack of packs) builder.addPack(pack);
  return builder.finish();
}

const TEXT_FLAGS: Readonly<Partial<Record<Indicator['type'], number>>> = {
  domain: VALUE.domain,
  hash: VALUE.hash,
  email: VALUE.email,
  url: VALUE.url,
};

class IndexBuilder {
  private readonly options: IndexOptions;
  private readonly values = new ValueTable();
  private readonly rows = new IndicatorRows();
  private readonly problems = new ProblemBook();
  private readonly hosts4 = new Set<number>();
  private readonly networks = new Map<string, Network>();
  private ip4: Uint32Array = new Uint32Array(1024);
  private ip4Count = 0;
  private readonly ip6 = new Map<string, Network>();
  private latest: Instant | null = null;

  constructor(options: IndexOptions) {
    this.options = options;
  }

  addPack(pack: IntelPack): void {
    if (pack.latest !== null && (this.latest === null || pack.latest > this.latest))
      this.latest = pack.latest;
    for (const indicator of pack.indicators) {
      const barred = this.barred(indicator);
      if (barred) this.problems.note(barred);
      else this.add(indicator);
    }
  }

  finish(): IntelIndex {
    this.values.seal();
    this.rows.seal();
    const sorted = resizedWords(this.ip4, this.ip4Count).sort();
    const ip4 = sorted.filter((address, at) => at === 0 || sorted[at - 1] !== address);
    return new BuiltIndex({
      values: this.values,
      rows: this.rows,
      ip4,
      hosts4: [...this.hosts4],
      ip6: [...this.ip6.keys()].sort().map((text) => this.ip6.get(text) as Network),
      networks: [...this.networks.keys()].sort().map((text) => this.networks.get(text) as Network),
      latest: this.latest,
      problems: this.problems.list(),
    });
  }

  private barred(indicator: Indicator): IntelProblemCode | null {
    if (indicator.revoked) return 'revoked';
    if (indicator.validUntil !== null && indicator.validUntil < this.options.now) return 'expired';
    const reason = unusable(indicator);
    if (reason) return reason;
    return (this.options.warnings ?? NO_WARNINGS).why(indicator) === null ? null : 'warning-listed';
  }

  private add(indicator: Indicator): void {
    const key = keyOf(indicator);
    const number = this.values.add(key, TEXT_FLAGS[indicator.type] ?? 0);
    this.rows.add(number, key, indicator);
    if (indicator.type === 'ipv4') this.addIp4(parseIp4(indicator.value));
    else if (indicator.type === 'ipv6')
      this.ip6.set(indicator.value, parseNetwork(indicator.value) as Network);
    else if (indicator.type === 'network')
      this.networks.set(indicator.value, parseNetwork(indicator.value) as Network);
    else if (indicator.type === 'url') this.addHost(urlParts(indicator.value)?.host ?? '');
    else if (indicator.type === 'email') this.values.add(key.slice(key.lastIndexOf('@') + 1), VALUE.mailHost);
  }

  private addHost(host: string): void {
    this.values.add(host, VALUE.host);
    const ip4 = parseIp4(host);
    if (ip4 >= 0) this.hosts4.add(ip4);
  }

  private addIp4(address: number): void {
    if (this.ip4Count === this.ip4.length) this.ip4 = resizedWords(this.ip4, this.ip4.length * 2);
    this.ip4[this.ip4Count] = address;
    this.ip4Count += 1;
  }
}
