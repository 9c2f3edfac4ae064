import { array, assert, constantFrom, integer, property, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalIp, inNetwork, parseIp, parseIp4, parseNetwork } from '../../base/ip.ts';
import type { ScanMatch } from '../../model/indicator.ts';
import { buildIndex } from '../build-index.ts';
import { listPack } from '../packs/list.ts';
import { urlParts } from '../value.ts';

const NOW = Date.UTC(2026, 9, 20);

const indexOf = (values: readonly string[]): ReturnType<typeof buildIndex> =>
  buildIndex([listPack(values.join('\n'), { id: 'test', name: 'test' })], { now: NOW });

function scanText(values: readonly string[], text: string): ScanMatch[] {
  const found: ScanMatch[] = [];
  const bytes = Buffer.from(`##${text}##`, 'latin1');
  indexOf(values).scanner.scan(bytes, { start: 2, end: bytes.length - 2 }, (m) => found.push(m));
  return found.map((m) => ({ ...m, start: m.start - 2, end: m.end - 2 }));
}

const brief = (matches: readonly ScanMatch[]): string[] =>
  matches.map((m) => `${m.valueType}${m.near ? '~' : ''} ${m.value} ${m.start}-${m.end}`).sort();

// The plain twin: the same rules, written for reading, tried at every position.

const alnum = (c: string | undefined): boolean => c !== undefined && /[A-Za-z0-9]/.test(c);
const opensWord = (t: string, s: number): boolean =>
  !alnum(t[s - 1]) && !(t[s - 1] === '.' && alnum(t[s - 2]));
const closesWord = (t: string, e: number): boolean => !alnum(t[e]) && !(t[e] === '.' && alnum(t[e + 1]));
const closesHost = (t: string, e: number): boolean =>
  !alnum(t[e]) && !(/[._-]/.test(t[e] ?? '') && alnum(t[e + 1]));
const hostChar = (c: string | undefined): boolean => alnum(c) || /[._-]/.test(c ?? '');

function naiveAddresses(values: readonly string[], text: string): string[] {
  const out: string[] = [];
  for (const match of text.matchAll(/(?=((?:\d{1,3}\.){3}\d{1,3}))/g)) {
    for (let length = 7; length <= 15; length += 1) {
      const [s, e] = [match.index, match.index + length];
      const word = text.slice(s, e);
      const address = word.length === length ? parseIp4(word) : -1;
      if (address < 0 || !opensWord(text, s) || !closesWord(text, e)) continue;
      const ip = { version: 4 as const, value: address };
      const hit = values.some((v) => {
        const network = parseNetwork(v);
        return network !== null && inNetwork(ip, network);
      });
      const near = values.some((v) => parseIp4(v) >= 0 && parseIp4(v) >>> 8 === address >>> 8);
      if (hit || near) out.push(`ipv4${hit ? '' : '~'} ${word} ${s}-${e}`);
    }
  }
  for (const match of text.matchAll(/[0-9a-fA-F:]+/g)) {
    let [s, e] = [match.index, match.index + match[0].length];
    const lead = /^:(?!:)/.test(match[0]);
    const trail = /(?<!:):$/.test(match[0]);
    if ((!lead && alnum(text[s - 1])) || (!trail && !closesWord(text, e))) continue;
    if (lead) s += 1;
    if (trail) e -= 1;
    const ip = text.slice(s, e).includes(':') ? parseIp(text.slice(s, e)) : null;
    if (ip?.version !== 6 || /\./.test(text.slice(s, e))) continue;
    if (values.some((v) => parseNetwork(v) !== null && inNetwork(ip, parseNetwork(v)!)))
      out.push(`ipv6 ${canonicalIp(text.slice(s, e))} ${s}-${e}`);
  }
  return out;
}

