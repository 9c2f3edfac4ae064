import { buildIndex } from '../../src/intel/index.ts';
import type { Indicator, IntelPack, ScanMatch, Scanner } from '../../src/model/indicator.ts';
import { type Line, LineReader } from '../../src/sources/kit/lines.ts';
import { ripgrepLine } from './peers.ts';

const CHUNK = 1 << 20;

/** A small generator of numbers that gives the same series on every machine. */
function series(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const NONE: readonly never[] = [];
const SHARED = {
  together: NONE,
  origin: 'synthetic',
  title: 'synthetic indicator',
  labels: NONE,
  attack: NONE,
  validFrom: null,
  validUntil: null,
  created: null,
  revoked: false,
  confidence: null,
  marking: null,
  markingRefs: NONE,
} as const;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const HEX = '0123456789abcdef';

function word(next: (below: number) => number, alphabet: string, length: number): string {
  let out = '';
  for (let i = 0; i < length; i += 1) out += alphabet[next(alphabet.length)];
  return out;
}

/** Half addresses, a quarter domain names, a fifth hashes, the rest URLs: what mixed feeds look like. */
function indicatorOf(next: (below: number) => number): Indicator {
  const kind = next(20);
  if (kind < 10) {
    const value = `${1 + next(99)}.${next(256)}.${next(256)}.${next(256)}`.replace(/^10\./, '11.');
    return { ...SHARED, id: `bench:${value}`, type: 'ipv4', value };
  }
  if (kind < 15) {
    const value = `${word(next, LETTERS, 6 + next(12))}.${word(next, LETTERS, 2 + next(2))}`;
    return { ...SHARED, id: `bench:${value}`, type: 'domain', value };
  }
  if (kind < 19) {
    const value = word(next, HEX, 64);
    return { ...SHARED, id: `bench:${value}`, type: 'hash', value };
  }
  const value = `http://${word(next, LETTERS, 8)}.example/${word(next, LETTERS, 6)}`;
  return { ...SHARED, id: `bench:${value}`, type: 'url', value };
}

/** Packs of ten thousand synthetic indicators each, made one by one so that they need not exist all at once. */
export function* syntheticPacks(count: number): Generator<IntelPack> {
  const next = series(count);
  for (let made = 0; made < count; made += 10_000) {
    const indicators = Array.from({ length: Math.min(10_000, count - made) }, () => indicatorOf(next));
    yield {
      id: `bench-${made}`,
      name: 'bench',
      indicators,
      latest: null,
      marking: null,
      problems: [],
      carried: {},
    };
  }
}

/** Synthetic IOS syslog lines, about 125 bytes each, with addresses of the inside and of documentation networks. */
export function syntheticSyslog(lines: number): Buffer {
  const next = series(7);
  const inside = (): string => `10.${next(256)}.${next(256)}.${next(256)}`;
  const outside = (): string => `${11 + next(200)}.${next(256)}.${next(256)}.${next(256)}`;
  const forms: readonly (() => string)[] = [
    () =>
      `%SEC-6-IPACCESSLOGP: list 120 denied tcp ${outside()}(${next(65536)}) -> ${inside()}(22), 1 packet`,
    () => `%SYS-5-CONFIG_I: Configured from console by netops on vty0 (${inside()})`,
    () =>
      `%LINEPROTO-5-UPDOWN: Line protocol on Interface GigabitEthernet0/0/${next(48)}, changed state to up`,
    () => `%BGP-5-ADJCHANGE: neighbor ${outside()} Up`,
    () =>
      `%SEC_LOGIN-5-LOGIN_SUCCESS: Login Success [user: rancid] [Source: ${inside()}] [localport: 22] at 02:13:44 UTC`,
  ];
  const out: string[] = [];
  // What core routers write: mostly links, neighbours and denied packets; a change or a login is one line in fifty.
  const form = (): (() => string) => {
    const roll = next(100);
    const at = roll < 35 ? 0 : roll < 72 ? 2 : roll < 98 ? 3 : roll < 99 ? 1 : 4;
    return forms[at] as () => string;
  };
  const numbers = new Array<number>(40).fill(0);
  for (let i = 0; i < lines; i += 1) {
    const host = next(40);
    numbers[host] = (numbers[host] as number) + 1;
    const seconds = Math.floor((i / lines) * 86_400);
    const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    const time = `Oct 20 ${[h, m, s].map((n) => String(n).padStart(2, '0')).join(':')}.123`;
    out.push(`<189>${numbers[host]}: core${host}.harbor.example: ${time} UTC: ${form()()}\n`);
  }
  return Buffer.from(out.join(''));
}

/** Sets of indicators that ripgrep is given too; it takes minutes for more. */
const WITH_PEER: ReadonlySet<number> = new Set([1000, 100_000]);

function* valuesOf(count: number): Generator<string> {
  for (const pack of syntheticPacks(count)) for (const { value } of pack.indicators) yield value;
}

/** Cuts lines as readers do: only those that the scanner's outline names are looked at. */
function scanLines(bytes: Buffer, scanner: Scanner, found: (match: ScanMatch) => void): number {
  let lines = 0;
  const handler = {
    line: (line: Line): void => {
      lines += 1;
      if (line.watch !== false) scanner.scan(line.bytes, line, found);
    },
    tooLong: (): void => undefined,
  };
  const start = { line: 1, byte: 0 };
  const reader = new LineReader(handler, { limit: 65_536, start, outline: scanner.lines ?? null });
  for (let at = 0; at < bytes.length; at += CHUNK) reader.push(bytes.subarray(at, at + CHUNK));
  reader.end();
  return lines;
}

/** Prints, for sets of indicators of three sizes, how fast lines are scanned and how much memory the index takes. */
export function benchScanner(print: (line: string) => void, lineCount = 1_000_000): void {
  const bytes = syntheticSyslog(lineCount);
  for (const count of [100, 1000, 100_000, 1_000_000]) {
    const before = process.memoryUsage();
    const startedAt = performance.now();
    const index = buildIndex(syntheticPacks(count), { now: 0 });
    const built = performance.now() - startedAt;
    globalThis.gc?.();
    const after = process.memoryUsage();
    const held = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
    const best = bestOf(3, () => {
      const found = { exact: 0, near: 0 };
      const note = (match: ScanMatch): void => {
        if (match.near) found.near += 1;
        else found.exact += 1;
      };
      const lines = scanLines(bytes, index.scanner, note);
      return { lines, ...found };
    });
    print(
      `${count} indicators: ${(bytes.length / best.seconds / 1e6).toFixed(0)} MB/s, ` +
        `${(best.result.lines / best.seconds / 1e6).toFixed(2)} M lines/s, found ${best.result.exact} + ${best.result.near} near; ` +
        `built in ${built.toFixed(0)} ms, holds ${(held / 1e6).toFixed(0)} MB, resident ${(after.rss / 1e6).toFixed(0)} MB`,
    );
    if (WITH_PEER.has(count)) print(ripgrepLine(bytes, valuesOf(count), best.seconds));
  }
}

function bestOf<T>(times: number, run: () => T): { seconds: number; result: T } {
  let best: { seconds: number; result: T } | null = null;
  for (let i = 0; i < times; i += 1) {
    const at = performance.now();
    const result = run();
    const seconds = (performance.now() - at) / 1000;
    if (!best || seconds < best.seconds) best = { seconds, result };
  }
  return best as { seconds: number; result: T };
}
