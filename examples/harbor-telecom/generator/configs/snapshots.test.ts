import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { at } from '../fleet/clock.ts';
import { deviceNamed, FLEET } from '../fleet/fleet.ts';
import { terminalCapture } from './capture.ts';
import { type7 } from './secrets.ts';
import { baseState } from './state.ts';

const CONFIGS = join(import.meta.dirname, '../../evidence/configs');

const byHost = (day: string): Map<string, string> =>
  new Map(
    readdirSync(join(CONFIGS, day)).map((name) => {
      const text = readFileSync(join(CONFIGS, day, name), 'utf8');
      return [/^hostname (\S+)$/m.exec(text)?.[1] ?? name, text];
    }),
  );

const running = (text: string): string[] => text.slice(text.indexOf('\nversion ')).split('\n');

const first = byHost('2026-10-15');
const second = byHost('2026-11-13');
const difference = (name: string): string[] => {
  const before = running(first.get(name) ?? '');
  const after = running(second.get(name) ?? '');
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `-${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+${line}`),
  ];
};

describe('a snapshot', () => {
  it('exists twice for every device but two, whatever its file is called', () => {
    const expected = FLEET.filter((one) => one.hasConfig).map((one) => one.name);
    expect([...first.keys()].toSorted()).toEqual(expected.toSorted());
    expect([...second.keys()].toSorted()).toEqual(expected.toSorted());
    expect(FLEET.length - expected.length).toBe(2);
  });

  it('says how many bytes its configuration has', () => {
    for (const [name, text] of second) {
      const said = Number(/^Current configuration : (\d+) bytes$/m.exec(text)?.[1]);
      const body = text.slice(text.indexOf(' bytes\n') + 7, text.lastIndexOf('\nend\n') + 4);
      expect(Buffer.byteLength(body), name).toBe(said);
    }
  });

  it('carries the instant at which it was taken', () => {
    const capture = terminalCapture(
      baseState(deviceNamed('pe-chi-01'), at('2026-09-01T00:00:00Z')),
      at('2026-10-16T03:00:12.345Z'),
    );
    expect(capture).toContain('pe-chi-01#show clock\n03:00:12.345 UTC Fri Oct 16 2026\n');
    expect(capture).toContain('! Last configuration change at 00:00:00 UTC Tue Sep 1 2026 by m.okafor');
  });

  it('has a star at the clock of the one device without time servers in reach', () => {
    const starred = [...first].filter(([, text]) => /#show clock\n\*/.test(text)).map(([name]) => name);
    expect(starred).toEqual(['ce-peoria-01']);
  });
});

describe('between the snapshots', () => {
  it('most devices differ in descriptions only', () => {
    const story = new Set(['pe-chi-02', 'pe-mil-01', 'p-msp-01', 'pe-det-01', 'p-stl-01', 'ce-gary-01']);
    for (const name of first.keys()) {
      if (story.has(name)) continue;
      expect(
        difference(name).filter((line) => !/^[+-] description /.test(line)),
        name,
      ).toEqual([]);
    }
  });

  it('the planned changes differ in what their tickets say', () => {
    expect(difference('pe-det-01').filter((line) => line.includes('permit'))).toEqual([
      '+ 40 permit 10.250.0.23',
    ]);
    expect(difference('p-msp-01')).toEqual([
      '- server name TAC1',
      '-tacacs server TAC1',
      '+ server name AAA-CHI-1',
      '+tacacs server AAA-CHI-1',
    ]);
    expect(difference('pe-mil-01')).toContain('+ tunnel destination 192.0.2.9');
  });

  it('the foothold loses a log host and gains a user, a server and a tunnel', () => {
    const lines = difference('pe-chi-02');
    expect(lines).toContain('-logging host 10.250.0.62');
    expect(lines.some((line) => line.startsWith('+username svc_netmon privilege 15 secret 8 '))).toBe(true);
    expect(lines).toEqual(
      expect.arrayContaining([
        '+interface Tunnel48213',
        '+ address ipv4 203.0.113.66',
        '+ip ssh source-interface Loopback1',
      ]),
    );
  });

  it('the routers that only flows and logs accuse do not differ', () => {
    expect(difference('pe-mke-01')).toEqual([]);
    expect(difference('agg-det-01')).toEqual([]);
  });
});

describe('a secret', () => {
  it('of type 7 has the published form: two digits of salt, two hexadecimal digits a letter', () => {
    // The pair that vendor documentation and every decoder uses as its example.
    expect(type7('cisco', 2)).toBe('02050D480809');
  });

  it('of the TACACS+ servers is the same on the whole fleet', () => {
    const keys = [...second.values()].flatMap((text) =>
      [...text.matchAll(/^ key 6 (\S+)$/gm)].map((one) => one[1]),
    );
    expect(new Set(keys).size).toBe(1);
    expect(keys.length).toBe(76);
  });
});
