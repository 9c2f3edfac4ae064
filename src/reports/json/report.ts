import { canonicalJson } from '../../base/canonical-json.ts';
import type { Answers } from '../../model/answers.ts';
import type { Report } from '../kit/contract.ts';

function* list(items: readonly unknown[]): Generator<string> {
  yield '[';
  for (const [i, item] of items.entries()) yield (i === 0 ? '' : ',') + canonicalJson(item);
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
    else yield canonicalJson(value);
  }
  yield '}\n';
}

/** The whole value of the answers as canonical JSON: members sorted, no spaces, one line, a newline at the end. */
export const json: Report = {
  id: 'json',
  title: 'All answers as canonical JSON',
  extension: 'json',
  mediaType: 'application/json',
  write,
};
