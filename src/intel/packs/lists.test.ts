import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IntelPack } from '../../model/indicator.ts';
import { readPack, recogniseIntel } from './read-pack.ts';

const read = (text: string): IntelPack => readPack(new TextEncoder().encode(text), 'list.txt');
const values = (text: string): string[] => read(text).indicators.map((one) => `${one.type} ${one.value}`);
const recognise = (text: string): string | null => recogniseIntel(new TextEncoder().encode(text));
const MD5 = 'AB'.repeat(16);

describe('plain lists', () => {
  it('reads values of every type, defanged or not, with bullets and comments', () => {
    expect(
      values(
        [
          '\ufeff# Synthetic list',
          '198[.]51[.]100[.]7',
          '- hxxps://evil[.]example/a',
          '* mallory[@]evil.example',
          'evil[dot]example # the domain',
          `${MD5} (loader.bin)`,
          '2001:db8::/48',
          '203.0.113.9:8443',
          '| `c2.evil.example` | stage two',
          '',
        ].join('\r\n'),
      ),
    ).toEqual([
      'ipv4 198.51.100.7',
      'url https://evil.example/a',
      'email mallory@evil.example',
      'domain evil.example',
      `hash ${MD5.toLowerCase()}`,
      'network 2001:db8::/48',
      'ipv4 203.0.113.9',
      'domain c2.evil.example',
    ]);
  });

  it('takes headings and the rest of the line as titles', () => {
    const pack = read('Loaders:\n198.51.100.1\n198.51.100.2 (second stage)\n');
    expect(pack.indicators.map((one) => one.title)).toEqual(['Loaders', 'second stage']);
  });

  it('takes several cells of a line, but no prose', () => {
    expect(values(`${MD5};mallory@evil.example;198.51.100.1`)).toHaveLength(3);
    expect(values('198.51.100.1 talked to evil.example')).toEqual(['ipv4 198.51.100.1']);
  });

  it('knows file names from domain names', () => {
    expect(values('dknife.bin\nsetup.exe\nreadme.txt\nevil.com')).toEqual(['domain evil.com']);
  });

  it('says what it did not use', () => {
    const problems = Object.fromEntries(
      read(`hello\n198.51.100.1\n${'x'.repeat(5000)}\n10.0.0.1`).problems.map((p) => [p.code, p.count]),
    );
    expect(problems).toEqual({ 'line-too-long': 1, 'no-tlp': 2, 'no-value': 1, 'reserved-address': 1 });
  });
});

describe('tables', () => {
  it('reads columns by their names', () => {
    const pack = read(
      'TLP,IOC, Valid From, Valid Until,Comment,Confidence\namber,198[.]51[.]100[.]7,2024-01-01,2024-02-01T00:00:00Z,"first, stage",80\n',
    );
    expect(pack.indicators).toMatchObject([
      {
        value: '198.51.100.7',
        marking: 'AMBER',
        validFrom: Date.UTC(2024, 0, 1),
        validUntil: Date.UTC(2024, 1, 1),
        title: 'first, stage',
        confidence: 80,
      },
    ]);
    expect(pack.marking).toBe('AMBER');
  });

  it('reads patterns in cells and several hashes in one cell', () => {
    expect(
      values("ioc;note\n[network-traffic:dst_ip = '198.51.100.7' AND network-traffic:dst_port = 80];x\n"),
    ).toEqual(['ipv4 198.51.100.7']);
    expect(values(`IOC,Link\n${MD5};${'cd'.repeat(20)},x\n`)).toHaveLength(2);
  });

  it('reads file names where the type column says so', () => {
    expect(values('type,value\nfilename,cmd9\nip,198.51.100.7\n')).toEqual([
      'filename cmd9',
      'ipv4 198.51.100.7',
    ]);
  });
});

