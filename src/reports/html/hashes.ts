import type { Container, Evidence } from '../../model/evidence.ts';
import { counted } from '../kit/words.ts';
import { html, type Markup } from './markup.ts';
import { code } from './table.ts';

/** One piece of evidence may lie in very many archives; the JSON report has them all. */
const MOST_CONTAINERS = 3;

/** The hash of a piece of evidence, and those of the files that it lies packed in, as they are on the disk. */
export function hashesOf({ id, name, hashed, containers }: Evidence): Markup {
  const own =
    hashed && html`<span class="sha">SHA-256${containers.length > 0 && ' unpacked'} ${code(id)}</span>`;
  const outer = containers
    .slice(0, MOST_CONTAINERS)
    .map(
      (container) =>
        html`<span class="sha">${packedIn(container, name)}SHA-256 ${code(container.sha256)}</span>`,
    );
  const left = containers.length - MOST_CONTAINERS;
  return html`${outer}${left > 0 && html`<span class="sha">and in ${counted(left, 'more archive')}, in the JSON report</span>`}${own}`;
}

/** A file that is packed by itself has the name of what came out of it: it is not said twice. */
function packedIn(container: Container, name: string): string {
  return container.name === name ? 'on the disk, packed: ' : `packed in ${container.name}, on the disk `;
}
