import type { Answers } from '../../model/answers.ts';
import { subjectName } from '../kit/findings.ts';
import { type CheckStanding, cheapestWays, standings } from '../kit/verdict-groups.ts';
import { counted, fewOf, figure, lengthOfTime } from '../kit/words.ts';
import { severityBadge } from './badges.ts';
import { html, type Markup, ours, type Part, sentence } from './markup.ts';
import { folded, grid } from './table.ts';

function bar({ hit, clear, cannotTell }: Record<'hit' | 'clear' | 'cannotTell', number>): Markup {
  const whole = Math.max(1, hit + clear + cannotTell);
  const part = (n: number): number => Math.round((n / whole) * 10_000) / 100;
  const rect = (kind: string, x: number, width: number): string =>
    width > 0 ? `<rect class="${kind}" x="${x}%" y="0" width="${width}%" height="10"/>` : '';
  const shapes = rect('f', 0, part(hit)) + rect('s', part(hit), part(clear));
  return ours(
    `<svg class="bar" width="100%" height="10" aria-hidden="true">${shapes}${rect('b', part(hit + clear), part(cannotTell))}</svg>`,
  );
}

function counts(list: CheckStanding): Record<'hit' | 'clear' | 'cannotTell', number> {
  const cannotTell = list.cannotTell.reduce((sum, group) => sum + group.subjects.length, 0);
  return { hit: list.hit.length, clear: list.clear.length, cannotTell };
}

function reasons(list: CheckStanding): Part {
  const lines = list.cannotTell
    .slice(0, 6)
    .map(
      (group) =>
        html`<li><strong>${counted(group.subjects.length, 'device')}</strong> (${fewOf(group.subjects.map(subjectName), 4)}): ${group.subjects.length > 1 && 'such as: '}${group.text} <em>Cheapest way to find out:</em> ${sentence(group.cheapest)}</li>`,
    );
  const left = list.cannotTell.length - 6;
  if (lines.length === 0) return null;
  return folded(
    'Why it cannot tell',
    html`<ul>${lines}${left > 0 && html`<li>And ${counted(left, 'more reason')}.</li>`}</ul>`,
  );
}

function row(list: CheckStanding): Part[] {
  const { check } = list;
  const sums = counts(list);
  const length = list.clearLength > 0 ? lengthOfTime(list.clearLength) : 'at snapshots';
  return [
    html`<span class="title">${check.title}</span><span class="meta">${check.asks}</span>${bar(sums)}${reasons(list)}`,
    html`${severityBadge(check.severity)}<br><span class="quiet">${check.class}</span>`,
    figure(sums.hit),
    html`${figure(sums.clear)}${sums.clear > 0 && html`<span class="meta">${length}</span>`}`,
    figure(sums.cannotTell),
  ];
}

const MOST_WAYS = 12;

function ways(list: readonly CheckStanding[]): Part {
  const found = cheapestWays(list);
  if (found.length === 0) return html`<p>Every check could judge every device.</p>`;
  const left = found.length - MOST_WAYS;
  const items = found
    .slice(0, MOST_WAYS)
    .map(
      (way) =>
        html`<li><strong>${sentence(way.cheapest)}</strong> <span class="quiet">Settles ${counted(way.checks.length, 'check')} on ${counted(way.subjects.length, 'device')}: ${fewOf(way.checks, 3)}.</span></li>`,
    );
  return html`<ol>${items}</ol>${left > 0 && html`<p class="quiet">And ${counted(left, 'more way')}, under each check below.</p>`}`;
}

/** What was judged: each check with its hits, where it is clear, where it cannot tell and why. */
export function checksSection(answers: Answers): Markup {
  const list = standings(answers);
  const columns = [
    { title: 'Check' },
    { title: 'Severity' },
    { title: 'Hit', num: true },
    { title: 'Clear', num: true },
    { title: 'Cannot tell', num: true },
  ];
  return html`<section id="checks" aria-labelledby="checks-h"><h2 id="checks-h">What was judged</h2>
<p class="lead">${counted(list.length, 'check')}. Clear is said only where the evidence was there, covered the period and was understood.</p>
<h3>Cheapest ways to find out more</h3>${ways(list)}
<h3>Check by check</h3>${grid('Checks and their answers over all devices', columns, list.map(row))}</section>
`;
}
