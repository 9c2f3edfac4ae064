import { expect, it } from 'vitest';
import type { CaseStore } from '../../src/store/contract.ts';
import { digest, idOf, MARK, pack } from './case-parts.ts';

/** The part of the contract about how evidence ends: with all that belongs to it, and once. */
export function finishesAtOnce(make: () => Promise<CaseStore>): void {
  it('takes the same bytes once, though both pieces of them end at the same moment', async () => {
    const store = await make();
    const handles = [await store.begin(), await store.begin()];
    const ends = handles.map(async (handle, i) =>
      store.finish(handle, digest({ seed: 'a', name: `${i}.log` }), MARK),
    );
    expect((await Promise.all(ends)).map((f) => f.outcome).toSorted()).toEqual(['added', 'duplicate']);
    expect((await store.evidence()).map((e) => e.name)).toEqual(['0.log']);
    expect(await store.duplicates()).toEqual([{ name: '1.log', of: idOf('a') }]);
    expect(await store.ledger()).toHaveLength(1);
    await store.close();
  });

  it('keeps intelligence with the evidence that it is, also when its bytes are there already', async () => {
    const store = await make();
    for (const id of ['first', 'again']) {
      const handle = await store.begin();
      expect(await store.packs()).toHaveLength(id === 'first' ? 0 : 1);
      await store.finish(handle, { ...digest({ seed: 'list' }), packs: [pack(id)] }, MARK);
    }
    expect(await store.packs()).toEqual([pack('again'), pack('first')]);
    expect(await store.evidence()).toHaveLength(1);
    await store.close();
  });

  it('keeps what a run was given until it is struck out, by name and path', async () => {
    const store = await make();
    const [a, b] = [
      { name: 'a.log', path: '/one/a.log' },
      { name: 'a.log', path: '/two/a.log' },
    ];
    const stream = { name: 'stdin', path: null };
    await store.expect([stream, b, a]);
    await store.expect([a]);
    expect(await store.awaited()).toEqual([a, b, stream]);
    await store.arrived([b, stream, { name: 'never given', path: null }]);
    expect(await store.awaited()).toEqual([a]);
    await store.close();
  });
}
