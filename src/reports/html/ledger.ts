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

function reasons(answers: Answers, names: ReadonlyMap<string, Evidence>): Markup {
  const groups = [...Map.groupBy(answers.ledger, (row) => `${row.state}\n${row.reason}`).values()];
  const size = (rows: readonly LedgerRow[]): number => rows.reduce((sum, row) => sum + row.bytes, 0);
  const state = (rows: readonly LedgerRow[]): number => STATES.indexOf(rows[0]?.state ?? 'read');
  const ordered = groups.sort((a, b) => state(a) - state(b) || size(b) - size(a));
  const columns = ['What happened, and why', 'Files', 'Lines', 'Bytes'].map((title, i) => ({
    title,
    num: i > 0,
  }));
  const left = ordered.length - MOST_REASONS;
  return html`${grid(
    'The account of all bytes',
    columns,
    ordered.slice(0, MOST_REASONS).map((rows) => reasonRow(rows, names)),
  )}${left > 0 && html`<p class="note">And ${counted(left, 'more reason')}, in the JSON report.</p>`}`;
}

/** Files that are not fully read first, since they may hide something. */
function files(answers: Answers): Part {
  const odd = new Set(
    answers.ledger.filter((r) => r.state === 'failed' || r.state === 'not-understood').map((r) => r.evidence),
  );
  const rank = (file: Evidence): number => (file.source === null ? 0 : odd.has(file.id) ? 1 : 2);
  const ordered = answers.files.toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
  const rows = ordered
    .slice(0, MOST_FILES)
    .map((file) => [
      html`${file.name}${hashesOf(file)}`,
      ['? not known', '? partly read', '✓ read'][rank(file)],
      file.kinds.join(', '),
      `${timeOrNone(file.first, '–')} to ${timeOrNone(file.last, '–')}`,
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
  const copies = e.duplicates.slice(0, 50).map((d) => html`<li>${d.name} is a copy of ${d.of}</li>`);
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
${reasons(answers, names)}${files(answers)}
${copies.length > 0 && folded(`${counted(e.duplicates.length, 'copy', 'copies')} counted once`, html`<ul>${copies}</ul>`)}</section>
`;
}
