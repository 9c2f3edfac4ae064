import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { OpenCase } from '../../src/store/engines/index.ts';
import { idOf } from './case-parts.ts';
import { writeAndWait } from './writer.ts';

/** Another process that finishes one piece of evidence, is in the middle of a second one, and waits to be killed. */
async function writer(engine: string, path: string): Promise<ChildProcess> {
  const file = JSON.stringify(join(import.meta.dirname, 'writer.ts'));
  const args = JSON.stringify([engine, path]);
  const code = `import(${file}).then((writer) => writer.${writeAndWait.name}(...${args}))`;
  const child = spawn(process.execPath, ['--no-warnings', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

/** The part of the contract about crashes and about two processes. */
export function survivesBeingKilled(name: string, place: () => { open: OpenCase; path: string }): void {
  it('killed between records and finish keeps what was finished and nothing of the rest', async () => {
    const { open, path } = place();
    const child = await writer(name, path);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const store = await open(path, { id: 'x', created: 0, anchor: 0 });
    expect((await store.evidence()).map((e) => e.id)).toEqual([idOf('whole')]);
    const kept = await store.records({ origins: null, kinds: ['log'] });
    expect(new Set(kept.map((r) => r.ref.evidence))).toEqual(new Set([idOf('whole')]));
    expect(kept).toHaveLength(500);
    const handle = await store.begin();
    await store.drop(handle);
    expect(await store.recordSources()).toHaveLength(1);
    await store.close();
  });

  it('lets another process look on while evidence is read, without harm to it', async () => {
    const { open, path } = place();
    const child = await writer(name, path);
    const onlooker = await open(path, { id: 'x', created: 0, anchor: 0 });
    expect((await onlooker.evidence()).map((e) => e.id)).toEqual([idOf('whole')]);
    await onlooker.close();
    child.kill('SIGTERM'); // The writer then finishes what it was at.
    await once(child, 'exit');
    const store = await open(path, { id: 'x', created: 0, anchor: 0 });
    expect((await store.evidence()).map((e) => e.id)).toEqual([idOf('cut'), idOf('whole')]);
    expect(await store.records({ origins: ['name:cut'], kinds: ['log'] })).toHaveLength(500);
    await store.close();
  });
}
