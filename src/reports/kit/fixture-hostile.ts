// Synthetic: a case in which every text that comes from evidence ends in the same words. Not part of the product.
import type { Answers } from '../../model/answers.ts';
import { richAnswers } from './fixture.ts';

/** Members that hold text from evidence or from people, in any noun of the answers. */
const TEXTS: ReadonlySet<string> = new Set(
  (
    'accounts addresses against ambiguous asks because caseId cheapest citation counsel depthSentence devices fact ' +
    'hitDevices exposedDevices holds id limits lowerBecause model name names next note notes of origin origins ' +
    'otherExplanations platform question reason role sentence serials shows site startEvent statement subject ' +
    'subjects system systems text tellSentence tighten title unseenDevices upperBecause vendor what whom why whoSentence by device'
  ).split(' '),
);

/** Nouns whose ids are ours, not text: they keep their form. */
const OWN_ID = /^(?:[FI]-|[0-9a-f]{64}$|indicator--|builtin:|us-|eu-|xx-)/;

function changed(value: unknown, key: string, change: (text: string) => string): unknown {
  if (typeof value === 'string') return TEXTS.has(key) && !OWN_ID.test(value) ? change(value) : value;
  if (Array.isArray(value)) return value.map((item) => changed(item, key, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, changed(v, k, change)]));
}

/** The rich case with `payload` at the end of every text; intelligence and checks are left as they are. */
export function hostileAnswers(payload: string): Answers {
  const rich = richAnswers();
  const all = changed(rich, '', (text) => text + payload) as Answers;
  return { ...all, intelligence: rich.intelligence, checks: rich.checks };
}
