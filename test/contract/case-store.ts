import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SeawallRecord } from '../../src/model/record.ts';
import type { CaseStore, ReadMark } from '../../src/store/contract.ts';
import type { OpenCase } from '../../src/store/engines/index.ts';
import { digest, idOf, MARK, pack, record } from './case-parts.ts';
import { finishesAtOnce } from './case-store-ends.ts';
import { survivesBeingKilled } from './case-store-killed.ts';

/** What every engine for the state of a case must do: the MUST words of src/store/contract.ts, one test each. */
export function caseStoreContract(name: string, load: () => Promise<OpenCase>): void {
  describe(`the ${name} engine`, () => {
    let root = '';
    let count = 0;
    let open: OpenCase;
    beforeAll(async () => {
      root = mkdtempSync(join(tmpdir(), `seawall-${name}-`));
      open = await load();
    });
    afterAll(() => rmSync(root, { recursive: true, force: true }));
    const path = (): string => join(root, `${(count += 1)}.case`);
    const fresh = { id: 'a1b2c3d4e5f60718', created: 1000, anchor: 2000 };
    const store = (): Promise<CaseStore> => open(path(), fresh);

    keepsSettings(() => ({ open, path: path() }), fresh);
    keepsEvidence(store);
    keepsContainers(store);
    finishesAtOnce(store);
    scansRecords(store);
    replacesEvidence(store);
    keepsOrder(store);
    keepsWork(store);
    survivesBeingKilled(name, () => ({ open, path: path() }));
  });
}

type Place = () => { readonly open: OpenCase; readonly path: string };
type Make = () => Promise<CaseStore>;

function keepsSettings(place: Place, fresh: Parameters<OpenCase>[1]): void {
  it('keeps the settings that a case was begun with, whatever it is opened with later', async () => {
    const { open, path } = place();
    const first = await open(path, fresh);
    expect(first.settings).toMatchObject(fresh);
    await first.close();
    const again = await open(path, { id: 'other', created: 9, anchor: 9 });
    expect(again.settings).toEqual(first.settings);
    await again.close();
  });
}

/** Adds a piece of evidence in one go. */
async function add(
  store: CaseStore,
  given: Parameters<typeof digest>[0] & {
    readonly records?: readonly SeawallRecord[];
    readonly mark?: Partial<ReadMark>;
  },
): Promise<Awaited<ReturnType<CaseStore['finish']>>> {
  const handle = await store.begin();
  await store.addRecords(handle, given.records ?? []);
  return await store.finish(handle, digest(given), { ...MARK, ...given.mark });
}

function keepsEvidence(make: Make): void {
  it('shows nothing of evidence before it is finished, and all of it after', async () => {
    const store = await make();
    const handle = await store.begin();
    await store.addRecords(handle, [record('a', { byte: 1 })]);
    expect(await store.records({ origins: null, kinds: ['log'] })).toEqual([]);
    expect(await store.recordSources()).toEqual([]);
    expect(await store.evidence()).toEqual([]);
    const finished = await store.finish(handle, digest({ seed: 'a' }), MARK);
    expect(finished).toEqual({ outcome: 'added', dropped: null });
    const [kept] = await store.records({ origins: null, kinds: ['log'] });
    expect(kept).toEqual(record('a', { byte: 1, evidence: idOf('a') }));
    const [evidence] = await store.evidence();
    expect(evidence).toMatchObject({ ...digest({ seed: 'a' }).evidence, handle, path: MARK.path });
    await store.close();
  });

  it('treats the same bytes under another name as a duplicate, named whatever the order', async () => {
    const shown = async (names: readonly string[]): Promise<unknown> => {
      const store = await make();
      for (const name of names) await add(store, { seed: 'a', name, records: [record('a')] });
      const [all, twice] = [await store.evidence(), await store.duplicates()];
      const records = await store.records({ origins: null, kinds: ['log'] });
      await store.close();
      return { names: all.map((e) => e.name), twice, records: records.length };
    };
    const wanted = {
      names: ['a.log'],
      twice: [
        { name: 'b.log', of: idOf('a') },
        { name: 'c.log', of: idOf('a') },
      ],
      records: 1,
    };
    for (const order of [
      ['a.log', 'b.log', 'c.log'],
      ['c.log', 'b.log', 'a.log'],
      ['b.log', 'c.log', 'a.log', 'b.log', 'c.log'],
    ])
      expect(await shown(order)).toEqual(wanted);
  });

  it('tells a duplicate, and which rows went', async () => {
    const store = await make();
    await add(store, { seed: 'a' });
    const handle = await store.begin();
    const finished = await store.finish(handle, digest({ seed: 'a' }), MARK);
    expect(finished).toEqual({ outcome: 'duplicate', dropped: handle });
    expect(await store.duplicates()).toEqual([]);
    await store.close();
  });
}

