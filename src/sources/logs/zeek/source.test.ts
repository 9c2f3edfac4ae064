import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIp4 } from '../../../base/ip.ts';
import { formatInstant } from '../../../base/time.ts';
import type { Scanner } from '../../../model/indicator.ts';
import { headOf, type RecordingSink, readWith } from '../../kit/recording-sink.ts';
import { zeek } from './source.ts';

const sample = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'samples', name));
const SAMPLES = ['conn.log', 'http.log', 'mixed.json'];

function reasons(sink: RecordingSink): Record<string, number> {
  const out: Record<string, number> = {};
  for (const { state, reason, units } of sink.accounts) {
    out[`${state} ${reason}`] = (out[`${state} ${reason}`] ?? 0) + units;
  }
  return out;
}

describe('recognition', () => {
  it.each(SAMPLES)('knows %s by its content', (name) => {
    expect(zeek.recognise(headOf(sample(name)))).toBeGreaterThanOrEqual(0.9);
  });

  it('knows a log whose first line was indented', () => {
    expect(zeek.recognise(headOf(Buffer.concat([Buffer.from('\t'), sample('conn.log')])))).toBe(1);
  });

  it('leaves other text and other JSON alone', () => {
    for (const text of [
      'hostname a\n!\n',
      '{"time":"2026-10-20","operation":"view"}\n',
      '# a comment\n',
      '{"ts":1}\n',
      '',
    ]) {
      expect(zeek.recognise(headOf(Buffer.from(text)))).toBeLessThan(0.3);
    }
  });
});

describe('conn', () => {
  const sink = readWith(zeek, sample('conn.log'));
  const batch = sink.batches[0];

  it('makes one flow of each connection, seen by the sensor', () => {
    expect(sink.batches).toHaveLength(1);
    expect(batch?.exporter).toBe('sensor:zeek');
    expect(batch?.length).toBe(5);
    expect(formatIp4(batch?.src4[0] ?? 0)).toBe('198.51.100.77');
    expect(formatIp4(batch?.dst4[0] ?? 0)).toBe('10.250.10.2');
    expect([...(batch?.dstPort ?? [])]).toEqual([443, 57722, 53, 8 * 256, 0]);
    expect(batch?.srcPort[0]).toBe(40112);
  });

  it('adds up both directions and takes unset counts as nothing', () => {
    expect([...(batch?.bytes ?? [])]).toEqual([4600, 0, 160, 112, 0]);
    expect([...(batch?.packets ?? [])]).toEqual([22, 1, 2, 2, 9]);
  });

  it('knows protocols by name and by number', () => {
    expect([...(batch?.protocol ?? [])]).toEqual([6, 6, 17, 1, 47]);
  });

  it('works out flags from the history', () => {
    expect(batch?.tcpFlags[1]).toBe(2);
    expect(batch?.tcpFlags[0]).toBe(2 | 16 | 8 | 1);
  });

  it('keeps times and places', () => {
    expect(formatInstant(batch?.first[0] ?? 0)).toBe('2026-10-20T01:53:07.250Z');
    expect((batch?.last[0] ?? 0) - (batch?.first[0] ?? 0)).toBe(2500);
    expect(batch?.line[0]).toBe(9);
    const line = sample('conn.log').subarray(batch?.offset[1]).toString().split('\t')[1];
    expect(line).toBe('CSynthetic0002');
  });

  it('writes IPv6 ends in two halves', () => {
    expect(batch?.v6[2]).toBe(1);
    expect(batch?.src6[4]).toBe(0x20010db8_00000000n);
    expect(batch?.dst6[5]).toBe(2n);
  });

  it('keeps a flow whose time counts from the start of a trace, without a time', () => {
    const row =
      '{"ts":147.02,"uid":"C1","id.orig_h":"10.0.2.2","id.orig_p":1,"id.resp_h":"10.0.2.3","id.resp_p":2,"proto":"udp","conn_state":"S0"}\n';
    expect(readWith(zeek, row).batches[0]?.first[0]).toBeNaN();
  });

  it('hands over more rows than a batch holds', () => {
    const [head, row = ''] = [
      sample('conn.log').toString().split('\n').slice(0, 8),
      sample('conn.log').toString().split('\n')[8],
    ];
    const text = [...head, ...Array.from({ length: 20_000 }, () => row), ''].join('\n');
    const many = readWith(zeek, text);
    expect(many.batches.reduce((sum, b) => sum + b.length, 0)).toBe(20_000);
    expect(many.batches.length).toBeGreaterThan(1);
  });
});

