import { type Period, totalLength } from '../../base/time.ts';
import type { Answers, DeviceCoverage } from '../../model/answers.ts';
import type { KindCoverage } from '../../model/coverage.ts';
import { EVIDENCE_KINDS } from '../../model/evidence.ts';
import { standing, subjectName } from '../kit/findings.ts';
import { counted, figure, lengthOfTime, share, timeOrNone } from '../kit/words.ts';
import { html, type Markup, ours, type Part } from './markup.ts';
import { type Scale, scaleOf, spans, WIDTH } from './scale.ts';
import { folded, grid } from './table.ts';

const ROW = 14;
const MOST_DEVICES = 600;
const MOST_TABLE_ROWS = 2400;

// Dots and ticks are strokes that do not scale, so that they keep their form while the picture stretches.
const STILL = 'vector-effect="non-scaling-stroke"';

interface Shapes {
  seen: string;
  blind: string;
  ticks: string;
}

function drawRow(kind: KindCoverage, y: number, { scale, into }: { scale: Scale; into: Shapes }): void {
  for (const s of spans(kind.seen, scale, 1.5)) into.seen += `M${s.x} ${y + 3}h${s.width}v8h-${s.width}z`;
  for (const b of spans(kind.blind, scale, 3)) into.blind += `M${b.x} ${y + 3}h${b.width}v8h-${b.width}z`;
  const ticks = [...new Set(kind.instants.map((at) => scale.at(at)))].slice(0, 200);
  for (const x of ticks) into.ticks += `M${x} ${y + 1}v12`;
}

function path(kind: string, d: string): string {
  return d === '' ? '' : `<path class="${kind}" ${STILL} d="${d}"/>`;
}

function marks(instants: readonly number[], scale: Scale, height: number): string {
  const places = [...new Set(instants.map((at) => scale.at(at)))].slice(0, 60);
  const lines = places.map((x) => `M${x} 0v${height}`).join('');
  return path('f', lines) + path('f dot', places.map((x) => `M${x} 4h.01`).join(''));
}

interface Drawn {
  readonly coverage: DeviceCoverage;
  readonly kinds: readonly KindCoverage[];
  readonly found: readonly number[];
}

function spoken({ coverage, kinds, found }: Drawn, period: Period): string {
  const whole = period.to - period.from;
  const parts = kinds.map((k) =>
    k.instants.length > 0
      ? `${k.kind} ${counted(k.instants.length, 'snapshot')}`
      : `${k.kind} ${share(totalLength(k.seen), whole)} seen, ${counted(k.blind.length, 'blind window')}`,
  );
  const seen = parts.length === 0 ? 'no evidence' : parts.join('; ');
  return `${subjectName(coverage.device)}: ${seen}; ${counted(found.length, 'finding mark')}`;
}

function drawing(drawn: Drawn, scale: Scale, period: Period): Markup {
  const { coverage, kinds, found } = drawn;
  const height = Math.max(1, kinds.length) * ROW;
  const into: Shapes = { seen: '', blind: kinds.length === 0 ? `M0 3h${WIDTH}v8h-${WIDTH}z` : '', ticks: '' };
  for (const [i, kind] of kinds.entries()) drawRow(kind, i * ROW, { scale, into });
  const shapes = path('s', into.seen) + path('b', into.blind) + path('t', into.ticks);
  const labels =
    kinds.length === 0 ? [html`<span>nothing</span>`] : kinds.map((k) => html`<span>${k.kind}</span>`);
  const name = subjectName(coverage.device);
  return html`<li data-name="${name.toLowerCase()}"><span class="name">${name}</span><span class="kinds" aria-hidden="true">${labels}</span><svg role="img" aria-label="${spoken(drawn, period)}" viewBox="0 0 ${WIDTH} ${height}" preserveAspectRatio="none" height="${height}">${ours(shapes + marks(found, scale, height))}</svg></li>
`;
}

function axis(scale: Scale): Markup {
  const inner = scale.ticks.map(
    (t) =>
      html`<line class="t" x1="${t.at / 10}%" x2="${t.at / 10}%" y1="14" y2="20"/><text x="${t.at / 10}%" y="11">${t.label}</text>`,
  );
  return html`<div class="axis" aria-hidden="true"><span></span><span></span><svg width="100%" height="20">${inner}</svg></div>`;
}

const PATTERN = ours(
  '<svg width="0" height="0" aria-hidden="true" class="defs"><defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hb" width="5" height="5"/><rect class="hl" width="2" height="5"/></pattern></defs></svg>',
);

