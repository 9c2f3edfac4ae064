import type { Answers } from '../../model/answers.ts';
import { type Finding, SEVERITIES } from '../../model/verdict.ts';
import { subjectName } from '../kit/findings.ts';
import { counted, timeOrNone } from '../kit/words.ts';
import { severityBadge } from './badges.ts';
import { anchor, html, type Markup, type Part } from './markup.ts';
import { proofOf } from './proof.ts';
import { MOST_FINDINGS, shownFindings } from './shown.ts';
import { code, folded } from './table.ts';

// Page size is bounded: all lines of proof for the worst findings, fewer further down, none beyond the list.
const LINES_BY_RANK: readonly (readonly [rank: number, lines: number])[] = [
  [30, 50],
  [100, 10],
  [MOST_FINDINGS, 2],
];

function mostLines(rank: number): number {
  return LINES_BY_RANK.find(([until]) => rank < until)?.[1] ?? 0;
}

function when(finding: Finding): string {
  if (finding.first === null) return 'no time';
  const last =
    finding.last === null || finding.last === finding.first ? '' : ` to ${timeOrNone(finding.last)}`;
  return timeOrNone(finding.first) + last;
}

function article(finding: Finding, body: Part): Markup {
  return html`<article class="finding" id="${anchor(finding.id)}" data-severity="${finding.severity}" data-class="${finding.class}" data-name="${subjectName(finding.subject).toLowerCase()}">
<details><summary>${severityBadge(finding.severity)}<span class="what"><span class="title">${finding.title}</span>
<span class="meta">${subjectName(finding.subject)} · ${when(finding)} · ${finding.class} · confidence ${finding.confidence} · ${finding.id}</span></span><span class="open" aria-hidden="true">Proof ›</span></summary>
<div class="proof">${body}</div></details></article>
`;
}

function filter(findings: readonly Finding[]): Markup {
  const severities = SEVERITIES.toReversed().filter((s) => findings.some((f) => f.severity === s));
  const classes = [...new Set(findings.map((f) => f.class))].sort();
  const boxes = severities.map(
    (s) => html`<label><input type="checkbox" name="severity" value="${s}" checked> ${s}</label> `,
  );
  return html`<form class="filter js" id="filter" aria-label="Filter findings"><fieldset><legend>Severity</legend>${boxes}</fieldset>
<label>Class <select name="class"><option value="">all</option>${classes.map((c) => html`<option>${c}</option>`)}</select></label>
<label>Device <input type="search" name="device" autocomplete="off" placeholder="part of its name"></label>
<p role="status" id="filter-status"></p></form>
`;
}

function rest(left: readonly Finding[]): Part {
  if (left.length === 0) return null;
  const kinds = SEVERITIES.toReversed()
    .map((s) => [s, left.filter((f) => f.severity === s).length] as const)
    .filter(([, count]) => count > 0)
    .map(([s, count]) => `${count} ${s}`);
  return html`<p class="note">And ${counted(left.length, 'more finding')} (${kinds.join(', ')}), left out to keep this page quick; see ${code('seawall why')}.</p>`;
}

/** The findings, worst first, each with its proof; those set aside follow, folded. */
export function* findingsSection(answers: Answers): Generator<Markup> {
  const files = new Map(answers.files.map((file) => [file.id, file]));
  const verdicts = new Map(answers.verdicts.map((v) => [`${v.check}\n${v.subject}`, v]));
  const asks = new Map(answers.checks.map((check) => [check.id, check.asks]));
  const show = (finding: Finding, rank: number): Markup =>
    article(
      finding,
      proofOf(finding, {
        files,
        verdict: verdicts.get(`${finding.check}\n${finding.subject}`),
        asks: asks.get(finding.check) ?? '',
        mostLines: mostLines(rank),
      }),
    );
  const { counts, left, aside, allAside } = shownFindings(answers);
  yield html`<section id="findings" aria-labelledby="findings-h"><h2 id="findings-h">Findings</h2>
<p class="lead">${counted(counts.length + left.length, 'finding')}, worst first. Open one for its proof, other explanations and next steps.</p>
${counts.length > 1 && filter(counts)}<div id="finding-list">`;
  for (const [rank, finding] of counts.entries()) yield show(finding, rank);
  yield html`</div>${rest(left)}`;
  if (allAside > 0)
    yield folded(
      `${counted(allAside, 'finding')} set aside by hand`,
      aside.map((finding) => show(finding, MOST_FINDINGS - 1)),
    );
  yield html`</section>
`;
}