function scansRecords(make: Make): void {
  it('hands every record of a kind over once in batches, and lets other work go on in between', async () => {
    const store = await make();
    const many = Array.from({ length: 9001 }, (_, byte) => record('a', { byte }));
    await add(store, { seed: 'a', records: many });
    await add(store, { seed: 'b', records: [record('b', { byte: 3 })] });
    const unfinished = await store.begin();
    await store.addRecords(unfinished, [record('c')]);
    const seen: string[] = [];
    for await (const batch of store.eachRecord(['log', 'access'])) {
      expect(await store.evidence()).toHaveLength(2);
      expect(batch.length).toBeLessThan(9001);
      seen.push(...batch.map((r) => `${r.ref.evidence} ${r.ref.byte}`));
    }
    const wanted = [...many.map((r) => `${idOf('a')} ${r.ref.byte}`), `${idOf('b')} 3`];
    expect(seen.toSorted()).toEqual(wanted.toSorted());
    for await (const batch of store.eachRecord(['access'])) expect(batch).toEqual([]);
    await store.close();
  });
}

function keepsContainers(make: Make): void {
  it('keeps in which files evidence was packed, however often and in whatever order it is told', async () => {
    const store = await make();
    const [a, b, other] = [
      { name: 'a.tgz', sha256: idOf('a.tgz'), size: 7 },
      { name: 'b.zip', sha256: idOf('b.zip'), size: 8 },
      { name: 'b.zip', sha256: idOf('another b.zip'), size: 9 },
    ];
    await store.noteContainer(b, [idOf('a'), idOf('nobody')]);
    await add(store, { seed: 'a', name: 'b.zip!a.log' });
    await add(store, { seed: 'a', name: 'a.tgz!a.log' });
    await add(store, { seed: 'c' });
    for (const container of [a, other, a]) await store.noteContainer(container, [idOf('a')]);
    const both = [b, other].sort((x, y) => (x.sha256 < y.sha256 ? -1 : 1));
    const seen = async (): Promise<unknown> => (await store.evidence()).map((e) => e.containers);
    expect(await seen()).toEqual([[a, ...both], []]);
    await add(store, { seed: 'a', mark: { replaces: true } });
    expect(await seen()).toEqual([[a, ...both], []]);
    await store.close();
  });
}

function replacesEvidence(make: Make): void {
  it('puts evidence that was read again in the place of what it was, with its name and all its rows', async () => {
    const store = await make();
    await add(store, {
      seed: 'a',
      name: 'a.log',
      reason: 'old',
      records: [record('a'), record('a', { byte: 9 })],
    });
    const [before] = await store.evidence();
    const again = { seed: 'a', name: 'tmp/x', reason: 'new', records: [record('a', { byte: 5 })] };
    const finished = await add(store, { ...again, mark: { replaces: true, scannedWith: 'newer' } });
    expect(finished).toEqual({ outcome: 'replaced', dropped: before?.handle });
    expect((await store.evidence()).map((e) => [e.name, e.scannedWith])).toEqual([['a.log', 'newer']]);
    expect((await store.records({ origins: null, kinds: ['log'] })).map((r) => r.ref.byte)).toEqual([5]);
    expect((await store.ledger()).map((row) => row.reason)).toEqual(['new']);
    expect(await store.tracks()).toHaveLength(1);
    expect(await store.duplicates()).toEqual([]);
    await store.close();
  });

  it('drops a piece of evidence with all its rows, and no other', async () => {
    const store = await make();
    await add(store, { seed: 'a', records: [record('a')] });
    await add(store, { seed: 'b', records: [record('b')] });
    const gone = (await store.evidence()).find((e) => e.id === idOf('a'));
    await store.drop(gone?.handle ?? -1);
    const left = [await store.ledger(), await store.tracks(), await store.facts(), await store.templates()];
    for (const rows of left) expect(rows.map((row) => row.evidence)).toEqual([idOf('b')]);
    expect((await store.recordSources()).map((s) => s.evidence)).toEqual([idOf('b')]);
    expect(await store.ties()).toHaveLength(1);
    await store.close();
  });
}

