import { printable } from '../../base/printable.ts';
import type { Answers } from '../../model/answers.ts';
import type { LedgerRow } from '../../model/ledger.ts';
import { EXIT } from '../errors.ts';
import { readAnswers } from '../opening.ts';
import { say } from '../output.ts';
import { resolveSettings, usualSources } from '../settings/resolve.ts';
import { onDisk } from './on-disk.ts';

const LOST: ReadonlySet<string> = new Set(['not-understood', 'failed']);

/** Prints the ledger. */
export async function run(
  _args: readonly string[],
  flags: Readonly<Record<string, unknown>>,
): Promise<number> {
  const answers = await readAnswers(await resolveSettings(usualSources(flags)));
  const lines = flags['unknown'] === true ? unknownLines(answers) : ledgerLines(answers);
  say(lines);
  return EXIT.nothing;
}

/** The first bytes as text where they are text, otherwise as hexadecimal. */
function beginning(magic: string): string {
  const bytes = Buffer.from(magic.slice(0, 32), 'hex');
  const text = bytes.toString('latin1');
  return /^[\x20-\x7e\r\n\t]+$/.test(text) ? JSON.stringify(text) : bytes.toString('hex');
}

function share(rows: readonly LedgerRow[], state: string, size: number): string {
  const bytes = rows.filter((r) => r.state === state).reduce((sum, r) => sum + r.bytes, 0);
  if (bytes === 0) return '-';
  return size === 0 ? '?' : `${((bytes / size) * 100).toFixed(bytes === size ? 0 : 1)}%`;
}

function rowsByFile(answers: Answers): ReadonlyMap<string, LedgerRow[]> {
  const out = new Map<string, LedgerRow[]>();
  for (const row of answers.ledger) out.set(row.evidence, [...(out.get(row.evidence) ?? []), row]);
  return out;
}

/** Hashes in the form of `sha256sum`, so that they can be compared with what the custodian wrote down. */
function diskLines(answers: Answers): string[] {
  const files = onDisk(answers);
  return [
    'SHA-256 of the files as they lie on the disk, archives still packed:',
    ...files.map(({ name, sha256 }) => `${sha256}  ${printable(name, 300)}`),
  ];
}

/** All evidence, one line each, with what became of its bytes. */
export function ledgerLines(answers: Answers): string[] {
  const rows = rowsByFile(answers);
  const { evidence } = answers;
  const width = Math.max(7, ...answers.files.map((f) => (f.source ?? '').length));
  const head = `${'bytes'.padStart(12)}  ${'read'.padStart(6)}  ${'aside'.padStart(6)}  ${'lost'.padStart(6)}  ${'source'.padEnd(width)}  file`;
  const lines = answers.files.map((file) => {
    const own = rows.get(file.id) ?? [];
    const lost = own.map((r) => (LOST.has(r.state) ? { ...r, state: 'lost' } : r)) as unknown as LedgerRow[];
    const cells = [
      share(own, 'read', file.size),
      share(own, 'set-aside', file.size),
      share(lost, 'lost', file.size),
    ];
    return `${String(file.size).padStart(12)}  ${cells.map((c) => c.padStart(6)).join('  ')}  ${(file.source ?? 'unknown').padEnd(width)}  ${printable(file.name, 300)}`;
  });
  const twice = evidence.duplicates.map(
    (d) => `the same bytes as ${d.of.slice(0, 12)}: ${printable(d.name, 300)}`,
  );
  const sum = `${evidence.files} files, ${evidence.bytes} bytes: ${evidence.readBytes} read, ${evidence.setAsideBytes} set aside, ${evidence.notUnderstoodBytes} not understood, ${evidence.failedBytes} failed`;
  return [head, ...lines, ...twice, '', ...diskLines(answers), '', sum];
}

/** What was not understood or failed, with the first places of each. */
export function unknownLines(answers: Answers): string[] {
  const rows = rowsByFile(answers);
  const out: string[] = [];
  for (const file of answers.files) {
    const lost = (rows.get(file.id) ?? []).filter((r) => LOST.has(r.state) && (r.bytes > 0 || r.units > 0));
    if (lost.length === 0) continue;
    out.push(
      `${printable(file.name, 300)}  (${file.size} bytes, ${file.source ?? `unknown format, begins with ${beginning(file.magic)}`})`,
    );
    for (const row of lost) {
      out.push(
        `  ${row.state}: ${row.reason}, ${row.units} ${row.units === 1 ? 'place' : 'places'}, ${row.bytes} bytes`,
      );
      for (const s of row.samples.slice(0, 5))
        out.push(`    ${s.line > 0 ? `line ${s.line}` : `byte ${s.byte}`}: ${printable(s.text, 160)}`);
    }
  }
  return out.length > 0 ? out : ['Every byte was read or knowingly set aside.'];
}
