import type { Answers } from '../../model/answers.ts';
import type { DutyAssessment, DutyClock } from '../../model/duty.ts';
import { counted, timeOrNone } from '../kit/words.ts';
import { anchor, html, type Markup, outside, type Part } from './markup.ts';
import { bullets, folded, pairs } from './table.ts';

const STATES = ['applies', 'may-apply', 'needs-answer', 'not-in-force', 'does-not-apply'] as const;

const STATE = {
  applies: ['▲', 'Applies', 'hit'],
  'may-apply': ['?', 'May apply', 'cannot-tell'],
  'needs-answer': ['?', 'Needs an answer', 'cannot-tell'],
  'not-in-force': ['○', 'Not in force', 'quiet'],
  'does-not-apply': ['✓', 'Does not apply', 'clear'],
} as const;

function clock(c: DutyClock): Markup {
  const late = c.remaining !== null && c.remaining.value < 0;
  const due = c.dueAt === null ? 'not running' : `due ${timeOrNone(c.dueAt)}`;
  return html`<li class="${late ? 'late' : ''}"><strong>${late && html`<span aria-hidden="true">▲</span> Overdue: `}${c.name}</strong> <span class="quiet">${due}; starts with ${c.startEvent}${c.startsAt !== null && ` (${timeOrNone(c.startsAt)})`}</span><br>${c.statement}</li>`;
}

function checked(duty: DutyAssessment): Markup {
  const text = `Checked on ${duty.verifiedOn}, ${counted(duty.verifiedDaysAgo, 'day')} ago.`;
  if (!duty.stale) return html`<span class="quiet">${text}</span>`;
  return html`<span class="stale"><span aria-hidden="true">▲</span> Stale: ${text} The law may have changed.</span>`;
}

function article(duty: DutyAssessment): Markup {
  const [shape, word, tone] = STATE[duty.state];
  const { source } = duty;
  return html`<article class="panel duty" id="${anchor(duty.id)}"><h3><span class="badge ans-${tone}"><span aria-hidden="true">${shape}</span> ${word}</span> ${duty.title} <small>${duty.jurisdiction}</small></h3>
${duty.clocks.length > 0 && html`<ul class="clocks">${duty.clocks.map((c) => clock(c))}</ul>`}
${pairs([
  ['Tell', duty.whom.join(', ')],
  ['Why', duty.because.join(' ')],
  ['Hold', duty.holds.join(' ')],
  ['To be answered', bullets(duty.questions.map((q) => q.question))],
  [
    'Law',
    html`${outside(source.url, source.title)} ${source.citation} · status ${duty.status.replaceAll('-', ' ')}`,
  ],
  ['Last checked', checked(duty)],
  ['Counsel', duty.counsel],
])}</article>
`;
}

/** Whom we must tell: the duties that apply or may apply with their clocks; the others folded. */
export function dutiesSection({ duties }: Answers): Markup {
  const ordered = duties.toSorted((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state));
  const open = ordered.filter((d) => STATES.indexOf(d.state) < 3);
  const others = ordered.filter((d) => STATES.indexOf(d.state) >= 3);
  const rest: Part =
    others.length > 0 &&
    folded(
      `${counted(others.length, 'duty', 'duties')} that do not apply or are not in force`,
      others.map((d) => article(d)),
    );
  return html`<section id="duties" aria-labelledby="duties-h"><h2 id="duties-h">Whom we must tell</h2>
<p class="lead">${counted(open.length, 'duty', 'duties')} to look at. This is no legal advice: ask counsel before you rely on it.</p>
${open.map((d) => article(d))}${rest}</section>
`;
}
