import type { Answers } from '../../model/answers.ts';
import { counted, figure, timeOrNone } from '../kit/words.ts';
import { html, type Markup, type Part } from './markup.ts';
import { grid } from './table.ts';

const MOST_MATCHED = 300;

function pack(p: Answers['intelligence']['packs'][number]): Part[] {
  const problems = p.problems.map((problem) => `${problem.text} (${figure(problem.count)})`);
  return [
    p.name,
    figure(p.items),
    p.marking === null ? 'none' : `TLP:${p.marking}`,
    problems.join(' ') || 'none',
  ];
}

/** Which shared intelligence was looked for, what of it could not be used, and what matched. */
export function intelligenceSection({ intelligence }: Answers): Markup {
  const packs = ['Pack', 'Items', 'Marking', 'Could not be used'].map((title, i) => ({
    title,
    num: i === 1,
  }));
  const matched = ['Indicator', 'Type', 'Said to be', 'Marking'].map((title) => ({ title }));
  const rows = intelligence.matched
    .slice(0, MOST_MATCHED)
    .map((m) => [m.value, m.type, m.title, m.marking === null ? 'none' : `TLP:${m.marking}`]);
  const left = intelligence.matched.length - MOST_MATCHED;
  return html`<section id="intelligence" aria-labelledby="intelligence-h"><h2 id="intelligence-h">Intelligence</h2>
<p class="lead">${counted(intelligence.items, 'item')}, newest ${timeOrNone(intelligence.latest, 'undated')}; ${counted(intelligence.matched.length, 'indicator')} matched.</p>
${intelligence.packs.length > 0 && grid('Packs of intelligence', packs, intelligence.packs.slice(0, 200).map(pack))}
${rows.length > 0 && grid('Indicators that matched', matched, rows)}${left > 0 && html`<p class="note">And ${counted(left, 'more indicator')}, in the JSON report.</p>`}</section>
`;
}
