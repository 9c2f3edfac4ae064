import { Case } from '../../src/assess/case.ts';
import { conclude } from '../../src/assess/conclude/index.ts';
import { listInputs } from '../../src/assess/ingest/inputs.ts';
import { addEvidence } from '../../src/assess/ingest/run.ts';
import { readContent } from '../../src/base/package-root.ts';

// Assesses one file in a process of its own, so that its peak memory can be told.
const path = process.argv[2] as string;
const now = Date.UTC(2026, 10, 22);
const folder = `${path}.case`;
const opened = await Case.open({ folder, now, key: new Uint8Array(32), content: readContent() });
const { inputs } = await listInputs([path]);
await addEvidence(opened, { inputs, workers: 2 });
const peakMiB = (): string => (process.resourceUsage().maxRSS / 1024).toFixed(0);
const read = peakMiB();
const options = { asOf: now, since: null, until: null, jurisdictions: ['US'], facts: {} };
const answers = await conclude(opened, options);
await opened.close();
const { user, system } = process.cpuUsage();
process.stdout.write(
  `${answers.devices.length} devices, ${answers.findings.length} findings, ${((user + system) / 1e6).toFixed(0)} s of CPU, peak memory ${peakMiB()} MiB (${read} MiB when all was read)\n`,
);