function keepsOrder(make: Make): void {
  it('gives every list in the order stated, in whatever order evidence came', async () => {
    const seeds = ['a', 'b', 'c', 'd', 'e'];
    const lists = async (order: readonly string[]): Promise<unknown> => {
      const store = await make();
      for (const seed of order) {
        const records = [
          record(seed, { byte: 7, at: 5 }),
          record(seed, { byte: 3, at: 5 }),
          record(seed, { at: null }),
        ];
        await add(store, { seed, name: `${seed === 'c' ? 'z' : 'n'}.log`, records });
      }
      const bare = (await store.evidence()).map(({ handle: _, ...rest }) => rest);
      const all: unknown[] = [
        bare,
        await store.ledger(),
        await store.tracks(),
        await store.facts(),
        await store.ties(),
      ];
      const some = await store.records({ origins: ['name:b', 'name:a'], kinds: ['log'] });
      const every = await store.records({ origins: null, kinds: ['log', 'command'] });
      all.push(await store.templates(), await store.recordSources(), some, every);
      await store.close();
      return all;
    };
    const wanted = await lists(seeds);
    const times = (wanted as SeawallRecord[][])[8]?.map((r) => r.at);
    expect(times).toEqual([...seeds.map(() => null), ...seeds.flatMap(() => [5, 5])]);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(seeds, { minLength: 5 }), async (order) => {
        expect(await lists(order)).toEqual(wanted);
      }),
      { numRuns: 6 },
    );
  });

  it('finds records of thousands of origins, still in order of time', async () => {
    const store = await make();
    const origins = Array.from({ length: 1300 }, (_, i) => `name:d${i}`);
    const records = origins.map((origin, i) => record('a', { origin, at: 10_000 - i, byte: i }));
    await add(store, { seed: 'a', records });
    const found = await store.records({ origins: [...origins, 'name:nobody'], kinds: ['log'] });
    expect(found.map((r) => r.at)).toEqual(records.map((r) => r.at).toReversed());
    expect(await store.records({ origins: [], kinds: ['log'] })).toEqual([]);
    expect(await store.records({ origins: null, kinds: [] })).toEqual([]);
    await store.close();
  });
}

function keepsWork(make: Make): void {
  it('keeps packs of intelligence once, in order of id', async () => {
    const store = await make();
    for (const id of ['p2', 'p1', 'p2']) await store.savePack(pack(id));
    expect(await store.packs()).toEqual([pack('p1'), pack('p2')]);
    await store.close();
  });

  it('keeps the newest cell of each check and subject, and drops those that no longer exist', async () => {
    const store = await make();
    const cell = (subject: string, fingerprint: string) => ({ check: 'c', subject, fingerprint, hits: [] });
    await store.saveCells([cell('b', '1'), cell('a', '1')]);
    await store.saveCells([cell('a', '2')]);
    expect(await store.cells()).toEqual([cell('a', '2'), cell('b', '1')]);
    expect(await store.cell('c', 'a')).toEqual(cell('a', '2'));
    expect(await store.cell('c', 'x')).toBeNull();
    await store.keepCells(new Set(['c b']));
    expect(await store.cells()).toEqual([cell('b', '1')]);
    await store.close();
  });

  it('keeps the last word on a finding that was set aside', async () => {
    const store = await make();
    const aside = { finding: 'F-7KQ2MX', by: 'A. Reyes', why: 'planned', until: null, at: 5 };
    await store.suppress(aside);
    await store.suppress({ ...aside, why: "it's planned; DROP TABLE" });
    expect(await store.suppressions()).toEqual([{ ...aside, why: "it's planned; DROP TABLE" }]);
    await store.close();
  });

  it('keeps the newest answers, and has none at first', async () => {
    const store = await make();
    expect(await store.answers()).toBeNull();
    await store.saveAnswers('{"a":1}');
    await store.saveAnswers('{"a":"\\u0000 2"}');
    expect(await store.answers()).toBe('{"a":"\\u0000 2"}');
    await store.sync();
    await store.close();
  });
}
