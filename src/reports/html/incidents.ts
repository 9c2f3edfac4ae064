import { formatMinute } from '../../base/time.ts';
import type { Answers } from '../../model/answers.ts';
import type { Incident, PlaybookFit, TimelineEvent } from '../../model/incident.ts';
import { subjectName } from '../kit/findings.ts';
import { counted, day, fewOf, timeOrNone } from '../kit/words.ts';
import { severityBadge, stepBadge } from './badges.ts';
import { anchor, html, type Markup } from './markup.ts';
import { type Refer, referrer } from './shown.ts';
import { bullets, folded, pairs } from './table.ts';

const MOST_EVENTS = 150;
const MOST_INCIDENTS = 40;

function event(e: TimelineEvent, refer: Refer): Markup {
  return html`<li><time>${formatMinute(e.at).slice(11)}</time> ${severityBadge(e.severity)} <span class="what">${e.what} <span class="quiet">${subjectName(e.subject)} · ${refer(e.finding)}</span></span></li>`;
}

function timeline(incident: Incident, refer: Refer): Markup {
  const ordered = incident.timeline.toSorted((a, b) => a.at - b.at || (a.finding < b.finding ? -1 : 1));
  const shown = ordered.slice(0, MOST_EVENTS);
  const days = [...Map.groupBy(shown, (e) => day(e.at))].map(
    ([date, events]) => html`<li><h4>${date}</h4><ol>${events.map((e) => event(e, refer))}</ol></li>
`,
  );
  const left = incident.timeline.length - shown.length;
  return html`<ol class="timeline">${days}</ol>${left > 0 && html`<p class="note">And ${counted(left, 'more event')}, in the JSON report.</p>`}`;
}

function playbook(fit: PlaybookFit, refer: Refer): Markup {
  const steps = fit.steps.map(
    (
      step,
    ) => html`<li class="step">${stepBadge(step.state)}<span class="what"><span class="title">${step.title}</span>
<span class="meta">${step.attack.join(', ')} · ${step.first === null ? step.note : `first ${formatMinute(step.first)}`} ${step.findings.slice(0, 6).map((id) => html` ${refer(id)}`)}</span></span></li>`,
  );
  const aligned = fit.aligned
    ? 'Several independent kinds of evidence agree. Alignment is no attribution.'
    : 'Too few independent kinds of evidence agree to speak of alignment.';
  return html`<h4>Playbook: ${fit.title}</h4>
<p>${fit.seen} of ${counted(fit.steps.length, 'step')} seen, ${fit.notSeen} not seen, ${fit.cannotTell} cannot tell. ${aligned}</p>
<ol class="steps">${steps}</ol>
${fit.against.length > 0 && html`<p>What speaks against it:</p>${bullets(fit.against)}`}`;
}

function article(incident: Incident, refer: Refer): Markup {
  return html`<article class="panel" id="${anchor(incident.id)}"><h3>${severityBadge(incident.severity)} ${incident.title} <small>${incident.id}</small></h3>
${pairs([
  ['From, to', `${timeOrNone(incident.first)} to ${timeOrNone(incident.last)}`],
  ['Confidence', incident.confidence],
  ['Devices', fewOf(incident.subjects.map(subjectName), 12)],
  ['Accounts', fewOf(incident.accounts, 12)],
  ['Addresses', fewOf(incident.addresses, 12)],
])}
${folded('Why these belong together', bullets(incident.because))}
<h4>Timeline</h4>${timeline(incident, refer)}
${incident.playbooks.slice(0, 5).map((fit) => playbook(fit, refer))}</article>
`;
}

/** The incidents with their timelines and how they fit known playbooks. */
export function* incidentsSection(answers: Answers): Generator<Markup> {
  const { incidents } = answers;
  const refer = referrer(answers);
  yield html`<section id="timeline" aria-labelledby="timeline-h"><h2 id="timeline-h">Incidents and timeline</h2>
<p class="lead">${incidents.length === 0 ? 'No findings belong together as an incident.' : `${counted(incidents.length, 'incident')}. All times are UTC.`}</p>
`;
  for (const incident of incidents.slice(0, MOST_INCIDENTS)) yield article(incident, refer);
  const left = incidents.length - MOST_INCIDENTS;
  yield html`${left > 0 && html`<p class="note">And ${counted(left, 'more incident')}, in the JSON report.</p>`}</section>
`;
}
