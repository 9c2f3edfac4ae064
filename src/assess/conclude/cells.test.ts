import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { memoryInput, TEST_KEY } from '../../../test/find-once.ts';
import { readContent } from '../../base/package-root.ts';
import { CHECKS } from '../../checks/index.ts';
import type { Check } from '../../checks/kit/contract.ts';
import { Case } from '../case.ts';
import { listInputs } from '../ingest/inputs.ts';
import { addEvidence } from '../ingest/run.ts';
import { type Found, findAll } from './found.ts';

const CONTENT = readContent();
const NOW = Date.UTC(2026, 10, 22);
const config = (name: string, day: number, more = ''): string => `${name}#show clock
02:00:25.123 UTC Thu Oct ${day} 2026
${name}#show running-config
Building configuration...

Current configuration : 4000 bytes
!
! synthetic
version 17.6
service timestamps log datetime msec show-timezone
!
hostname ${name}
!
${more}
line vty 0 4
 transport input ssh
!
end

${name}#exit
`;
const log = (name: string): string =>
  `<189>Oct 20 02:13:07 ${name} 45: Oct 20 02:13:06.123 UTC: %SYS-5-CONFIG_I: Configured from console by a on vty0 (192.0.2.10)\n`;

const open: Case[] = [];
afterEach(async () => {
  for (const opened of open.splice(0)) await opened.close();
});

async function caseWith(files: Readonly<Record<string, string>>): Promise<Case> {
  const opened = await Case.open({
    folder: null,
    now: NOW,
    key: TEST_KEY,
    content: CONTENT,
    builtinIntel: false,
    id: 'a1',
  });
  open.push(opened);
  await give(opened, files);
  return opened;
}

async function give(opened: Case, files: Readonly<Record<string, string>>): Promise<void> {
  const inputs = Object.entries(files).map(([name, text]) =>
    memoryInput(name, new TextEncoder().encode(text)),
  );
  await addEvidence(opened, { inputs, workers: 1 });
}

async function find(
  opened: Case,
  checks: readonly Check[] = CHECKS,
  more: { until?: number } = {},
): Promise<Found> {
  const since = Date.UTC(2026, 9, 1);
  return await findAll(opened, { checks, asOf: NOW, since, until: more.until ?? Date.UTC(2026, 10, 1) });
}

/** Checks that count how often they are asked, by subject. */
function counted(fleet: boolean): { check: Check; asked: string[] } {
  const asked: string[] = [];
  const [model] = CHECKS.filter((c) => c.needs.length === 1 && c.subjects.includes('router'));
  const check: Check = {
    ...(model as Check),
    id: fleet ? 'counted-fleet' : 'counted-own',
    fleet,
    subjects: ['router'],
    applies: () => true,
    evaluate: (view) => {
      asked.push(view.device.id);
      return [];
    },
  };
  return { check, asked };
}

const FILES = { 'a.cfg': config('pe-01', 15), 'b.cfg': config('pe-02', 15), 'c.log': log('pe-02') };

describe('cells', () => {
  it('are all worked out the first time and none the second, with the same outcome', async () => {
    const opened = await caseWith(FILES);
    const first = await find(opened);
    const second = await find(opened);
    expect(first.evaluation.reused).toBe(0);
    expect(first.evaluation.computed).toBe(first.evaluation.verdicts.length);
    expect(second.evaluation).toMatchObject({ computed: 0, reused: first.evaluation.computed });
    expect(second.evaluation.verdicts).toEqual(first.evaluation.verdicts);
    expect(second.findings).toEqual(first.findings);
  });

  it('of one device only are worked out again when a file of that device comes, and all that look at the fleet', async () => {
    const opened = await caseWith(FILES);
    const own = counted(false);
    const fleet = counted(true);
    const checks = [own.check, fleet.check];
    await find(opened, checks);
    own.asked.length = 0;
    fleet.asked.length = 0;
    await give(opened, { 'd.cfg': config('pe-01', 22, 'ip http server\n!') });
    const again = await find(opened, checks);
    expect(own.asked).toEqual(['pe-01']);
    expect(fleet.asked.sort()).toEqual(['pe-01', 'pe-02']);
    expect(again.evaluation).toMatchObject({ computed: 3, reused: 1 });
  });

  it('are worked out again when another period is asked for', async () => {
    const opened = await caseWith(FILES);
    const { check, asked } = counted(false);
    await find(opened, [check]);
    await find(opened, [check], { until: Date.UTC(2026, 10, 2) });
    expect(asked.sort()).toEqual(['pe-01', 'pe-01', 'pe-02', 'pe-02']);
  });

  it('give the same whether they were kept or worked out in one go', async () => {
    const more = { 'd.cfg': config('pe-01', 22, 'ip http server\n!'), 'e.log': log('pe-01') };
    const slowly = await caseWith(FILES);
    await find(slowly);
    await give(slowly, more);
    const atOnce = await caseWith({ ...FILES, ...more });
    const [kept, fresh] = [await find(slowly), await find(atOnce)];
    expect(kept.evaluation.reused).toBeGreaterThan(0);
    expect(kept.evaluation.verdicts).toEqual(fresh.evaluation.verdicts);
    expect(kept.findings).toEqual(fresh.findings);
    expect(kept.findings.map((f) => f.check)).toContain('http-server-exposed');
  });

  it('of checks that are no longer asked are dropped', async () => {
    const opened = await caseWith(FILES);
    await find(opened);
    const { check } = counted(false);
    await find(opened, [check]);
    expect(new Set((await opened.store.cells()).map((c) => c.check))).toEqual(new Set(['counted-own']));
  });
});

describe('evidence that was away while intelligence came', () => {
  const told = log('pe-02').replace('192.0.2.10', '198.51.100.77');

  it('shows, when it is back, what the intelligence finds in it', async () => {
    const root = mkdtempSync(join(tmpdir(), 'seawall-cells-'));
    const path = join(root, 'b.log');
    writeFileSync(path, log('pe-02') + told);
    const opened = await caseWith({ first: '# shared, synthetic\n192.0.2.10\n192.0.2.250\n' });
    const { inputs } = await listInputs([path]);
    await addEvidence(opened, { inputs, workers: 1 });
    renameSync(path, `${path}.away`);
    await give(opened, { second: '# shared too, synthetic\n198.51.100.77\n203.0.113.250\n' });
    const without = await find(opened);
    renameSync(`${path}.away`, path);
    await give(opened, {});
    const back = await find(opened);
    const seen = ({ findings }: Found): boolean => JSON.stringify(findings).includes('198.51.100.77');
    expect([seen(without), seen(back)]).toEqual([false, true]);
    rmSync(root, { recursive: true, force: true });
  });
});

describe('what changes a verdict without a new hit', () => {
  it('is seen although the hits were kept: a configuration that is cut off makes clear into cannot-tell', async () => {
    const opened = await caseWith({ 'a.cfg': config('pe-01', 15) });
    const before = await find(opened);
    await give(opened, { 'cut.cfg': config('pe-01', 16).replace('end\n', '').replace('pe-01#exit\n', '') });
    const after = await find(opened);
    const answer = (found: Found): string | undefined =>
      found.evaluation.verdicts.find((v) => v.check === 'secret-weak')?.answer;
    expect([answer(before), answer(after)]).toEqual(['clear', 'cannot-tell']);
  });
});
