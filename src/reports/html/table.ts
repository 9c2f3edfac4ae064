import { html, type Markup, type Part } from './markup.ts';

/** A column: its heading, and `num` where it holds figures. */
export interface Column {
  readonly title: string;
  readonly num?: boolean;
}

/** A table that scrolls sideways in its own frame; the first cell of each row heads the row. */
export function grid(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Part[])[],
): Markup {
  const head = columns.map(
    (c) => html`<th scope="col" class="${c.num === true ? 'num' : ''}">${c.title}</th>`,
  );
  const body = rows.map((cells) => {
    const inner = cells.map((cell, i) => {
      const kind = columns[i]?.num === true ? 'num' : '';
      return i === 0
        ? html`<th scope="row" class="${kind}">${cell}</th>`
        : html`<td class="${kind}">${cell}</td>`;
    });
    return html`<tr>${inner}</tr>
`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>${body}</tbody></table></div>
`;
}

/** A list of sentences; nothing for none. */
export function bullets(sentences: readonly Part[]): Markup | null {
  if (sentences.length === 0) return null;
  return html`<ul>${sentences.map((text) => html`<li>${text}</li>`)}</ul>`;
}

/** Names and values, one a line; entries without a value are left out. */
export function pairs(entries: readonly (readonly [string, Part])[]): Markup {
  const shown = entries.filter(([, value]) => value !== null && value !== '' && value !== undefined);
  return html`<dl class="pairs">${shown.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** A part that opens; in print it is open. */
export function folded(summary: Part, body: Part): Markup {
  return html`<details class="fold"><summary>${summary}</summary><div class="folded">${body}</div></details>
`;
}

/** Code as the reader types or reads it. */
export function code(text: string): Markup {
  return html`<code>${text}</code>`;
}
