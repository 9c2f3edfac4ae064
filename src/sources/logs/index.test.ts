import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sink } from '../kit/contract.ts';
import { headOf, RecordingSink, readWith } from '../kit/recording-sink.ts';
import { DIALECTS, syslog } from './index.ts';

const samples = DIALECTS.flatMap((dialect) => {
  const folder = join(import.meta.dirname, '..', dialect.id, 'samples');
  return readdirSync(folder).map((name) => ({
    id: dialect.id,
    name,
    bytes: readFileSync(join(folder, name)),
  }));
});
const sample = (name: string): Buffer => samples.find((s) => s.name === name)!.bytes;

describe('every sample', () => {
  it.each(samples)('$id $name is recognised and accounted for to the last byte', ({ bytes, name }) => {
    expect(syslog.recognise(headOf(bytes))).toBeGreaterThanOrEqual(0.3);
    const sink = readWith(syslog, bytes);
    expect(sink.bytes()).toBe(bytes.length);
    expect(sink.bytes('not-understood') > 0).toBe(name === 'noise.log');
  });
});

describe('merged files', () => {
  it('hold messages of all dialects side by side', () => {
    const sink = readWith(syslog, sample('merged.log'));
    expect(sink.of('login').map((l) => [l.origin, l.via])).toEqual([
      ['name:jump-01', 'sshd'],
      ['name:pe-nyc-01', 'authentication'],
    ]);
    expect(sink.accounts).toContainEqual(
      expect.objectContaining({ state: 'set-aside', reason: 'repeat or mark', units: 2 }),
    );
    expect(
      sink.observations.filter((o) => o.origin === 'name:jump-01' && o.kind === 'syslog').length,
    ).toBeGreaterThanOrEqual(3);
  });

  it('name the innermost device through any chain of relays', () => {
    const sink = readWith(syslog, sample('relays.log'));
    expect(sink.of('log').map((l) => [l.origin, new Date(l.at ?? 0).toISOString()])).toEqual([
      ['addr:10.255.1.2', '2026-10-15T00:01:02.000Z'],
      ['name:pe-chi-02', '2026-10-15T00:01:01.223Z'],
      ['addr:10.255.1.5', '2026-10-14T22:01:02.500Z'],
      ['name:pe-chi-03', '2026-10-15T00:01:02.900Z'],
      ['name:pe-sea-01', '2026-10-15T00:01:04.900Z'],
    ]);
    expect(sink.ties.map((t) => t.origins)).toEqual([['addr:10.255.1.7', 'name:pe-sea-01']]);
  });

  it('account for noise under its own names', () => {
    const sink = readWith(syslog, sample('noise.log'));
    expect(sink.accounts.map((a) => `${a.state}: ${a.reason}`).sort()).toEqual([
      'not-understood: no syslog header',
      'not-understood: no syslog header',
      'read: message',
      'set-aside: NUL bytes',
      'set-aside: blank',
    ]);
    const texts = sink.of('log').map((log) => log.text + log.message);
    expect(texts.join('')).toContain('control characters');
    expect(texts.join('')).not.toContain('\u001b');
  });

  it('mark the device of a line that is too long as unread', () => {
    const long = `Oct 15 00:01:02 pe-1 7: Oct 15 00:01:01 UTC: %SYS-5-CONFIG_I: ${'x'.repeat(70_000)}\n`;
    const sink = readWith(syslog, long);
    expect(sink.unreadLines).toEqual([{ origin: 'name:pe-1', kind: 'syslog' }]);
    expect(sink.accounts).toMatchObject([
      { state: 'not-understood', reason: 'line longer than 64 KiB', bytes: long.length },
    ]);
  });

  it('begin with a byte order mark, or go on after NUL bytes', () => {
    const line = 'Oct 15 00:01:02 web sshd[1]: x\n';
    for (const front of ['\ufeff', '\u0000\u0000\u0000']) {
      expect(readWith(syslog, front + line).of('log')).toMatchObject([{ origin: 'name:web' }]);
    }
  });
});

describe('what is not wanted', () => {
  it('is counted for coverage and makes no record; logins and commands always do', () => {
    const sink = new RecordingSink();
    const picky: Sink = Object.assign(Object.create(sink) as Sink, {
      wantsLog: (m: string) => m === 'BUFCAP-6-ENABLE',
    });
    const context = {
      evidence: 'e',
      name: 'x',
      anchor: Date.UTC(2026, 10, 22),
      scanner: null,
      templates: new Map(),
      content: new Map(),
      start: { line: 1, byte: 0 },
    };
    const reader = syslog.open({ ...context, keyed: { secret: String, person: String } }, picky);
    reader.push(sample('direct.log'));
    reader.end();
    expect(sink.of('log').map((l) => l.mnemonic)).toEqual(['BUFCAP-6-ENABLE']);
    expect([sink.of('login').length, sink.of('command').length, sink.observations.length]).toEqual([5, 2, 9]);
  });
});

