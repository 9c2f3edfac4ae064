import type { Confidence, Severity } from '../../model/verdict.ts';
import { html, type Markup } from './markup.ts';

// A shape beside each word, so that colour is never the only signal, in print neither.
const SEVERITY = {
  critical: ['▲', 'Critical'],
  high: ['▲', 'High'],
  medium: ['■', 'Medium'],
  low: ['●', 'Low'],
  info: ['○', 'Info'],
} as const;

/** The severity as a word with a shape. */
export function severityBadge(severity: Severity): Markup {
  const [shape, word] = SEVERITY[severity];
  return html`<span class="badge sev-${severity}"><span aria-hidden="true">${shape}</span> ${word}</span>`;
}

const STATE = {
  seen: ['▲', 'Seen', 'hit'],
  'not-seen': ['✓', 'Not seen', 'clear'],
  'cannot-tell': ['?', 'Cannot tell', 'cannot-tell'],
} as const;

/** How a step of a playbook stands. */
export function stepBadge(state: keyof typeof STATE): Markup {
  const [shape, word, tone] = STATE[state];
  return html`<span class="badge ans-${tone}"><span aria-hidden="true">${shape}</span> ${word}</span>`;
}

/** How sure, in words. */
export function confidenceWords(confidence: Confidence): string {
  return `confidence ${confidence}`;
}
