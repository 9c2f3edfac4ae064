import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWith } from '../../kit/recording-sink.ts';
import { readAttribute } from './block.ts';
import { freeradiusDetail } from './source.ts';

const sample = (name: string): ReturnType<typeof readWith> =>
  readWith(freeradiusDetail, readFileSync(join(import.meta.dirname, 'samples', name)));

describe('detail files', () => {
  it('tell of the start and the stop of a session on a device, at the exact time of the server', () => {
    const sink = sample('shell.detail');
    expect(sink.of('login')).toMatchObject([
      {
        origin: 'addr:10.255.1.2',
        account: 'neteng1',
        from: '10.20.0.5',
        outcome: 'success',
        terminal: 'tty2',
        at: 1_792_022_462_000,
        timeQuality: 'exact',
      },
      { outcome: 'logout' },
    ]);
    expect(sink.of('login')[1]?.ref).toMatchObject({ line: 12, lineEnd: 21 });
  });

  it('set sessions of subscribers aside, whose names never come out', () => {
    const sink = sample('subscriber.detail');
    expect(sink.records).toEqual([]);
    expect(sink.accounts.map((a) => [a.state, a.reason])).toContainEqual([
      'set-aside',
      'session of a subscriber',
    ]);
    expect(sink.observations).toMatchObject([{ origin: 'addr:10.255.4.1', kind: 'accounting' }]);
  });

  it('tell of commands that come as attributes, and keep passwords to themselves', () => {
    const sink = sample('commands-and-passwords.detail');
    expect(sink.of('command')).toMatchObject([
      { command: 'request system logout user root', origin: 'addr:2001:db8:0:1::2' },
    ]);
    expect(sink.observations.map((o) => o.origin)).toContain('name:pe-chi-02');
    expect(JSON.stringify([sink.records, sink.accounts])).not.toContain('examplepass');
  });

  it('account for lines outside a packet, without the secrets in them', () => {
    const sink = readWith(freeradiusDetail, '\tUser-Password = "examplepass"\nnonsense\n');
    expect(sink.accounts.map((a) => a.state)).toEqual(['not-understood', 'not-understood']);
    expect(JSON.stringify(sink.accounts)).not.toContain('examplepass');
  });

  it('hold no more attributes than a packet can have', () => {
    const flood = `Thu Oct 15 00:01:02 2026\n${Array.from({ length: 900 }, (_, i) => `\tA${i} = x\n`).join('')}`;
    const sink = readWith(freeradiusDetail, flood);
    expect(sink.bytes('not-understood')).toBeGreaterThan(0);
    expect(sink.bytes()).toBe(flood.length);
  });
});

describe('readAttribute', () => {
  it.each([
    ['\tUser-Name = "a \\"b\\""', { name: 'User-Name', value: 'a "b"' }],
    ['\tTunnel-Type:0 = VLAN', { name: 'Tunnel-Type', value: 'VLAN' }],
    ['\tCisco-AVPair += "x=y"', { name: 'Cisco-AVPair', value: 'x=y' }],
  ])('%s', (text, expected) => {
    expect(readAttribute(text)).toEqual(expected);
  });
  it('wants the indent', () => {
    expect(readAttribute('User-Name = "a"')).toBeNull();
  });
});