describe('shared indicators', () => {
  it('are looked for in every line, also those without a header', () => {
    const spans: string[] = [];
    const scanner = {
      scan: (bytes: Uint8Array, span: { start: number; end: number }, found: (m: never) => void): void => {
        const text = Buffer.from(bytes.subarray(span.start, span.end)).toString();
        spans.push(text);
        if (text.includes('203.0.113.9'))
          found({ value: '203.0.113.9', valueType: 'ipv4', near: false, start: 0, end: 1 } as never);
      },
    };
    const sink = readWith(syslog, 'Oct 15 00:01:02 web sshd[1]: 203.0.113.9\nno header 203.0.113.9\n', {
      scanner,
    });
    expect(spans).toHaveLength(2);
    expect(sink.of('sighting').map((s) => [s.origin.slice(0, 12), s.where, s.ref.line])).toEqual([
      ['name:web', 'syslog', 1],
      ['name:unnamed', 'syslog', 2],
    ]);
  });
});

describe('other formats', () => {
  it.each([
    ['a configuration', 'hostname pe-1\n!\ninterface Gi0/0\n ip address 10.0.0.1 255.255.255.0\n'],
    ['CSV', 'time,user,action\n2026-10-15T00:01:02Z,jdoe,login\n2026-10-15T00:01:03Z,jdoe,logout\n'],
    ['JSON', '{"time":"2026-10-15T00:01:02Z","a":1}\n{"time":"2026-10-15T00:01:03Z","a":2}\n'],
    ['a Zeek log', '#separator \\x09\n#fields\tts\tuid\n1792022462.1\tC1\n1792022463.1\tC2\n'],
    ['tac_plus', 'Oct 15 00:01:02\t10.255.1.2\ta\ttty2\t10.20.0.5\tstop\ttask_id=1\tservice=shell\n'],
    ['a web server', '192.0.2.1 - - [15/Oct/2026:00:01:02 +0000] "GET / HTTP/1.1" 200 1\n'],
    ['nothing', ''],
  ])('%s is left to others', (_, text) => {
    expect(syslog.recognise(headOf(new TextEncoder().encode(text)))).toBeLessThan(0.3);
  });
});

describe('any bytes', () => {
  const pool = samples.flatMap((s) => s.bytes.toString('latin1').split('\n'));
  const line = fc.oneof(
    fc.constantFrom(...pool),
    fc.tuple(fc.constantFrom(...pool), fc.nat(200)).map(([text, at]) => text.slice(0, at)),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );
  const file = fc.array(line, { maxLength: 12 }).map((lines) => Buffer.from(lines.join('\n'), 'latin1'));

  it('never throws, the ledger adds up, and chunks make no difference', () => {
    fc.assert(
      fc.property(file, fc.integer({ min: 1, max: 97 }), (bytes, chunk) => {
        const whole = readWith(syslog, bytes);
        const parts = readWith(syslog, bytes, { chunk });
        expect(parts.bytes()).toBe(bytes.length);
        expect(parts.records).toEqual(whole.records);
        expect(parts.observations).toEqual(whole.observations);
      }),
    );
  });

  it('gives the same records when the file is cut at any line', () => {
    const alone = file.filter((bytes) => !bytes.includes('CISE_TACACS_Accounting 0000000301'));
    fc.assert(
      fc.property(alone, fc.nat(12), (bytes, at) => {
        let cut = 0;
        let number = 1;
        for (; number <= at && bytes.indexOf(10, cut) >= 0; number += 1) cut = bytes.indexOf(10, cut) + 1;
        const rest = { evidence: 'e', start: { line: number, byte: cut } };
        const whole = readWith(syslog, bytes, { evidence: 'e' });
        const first = readWith(syslog, bytes.subarray(0, cut), { evidence: 'e' });
        const second = readWith(syslog, bytes.subarray(cut), rest);
        expect([...first.records, ...second.records]).toEqual(whole.records);
        expect([...first.sequences, ...second.sequences]).toEqual(whole.sequences);
      }),
    );
  });
});
