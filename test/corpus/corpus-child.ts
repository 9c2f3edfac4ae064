import { Case } from '../../src/assess/case.ts';
import { conclude } from '../../src/assess/conclude/index.ts';
import { listInputs } from '../../src/assess/ingest/inputs.ts';
import { addEvidence } from '../../src/assess/ingest/run.ts';
import { readContent } from '../../src/base/package-root.ts';

// Assesses folders in a process of its own, so that its peak memory can be measured; prints figures as JSON.
const [folder, ...paths] = process.argv.slice(2);
const now = Date.parse('2026-11-22T00:00:00Z');
const opened = await Case.open({
  folder: folder ?? null,
  now,
  key: new Uint8Array(32).fill(7),
  content: readContent(),
});
const { inputs } = await listInputs(paths);
await addEvidence(opened, { inputs, workers: 1 });
const options = { asOf: now, since: null, until: null, jurisdictions: ['US'], facts: {} };
const answers = await conclude(opened, options);
const ledger = new Map<string, number>();
for (const row of answers.ledger) ledger.set(row.evidence, (ledger.get(row.evidence) ?? 0) + row.bytes);
const wrong = answers.files.filter((f) => (ledger.get(f.id) ?? 0) !== f.size).map((f) => f.name);
const crashes = answers.ledger.filter((r) => r.reason === 'reader error' || r.reason === 'unaccounted bytes');
const named = new Map(answers.files.map((f) => [f.id, f.name]));
const out = {
  inputs: inputs.length,
  files: answers.evidence.files,
  duplicates: answers.evidence.duplicates.length,
  bytes: answers.evidence.bytes,
  read: answers.evidence.readBytes,
  setAside: answers.evidence.setAsideBytes,
  notUnderstood: answers.evidence.notUnderstoodBytes,
  failed: answers.evidence.failedBytes,
  unknown: answers.evidence.unknownFiles,
  kinds: answers.evidence.kinds,
  devices: answers.devices.length,
  findings: answers.findings.length,
  wrong,
  crashes: crashes.map(
    (r) => `${named.get(r.evidence)}: ${r.reason} ${r.samples.map((s) => s.text).join('; ')}`,
  ),
  peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
};
await opened.close();
process.stdout.write(`${JSON.stringify(out)}\n`);
