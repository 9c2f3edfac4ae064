import { printable } from '../../base/printable.ts';

/** Markup that is safe to write: made by `html` from our own text and escaped values. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: text is escaped, markup is not, nothing is left out. */
export type Part = string | number | Markup | null | undefined | false | readonly Part[];

const MOST = 4000;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Text as HTML text or attribute value: hidden characters visible, markup characters as entities, at most 4,000. */
export function escape(text: string): string {
  return printable(text, MOST).replace(/[&<>"'`]/g, (char) => ENTITIES[char] as string);
}

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string') return escape(part);
  if (typeof part === 'number') return String(part);
  return part.map((inner) => render(inner)).join('');
}

/** Template tag: our own text as it stands, values escaped. Attributes must be quoted. */
export function html(own: TemplateStringsArray, ...values: readonly Part[]): Markup {
  let text = own[0] ?? '';
  for (const [i, value] of values.entries()) text += render(value) + (own[i + 1] ?? '');
  return new Markup(text);
}

/** Takes text of our own as markup; never for anything that comes from data. */
export function ours(text: string): Markup {
  return new Markup(text);
}

/** An anchor name made from an id: letters, digits and hyphens only. */
export function anchor(id: string): string {
  return id.replace(/[^A-Za-z0-9-]/g, '_').slice(0, 80);
}

/** A link to a page outside, where the address is plain https; otherwise its text alone. */
export function outside(url: string, text: string): Markup {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || parsed.protocol !== 'https:') return html`${text}`;
  return html`<a href="${parsed.href}" rel="noreferrer noopener">${text}</a>`;
}

/** A sentence of ours in which commands stand between backticks: these become code. Everything is escaped. */
export function sentence(text: string): Markup {
  const parts = text.split('`');
  // An odd number of backticks is no pair: then the text stays as it is.
  if (parts.length % 2 === 0 || parts.length > 40) return html`${text}`;
  return html`${parts.map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}
