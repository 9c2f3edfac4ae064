import { canonicalJson } from '../../base/canonical-json.ts';
import type { Answers } from '../../model/answers.ts';
import type { Report } from '../kit/contract.ts';
import { plainJson } from '../kit/plain-json.ts';

function* list(items: readonly unknown[]): Generator<string> {
  yield '[';
  for (const [i, item] of items.entries()) yield (i === 0 ? '' : ',') + plainJson(canonicalJson(item));
  yield ']';
}

function* write(answers: Answers): Generator<string> {
  const members = Object.entries(answers)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  yield '{';
  for (const [i, [name, value]] of members.entries()) {
    yield `${i === 0 ? '' : ','}${JSON.stringify(name)}:`;
    if (Array.isArray(value)) yield* list(value);
    else yield plainJson(canonicalJson(value));
  }
  yield '}\n';
}

/**
 * The whole value of the answers as canonical JSON: members sorted, no spaces, one line, a newline at the end.
 * Characters that a terminal would obey stand as escapes.
 */
export const json: Report = {
  id: 'json',
  title: 'All answers as canonical JSON',
  extension: 'json',
  mediaType: 'application/json',
  write,
};
