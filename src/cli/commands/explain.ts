import { readContent } from '../../base/package-root.ts';
import { ERRORS, EXIT, UserError } from '../errors.ts';
import { type Row, sayRows } from '../output.ts';
import { REASONS, WORDS } from '../vocabulary.ts';

/** Explains an error code, a reason for cannot-tell, or a word. */
export async function run(args: readonly string[]): Promise<number> {
  const [code] = args;
  sayRows(code === undefined ? listRows() : code === 'duties' ? await dutyRows() : explainRows(code));
  return EXIT.nothing;
}

function line(text: string): Row {
  return { head: '', text };
}

function listRows(): Row[] {
  const section = (title: string, entries: readonly (readonly [string, string])[]): Row[] => [
    line(title),
    ...entries.map(([name, text]) => ({ head: `  ${name.padEnd(22)}  `, text })),
    line(''),
  ];
  return [
    ...section('Words', Object.entries(WORDS)),
    ...section(
      'Reasons for cannot-tell',
      Object.entries(REASONS).map(([k, v]) => [k, v.what] as const),
    ),
    ...section(
      'Errors',
      Object.entries(ERRORS).map(([k, v]) => [k, v.title] as const),
    ),
  ].slice(0, -1);
}

/** What a code means and what to do. */
export function explainRows(code: string): Row[] {
  const error = ERRORS[code];
  if (error) return [code, error.title, error.next].map(line);
  const reason = REASONS[code as keyof typeof REASONS];
  if (reason) return [code, reason.what, reason.next].map(line);
  const word = WORDS[code];
  if (word) return [code, word].map(line);
  throw new UserError('unknown-code', code);
}

/** Facts that duties ask a person for, with the question that each answers. */
async function dutyRows(): Promise<Row[]> {
  const { assessDuties, parseDuties } = await import('../../notify/index.ts');
  const files = [...readContent('duties')]
    .filter(([n]) => n.endsWith('.yaml'))
    .map(([name, text]) => ({ name, text }));
  const { duties } = parseDuties(files);
  const all = [...new Set(duties.map((d) => d.jurisdiction))].sort();
  const asked = assessDuties({ asOf: Date.now(), jurisdictions: all, facts: {}, duties }).flatMap(
    (d) => d.questions,
  );
  const unique = new Map(asked.map((q) => [q.fact, q.question]));
  return [
    line('Answer with --facts name=value, or under `facts:` in seawall.yaml.'),
    ...[...unique]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([fact, question]) => ({ head: `  ${fact.padEnd(24)}  `, text: question })),
  ];
}
