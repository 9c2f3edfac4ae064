import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeTar, makeZip } from '../../src/sources/kit/archive/make-archives.ts';
import { answers, clearOf, codes, config, flows, HALF_DAY, LOG, type Piece, verdict } from './ask.ts';

const ASKED = { check: 'webui-created-user', ...HALF_DAY };

/** Lines of another device that do not compress well, behind those of the device in question. */
const NOISE = Array.from({ length: 4000 }, (_, i) => {
  const number = (i * 2_654_435_761) % 4_294_967_296;
  return `2026-10-20T05:00:00.000+00:00 pe-02 sshd[${number % 99_991}]: message ${number} of ${number ** 2 % 1e9}\n`;
}).join('');
const BOTH = Buffer.concat([Buffer.from(LOG.bytes), Buffer.from(NOISE)]);

function piece(name: string, bytes: Uint8Array): Piece {
  return { name, bytes };
}

const cut = (bytes: Uint8Array, share: number): Uint8Array =>
  bytes.subarray(0, Math.floor(bytes.length * share));

/** A zip of two logs whose second member is damaged. */
function damagedZip(): Uint8Array {
  const zip = makeZip([
    { name: 'pe-01.log', bytes: LOG.bytes },
    { name: 'pe-02.log', bytes: NOISE },
  ]);
  const at = Math.floor(zip.length * 0.6);
  zip.fill(0xff, at, at + 200);
  return zip;
}

const TAR = makeTar([
  { name: 'pe-01.log', bytes: LOG.bytes },
  { name: 'pe-02.log', bytes: NOISE },
]);

describe('lies of evidence that was not read to its end', () => {
  it.each([
    ['a gzip', piece('both.log.gz', gzipSync(BOTH))],
    ['a zstd', piece('both.log.zst', zstdCompressSync(BOTH))],
    ['a tar', piece('logs.tar', TAR)],
    ['a zip', piece('logs.zip', makeZip([{ name: 'pe-01.log', bytes: LOG.bytes }]))],
  ])('tells the truth where it can be told: %s', async (_what, whole) => {
    expect((await verdict([whole], ASKED)).answer).toBe('clear');
  });

  it.each([
    ['a gzip that was cut', piece('both.log.gz', cut(gzipSync(BOTH), 0.9))],
    ['a gzip without its last bytes', piece('both.log.gz', gzipSync(BOTH).subarray(0, -6))],
    ['a zstd that was cut', piece('both.log.zst', cut(zstdCompressSync(BOTH), 0.9))],
    ['a tar that was cut', piece('logs.tar', cut(TAR, 0.8))],
    ['a compressed tar that was cut', piece('logs.tgz', cut(gzipSync(TAR), 0.8))],
    ['a zip with a broken member', piece('logs.zip', damagedZip())],
  ])('%s held nothing behind', async (_what, broken) => {
    const found = await verdict([broken], ASKED);
    expect([found.answer, ...codes(found)]).toEqual(['cannot-tell', 'truncated']);
    expect(await clearOf([broken], HALF_DAY)).toEqual([]);
    const { hit, limits } = await answers([broken], HALF_DAY);
    expect(hit.answer).toBe('cannot-tell');
    expect(limits.length).toBeGreaterThan(0);
  });

  it('what stands in another file is not in doubt for it', async () => {
    const other = piece('other.log.gz', cut(gzipSync(Buffer.from(NOISE)), 0.5));
    expect((await verdict([LOG, other], ASKED)).answer).toBe('clear');
  });

  it('a capture that was cut in the middle shows what came later', async () => {
    const talk = { src: '10.250.0.21', dst: '10.255.0.1', protocol: 6, srcPort: 50_000, dstPort: 22 };
    const rows = Array.from({ length: 144 }, (_, i) => ({
      exporter: '10.255.0.1',
      ...talk,
      first: new Date(Date.parse('2026-10-20T00:00:00Z') + i * 300_000).toISOString(),
    }));
    const whole = flows(rows);
    const asked = { check: 'tunnel-in-flow-not-config', ...HALF_DAY };
    expect((await verdict([config(), whole], asked)).answer).toBe('clear');
    for (const bytes of [cut(whole.bytes, 0.5), whole.bytes.subarray(0, -10)]) {
      const found = await verdict([config(), piece('flows.pcap', bytes)], asked);
      expect(found.answer).toBe('cannot-tell');
      expect(codes(found)).toContain('truncated');
    }
  });
});