function naiveText(values: readonly string[], text: string): string[] {
  const lower = text.toLowerCase();
  const out: string[] = [];
  for (const value of values) {
    const kind = /^[0-9a-f]+$/.test(value)
      ? 'hash'
      : value.includes('/')
        ? 'url'
        : value.includes('@')
          ? 'email'
          : 'domain';
    const key = kind === 'url' ? value.replace(/^\w+:\/\//, '').toLowerCase() : value;
    if (parseNetwork(value)) continue;
    for (let s = lower.indexOf(key); s >= 0; s = lower.indexOf(key, s + 1)) {
      const e = s + key.length;
      if (borders(kind, text, { s, e, key })) out.push(`${kind} ${value} ${s}-${e}`);
    }
  }
  return out;
}

function borders(kind: string, t: string, at: { s: number; e: number; key: string }): boolean {
  const { s, e } = at;
  if (kind === 'hash') return !alnum(t[s - 1]) && !alnum(t[e]);
  if (kind === 'domain') return closesHost(t, e) && (t[s - 1] === '.' || !hostChar(t[s - 1]));
  if (kind === 'email') return closesHost(t, e) && !/[A-Za-z0-9._%+-]/.test(t[s - 1] ?? '');
  const host = s + (urlParts(at.key)?.host ?? '').length;
  const run = /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]*/.exec(t.slice(host))?.[0] ?? '';
  const left = t.slice(e, host + run.length);
  const name = parseIp4(t.slice(s, host)) < 0;
  const around = name ? closesHost(t, host) && !hostChar(t[s - 1]) : closesWord(t, host) && opensWord(t, s);
  return around && left.length <= 3 && /^[.,;:!?)'\]/"]*$/.test(left);
}

const naive = (values: readonly string[], text: string): string[] =>
  [...naiveAddresses(values, text), ...naiveText(values, text)].sort();

const HASH = 'd41d8cd98f00b204e9800998ecf8427e';
const SHA = '0123456789abcdef'.repeat(4);
const VALUES = [
  '198.51.100.7',
  '203.0.113.255',
  '203.0.113.0/28',
  '192.0.2.77',
  '2001:db8::1',
  '2001:db8:5::/48',
  'evil.example',
  'b.evil.example',
  'x-y.test',
  'a.de',
  'http://evil.example/a/b.php',
  'https://web.test',
  'http://192.0.2.9/drop',
  'mallory@evil.example',
  HASH,
  SHA,
];

describe('against the plain twin', () => {
  const piece = constantFrom(
    ...VALUES,
    ...VALUES.map((value) => value.replace(/^http:\/\//, '')),
    '198.51.100.8',
    '203.0.113.14',
    '2001:db8:5:1::9',
    'evil',
    '.',
    '..',
    '-',
    '_',
    ':',
    '::',
    '/',
    '@',
    ' ',
    'a',
    '1',
    'f',
    'z',
    '0',
    ',',
    '(',
    '"',
    '\u00e9',
    '%',
    'EVIL.Example',
    '1:2:3:4:5:6:7:8',
    '255',
    '.de',
  );

  it('finds the same in text made of values, pieces and borders', () => {
    const index = indexOf(VALUES);
    assert(
      property(array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const found: ScanMatch[] = [];
        const bytes = Buffer.from(text, 'latin1');
        index.scanner.scan(bytes, { start: 0, end: bytes.length }, (m) => found.push(m));
        expect([text, ...brief(found)]).toEqual([text, ...naive(VALUES, text)]);
      }),
      { numRuns: 1500 },
    );
  });

  it('finds the same with any choice of values', () => {
    assert(
      property(subarray(VALUES, { minLength: 1 }), array(piece, { maxLength: 8 }), (values, pieces) => {
        const text = pieces.join('');
        expect(brief(scanText(values, text)), `${text} for ${values.join(' ')}`).toEqual(naive(values, text));
      }),
      { numRuns: 150 },
    );
  });

  it('finds nothing outside the span and takes any bytes', () => {
    const index = indexOf(VALUES);
    assert(
      property(
        array(integer({ min: 0, max: 255 }), { maxLength: 200 }),
        integer({ min: 0, max: 50 }),
        (list, skip) => {
          const bytes = Uint8Array.from(list);
          const start = Math.min(skip, bytes.length);
          index.scanner.scan(bytes, { start, end: bytes.length }, (m) => {
            expect(m.start).toBeGreaterThanOrEqual(start);
            expect(m.end).toBeLessThanOrEqual(bytes.length);
          });
        },
      ),
    );
  });
});
