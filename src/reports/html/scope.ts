import type { Answers } from '../../model/answers.ts';
import type { Bounds, DataScope, Scope } from '../../model/scope.ts';
import { subjectName } from '../kit/findings.ts';
import { counted, fewOf, figure, timeOrNone } from '../kit/words.ts';
import { html, type Markup, type Part } from './markup.ts';
import { folded, grid, pairs } from './table.ts';

const MOST_EDGES = 200;

function bounds({ lower, upper }: Bounds): string {
  if (upper === null) return `${figure(lower)} seen; no upper bound`;
  if (upper === 0) return 'none';
  return upper === lower ? `${figure(lower)}, exactly` : `${figure(lower)} seen; up to ${figure(upper)}`;
}

function taken(data: DataScope): Part[] {
  const unknown = data.unknown.map((p) => `${timeOrNone(p.from)} to ${timeOrNone(p.to)}`);
  return [
    html`${subjectName(data.system)}<span class="meta">${data.dataClass.replaceAll('-', ' ')}</span>`,
    bounds(data.records),
    bounds(data.persons),
    html`<p><strong>At least:</strong> ${data.lowerBecause}</p><p><strong>At most:</strong> ${data.upperBecause}</p>${data.tighten !== null && html`<p><strong>Would tighten it most:</strong> ${data.tighten}</p>`}${unknown.length > 0 && html`<p><strong>Nothing can be said:</strong> ${fewOf(unknown, 3)}</p>`}`,
  ];
}

function names(title: string, list: readonly string[]): Part {
  if (list.length === 0) return null;
  const most = 400;
  const left = list.length - most;
  const items = list.slice(0, most).map((name) => html`<li>${subjectName(name)}</li>`);
  return folded(
    `${title} (${figure(list.length)})`,
    html`<ul class="names">${items}</ul>${left > 0 && html`<p>And ${counted(left, 'more')}.</p>`}`,
  );
}

function radius({ blast, window }: Scope): Markup {
  const edges = blast.edges
    .slice(0, MOST_EDGES)
    .map((edge) => [edge.from, edge.to, edge.by.replaceAll('-', ' '), edge.group ?? '–', figure(edge.count)]);
  const columns = ['From', 'To', 'By', 'Secret group', 'Count'].map((title, i) => ({ title, num: i === 4 }));
  const left = blast.edges.length - MOST_EDGES;
  return html`${pairs([
    ['Hit', counted(blast.hitDevices.length, 'device')],
    ['Share a secret with them', counted(blast.exposedDevices.length, 'device')],
    ['Accounts', counted(blast.accounts.length, 'account')],
    ['Secrets to change', counted(blast.secretGroups, 'group')],
    [
      'Secrets not seen',
      blast.unseenDevices.length > 0 && `on ${fewOf(blast.unseenDevices, 6)}: no configuration was given`,
    ],
    [
      'Window',
      `${timeOrNone(window.from, 'unknown')} to ${timeOrNone(window.to, 'unknown')}; earliest possible ${timeOrNone(window.earliest, 'unknown')}`,
    ],
  ])}
${names('Hit devices', blast.hitDevices)}${names('Devices that share a secret with them', blast.exposedDevices)}${names('Accounts', blast.accounts)}
${edges.length > 0 && grid('What falls with the hit devices', columns, edges)}${left > 0 && html`<p class="note">And ${counted(left, 'more edge')}, in the JSON report.</p>`}`;
}

/** How deep and who is affected: the blast radius, and what was taken with lower and upper bounds. */
export function scopeSection({ scope }: Answers): Markup {
  const columns = ['System and class of data', 'Records', 'Persons', 'Why these bounds'].map((title) => ({
    title,
  }));
  return html`<section id="scope" aria-labelledby="scope-h"><h2 id="scope-h">How deep</h2>
<p class="lead">Devices, accounts and secrets that are or may be in the intruder's hands.</p>
${radius(scope)}</section>
<section id="taken" aria-labelledby="taken-h"><h2 id="taken-h">Who is affected</h2>
<p class="lead">The lower bound was seen to be taken; the upper bound may have been. Persons are counted by keyed hashes and not named.</p>
${scope.data.length === 0 ? html`<p>No access to subscriber, intercept or call data was seen. That is no proof that there was none: see what we could see.</p>` : grid('What was taken, with bounds', columns, scope.data.slice(0, 200).map(taken))}</section>
`;
}
