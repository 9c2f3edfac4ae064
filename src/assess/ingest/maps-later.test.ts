import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readContent } from '../../base/package-root.ts';
import { Case } from '../case.ts';
import { listInputs } from './inputs.ts';
import { addEvidence } from './run.ts';

const root = mkdtempSync(join(tmpdir(), 'seawall-maps-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const LOG = `When;Who;Did;Subscriber;Outcome
2026-10-20T02:13:07Z;a.reyes;lookup;+1 202 555 0101;OK
2026-10-20T02:14:07Z;a.reyes;lookup;+1 202 555 0102;OK
`;
const MAP = `id: own-crm
title: Synthetic customer system
verifiedOn: 2026-11-22
form: csv
system: own-crm
class: crm
required: [When, Who, Did, Subscriber]
time: { column: When, format: iso, zone: UTC }
columns: { actor: Who, action: Did, result: Outcome }
object: { value: Subscriber, kind: msisdn }
actions: { lookup: view }
results: { ok: success }
`;

async function read(content: ReadonlyMap<string, string>, paths: readonly string[]): Promise<string[]> {
  const now = Date.UTC(2026, 10, 22);
  const opened = await Case.open({ folder: join(root, 'case'), now, key: new Uint8Array(32), content });
  await addEvidence(opened, { inputs: (await listInputs(paths)).inputs, workers: 1 });
  const accesses = await opened.store.records({ origins: null, kinds: ['access'] });
  const sources = (await opened.store.evidence()).map((e) => e.source ?? 'unknown');
  await opened.close();
  return [...sources, ...accesses.map((r) => `${r.origin} ${new Date(r.at ?? 0).toISOString()}`)];
}

it('reads evidence again when a column map for it comes later', async () => {
  const log = join(root, 'export.csv');
  writeFileSync(log, LOG);
  const content = readContent();
  expect(await read(content, [log])).toEqual(['unknown']);
  expect(await read(new Map([...content, ['access-maps/user-own.yaml', MAP]]), [])).toEqual([
    'access/column-map',
    'system:own-crm 2026-10-20T02:13:07.000Z',
    'system:own-crm 2026-10-20T02:14:07.000Z',
  ]);
});
