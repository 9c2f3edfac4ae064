import { printable } from '../../base/printable.ts';
import { formatInstant, formatMinute } from '../../base/time.ts';
import type { Answers } from '../../model/answers.ts';
import type { Finding, Proof } from '../../model/verdict.ts';
import { EXIT, UserError } from '../errors.ts';
import { readAnswers } from '../opening.ts';
import { type Row, say, sayRows } from '../output.ts';
import { resolveSettings, usualSources } from '../settings/resolve.ts';

/** Prints the proof of one finding, or all findings in a line each. */
export async function run(
  args: readonly string[],
  flags: Readonly<Record<string, unknown>>,
): Promise<number> {
  const answers = await readAnswers(await resolveSettings(usualSources(flags)));
  const wanted = args[0];
  if (wanted === undefined) {
    if (answers.findings.length === 0)
      say(['Nothing was found; `seawall coverage` shows what could be seen.']);
    sayRows(answers.findings.map(findingRow));
    return EXIT.nothing;
  }
  sayRows(whyRows(findFinding(answers, wanted), answers));
  return EXIT.nothing;
}

function findingRow(finding: Finding): Row {
  const aside = finding.suppressed === null ? '' : '(set aside) ';
  return {
    head: `${finding.id}  ${finding.severity.padEnd(8)}  `,
    text: `${aside}${printable(finding.title, 300)}`,
  };
}

/** The finding of a name, with or without `F-`, in any case; throws `unknown-finding`. */
export function findFinding(answers: Answers, name: string): Finding {
  const wanted = name.toUpperCase();
  const finding = answers.findings.find((f) => f.id === wanted || f.id === `F-${wanted}`);
  if (!finding) throw new UserError('unknown-finding', name);
  return finding;
}

/** The proof of a finding as rows; text that is long goes on under itself in a terminal. */
export function whyRows(finding: Finding, answers: Answers): Row[] {
  return whyLines(finding, answers).map((line) => {
    const head = HEAD.exec(line)?.[0] ?? '';
    return { head, text: line.slice(head.length) };
  });
}

/** The part of a line that what follows is set under: a name of the list, a mark, or the indent. */
const HEAD = /^(?:\S[\w& ]{11} (?=\S)|\s+(?:- |\d+\. )?)/;

/** The proof of a finding as lines of text. */
export function whyLines(finding: Finding, answers: Answers): string[] {
  const check = answers.checks.find((c) => c.id === finding.check);
  const seen = finding.first === null ? 'no time known' : formatInstant(finding.first);
  const until =
    finding.last !== null && finding.last !== finding.first ? ` to ${formatInstant(finding.last)}` : '';
  return [
    `${finding.id}  ${finding.severity.toUpperCase()}, confidence ${finding.confidence}  (${finding.class})`,
    printable(finding.title, 400),
    '',
    `rule         ${finding.check}: ${check?.asks ?? ''}`,
    `on           ${finding.subject}`,
    `when         ${seen}${until}, ${finding.count} ${finding.count === 1 ? 'observation' : 'observations'}`,
    `ATT&CK       ${finding.attack.join(', ') || 'none'}`,
    ...listed('accounts', finding.accounts),
    ...listed('addresses', finding.addresses),
    ...listed('indicators', finding.indicators),
    ...finding.notes.map((n) => `note         ${printable(n, 300)}`),
    ...(finding.suppressed
      ? [`set aside    by ${finding.suppressed.by}: ${printable(finding.suppressed.why, 200)}`]
      : []),
    '',
    'Proof',
    ...finding.proof.flatMap((p) => proofLines(p, answers)),
    '',
    'What we could see',
    ...coverageLines(finding, answers),
    '',
    'What else could explain it',
    ...finding.otherExplanations.map((t) => `  - ${t}`),
    '',
    'What to do next',
    ...finding.next.map((t, i) => `  ${i + 1}. ${t}`),
  ];
}

function listed(name: string, values: readonly string[]): string[] {
  return values.length > 0 ? [`${name.padEnd(12)} ${values.map((v) => printable(v, 100)).join(', ')}`] : [];
}

function proofLines(proof: Proof, answers: Answers): string[] {
  const file = answers.files.find((f) => f.id === proof.ref.evidence);
  const { line, lineEnd, byte, length } = proof.ref;
  const place =
    line > 0
      ? lineEnd > line
        ? `lines ${line}-${lineEnd}`
        : `line ${line}`
      : `bytes ${byte}-${byte + length}`;
  return [
    `  ${proof.at === null ? 'no time' : formatInstant(proof.at)}  ${proof.shows}`,
    `    ${printable(proof.text, 300)}`,
    `    ${printable(file?.name ?? 'unknown file', 200)}, ${place}`,
    `    sha256 ${proof.ref.evidence}  read by ${file?.source ?? 'nobody'} version ${file?.sourceVersion ?? 0}`,
    ...(file?.containers ?? []).map(
      (c) => `    packed in ${printable(c.name, 200)}, sha256 ${c.sha256} as it lies on the disk`,
    ),
  ];
}

function coverageLines(finding: Finding, answers: Answers): string[] {
  const kinds = answers.coverage.find((c) => c.device === finding.subject)?.kinds ?? [];
  if (kinds.length === 0) return ['  nothing but the proof itself'];
  return kinds.map((k) => {
    const span =
      k.first === null || k.last === null
        ? 'no times'
        : k.first === k.last
          ? formatMinute(k.first)
          : `${formatMinute(k.first)} to ${formatMinute(k.last)}`;
    const blind =
      k.blind.length > 0 ? `, ${k.blind.length} blind ${k.blind.length === 1 ? 'window' : 'windows'}` : '';
    return `  ${k.kind.padEnd(11)} ${span}, ${k.count} ${k.count === 1 ? 'observation' : 'observations'}${blind}`;
  });
}
