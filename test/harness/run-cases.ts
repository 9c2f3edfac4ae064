import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CHECKS } from '../../src/checks/index.ts';
import { findOnce } from '../find-once.ts';
import { type FlowRow, flowCapture } from './flow-capture.ts';

/**
 * A case of a check: evidence as text, and the verdict that it must give. `flows` become a NetFlow capture, `intel` is
 * a bundle or list. Times in the text decide the period unless `since` and `until` are given.
 */
export interface CheckCase {
  readonly about: string;
  /** `synthetic`, or where the text comes from. */
  readonly source: string;
  readonly evidence?: readonly { readonly name: string; readonly text: string }[];
  readonly flows?: readonly FlowRow[];
  readonly intel?: string;
  readonly since?: string;
  readonly until?: string;
  readonly expect: {
    readonly subject: string;
    readonly answer: 'hit' | 'clear' | 'cannot-tell';
    /** Number of findings of this check on the subject, where it matters. */
    readonly findings?: number;
    /** Words that the titles of the findings, together, must hold. */
    readonly says?: readonly string[];
    /** Words of proof: each must stand in some line of proof. */
    readonly proof?: readonly string[];
    /** Code of a reason that a cannot-tell must give. */
    readonly reason?: string;
  };
}

function evidenceOf(one: CheckCase): { name: string; bytes: Uint8Array }[] {
  const encoder = new TextEncoder();
  const out: { name: string; bytes: Uint8Array }[] = (one.evidence ?? []).map((e) => ({
    name: e.name,
    bytes: encoder.encode(e.text),
  }));
  if (one.flows) out.push({ name: 'flows.pcap', bytes: flowCapture(one.flows) });
  if (one.intel) out.push({ name: 'intel', bytes: encoder.encode(one.intel) });
  return out;
}

async function runCase(check: string, one: CheckCase): Promise<void> {
  const checks = CHECKS.filter((c) => c.id === check);
  expect(checks.length, `${check} is not in src/checks/index.ts`).toBe(1);
  const found = await findOnce(evidenceOf(one), { since: one.since, until: one.until, checks });
  const verdict = found.evaluation.verdicts.find(
    (v) => v.check === check && v.subject === one.expect.subject,
  );
  const known = found.material.devices.map((d) => `${d.id} (${d.sort})`).join(', ');
  expect(verdict, `no verdict of ${check} on ${one.expect.subject}; devices: ${known}`).toBeDefined();
  const reasons = verdict?.reasons.map((r) => `${r.code}: ${r.text}`).join(' | ') ?? '';
  const own = found.findings.filter((f) => f.check === check && f.subject === one.expect.subject);
  const titles = own.map((f) => f.title).join(' | ');
  expect(verdict?.answer, `${one.about}\n${reasons}\n${titles}`).toBe(one.expect.answer);
  if (one.expect.findings !== undefined) expect(own.length, titles).toBe(one.expect.findings);
  for (const word of one.expect.says ?? []) expect(titles).toContain(word);
  const proof = own
    .flatMap((f) => f.proof)
    .map((p) => `${p.text} ${p.shows}`)
    .join('\n');
  for (const word of one.expect.proof ?? []) expect(proof).toContain(word);
  if (one.expect.reason) expect(verdict?.reasons.map((r) => r.code)).toContain(one.expect.reason);
  for (const finding of own) {
    expect(finding.proof.length, 'a finding without proof').toBeGreaterThan(0);
    for (const p of finding.proof) expect(p.ref.evidence).toMatch(/^[0-9a-f]{64}$/);
  }
}

/** Runs every file of the `cases` folder beside a check's test through the whole arrow. */
export function runCases(folder: string): void {
  const check = basename(folder);
  describe(`cases of ${check}`, () => {
    for (const file of readdirSync(join(folder, 'cases')).sort()) {
      const one = parse(readFileSync(join(folder, 'cases', file), 'utf8')) as CheckCase;
      it(`${file}: ${one.about}`, async () => {
        await runCase(check, one);
        const wanted = file.startsWith('hit-') ? 'hit' : file.startsWith('quiet-') ? 'clear' : 'cannot-tell';
        expect(one.expect.answer, 'the name of the file says another answer').toBe(wanted);
      });
    }
  });
}