describe('MISP events', () => {
  const event = (attributes: object[], more: object = {}): string =>
    JSON.stringify({
      Event: {
        info: 'Synthetic',
        Orgc: { name: 'Example CERT' },
        timestamp: '1700000000',
        Attribute: attributes,
        ...more,
      },
    });
  const attribute = (type: string, value: string, more: object = {}): object => ({
    type,
    value,
    to_ids: true,
    uuid: 'u',
    ...more,
  });

  it('reads attributes, pairs and objects', () => {
    const pack = read(
      event(
        [
          attribute('ip-dst', '198.51.100.7'),
          attribute(`filename|md5`, `x.exe|${MD5}`),
          attribute('domain|ip', 'evil.example|198.51.100.8'),
        ],
        {
          Object: [{ Attribute: [attribute('url', 'http://evil.example/x')] }],
          Tag: [
            { name: 'tlp:green' },
            { name: 'misp-galaxy:threat-actor="Example Panda"' },
            { name: 'misp-galaxy:mitre-attack-pattern="Proxy - T1090"' },
          ],
        },
      ),
    );
    expect(pack.indicators.map((one) => one.value)).toEqual([
      '198.51.100.7',
      MD5.toLowerCase(),
      'evil.example',
      '198.51.100.8',
      'http://evil.example/x',
    ]);
    expect(pack.indicators[1]?.together).toEqual([{ type: 'filename', value: 'x.exe' }]);
    expect(pack.indicators[0]).toMatchObject({
      labels: ['Example Panda'],
      attack: ['T1090'],
      origin: 'Example CERT',
      marking: 'GREEN',
    });
  });

  it('leaves out what its author does not want detected, and says so', () => {
    const pack = read(
      event([
        attribute('ip-dst', '198.51.100.7', { to_ids: false }),
        attribute('text', 'note'),
        attribute('md5', 'zz'),
      ]),
    );
    expect(pack.indicators).toEqual([]);
    expect(pack.problems.map((p) => p.code)).toEqual([
      'attribute-unused',
      'not-for-detection',
      'not-intel',
      'value-unreadable',
    ]);
  });
});

describe('recognising intelligence', () => {
  it.each([
    ['json', '{"type":"bundle","id":"x","objects":['],
    ['json', '\ufeff {"Event": {"info":'],
    ['table', 'IOC, Valid From, Valid Until, Link\n198.51.100.7,,,\n'],
    ['list', '198[.]51[.]100[.]7\n198[.]51[.]100[.]8\n# end\n'],
    ['list', `${MD5} (loader)\n${'cd'.repeat(16)} (loader)\n`],
  ])('%s', (form, text) => {
    expect(recognise(text)).toBe(form);
  });

  it.each([
    [
      'a syslog line',
      '<189>1: core1: Oct 20 02:13:44: %SYS-5-CONFIG_I: Configured from console by admin on vty0 (198.51.100.7)\n',
    ],
    ['a configuration', 'hostname core1\ninterface Loopback0\n ip address 198.51.100.7 255.255.255.255\n'],
    [
      'a flow table',
      'ts,sa,da,sp,dp,pr,ipkt,ibyt\n2026-10-20 02:00:00,198.51.100.7,10.0.0.1,443,5000,TCP,10,1000\n',
    ],
    ['an inventory', 'name,address,role\ncore1,198.51.100.7,core\n'],
    ['other JSON', '{"flows":[{"src":"198.51.100.7"}]}'],
    ['a capture', '\u0000\u0000 198.51.100.7'],
    ['the output of show hostname', 'core1.harbor.example\n'],
    ['nothing', ''],
  ])('%s is not intelligence', (_name, text) => {
    expect(recognise(text)).toBeNull();
  });
});

it('reads any text without throwing and always says what it did', () => {
  assert(
    property(string({ maxLength: 300 }), (text) => {
      const pack = read(text);
      expect(pack.indicators.length + pack.problems.length).toBeGreaterThan(0);
    }),
  );
});
