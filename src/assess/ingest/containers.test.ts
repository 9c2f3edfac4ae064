import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContent } from '../../base/package-root.ts';
import { makeTar, makeZip } from '../../sources/kit/archive/make-archives.ts';
import type { StoredEvidence } from '../../store/contract.ts';
import { Case } from '../case.ts';
import { type Input, listInputs } from './inputs.ts';
import { addEvidence } from './run.ts';

const NOW = Date.UTC(2026, 10, 22);
const LOG = Array.from(
  { length: 400 },
  (_, i) => `Oct 20 02:13:0${i % 10}.123 UTC: %SYS-5-CONFIG_I: change ${(i * 7919) % 104729} by neteng1\n`,
).join('');
const CONFIG = 'hostname pe-syn-01\ninterface Loopback0\n ip address 192.0.2.1 255.255.255.255\nend\n';
const TAR = makeTar([
  { name: 'core/a.log', bytes: LOG },
  { name: 'pe.cfg', bytes: CONFIG },
]);
const ZIP = makeZip([{ name: 'a.log', bytes: LOG }]);

let root = '';
let count = 0;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'seawall-containers-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const sha = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const path = join(root, String((count += 1)));
  mkdirSync(path);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return path;
}

async function open(): Promise<Case> {
  const given = { folder: null, now: NOW, key: new Uint8Array(32), content: readContent(), id: 'a1' };
  return await Case.open({ ...given, builtinIntel: false });
}

