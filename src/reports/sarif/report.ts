import { canonicalJson } from '../../base/canonical-json.ts';
import { printable } from '../../base/printable.ts';
import { formatInstant } from '../../base/time.ts';
import type { Answers, CheckSummary } from '../../model/answers.ts';
import type { Report, ReportOptions } from '../kit/contract.ts';
import { plainJson } from '../kit/plain-json.ts';
import { artifacts, EVIDENCE_BASE } from './artifacts.ts';
import { message } from './message.ts';
import { levelOf, results } from './results.ts';

type Json = Readonly<Record<string, unknown>>;

// Numbers that code-scanning readers sort by: the middle of each CVSS band.
const SECURITY_SEVERITY = { critical: '9.5', high: '8.0', medium: '5.5', low: '2.5', info: '0.0' } as const;

function rule(check: CheckSummary): Json {
  return {
    id: printable(check.id, 200),
    shortDescription: message(check.title),
    fullDescription: message(check.asks),
    defaultConfiguration: { level: levelOf(check.severity) },
    properties: {
      class: check.class,
      'security-severity': SECURITY_SEVERITY[check.severity],
      tags: ['security', check.class, ...check.attack],
    },
  };
}

function tool(answers: Answers): Json {
  return {
    driver: { name: 'Seawall', version: answers.version, rules: answers.checks.map((check) => rule(check)) },
  };
}

function invocation(answers: Answers): Json {
  return {
    executionSuccessful: true,
    endTimeUtc: formatInstant(answers.asOf),
    toolExecutionNotifications: answers.limits.map((limit) => ({
      level: 'warning',
      message: message(limit),
    })),
  };
}

function properties(answers: Answers): Json {
  return {
    tlp: answers.marking,
    periodFrom: formatInstant(answers.period.from),
    periodTo: formatInstant(answers.period.to),
    areWeHit: answers.hit.answer,
  };
}

function* list(name: string, items: Iterable<Json>): Generator<string> {
  yield `,"${name}":[`;
  let first = true;
  for (const item of items) {
    yield `${first ? '' : ','}\n${canonicalJson(item)}`;
    first = false;
  }
  yield ']';
}

function* write(answers: Answers, options: ReportOptions): Generator<string> {
  yield '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{';
  yield `"tool":${canonicalJson(tool(answers))}`;
  yield `,"invocations":[${canonicalJson(invocation(answers))}]`;
  yield `,"automationDetails":${canonicalJson({ id: `seawall/${printable(answers.caseId, 200)}` })}`;
  yield `,"columnKind":"unicodeCodePoints"`;
  const base = { description: { text: 'The folder of evidence that was assessed.' } };
  yield `,"originalUriBaseIds":${canonicalJson({ [EVIDENCE_BASE]: base })}`;
  yield `,"properties":${canonicalJson(properties(answers))}`;
  yield* list('artifacts', artifacts(answers.files));
  yield* list('results', results(answers, options.includeClear === true));
  yield '}]}\n';
}

function* writePlain(answers: Answers, options: ReportOptions): Generator<string> {
  for (const piece of write(answers, options)) yield plainJson(piece);
}

/** SARIF 2.1.0: findings as failed results, what cannot be told as open ones, evidence as artifacts with hashes. */
export const sarif: Report = {
  id: 'sarif',
  title: 'SARIF 2.1.0 for code-scanning and ticket tools',
  extension: 'sarif',
  mediaType: 'application/sarif+json',
  write: writePlain,
};
