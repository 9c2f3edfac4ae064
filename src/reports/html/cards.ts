import type { Answers } from '../../model/answers.ts';
import { standing } from '../kit/findings.ts';
import { playbookSentence } from '../kit/hit.ts';
import { counted, fewOf } from '../kit/words.ts';
import { confidenceWords } from './badges.ts';
import { html, type Markup, type Part } from './markup.ts';
import { referrer } from './shown.ts';

const WORDS = {
  yes: ['▲', 'Yes', 'hit'],
  no: ['✓', 'No', 'clear'],
  'cannot-tell': ['?', 'Cannot tell', 'cannot-tell'],
} as const;

/** A link to a part of this page. */
function link(to: string, text: string): Markup {
  return html`<a href="#${to}">${text}</a>`;
}

interface Card {
  readonly id: string;
  readonly question: string;
  readonly body: Part;
  readonly links: readonly Markup[];
}

function card({ id, question, body, links }: Card): Markup {
  return html`<section class="card" id="${id}" aria-labelledby="${id}-q">
<h2 id="${id}-q">${question}</h2>
${body}
<p class="links">${links}</p>
</section>
`;
}

function cells({ hit }: Answers): string {
  const { hit: hits, clear, cannotTell } = hit.cells;
  return `${counted(hits + clear + cannotTell, 'question')} asked of devices: ${counted(hits, 'hit')}, ${counted(clear, 'clear', 'clear')}, ${counted(cannotTell, 'cannot tell', 'cannot tell')}.`;
}

/** The first few hit devices and systems by name. */
function where({ hit }: Answers): Part {
  const names = [...hit.devices, ...hit.systems.map((name) => `${name} (system)`)];
  return names.length > 0 && html`<p>On ${fewOf(names, 8)}.</p>`;
}

function hitCard(answers: Answers): Markup {
  const [shape, word, tone] = WORDS[answers.hit.answer];
  const { confidence, sentence } = answers.hit;
  const said = confidence === null || sentence.includes(confidenceWords(confidence));
  const sure = said ? '' : `, ${confidenceWords(confidence)}`;
  const worst = standing(answers.findings)[0];
  const first = worst === undefined ? [] : [referrer(answers)(worst.id, 'Proof: ')];
  return card({
    id: 'hit',
    question: '1. Are we hit?',
    body: html`<p class="verdict ans-${tone}"><span aria-hidden="true">${shape}</span> ${word}<small>${sure}</small></p>
<p class="sentence">${sentence} ${playbookSentence(answers.hit)}</p>${where(answers)}<p class="quiet">${cells(answers)}</p>`,
    links: [...first, link('findings', 'All findings'), link('checks', 'What was judged')],
  });
}

function sinceCard(answers: Answers): Markup {
  const { finding } = answers.since;
  const first = finding === null ? [] : [referrer(answers)(finding, 'Proof: ')];
  return card({
    id: 'since',
    question: '2. Since when?',
    body: html`<p class="sentence">${answers.since.sentence}</p>`,
    links: [...first, link('timeline', 'Timeline'), link('coverage', 'What we could see')],
  });
}

/** The five answers, the first of them large. */
export function cards(answers: Answers): Markup {
  const sentence = (text: string): Markup => html`<p class="sentence">${text}</p>`;
  return html`<div class="cards">
${hitCard(answers)}${sinceCard(answers)}
${card({
  id: 'deep',
  question: '3. How deep?',
  body: sentence(answers.depthSentence),
  links: [link('scope', 'Proof: blast radius'), link('devices', 'Devices')],
})}
${card({
  id: 'who',
  question: '4. Who is affected?',
  body: sentence(answers.whoSentence),
  links: [link('taken', 'Proof: what was taken, with bounds')],
})}
${card({
  id: 'tell',
  question: '5. Whom must we tell?',
  body: sentence(answers.tellSentence),
  links: [link('duties', 'Proof: duties and their clocks')],
})}
</div>
`;
}
