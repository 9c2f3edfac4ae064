import type { Answers } from '../../model/answers.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { LedgerRow, LedgerState } from '../../model/ledger.ts';
import { bytesInWords, counted, figure, share, timeOrNone } from '../kit/words.ts';
import { hashesOf } from './hashes.ts';
import { html, type Markup, type Part } from './markup.ts';
import { code, folded, grid, pairs } from './table.ts';

const MOST_FILES = 400;
const MOST_REASONS = 60;
const MOST_SAMPLES = 4;

const WORDS: Readonly<Record<LedgerState, string>> = {
  failed: '▲ failed',
  'not-understood': '? not understood',
  'set-aside': '○ set aside',
  read: '✓ read',
};
const LOST: ReadonlySet<LedgerState> = new Set(['failed', 'not-understood']);
const STATES = Object.keys(WORDS) as LedgerState[];

function reasonRow(rows: readonly LedgerRow[], names: ReadonlyMap<string, Evidence>): Part[] {
  const [first] = rows as [LedgerRow];
  const samples = rows
    .flatMap((row) => row.samples.map((sample) => ({ sample, row })))
    .slice(0, MOST_SAMPLES);
  const shown = samples.map(
    ({ sample, row }) =>
      html`<li><span class="quiet">${names.get(row.evidence)?.name ?? row.evidence}, line ${sample.line}</span><pre>${sample.text}</pre></li>`,
  );
  const sum = (of: (row: LedgerRow) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return [
    html`${WORDS[first.state]}<span class="meta">${first.reason}</span>${shown.length > 0 && folded('Samples', html`<ul class="lines">${shown}</ul>`)}`,
    figure(new Set(rows.map((row) => row.evidence)).size),
    figure(sum((row) => row.units)),
    bytesInWords(sum((row) => row.bytes)),
  ];
}

type Reasons = readonly (readonly LedgerRow[])[];

/** Ledger rows of all files by state and reason, worst first, those with most bytes first. */
function reasonsOf(answers: Answers): Reasons {
  const groups = [...Map.groupBy(answers.ledger, (row) => `${row.state}\n${row.reason}`).values()];
  const size = (rows: readonly LedgerRow[]): number => rows.reduce((sum, row) => sum + row.bytes, 0);
  const state = (rows: readonly LedgerRow[]): number => STATES.indexOf(rows[0]?.state ?? 'read');
  return groups.sort((a, b) => state(a) - state(b) || size(b) - size(a));
}

function account(title: string, reasons: Reasons, names: ReadonlyMap<string, Evidence>): Markup {
  const columns = ['What happened, and why', 'Files', 'Lines', 'Bytes'].map((column, i) => ({
    title: column,
    num: i > 0,
  }));
  const left = reasons.length - MOST_REASONS;
  return html`${grid(
    title,
    columns,
    reasons.slice(0, MOST_REASONS).map((rows) => reasonRow(rows, names)),
  )}${left > 0 && html`<p class="note">And ${counted(left, 'more reason')}, in the JSON report.</p>`}`;
}

/** What was lost stands open: it may hide something. What was read or set aside is there for who asks. */
function accounts(answers: Answers, names: ReadonlyMap<string, Evidence>): Markup {
  const all = reasonsOf(answers);
  const isLost = ([row]: readonly LedgerRow[]): boolean => row !== undefined && LOST.has(row.state);
  const lost = all.filter(isLost);
  const rest = all.filter((rows) => !isLost(rows));
  return html`${lost.length > 0 && account('Bytes that were not understood or not reached', lost, names)}${files(answers)}${
    rest.length > 0 &&
    folded(
      `${counted(rest.length, 'reason')} why bytes were read or set aside`,
      account('Bytes that were read or knowingly set aside', rest, names),
    )
  }`;
}

/** Files that are not fully read first, since they may hide something. */
function files(answers: Answers): Part {
  const odd = new Set(answers.ledger.filter((r) => LOST.has(r.state)).map((r) => r.evidence));
  const rank = (file: Evidence): number => (file.source === null ? 0 : odd.has(file.id) ? 1 : 2);
  const ordered = answers.files.toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
  const rows = ordered
    .slice(0, MOST_FILES)
    .map((file) => [
      html`${file.name}${hashesOf(file)}`,
      ['? not known', '? partly read', '✓ read'][rank(file)],
      file.kinds.join(', '),
      file.first === null ? 'no time' : `${timeOrNone(file.first)} to ${timeOrNone(file.last)}`,
      bytesInWords(file.size),
    ]);
  const columns = ['File', 'State', 'Kinds', 'First to last', 'Size'].map((title, i) => ({
    title,
    num: i === 4,
  }));
  const left = ordered.length - MOST_FILES;
  const more =
    left > 0 && html`<p class="note">And ${counted(left, 'more file')}; see ${code('seawall files')}.</p>`;
  return folded(
    `${counted(ordered.length, 'file')}, those not fully read first`,
    html`${grid('Files', columns, rows)}${more}`,
  );
}

/** The account of every byte of evidence: what was read, set aside, not understood or failed, with samples. */
export function ledgerSection(answers: Answers): Markup {
  const e = answers.evidence;
  const names = new Map(answers.files.map((file) => [file.id, file]));
  const part = (bytes: number): string => `${bytesInWords(bytes)} (${share(bytes, e.bytes)})`;
  const copies = e.duplicates
    .slice(0, 50)
    .map((d) => html`<li>${d.name} is a copy of ${names.get(d.of)?.name ?? d.of}</li>`);
  return html`<section id="ledger" aria-labelledby="ledger-h"><h2 id="ledger-h">Ledger of evidence</h2>
<p class="lead">${counted(e.files, 'file')}, ${bytesInWords(e.bytes)}; ${counted(e.unknownFiles, 'file')} of a form that is not known.</p>
${pairs([
  ['Read', part(e.readBytes)],
  ['Set aside', part(e.setAsideBytes)],
  ['Not understood', part(e.notUnderstoodBytes)],
  ['Failed', part(e.failedBytes)],
  [
    'Kinds',
    e.kinds.map((k) => `${k.kind}: ${counted(k.files, 'file')}, ${bytesInWords(k.bytes)}`).join('; '),
  ],
])}
${accounts(answers, names)}
${copies.length > 0 && folded(`${counted(e.duplicates.length, 'copy', 'copies')} counted once`, html`<ul>${copies}</ul>`)}</section>
`;
}
