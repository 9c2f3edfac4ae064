import { describe, expect, it } from 'vitest';
import type { IntelPack, ScanMatch } from '../../model/indicator.ts';
import { buildIndex } from '../build-index.ts';
import { listPack } from '../packs/list.ts';

const NOW = Date.UTC(2026, 9, 20);

function packOf(values: readonly string[]): IntelPack {
  return listPack(values.join('\n'), { id: 'test', name: 'test' });
}

function scanText(values: readonly string[], text: string): ScanMatch[] {
  const found: ScanMatch[] = [];
  const bytes = Buffer.from(`##${text}##`, 'latin1');
  buildIndex([packOf(values)], { now: NOW }).scanner.scan(bytes, { start: 2, end: bytes.length - 2 }, (m) =>
    found.push(m),
  );
  return found.map((m) => ({ ...m, start: m.start - 2, end: m.end - 2 }));
}

const brief = (matches: readonly ScanMatch[]): string[] =>
  matches.map((m) => `${m.valueType}${m.near ? '~' : ''} ${m.value} ${m.start}-${m.end}`).sort();

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

describe('borders of addresses', () => {
  it.each([
    ['1.2.3.4 stands alone', '198.51.100.7'],
    ['port', '198.51.100.7:443'],
    ['brackets', '(198.51.100.7)'],
    ['user', 'user@198.51.100.7'],
    ['URL', 'ftp://198.51.100.7/x'],
    ['end of a sentence', 'from 198.51.100.7.'],
    ['arrow', '198.51.100.7->10.0.0.1'],
    ['mapped into IPv6', '::ffff:198.51.100.7'],
    ['ellipsis', '...198.51.100.7...'],
    ['IOS', 'tcp 198.51.100.7(4431) -> 10.0.0.1(22)'],
  ])('%s', (_name, text) => {
    expect(brief(scanText(VALUES, text))).toEqual([expect.stringMatching(/^ipv4 198\.51\.100\.7 /)]);
  });

  it.each([
    '1198.51.100.7',
    '198.51.100.71',
    '198.51.100.7.5',
    '5.198.51.100.7',
    '198.51.100.07',
    'v198.51.100.7',
    '198.51.100.7.example.net',
  ])('%s is another thing', (text) => {
    expect(scanText(VALUES, text).filter((m) => m.value === '198.51.100.7')).toEqual([]);
  });

  it('marks an address of the same /24 as near, and a network member as found', () => {
    expect(brief(scanText(VALUES, '198.51.100.200 203.0.113.3 10.1.2.3'))).toEqual([
      'ipv4 203.0.113.3 15-26',
      'ipv4~ 198.51.100.200 0-14',
    ]);
  });

  it('sees an address at either end of the span and nothing beyond it', () => {
    const bytes = Buffer.from('198.51.100.7198.51.100.7');
    const found: ScanMatch[] = [];
    buildIndex([packOf(VALUES)], { now: NOW }).scanner.scan(bytes, { start: 0, end: 12 }, (m) =>
      found.push(m),
    );
    buildIndex([packOf(VALUES)], { now: NOW }).scanner.scan(bytes, { start: 12, end: 24 }, (m) =>
      found.push(m),
    );
    expect(brief(found)).toEqual(['ipv4 198.51.100.7 0-12', 'ipv4 198.51.100.7 12-24']);
  });

  it('reads IPv6 in every way of writing it', () => {
    for (const text of [
      '2001:DB8:0:0:0:0:0:1',
      '[2001:db8::1]:443',
      '2001:0db8::0001/64',
      'src=2001:db8::1%eth0',
      'addr:2001:db8::1:',
    ])
      expect([text, ...scanText(VALUES, text).map((m) => m.value)]).toEqual([text, '2001:db8::1']);
    for (const text of ['12:34:56', '2001:db8::12', 'x2001:db8::1', '00:11:22:33:44:55', 'std::1'])
      expect([text, scanText(VALUES, text)]).toEqual([text, []]);
  });
});

describe('borders of names', () => {
  it.each([
    ['www.EVIL.example', 'domain evil.example'],
    ['evil.example.', 'domain evil.example'],
    ['https://evil.example:8443/z', 'domain evil.example'],
    ['"evil.example"', 'domain evil.example'],
    ['bob@evil.example', 'domain evil.example'],
    ['x.a.de', 'domain a.de'],
    ['lookup x-y.test->NX', 'domain x-y.test'],
  ])('%s', (text, value) => {
    expect(brief(scanText(VALUES, text))).toEqual([expect.stringContaining(value)]);
  });

  it.each([
    'notevil.example',
    'evil.example.net',
    'evil-example',
    'my-evil.example',
    'evil.example-x',
    'evil_example',
    'ba.dex',
  ])('%s is another name', (text) => {
    expect(scanText(VALUES, text)).toEqual([]);
  });

  it('finds a URL and not another path of the same host', () => {
    expect(brief(scanText(['http://evil.example/a/b.php'], 'GET http://evil.example/a/b.php, 200'))).toEqual([
      'url http://evil.example/a/b.php 11-31',
    ]);
    expect(
      scanText(['http://evil.example/a/b.php'], 'http://evil.example/a/b.phpx http://evil.example/'),
    ).toEqual([]);
    expect(brief(scanText(['http://192.0.2.9/drop'], '192.0.2.9/drop'))).toEqual([
      'url http://192.0.2.9/drop 0-14',
    ]);
  });

  it('finds a mail address beside its domain', () => {
    expect(brief(scanText(VALUES, 'from=<mallory@evil.example>'))).toEqual([
      'domain evil.example 14-26',
      'email mallory@evil.example 6-26',
    ]);
  });

  it('finds hashes in any case, at full length only', () => {
    expect(scanText(VALUES, `md5:${HASH.toUpperCase()}.bin`).map((m) => m.value)).toEqual([HASH]);
    expect(scanText(VALUES, `${HASH}0 ${SHA}${SHA} x${SHA}`)).toEqual([]);
  });
});
