import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseIp4 } from '../../base/ip.ts';
import { readContent } from '../../base/package-root.ts';
import { forgeSet, forgeTemplate, forgeV9, pack } from '../../sources/kit/netflow/forge.ts';
import { forgeFrame, forgeIp, forgePcap, forgeUdp } from '../../sources/packets/capture/forge.ts';
import { Case } from '../case.ts';
import { conclude } from '../conclude/index.ts';
import { listInputs } from './inputs.ts';
import { type Added, addEvidence } from './run.ts';

const CONTENT = readContent();
const KEY = new Uint8Array(32).fill(7);
const NOW = Date.UTC(2026, 10, 22);
const LINE =
  '<189>Oct 20 02:13:07 pe-01 45: Oct 20 02:13:06.123 UTC: %SYS-5-CONFIG_I: Configured from console by neteng1 on vty0 (198.51.100.77)\n';
const LIST = '# shared list, synthetic\n198.51.100.77\n203.0.113.250\n';

let root = '';
let count = 0;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'seawall-run-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const path = join(root, String((count += 1)));
  mkdirSync(path);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return path;
}

async function open(): Promise<Case> {
  return await Case.open({
    folder: null,
    now: NOW,
    key: KEY,
    content: CONTENT,
    builtinIntel: false,
    id: 'a1',
  });
}

async function add(opened: Case, ...paths: string[]): Promise<Added> {
  return await addEvidence(opened, { inputs: (await listInputs(paths)).inputs, workers: 1 });
}

async function sightings(opened: Case): Promise<string[]> {
  const found = await opened.store.records({ origins: null, kinds: ['sighting'] });
  return found.map((r) => (r.kind === 'sighting' ? `${r.value} ${r.where}` : ''));
}

/** Everything that answers are worked out from, without the numbers of rows and the names of folders. */
async function state(opened: Case): Promise<unknown> {
  const { store } = opened;
  const evidence = (await store.evidence()).map(({ handle: _, ...rest }) => rest);
  const kinds = ['log', 'command', 'login', 'sighting', 'file'] as const;
  const records = await store.records({ origins: null, kinds });
  return {
    evidence,
    records,
    ledger: await store.ledger(),
    tracks: await store.tracks(),
    packs: await store.packs(),
  };
}

describe('intelligence that comes later', () => {
  it('makes evidence be read again, with the same outcome as if it had come first', async () => {
    const logs = folder({ 'core.log': LINE });
    const intel = folder({ 'shared.txt': LIST });
    const late = await open();
    await add(late, logs);
    expect(await sightings(late)).toEqual([]);
    const added = await add(late, intel);
    expect(added).toMatchObject({ again: 1, gone: [] });
    expect(await sightings(late)).toEqual(['198.51.100.77 syslog']);
    const early = await open();
    await add(early, intel);
    await add(early, logs);
    const together = await open();
    await add(together, logs, intel);
    expect(await state(late)).toEqual(await state(early));
    expect(await state(together)).toEqual(await state(early));
    for (const opened of [late, early, together]) await opened.close();
  });

  it('finds its values in archives too, each member once', async () => {
    const opened = await open();
    await add(opened, folder({ 'core.log.gz': gzipSync(LINE) }));
    await add(opened, folder({ 'shared.txt': LIST }));
    expect(await sightings(opened)).toEqual(['198.51.100.77 syslog']);
    expect(await opened.store.duplicates()).toEqual([]);
    await opened.close();
  });

  it('cannot be looked for in evidence that is gone, and says which', async () => {
    const logs = folder({ 'core.log': LINE, 'other.log': LINE.replaceAll('pe-01', 'pe-02') });
    const opened = await open();
    await add(opened, logs);
    rmSync(join(logs, 'core.log'));
    const added = await add(opened, folder({ 'shared.txt': LIST }));
    expect(added.gone.map((name) => name.split('/').at(-1))).toEqual(['core.log']);
    expect(await sightings(opened)).toHaveLength(1);
    expect(await opened.store.evidence()).toHaveLength(3);
    await opened.close();
  });

  it('that is already known reads nothing again', async () => {
    const opened = await open();
    const [logs, intel] = [folder({ 'core.log': LINE }), folder({ 'shared.txt': LIST })];
    await add(opened, logs, intel);
    expect(await add(opened, intel)).toMatchObject({ again: 0 });
    expect(await add(opened, logs)).toMatchObject({ again: 0 });
    await opened.close();
  });
});

describe('a run that was cut off', () => {
  /** A case that was given files of which it finished none, as a kill leaves it. */
  async function cut(...paths: string[]): Promise<Case> {
    const opened = await open();
    await opened.store.expect((await listInputs(paths)).inputs);
    return opened;
  }

  it('is gone on with, whatever the next run is given', async () => {
    const [logs, intel] = [folder({ 'core.log': LINE }), folder({ 'shared.txt': LIST })];
    const [opened, whole] = [await cut(intel), await open()];
    const told: string[] = [];
    const { inputs } = await listInputs([logs]);
    await addEvidence(opened, { inputs, workers: 1, resumed: (names) => told.push(...names) });
    expect(told.map((name) => name.split('/').at(-1))).toEqual(['shared.txt']);
    await add(whole, logs, intel);
    expect(await state(opened)).toEqual(await state(whole));
    expect(await sightings(opened)).toHaveLength(1);
    expect(await opened.store.awaited()).toEqual([]);
    expect(await add(opened)).toMatchObject({ read: 0, again: 0 });
  });

  it('of which a file is gone since leaves the case without a no, and says which', async () => {
    const logs = folder({ 'core.log': LINE, 'lost.log': LINE.replaceAll('pe-01', 'pe-02') });
    const opened = await cut(logs);
    rmSync(join(logs, 'lost.log'));
    await add(opened);
    const asked = { asOf: NOW, since: null, until: null, jurisdictions: [], facts: {} };
    const { limits, files } = await conclude(opened, asked);
    expect(files.map((f) => f.name.split('/').at(-1))).toEqual(['core.log']);
    expect(limits[0]).toContain('lost.log');
    writeFileSync(join(logs, 'lost.log'), LINE.replaceAll('pe-01', 'pe-02'));
    await add(opened);
    expect((await conclude(opened, asked)).limits.join(' ')).not.toContain('lost.log');
    await opened.close();
  });
});