describe('http', () => {
  it('keeps the path as sent and hides passwords', () => {
    const sink = readWith(zeek, sample('http.log'));
    const [first, second] = sink.of('http');
    expect(first).toMatchObject({
      origin: 'addr:10.250.10.2',
      client: '198.51.100.77',
      server: '10.250.10.2',
      serverPort: 80,
      method: 'POST',
      uri: '/%2577eb%2575i_%2577sma_Http',
      status: 200,
      userAgent: 'synthetic-agent tab',
      timeQuality: 'exact',
    });
    expect(second?.uri).toBe('/login?user=noc&password=[secret]&next=/');
    expect(JSON.stringify(sink.records)).not.toContain('synthetic-value');
    expect(sink.observations.map((o) => o.kind)).toEqual(['http', 'http']);
  });

  it('reads JSON and lets no control character through', () => {
    const sink = readWith(zeek, sample('mixed.json'));
    expect(sink.of('http')).toHaveLength(1);
    expect(sink.of('http')[0]?.uri).toBe('/\\u001b[2J');
    expect(JSON.stringify(sink.records)).not.toContain('synthetic-value');
    expect(sink.batches[0]?.length).toBe(1);
  });
});

describe('ledger', () => {
  it.each(SAMPLES)('adds up for %s', (name) => {
    expect(readWith(zeek, sample(name)).bytes()).toBe(sample(name).length);
  });

  it('names the logs that are not read', () => {
    expect(reasons(readWith(zeek, sample('mixed.json')))).toEqual({
      'read flow': 1,
      'read http': 1,
      'set-aside zeek dns: not read yet': 1,
      'set-aside zeek files: not read yet': 1,
    });
  });

  it('follows headers that change in a file of several logs', () => {
    const joined = Buffer.concat([sample('conn.log'), sample('http.log'), sample('conn.log')]);
    expect(reasons(readWith(zeek, joined))).toEqual({ 'read flow': 10, 'read http': 2, 'read header': 27 });
  });

  it('counts rows that do not fit as not understood, for the sensor', () => {
    const text = sample('conn.log')
      .toString()
      .replace('10.250.10.2\t443', 'not-an-address\t443')
      .replace('\t57722\t', '\t');
    const sink = readWith(zeek, text);
    expect(sink.batches[0]?.length).toBe(3);
    expect(sink.bytes('not-understood')).toBeGreaterThan(100);
    expect(sink.unreadLines).toEqual([
      { origin: 'sensor:zeek', kind: 'flow' },
      { origin: 'sensor:zeek', kind: 'flow' },
    ]);
  });

  it('says so when rows come before any header, and goes on', () => {
    const sink = readWith(zeek, `1.0\tC1\n${sample('conn.log').toString()}`);
    expect(reasons(sink)['not-understood no header']).toBe(1);
    expect(sink.batches[0]?.length).toBe(5);
  });
});

describe('shared indicators', () => {
  const scanner: Scanner = {
    scan: (bytes, span, found) => {
      const at = Buffer.from(bytes).subarray(span.start, span.end).indexOf('host.example');
      if (at >= 0)
        found({ value: 'host.example', valueType: 'domain', near: false, start: at, end: at + 12 });
    },
  };

  it('are found in logs that are set aside, for the client that asked', () => {
    const sink = readWith(zeek, sample('mixed.json'), { scanner });
    expect(sink.of('sighting')).toMatchObject([
      { origin: 'addr:10.20.4.35', value: 'host.example', where: 'http', ref: { line: 3 } },
    ]);
  });
});

describe('any input', () => {
  const pieces = fc.constantFrom(
    ...SAMPLES.map((name) => sample(name).toString()),
    '#separator \\x2c\n',
    '#separator \\x\n',
    '#fields\tts\tuid\n',
    '{"ts":1e300,"proto":"tcp","conn_state":{},"id":{"orig_h":[]}}\n',
    '{"__proto__":{"ts":1},"ts":"x"}\n',
    '\u0000\ud800\n',
  );
  it('is read without a throw, adds up, and does not depend on chunks', () => {
    const input = fc.tuple(
      fc.array(fc.oneof(pieces, fc.string()), { maxLength: 4 }),
      fc.array(fc.nat(), { maxLength: 4 }),
    );
    fc.assert(
      fc.property(input, fc.integer({ min: 1, max: 700 }), ([parts, cuts], chunk) => {
        const bytes = Buffer.from(parts.join(''));
        for (const at of cuts) if (bytes.length > 0) bytes[at % bytes.length] = at % 256;
        const sink = readWith(zeek, bytes, { chunk });
        expect(sink.bytes()).toBe(bytes.length);
        const whole = readWith(zeek, bytes);
        expect(sink.records).toEqual(whole.records);
        expect(reasons(sink)).toEqual(reasons(whole));
      }),
      { numRuns: 60 },
    );
  });
});

const REAL = join(import.meta.dirname, '../../../../../shared/data/samples/telemetry');

describe('public logs', () => {
  it.skipIf(!existsSync(REAL))('are recognised and understood', () => {
    // Zeek's own test baselines have their times and ids blotted out; the other logs are as sensors wrote them.
    const files = globSync('stratosphereips*/**/*.{log,labeled}', { cwd: REAL });
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const bytes = readFileSync(join(REAL, file));
      expect([file, zeek.recognise(headOf(bytes)) >= 0.3]).toEqual([file, true]);
      const sink = readWith(zeek, bytes);
      expect([file, sink.bytes()]).toEqual([file, bytes.length]);
      expect([file, sink.bytes('not-understood')]).toEqual([file, 0]);
      expect([file, sink.batches.length > 0]).toEqual([file, /conn\.log/.test(file)]);
    }
  });
});
