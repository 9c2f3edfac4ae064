import { formatMinute } from '../../base/time.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Finding, Proof, Verdict } from '../../model/verdict.ts';
import { counted, figure, lengthOfTime, timeOrNone } from '../kit/words.ts';
import { hashesOf } from './hashes.ts';
import { html, type Markup, type Part, sentence } from './markup.ts';
import { bullets, code, pairs } from './table.ts';

/** What a proof is shown with: the files it stands in, the verdict it belongs to, and how many lines are shown. */
export interface ProofContext {
  readonly files: ReadonlyMap<string, Evidence>;
  readonly verdict: Verdict | undefined;
  readonly asks: string;
  readonly mostLines: number;
}

function place({ ref }: Proof): string {
  if (ref.line < 1) return `byte ${figure(ref.byte)}`;
  return ref.lineEnd > ref.line ? `lines ${ref.line}–${ref.lineEnd}` : `line ${ref.line}`;
}

function line(proof: Proof): Markup {
  const at = proof.at === null ? null : html` · <time>${formatMinute(proof.at)}</time>`;
  return html`<li><p class="shows">${proof.shows} <span class="quiet">${place(proof)}${at}</span></p>
<pre>${proof.text}</pre></li>`;
}

function fileOf(id: string, file: Evidence | undefined): Markup {
  if (file) return html`${file.name}${hashesOf(file)}`;
  return html`evidence no longer in the case<span class="sha">SHA-256 ${code(id)}</span>`;
}

function lines(finding: Finding, { files, mostLines }: ProofContext): Markup {
  const shown = finding.proof.slice(0, mostLines);
  const groups = [...Map.groupBy(shown, (proof) => proof.ref.evidence)].map(
    ([id, inside]) =>
      html`<p class="file">${fileOf(id, files.get(id))}</p><ol class="lines">${inside.map((proof) => line(proof))}</ol>`,
  );
  const rest = Math.max(finding.count, finding.proof.length) - shown.length;
  const more =
    rest > 0 &&
    html`<p class="quiet">${counted(rest, 'more observation')}; see ${code(`seawall why ${finding.id}`)}.</p>`;
  if (shown.length === 0)
    return html`<p>No line is kept with this finding; see ${code(`seawall why ${finding.id}`)}.</p>`;
  return html`${groups}${more}`;
}

function limits(verdict: Verdict | undefined): Part {
  const blind = verdict?.blind ?? [];
  const windows = blind
    .slice(0, 5)
    .map(
      (p) => `Blind from ${formatMinute(p.from)} to ${formatMinute(p.to)} (${lengthOfTime(p.to - p.from)}).`,
    );
  const more = blind.length > 5 ? [`And ${blind.length - 5} more blind windows.`] : [];
  const reasons = (verdict?.reasons ?? []).map(
    (r) => html`${r.text} Cheapest way to find out: ${sentence(r.cheapest)}`,
  );
  return (
    bullets([...reasons, ...windows, ...more]) ?? html`<p>This check saw the whole period on this device.</p>`
  );
}

function setAside({ suppressed }: Finding): Part {
  if (suppressed === null) return null;
  const until = suppressed.until === null ? '' : ` until ${formatMinute(suppressed.until)}`;
  return html`<p class="note"><strong>Set aside</strong> by ${suppressed.by}${until}: ${suppressed.why}</p>`;
}

/** All that stands behind a finding: rule, lines, other explanations, next steps, limits. */
export function proofOf(finding: Finding, context: ProofContext): Markup {
  const techniques = finding.attack.join(', ');
  return html`${setAside(finding)}${pairs([
    ['Rule', html`${code(finding.check)} ${context.asks}`],
    ['Severity', `${finding.severity}, confidence ${finding.confidence}, class ${finding.class}`],
    ['First to last', `${timeOrNone(finding.first)} to ${timeOrNone(finding.last)}`],
    ['Seen', counted(finding.count, 'time')],
    ['Accounts', finding.accounts.join(', ')],
    ['Addresses', finding.addresses.join(', ')],
    ['ATT&CK', techniques],
    ['Indicators', finding.indicators.join(', ')],
  ])}
${bullets(finding.notes)}
<h4>Proof</h4>${lines(finding, context)}
<h4>What else could explain it</h4>${bullets(finding.otherExplanations.map((text) => sentence(text)))}
<h4>What to do next</h4><ol>${finding.next.map((step) => html`<li>${sentence(step)}</li>`)}</ol>
<h4>What this check could not see</h4>${limits(context.verdict)}`;
}
