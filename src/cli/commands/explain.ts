import { readContent } from '../../base/package-root.ts';
import { ERRORS, EXIT, UserError } from '../errors.ts';
import { REASONS, WORDS } from '../vocabulary.ts';

/** Explains an error code, a reason for cannot-tell, or a word. */
export async function run(args: readonly string[]): Promise<number> {
  const [code] = args;
  const lines = code === undefined ? listLines() : code === 'duties' ? await dutyLines() : explainLines(code);
  process.stdout.write(`${lines.join('\n')}\n`);
  return EXIT.nothing;
}

function listLines(): string[] {
  const section = (title: string, entries: readonly (readonly [string, string])[]): string[] => [
    title,
    ...entries.map(([name, text]) => `  ${name.padEnd(24)} ${text}`),
    '',
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
export function explainLines(code: string): string[] {
  const error = ERRORS[code];
  if (error) return [code, error.title, error.next];
  const reason = REASONS[code as keyof typeof REASONS];
  if (reason) return [code, reason.what, reason.next];
  const word = WORDS[code];
  if (word) return [code, word];
  throw new UserError('unknown-code', code);
}

/** Facts that duties ask a person for, with the question that each answers. */
async function dutyLines(): Promise<string[]> {
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
    'Answer with --facts name=value, or under `facts:` in seawall.yaml.',
    ...[...unique].sort().map(([f, q]) => `  ${f.padEnd(36)} ${q}`),
  ];
}
