import type { Answers } from '../../model/answers.ts';
import type { Finding } from '../../model/verdict.ts';
import { setAside, standing } from '../kit/findings.ts';
import { anchor, html, type Markup } from './markup.ts';
import { code } from './table.ts';

/** Most findings that the page shows; the page must stay quick. */
export const MOST_FINDINGS = 300;

const MOST_ASIDE = 50;

/** The findings that have a place on the page, and those that count but have none. */
export interface Shown {
  readonly counts: readonly Finding[];
  readonly left: readonly Finding[];
  readonly aside: readonly Finding[];
  readonly allAside: number;
}

/** Chooses the findings that the page shows: the worst that count, and some of those that were set aside. */
export function shownFindings({ findings }: Answers): Shown {
  const counts = standing(findings);
  const aside = setAside(findings);
  return {
    counts: counts.slice(0, MOST_FINDINGS),
    left: counts.slice(MOST_FINDINGS),
    aside: aside.slice(0, MOST_ASIDE),
    allAside: aside.length,
  };
}

/** Refers to a finding by its id. */
export type Refer = (id: string, before?: string) => Markup;

/** Makes references: a link where the finding is on the page, otherwise the command that shows it. */
export function referrer(answers: Answers): Refer {
  const { counts, aside } = shownFindings(answers);
  const here = new Set([...counts, ...aside].map((finding) => finding.id));
  return (id, before = '') =>
    here.has(id)
      ? html`<a class="ref" href="#${anchor(id)}">${before}${id}</a>`
      : html`<span>${before}${code(`seawall why ${id}`)}</span>`;
}
