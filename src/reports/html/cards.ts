import type { Answers } from '../../model/answers.ts';
import { standing } from '../kit/findings.ts';
import { counted } from '../kit/words.ts';
import { confidenceWords } from './badges.ts';
import { anchor, html, type Markup, type Part } from './markup.ts';

const WORDS = {
  yes: ['▲', 'Yes', 'hit'],
  no: ['✓', 'No', 'clear'],
  'cannot-tell': ['?', 'Cannot tell', 'cannot-tell'],
} as const;

interface Link {
  readonly to: string;
  readonly text: string;
}

interface Card {
  readonly id: string;
  readonly question: string;
  readonly body: Part;
  readonly links: readonly Link[];
}

function card({ id, question, body, links }: Card): Markup {
  const list = links.map((link) => html`<a href="#${link.to}">${link.text}</a> `);
  return html`<section class="card" id="${id}" aria-labelledby="${id}-q">
<h2 id="${id}-q">${question}</h2>
${body}
<p class="links">${list}</p>
</section>
`;
}

function cells({ hit }: Answers): string {
  const { hit: hits, clear, cannotTell } = hit.cells;
  return `${counted(hits + clear + cannotTell, 'question')} asked of devices: ${counted(hits, 'hit')}, ${counted(clear, 'clear', 'clear')}, ${counted(cannotTell, 'cannot tell', 'cannot tell')}.`;
}

function hitCard(answers: Answers): Markup {
  const [shape, word, tone] = WORDS[answers.hit.answer];
  const { confidence, sentence } = answers.hit;
  const said = confidence === null || sentence.includes(confidenceWords(confidence));
  const sure = said ? '' : `, ${confidenceWords(confidence)}`;
  const worst = standing(answers.findings)[0];
  const first = worst === undefined ? [] : [{ to: anchor(worst.id), text: `Proof: ${worst.id}` }];
  return card({
    id: 'hit',
    question: '1. Are we hit?',
    body: html`<p class="verdict ans-${tone}"><span aria-hidden="true">${shape}</span> ${word}<small>${sure}</small></p>
<p class="sentence">${sentence}</p><p class="quiet">${cells(answers)}</p>`,
    links: [...first, { to: 'findings', text: 'All findings' }, { to: 'checks', text: 'What was judged' }],
  });
}

function sinceCard(answers: Answers): Markup {
  const { finding } = answers.since;
  const first = finding === null ? [] : [{ to: anchor(finding), text: `Proof: ${finding}` }];
  return card({
    id: 'since',
    question: '2. Since when?',
    body: html`<p class="sentence">${answers.since.sentence}</p>`,
    links: [...first, { to: 'timeline', text: 'Timeline' }, { to: 'coverage', text: 'What we could see' }],
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
  links: [
    { to: 'scope', text: 'Proof: blast radius' },
    { to: 'devices', text: 'Devices' },
  ],
})}
${card({
  id: 'who',
  question: '4. Who is affected?',
  body: sentence(answers.whoSentence),
  links: [{ to: 'taken', text: 'Proof: what was taken, with bounds' }],
})}
${card({
  id: 'tell',
  question: '5. Whom must we tell?',
  body: sentence(answers.tellSentence),
  links: [{ to: 'duties', text: 'Proof: duties and their clocks' }],
})}
</div>
`;
}
