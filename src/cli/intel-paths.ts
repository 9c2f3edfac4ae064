import { listInputs } from '../assess/ingest/inputs.ts';
import { isIntelligence } from '../assess/ingest/scout.ts';
import { UserError } from './errors.ts';

/** Packed files are looked into when they are read, not before. */
const PACKED = /\.(?:gz|zst|tar|tgz|zip)$/i;

/**
 * Refuses a path that was given as intelligence and holds none: its indicators would never be looked for, and every
 * answer would look as if they had been.
 */
export async function refuseNoIntel(
  paths: readonly string[],
  content: ReadonlyMap<string, string>,
): Promise<void> {
  for (const path of paths) {
    const { inputs } = await listInputs([path]);
    let usable = false;
    for (const input of inputs) usable ||= PACKED.test(input.name) || (await isIntelligence(input, content));
    if (!usable) throw new UserError('no-intelligence', path);
  }
}
