import type { Evidence } from '../../model/evidence.ts';
import { counted } from '../kit/words.ts';
import { html, type Markup } from './markup.ts';
import { code } from './table.ts';

/** One piece of evidence may lie in very many archives; the JSON report has them all. */
const MOST_CONTAINERS = 3;

/** The hash of a piece of evidence, and those of the files that it lies packed in, as they are on the disk. */
export function hashesOf({ id, hashed, containers }: Evidence): Markup {
  const own =
    hashed && html`<span class="sha">SHA-256${containers.length > 0 && ' unpacked'} ${code(id)}</span>`;
  const outer = containers
    .slice(0, MOST_CONTAINERS)
    .map(
      ({ name, sha256 }) =>
        html`<span class="sha">packed in ${name}, on the disk SHA-256 ${code(sha256)}</span>`,
    );
  const left = containers.length - MOST_CONTAINERS;
  return html`${own}${outer}${left > 0 && html`<span class="sha">and in ${counted(left, 'more archive')}, in the JSON report</span>`}`;
}
