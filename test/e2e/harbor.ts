import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Case } from '../../src/assess/case.ts';
import { conclude } from '../../src/assess/conclude/index.ts';
import { listInputs } from '../../src/assess/ingest/inputs.ts';
import { addEvidence } from '../../src/assess/ingest/run.ts';
import { readContent } from '../../src/base/package-root.ts';
import type { Answers } from '../../src/model/answers.ts';
import { TEST_KEY } from '../find-once.ts';

/** Root of the example; paths are relative to the checkout, as a user would type them. */
export const HARBOR = 'examples/harbor-telecom';

/** The day after the example's evidence ends, in the morning. */
export const HARBOR_NOW: number = Date.parse('2026-11-14T09:00:00Z');

const CONTENT = readContent();

/** One entry of the answer key. */
export interface KeyEntry {
  readonly check: string;
  readonly device: string;
  readonly why: string;
  readonly at?: string;
  readonly needs?: string;
  readonly optional?: boolean;
}

/** What the generator planted. Only tests read it. */
export interface AnswerKey {
  readonly hit: readonly KeyEntry[];
  readonly quiet: readonly KeyEntry[];
  readonly cannotTell: readonly KeyEntry[];
  readonly notUnderstood: readonly { readonly path: string }[];
  readonly scope: {
    readonly since: string;
    readonly callRecords: {
      readonly lower: { readonly bulkRows: number };
      readonly upper: { readonly rows: number };
    };
    readonly intercept: { readonly lower: { readonly targetsListed: number } };
    readonly devicesTouched: readonly string[];
  };
}

/** Reads the answer key. */
export function readKey(): AnswerKey {
  return JSON.parse(readFileSync(join(HARBOR, 'answer-key.json'), 'utf8')) as AnswerKey;
}

/** Opens a case for the example; null keeps it in memory. */
export async function openHarbor(folder: string | null): Promise<Case> {
  return await Case.open({
    folder,
    now: HARBOR_NOW,
    key: TEST_KEY,
    content: CONTENT,
    id: '0123456789abcdef',
  });
}

/** Adds files to a case of the example. */
export async function addPaths(opened: Case, paths: readonly string[]): Promise<void> {
  const { inputs } = await listInputs(paths);
  await addEvidence(opened, { inputs, workers: 1 });
}

/** The answers of a case of the example. */
export async function concludeHarbor(opened: Case): Promise<Answers> {
  const facts = { 'entity.usCarrier': true, 'registrant.public': false };
  return await conclude(opened, { asOf: HARBOR_NOW, since: null, until: null, jurisdictions: ['US'], facts });
}

/** Evidence and intelligence of the example. */
export const HARBOR_PATHS: readonly string[] = [`${HARBOR}/evidence`, `${HARBOR}/intel`].filter((p) =>
  existsSync(p),
);

/** The subject that a name of the answer key stands for. */
export function subjectOf(device: string, answers: Answers): string {
  return answers.devices.some((d) => d.id === `system:${device}`) ? `system:${device}` : device;
}