describe('templates of flows', () => {
  const seconds = Date.UTC(2026, 9, 20, 2, 13) / 1000;
  const template = forgeSet(
    0,
    forgeTemplate(256, [
      [8, 4],
      [12, 4],
      [7, 2],
      [11, 2],
      [4, 1],
      [1, 4],
      [2, 4],
    ]),
  );
  const flow = pack(
    [parseIp4('198.51.100.7'), 4],
    [parseIp4('192.0.2.1'), 4],
    [51_000, 2],
    [22, 2],
    [6, 1],
    [900, 4],
    [9, 4],
  );
  const file = (...sets: Uint8Array[]): Uint8Array => {
    const payload = forgeV9({ seconds, sequence: 1 }, ...sets);
    const udp = forgeUdp(50_000, 2055, payload);
    const ip = forgeIp({ src: '10.0.0.1', dst: '10.250.0.51' }, { protocol: 17, payload: udp });
    return forgePcap([[seconds * 1000, forgeFrame(0x800, ip)]]);
  };
  const flowsOf = async (opened: Case): Promise<number> =>
    (await opened.store.evidence()).reduce((sum, e) => sum + e.flows, 0);

  it('that stand in another file are used, whichever came first', async () => {
    const data = folder({ 'data.pcap': file(forgeSet(256, flow)) });
    const templates = folder({ 'templates.pcap': file(template) });
    for (const order of [
      [data, templates],
      [templates, data],
    ] as const) {
      const opened = await open();
      for (const path of order) await add(opened, path);
      expect(await flowsOf(opened)).toBe(1);
      const reasons = (await opened.store.ledger()).map((row) => row.reason);
      expect(reasons).not.toContain('template missing');
      await opened.close();
    }
  });

  it('that no file has leave the data not understood, to the last byte', async () => {
    const opened = await open();
    const bytes = file(forgeSet(256, flow));
    await add(opened, folder({ 'data.pcap': bytes }));
    expect(await flowsOf(opened)).toBe(0);
    const ledger = await opened.store.ledger();
    expect(ledger.find((row) => row.state === 'not-understood')?.reason).toBe('template missing');
    expect(ledger.reduce((sum, row) => sum + row.bytes, 0)).toBe(bytes.length);
    await opened.close();
  });

  it('that two files define in different ways are used by neither', async () => {
    const other = forgeSet(
      0,
      forgeTemplate(256, [
        [12, 4],
        [8, 4],
        [7, 2],
        [11, 2],
        [4, 1],
        [1, 4],
        [2, 4],
      ]),
    );
    const opened = await open();
    await add(opened, folder({ 'data.pcap': file(forgeSet(256, flow)) }));
    await add(opened, folder({ 'one.pcap': file(template) }));
    expect(await flowsOf(opened)).toBe(1);
    await add(opened, folder({ 'two.pcap': file(other) }));
    expect(await flowsOf(opened)).toBe(0);
    await opened.close();
  });
});

describe('evidence', () => {
  it('given twice, under two names, and in an archive counts once', async () => {
    const opened = await open();
    const given = folder({ 'a.log': LINE, 'b.log': LINE, 'c.log.gz': gzipSync(LINE) });
    await add(opened, given);
    await add(opened, given);
    const logs = (await opened.store.evidence()).filter((e) => e.source === 'logs/syslog');
    expect(logs.map((e) => e.name.split('/').at(-1))).toEqual(['a.log']);
    expect(await opened.store.duplicates()).toHaveLength(2);
    expect((await opened.store.tracks()).filter((t) => t.kind === 'syslog').map((t) => t.count)).toEqual([1]);
    await opened.close();
  });

  it('that is empty or unknown is kept too, so that nobody thinks it was not given', async () => {
    const opened = await open();
    await add(opened, folder({ empty: '', 'strange.bin': Uint8Array.from([1, 2, 255, 0]) }));
    expect((await opened.store.evidence()).map((e) => [e.size, e.source])).toEqual([
      [0, null],
      [4, null],
    ]);
    await opened.close();
  });

  it('tells its progress to the last byte', async () => {
    const path = folder({ 'a.log': LINE.repeat(50), 'b.log': 'unknown' });
    const opened = await open();
    let last = { bytes: 0, total: 0 as number | null };
    await addEvidence(opened, {
      inputs: (await listInputs([path])).inputs,
      workers: 1,
      progress: (p) => (last = p),
    });
    expect(last.bytes).toBe(last.total);
    expect(last.total).toBe(LINE.length * 50 + 7);
    await opened.close();
  });
});