const LEGEND = ours(`<ul class="legend">
<li><svg width="28" height="14" aria-hidden="true"><rect class="s" x="0" y="3" width="28" height="8"/></svg> seen</li>
<li><svg width="28" height="14" aria-hidden="true"><rect class="b" x="0" y="3" width="28" height="8"/></svg> blind: nothing can be said</li>
<li><svg width="28" height="14" aria-hidden="true"><line class="t" x1="14" x2="14" y1="1" y2="13"/></svg> snapshot</li>
<li><svg width="28" height="14" aria-hidden="true"><line class="f" x1="14" x2="14" y1="0" y2="14"/><path class="f dot" d="M14 4h.01"/></svg> first sign of a finding (weaknesses are not marked)</li>
</ul>`);

function tableRow(device: string, kind: KindCoverage, whole: number): Part[] {
  const missing = kind.blind.reduce((sum, window) => sum + (window.missing ?? 0), 0);
  const longest = Math.max(0, ...kind.blind.map((window) => window.to - window.from));
  return [
    subjectName(device),
    kind.kind,
    html`<time>${timeOrNone(kind.first, '–')}</time>`,
    html`<time>${timeOrNone(kind.last, '–')}</time>`,
    kind.instants.length > 0 ? `${kind.instants.length} snapshots` : share(totalLength(kind.seen), whole),
    kind.blind.length,
    longest > 0 ? lengthOfTime(longest) : '–',
    missing > 0 ? figure(missing) : '–',
    kind.unread > 0 ? figure(kind.unread) : '–',
  ];
}

function table(list: readonly Drawn[], period: Period): Markup {
  const whole = period.to - period.from;
  const rows = list.flatMap(({ coverage, kinds }) =>
    kinds.map((kind) => tableRow(coverage.device, kind, whole)),
  );
  const titles = ['Device', 'Evidence', 'First', 'Last', 'Of the period', 'Blind windows'];
  const columns = [...titles, 'Longest', 'Messages missing', 'Unread lines'].map((title, i) => ({
    title,
    num: i > 3,
  }));
  const more = rows.length - MOST_TABLE_ROWS;
  return html`${grid('Coverage by device and kind of evidence', columns, rows.slice(0, MOST_TABLE_ROWS))}${more > 0 && html`<p>And ${figure(more)} more rows; the JSON report has them all.</p>`}`;
}

// A weakness has no moment of its own: marks for it would hide those that have one.
const QUIET_CLASSES: ReadonlySet<string> = new Set(['weakness', 'supply-chain']);

/** Devices with findings first, then those of which least was seen. */
function ordered(answers: Answers): Drawn[] {
  const telling = standing(answers.findings).filter((f) => !QUIET_CLASSES.has(f.class));
  const found = Map.groupBy(telling, (f) => f.subject);
  const blindness = (d: Drawn): number =>
    d.kinds.length === 0 ? Number.MAX_SAFE_INTEGER : totalLength(d.kinds.flatMap((k) => k.blind));
  return answers.coverage
    .map((coverage) => ({
      coverage,
      kinds: coverage.kinds.toSorted(
        (a, b) => EVIDENCE_KINDS.indexOf(a.kind) - EVIDENCE_KINDS.indexOf(b.kind),
      ),
      found: (found.get(coverage.device) ?? []).map((f) => f.first).filter((at) => at !== null),
    }))
    .sort(
      (a, b) =>
        b.found.length - a.found.length ||
        blindness(b) - blindness(a) ||
        (a.coverage.device < b.coverage.device ? -1 : 1),
    );
}

/** The coverage picture: one row for each device and kind of evidence, and the same as a table. */
export function* coverageSection(answers: Answers): Generator<Markup> {
  const list = ordered(answers);
  const scale = scaleOf(answers.period);
  const shown = list.slice(0, MOST_DEVICES);
  yield html`<section id="coverage" aria-labelledby="coverage-h"><h2 id="coverage-h">What we could see</h2>
<p class="lead">${counted(list.length, 'device')}, ${timeOrNone(answers.period.from)} to ${timeOrNone(answers.period.to)}. Devices with findings first, then those of which least was seen. Where it is hatched, an absence of findings proves nothing.</p>
${PATTERN}${LEGEND}
<p class="js"><label>Find a device <input type="search" data-filters="cov-list" autocomplete="off" placeholder="part of its name"></label></p>
<div class="coverage" tabindex="0" role="region" aria-label="Coverage picture">${axis(scale)}<ul id="cov-list">`;
  for (const drawn of shown) yield drawing(drawn, scale, answers.period);
  const left = list.length - shown.length;
  yield html`</ul></div>${left > 0 && html`<p class="note">And ${counted(left, 'more device')}, in the table below and in the JSON report.</p>`}
${folded('The same as a table', table(list, answers.period))}</section>
`;
}
