import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { digest, MARK } from '../../test/contract/case-parts.ts';
import { CASE_FILE } from '../assess/ingest/inputs.ts';
import { packageVersion } from '../base/package-root.ts';
import { openSqliteCase } from '../store/engines/sqlite/engine.ts';
import { UserError } from './errors.ts';
import { type openStore, readAnswers } from './opening.ts';
import { resolveSettings } from './settings/resolve.ts';

const root = mkdtempSync(join(tmpdir(), 'seawall-opening-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let count = 0;

const CURRENT = { schema: 'seawall.answers/1', version: packageVersion(), files: [] as object[] };

/** Reads the answers of a case that holds this text as answers; tells what was said on standard error too. */
async function read(
  kept: object,
  prepare: (store: Awaited<ReturnType<typeof openStore>>) => Promise<void> = async () => {},
): Promise<{ answers: unknown; said: string }> {
  const folder = mkdtempSync(join(root, `${(count += 1)}-`));
  const store = await openSqliteCase(join(folder, CASE_FILE), { id: 'a1', created: 0, anchor: 0 });
  await store.saveAnswers(JSON.stringify(kept));
  await prepare(store);
  await store.close();
  const said: string[] = [];
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  try {
    const settings = await resolveSettings({
      flags: { case: folder },
      environment: {},
      projectFile: join(folder, 'none'),
      userFile: join(folder, 'none'),
    });
    return { answers: await readAnswers(settings), said: said.join('') };
  } finally {
    spy.mockRestore();
  }
}

describe('answers that are kept in a case', () => {
  it('of this version are read in silence', async () => {
    expect(await read(CURRENT)).toEqual({ answers: CURRENT, said: '' });
  });

  it.each([
    ['another schema', { ...CURRENT, schema: 'seawall.answers/0' }],
    ['another version', { ...CURRENT, version: '0.0.1' }],
    ['a build that did not keep containers yet', { ...CURRENT, files: [{ id: 'a', name: 'a.log' }] }],
    ['nobody knows whom', { answers: true }],
  ])('by %s are refused with words, not taken for whole', async (_by, kept) => {
    const refused = await read(kept).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UserError);
    expect((refused as UserError).code).toBe('old-answers');
  });

  it('that evidence has come after, or that a run was cut off after, are read with a word about it', async () => {
    const more = await read(CURRENT, async (store) => {
      await store.finish(await store.begin(), digest({ seed: 'late' }), MARK);
    });
    const cut = await read(CURRENT, async (store) => store.expect([{ name: 'x', path: root }]));
    for (const { said } of [more, cut]) expect(said).toMatch(/assess --case/);
    const gone = await read(CURRENT, async (store) => store.expect([{ name: 'x', path: join(root, 'no') }]));
    expect(gone.said).toBe('');
  });
});
