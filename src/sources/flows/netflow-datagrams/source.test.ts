import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIp4 } from '../../../base/ip.ts';
import { forgeSet, forgeTemplate, forgeV9, pack } from '../../kit/netflow/forge.ts';
import { headOf, type RecordingSink, readWith } from '../../kit/recording-sink.ts';
import { netflowDatagrams } from './source.ts';

const SAMPLES = fileURLToPath(new URL('samples/', import.meta.url));
const T = Date.UTC(2026, 9, 20, 2, 13);

function sample(name: string): Uint8Array {
  return new Uint8Array(readFileSync(SAMPLES + name));
}

interface Row {
  readonly src: string;
  readonly dst: string;
  readonly protocol: number;
  readonly bytes: number;
  readonly first: number;
  readonly offset: number;
}

function rows(sink: RecordingSink): Row[] {
  return sink.batches.flatMap((b) =>
    Array.from({ length: b.length }, (_, i) => ({
      src: formatIp4(b.src4[i]!),
      dst: formatIp4(b.dst4[i]!),
      protocol: b.protocol[i]!,
      bytes: b.bytes[i]!,
      first: b.first[i]!,
      offset: b.offset[i]!,
    })),
  );
}

describe('files of datagrams', () => {
  it('of NetFlow v5 are read datagram by datagram, with their sampling interval', () => {
    const sink = readWith(netflowDatagrams, sample('v5-sampled.dat'));
    expect(rows(sink).map((r) => [r.src, r.protocol, r.bytes, r.first])).toEqual([
      ['198.51.100.7', 6, 10_000, T - 100_000],
      ['192.0.2.1', 47, 10_000, T - 100_000],
      ['10.0.0.5', 17, 10_000, T - 100_000],
    ]);
    expect(sink.batches[0]!.exporter).toBe('unknown');
  });

  it('of NetFlow v9 are cut where the next header stands, and templates may come last', () => {
    const sink = readWith(netflowDatagrams, sample('v9-late-template.dat'));
    expect(rows(sink)).toEqual([
      { src: '192.0.2.1', dst: '203.0.113.9', protocol: 47, bytes: 5000, first: T - 100_000, offset: 24 },
      { src: '198.51.100.7', dst: '192.0.2.1', protocol: 6, bytes: 1200, first: T - 50_000, offset: 53 },
      { src: '10.0.0.5', dst: '192.0.2.1', protocol: 17, bytes: 300, first: T - 30_000, offset: 84 + 24 },
    ]);
    expect(sink.bytes('read')).toBe(sample('v9-late-template.dat').length);
  });

  it('of IPFIX give IPv6 flows and apply packet sampling of 1 in 100', () => {
    const sink = readWith(netflowDatagrams, sample('ipfix-ipv6-sampling.ipfix'));
    const [batch] = sink.batches;
    expect([batch!.v6[0], batch!.dstPort[0], batch!.bytes[0], batch!.packets[0]]).toEqual([
      1, 57_722, 12_300, 200,
    ]);
    expect([batch!.first[0], batch!.last[0]]).toEqual([T - 5000, T - 1000]);
  });

  it('go on after bytes that are no datagram, which are accounted for', () => {
    const good = sample('v5-sampled.dat');
    const sink = readWith(
      netflowDatagrams,
      Buffer.concat([good, Buffer.from('not a datagram at all'), good]),
    );
    expect(rows(sink)).toHaveLength(6);
    const lost = sink.accounts.filter((a) => a.state === 'not-understood');
    expect(lost.map((a) => [a.reason, a.bytes, a.sample?.byte])).toEqual([
      ['no NetFlow header', 21, good.length],
    ]);
  });

  it('with zeros behind the last set are read, the zeros set aside', () => {
    const template = forgeSet(
      0,
      forgeTemplate(256, [
        [8, 4],
        [12, 4],
      ]),
    );
    const data = forgeSet(256, pack([1, 4], [2, 4]));
    const sink = readWith(
      netflowDatagrams,
      Buffer.concat([forgeV9({ seconds: T / 1000 }, template, data), Buffer.alloc(60)]),
    );
    expect(rows(sink)).toHaveLength(1);
    expect(sink.bytes('set-aside')).toBe(60);
  });
});

describe('recognition', () => {
  it.each(readdirSync(SAMPLES).filter((name) => !name.endsWith('.md')))('knows %s', (name) => {
    expect(netflowDatagrams.recognise(headOf(sample(name)))).toBeGreaterThan(0.9);
  });

  it.each([
    ['a log', Buffer.from('Oct 20 02:13:00 router 123: %SYS-5-CONFIG_I: Configured from console')],
    ['zeros', Buffer.alloc(1000)],
    ['a text that begins with a tab', Buffer.from('\u0000\tsome text that is longer than twenty-four bytes')],
    ['nothing', Buffer.alloc(0)],
  ])('does not claim %s', (_name, bytes) => {
    expect(netflowDatagrams.recognise(headOf(bytes))).toBeLessThan(0.3);
  });
});

const files = readdirSync(SAMPLES)
  .filter((name) => !name.endsWith('.md'))
  .map((name) => Buffer.from(sample(name)));

const hostile = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  fc
    .tuple(
      fc.constantFrom(...files),
      fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 10 }),
      fc.nat(60),
    )
    .map(([file, edits, cut]) => {
      const out = Buffer.from(file.subarray(0, file.length - cut));
      for (const [at, value] of edits) if (at < out.length) out[at] = value;
      return out;
    }),
);

describe('hostile bytes', () => {
  it('never throw; every byte is accounted for and chunks make no difference', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 90 }), (bytes, chunk) => {
        const whole = readWith(netflowDatagrams, bytes);
        const parts = readWith(netflowDatagrams, bytes, { chunk });
        expect(whole.bytes()).toBe(bytes.length);
        expect(parts.accounts).toEqual(whole.accounts);
        expect(rows(parts)).toEqual(rows(whole));
        expect(parts.templates).toEqual(whole.templates);
      }),
      { numRuns: 300 },
    );
  });

  it('with templates that claim to come from other evidence never throw', () => {
    const definition = fc.oneof(
      fc.string(),
      fc.uint8Array({ maxLength: 60 }).map((b) => Buffer.from(b).toString('hex')),
    );
    fc.assert(
      fc.property(definition, fc.uint8Array({ minLength: 8, maxLength: 80 }), (text, body) => {
        const bytes = forgeV9({ seconds: T / 1000, domain: 1 }, forgeSet(256, body));
        const sink = readWith(netflowDatagrams, bytes, { templates: new Map([['unknown|9|1|256', text]]) });
        expect(sink.bytes()).toBe(bytes.length);
      }),
    );
  });
});

const CORPUS = fileURLToPath(new URL('../../../../../shared/data/samples/flows/', import.meta.url));
const IPFIX = `${CORPUS}CESNET+ipfixcol2/doc/data/ipfix/example_flows.ipfix`;

describe('real files', () => {
  it.skipIf(!existsSync(IPFIX))(
    'an IPFIX file of CESNET is read whole, every flow with addresses and time (corpus)',
    () => {
      const bytes = new Uint8Array(readFileSync(IPFIX));
      const sink = readWith(netflowDatagrams, bytes);
      expect(sink.bytes('read')).toBe(bytes.length);
      const all = rows(sink);
      expect(all.length).toBeGreaterThan(3000);
      expect(all.every((row) => row.first > Date.UTC(2000, 0, 1))).toBe(true);
    },
  );
});
