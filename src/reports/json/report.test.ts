import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../base/canonical-json.ts';
import { PACKAGE_ROOT } from '../../base/package-root.ts';
import { richAnswers } from '../kit/fixture.ts';
import { emptyAnswers, largeAnswers } from '../kit/fixture-large.ts';
import { json } from './report.ts';
import { answersJsonSchema, answersSchema } from './schema.ts';

const options = { color: false, width: 80 };
const write = (answers: ReturnType<typeof richAnswers>): string => [...json.write(answers, options)].join('');

describe('JSON report', () => {
  it('is the canonical JSON of the answers and a newline, but for escapes that change nothing', () => {
    expect(write(emptyAnswers())).toBe(`${canonicalJson(emptyAnswers())}\n`);
    expect(write(richAnswers())).toBe(`${canonicalJson(richAnswers()).replaceAll('\u202e', '\\u202e')}\n`);
  });

  it('reads back as the same answers', () => {
    expect(JSON.parse(write(richAnswers()))).toEqual(richAnswers());
  });

  it('does not depend on the order in which members were set', () => {
    const turned = Object.fromEntries(Object.entries(richAnswers()).toReversed());
    expect(write(turned as unknown as ReturnType<typeof richAnswers>)).toBe(write(richAnswers()));
  });

  it('comes in pieces, none of them the whole', () => {
    const pieces = [...json.write(largeAnswers({ findings: 50 }), options)];
    const longest = Math.max(...pieces.map((piece) => piece.length));
    expect(longest).toBeLessThan(pieces.join('').length / 10);
  });
});

describe('published schema', () => {
  it('accepts real output and knows every member of it', () => {
    for (const answers of [richAnswers(), emptyAnswers(), largeAnswers({ findings: 20 })]) {
      const read: unknown = JSON.parse(write(answers));
      expect(answersSchema.parse(read)).toEqual(read);
    }
  });

  it('refuses answers that lack a member or answer in other words', () => {
    expect(answersSchema.safeParse({ ...richAnswers(), verdicts: undefined }).success).toBe(false);
    const odd = { ...richAnswers(), hit: { ...richAnswers().hit, answer: 'maybe' } };
    expect(answersSchema.safeParse(odd).success).toBe(false);
  });

  it('is current in schemas/: run `node tools/answers-schema.ts` when this fails', () => {
    const file = join(PACKAGE_ROOT, 'schemas/seawall.answers-1.schema.json');
    expect(existsSync(file)).toBe(true);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(answersJsonSchema())));
  });

  it('names the nouns, so that generated types read well', () => {
    const { $defs } = answersJsonSchema() as { $defs: Record<string, unknown> };
    expect(Object.keys($defs)).toEqual(
      expect.arrayContaining(['Finding', 'Verdict', 'Evidence', 'Incident', 'Scope', 'DutyAssessment']),
    );
  });
});
