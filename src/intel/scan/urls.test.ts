import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScanMatch } from '../../model/indicator.ts';
import { buildIndex } from '../build-index.ts';
import { draftIndicator } from '../draft.ts';
import { readValue } from '../value.ts';

function scanner(...values: readonly string[]): (text: string) => ScanMatch[] {
  const indicators = values.map((text) => draftIndicator(text, readValue(text)!, {}));
  const pack = { id: 'p', name: 'p', indicators, latest: null, marking: null, problems: [], carried: {} };
  const index = buildIndex([pack], { now: 0 });
  return (text) => {
    const found: ScanMatch[] = [];
    const bytes = Buffer.from(text, 'utf8');
    index.scanner.scan(bytes, { start: 0, end: bytes.length }, (match) => found.push(match));
    return found;
  };
}

const urls = (matches: readonly ScanMatch[]): string[] =>
  matches.filter((m) => m.valueType === 'url').map((m) => m.value);

describe('hosts of URLs', () => {
  it.each([
    ['a name', 'http://evil.example/a'],
    ['a name and a port', 'http://evil.example:8080/a'],
    ['an IPv4 address', 'http://203.0.113.9/a'],
    ['an IPv6 address', 'http://[2001:db8::9]/a'],
    ['an IPv6 address and a port', 'https://[2001:db8::9]:8443/a?b=c'],
    ['an IPv6 address alone', 'http://[2001:db8:1:2:3:4:5:6]'],
    ['an IPv6 address that ends in colons', 'http://[2001:db8::]/x'],
  ])('%s is found in a line, wherever it stands', (_name, url) => {
    const scan = scanner(url);
    const bare = url.replace(/^\w+:\/\//, '');
    for (const line of [url, `GET ${url} HTTP/1.1`, `"${url}"`, `(${url}).`, `see ${bare}`, `x=${url};`])
      expect(urls(scan(line))).toEqual([url]);
  });

  it.each([
    ['another path', 'http://[2001:db8::9]/b'],
    ['another host', 'http://[2001:db8::8]/a'],
    ['the address without brackets', '2001:db8::9/a'],
    ['a bracket that does not close', '[2001:db8::9 /a'],
    ['a longer path', 'http://[2001:db8::9]/ab'],
    ['another port', 'http://[2001:db8::9]:81/a'],
  ])('%s is no such URL', (_name, line) => {
    expect(urls(scanner('http://[2001:db8::9]/a')(line))).toEqual([]);
  });

  it('finds an address that is shared itself beside the URL on it', () => {
    const scan = scanner('http://[2001:db8::9]/a', '2001:db8::9');
    const types = scan('GET http://[2001:db8::9]/a').map((m) => m.valueType);
    expect(types.toSorted()).toEqual(['ipv6', 'url']);
  });

  it('never reads beyond the span, whatever is cut off', () => {
    const url = 'http://[2001:db8::9]/a';
    const bytes = Buffer.from(`${url} ${url}`);
    const index = buildIndex(
      [
        {
          id: 'p',
          name: 'p',
          indicators: [draftIndicator('u', readValue(url)!, {})],
          latest: null,
          marking: null,
          problems: [],
          carried: {},
        },
      ],
      { now: 0 },
    );
    const at = fc.nat(bytes.length);
    fc.assert(
      fc.property(at, at, (a, b) => {
        const span = { start: Math.min(a, b), end: Math.max(a, b) };
        const found: ScanMatch[] = [];
        index.scanner.scan(bytes, span, (match) => found.push(match));
        for (const { start, end } of found) {
          expect(start).toBeGreaterThanOrEqual(span.start);
          expect(end).toBeLessThanOrEqual(span.end);
          expect(bytes.toString('latin1', start, end)).toBe('[2001:db8::9]/a');
        }
      }),
    );
  });
});

describe('ends of URLs', () => {
  const scan = scanner('http://evil.example/a');

  it.each(['.', ',', ')', "'", '"', ' ', '>', '!', ';', '/', ').', '?'])(
    '%j after it does not hide it',
    (end) => {
      expect(urls(scan(`http://evil.example/a${end} next`))).toEqual(['http://evil.example/a']);
    },
  );

  it.each(['b', '/b', '?x', '-', '%20', '....b'])('%j after it makes it another', (end) => {
    expect(urls(scan(`http://evil.example/a${end}`))).toEqual([]);
  });

  it.each([
    ['a user before the host', 'http://user@evil.example/a'],
    ['another scheme', 'https://evil.example/a'],
    ['capitals', 'HTTP://EVIL.EXAMPLE/a'],
  ])('%s does not hide it', (_name, text) => {
    expect(urls(scan(text))).toHaveLength(1);
  });
});