/** Evidence by the end of its name, read from inputs one after the other. */
async function read(inputs: readonly Input[], workers = 1): Promise<Map<string, StoredEvidence>> {
  const opened = await open();
  for (const input of inputs) await addEvidence(opened, { inputs: [input], workers });
  const evidence = await opened.store.evidence();
  await opened.close();
  return new Map(evidence.map((e) => [e.name.replace(`${root}/`, '').replace(/^\d+\//, ''), e]));
}

async function readFiles(files: Readonly<Record<string, string | Uint8Array>>): ReturnType<typeof read> {
  return await read((await listInputs([folder(files)])).inputs);
}

const namesOf = (e: StoredEvidence | undefined): string[] =>
  (e?.containers ?? []).map((c) => c.name.split('/').at(-1) as string);

describe('the file on the disk', () => {
  it.each([
    ['a.log.gz', gzipSync(LOG), 'a.log.gz', LOG],
    ['a.log.zst', zstdCompressSync(LOG), 'a.log.zst', LOG],
    ['logs.tar', TAR, 'logs.tar!core/a.log', LOG],
    ['logs.tgz', gzipSync(TAR), 'logs.tgz!pe.cfg', CONFIG],
    ['logs.zip', ZIP, 'logs.zip!a.log', LOG],
    ['all.tar', makeTar([{ name: 'in.zip', bytes: ZIP }]), 'all.tar!in.zip!a.log', LOG],
    ['all.zip', makeZip([{ name: 'in.tgz', bytes: gzipSync(TAR) }]), 'all.zip!in.tgz!pe.cfg', CONFIG],
  ])('%s is hashed and measured as it is, beside what came out of it', async (name, bytes, member, text) => {
    const path = folder({ [name]: bytes });
    const evidence = await read((await listInputs([path])).inputs);
    const onDisk = readFileSync(join(path, name));
    expect(evidence.get(member)).toMatchObject({
      id: sha(text),
      size: text.length,
      hashed: true,
      containers: [{ name: `${path}/${name}`, sha256: sha(onDisk), size: onDisk.length }],
    });
  });

  it('is no container where it lies there unpacked, or packed in a form that is not unpacked', async () => {
    const xz = Buffer.from('fd377a585a0000aabbcc', 'hex');
    const evidence = await readFiles({ 'a.log': LOG, 'b.xz': xz, empty: '' });
    expect([...evidence.values()].map((e) => [e.id, e.containers])).toEqual([
      [sha(LOG), []],
      [sha(xz), []],
      [sha(''), []],
    ]);
  });

  it('is what came in where it is standard input', async () => {
    const bytes = gzipSync(TAR);
    const stdin = {
      name: 'stdin',
      path: null,
      size: null,
      open: () => Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]),
    };
    const evidence = await read([stdin]);
    const container = { name: 'stdin', sha256: sha(bytes), size: bytes.length };
    expect(evidence.get('stdin!pe.cfg')?.containers).toEqual([container]);
    const plain = await read([{ ...stdin, open: () => Readable.from([Buffer.from(CONFIG)]) }]);
    expect(plain.get('stdin')).toMatchObject({ id: sha(CONFIG), containers: [] });
  });

  it('is told by a worker thread as well', async () => {
    const big = Buffer.alloc(25 * 1024 * 1024, 'no log line at all\n');
    const path = folder({ 'big.txt': big, 'logs.tgz': gzipSync(TAR) });
    const { inputs } = await listInputs([path]);
    const opened = await open();
    await addEvidence(opened, { inputs, workers: 2 });
    const member = (await opened.store.evidence()).find((e) => e.id === sha(CONFIG));
    await opened.close();
    expect(member?.containers.map((c) => c.sha256)).toEqual([sha(gzipSync(TAR))]);
  });
});

describe('the same bytes in two archives', () => {
  const files = { 'b.zip': ZIP, 'a.tgz': gzipSync(TAR), 'c.log': LOG };

  it('are one piece of evidence, and both archives are listed, whichever came first', async () => {
    const { inputs } = await listInputs([folder(files)]);
    const seen = [];
    for (const order of [inputs, inputs.toReversed(), [...inputs, ...inputs]]) {
      const evidence = await read(order);
      const log = [...evidence.values()].filter((e) => e.id === sha(LOG));
      expect(log).toHaveLength(1);
      seen.push([log[0]?.name, log[0]?.containers]);
      expect(namesOf(log[0])).toEqual(['a.tgz', 'b.zip']);
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });

  it('are told apart where one name had other bytes before', async () => {
    const path = folder({ 'logs.tar': TAR });
    const opened = await open();
    const again = async (): Promise<unknown> =>
      await addEvidence(opened, { inputs: (await listInputs([path])).inputs, workers: 1 });
    await again();
    const longer = makeTar([{ name: 'pe.cfg', bytes: CONFIG }]);
    writeFileSync(join(path, 'logs.tar'), longer);
    await again();
    const config = (await opened.store.evidence()).find((e) => e.id === sha(CONFIG));
    await opened.close();
    expect(config?.containers.map((c) => c.sha256)).toEqual([sha(TAR), sha(longer)].sort());
  });
});

describe('an archive that is damaged half way', () => {
  /** What the ledger says of the archive itself: what was lost, and how many of its bytes stay unread. */
  async function losses(bytes: Uint8Array): Promise<[string, number, string][]> {
    const opened = await open();
    await addEvidence(opened, { inputs: (await listInputs([folder({ in: bytes })])).inputs, workers: 1 });
    const [ledger, evidence] = [await opened.store.ledger(), await opened.store.evidence()];
    await opened.close();
    const notes = new Map(evidence.filter((e) => !e.hashed).map((e) => [e.id, e]));
    for (const note of notes.values()) expect(note.containers.map((c) => c.sha256)).toEqual([sha(bytes)]);
    return ledger
      .filter((row) => notes.has(row.evidence))
      .map((row) => [row.reason, row.bytes, row.samples[0]?.text ?? '']);
  }

  it('accounts for its bytes behind the damage', async () => {
    const bytes = Buffer.from(gzipSync(LOG));
    bytes.fill(0xff, 600, 700);
    const [[reason, lost, text] = ['', 0, '']] = await losses(bytes);
    expect(reason).toBe('damaged');
    expect(lost).toBeGreaterThan(bytes.length - 1800);
    expect(lost).toBeLessThan(bytes.length - 500);
    expect(text).toContain(`${lost} packed bytes stay unread`);
  });

  it('accounts for all that follows a broken header of a tar', async () => {
    const cut = 512 + Math.ceil(LOG.length / 512) * 512;
    const bytes = Buffer.from(TAR);
    bytes.fill('x', cut, cut + 512);
    const [[reason, lost] = ['', 0]] = await losses(bytes);
    expect([reason, lost]).toEqual(['damaged', TAR.length - cut - 512]);
  });

  it('accounts for what stands behind compressed data, and for nothing where the end is missing', async () => {
    const hidden = Buffer.concat([gzipSync(LOG), Buffer.from('hidden')]);
    expect((await losses(hidden)).map(([reason, lost]) => [reason, lost])).toEqual([['trailing-data', 6]]);
    const cut = gzipSync(LOG).subarray(0, 900);
    expect((await losses(cut)).map(([reason, lost]) => [reason, lost])).toEqual([['truncated', 0]]);
  });

  it('leaves a trace even when it holds no file', async () => {
    const [[reason, lost] = ['', -1]] = await losses(makeZip([]));
    expect([reason, lost]).toEqual(['no-files', 0]);
  });
});
