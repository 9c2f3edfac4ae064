import { type IntelForm, readPack, recogniseIntel } from '../../intel/index.ts';
import type { IntelPack } from '../../model/indicator.ts';
import type { Source } from '../../sources/kit/contract.ts';

/** How sure each form is; a bare list of values gives way to every source that knows its own form. */
const SURE: Readonly<Record<IntelForm, number>> = { json: 0.95, table: 0.6, list: 0.35 };

/** Intelligence larger than this is refused. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Intelligence that lies among evidence, as a source like any other; packs go to `onPack`. */
export function intelSource(onPack: (pack: IntelPack) => void): Source {
  return {
    id: 'intel/pack',
    title: 'Shared intelligence: STIX bundles, MISP events, lists of indicators',
    version: 1,
    kinds: [],
    split: null,
    recognise: (head) => {
      const form = recogniseIntel(head.bytes);
      return form === null ? 0 : SURE[form];
    },
    open: (context, sink) => {
      const chunks: Uint8Array[] = [];
      let size = 0;
      return {
        push: (chunk) => {
          size += chunk.length;
          if (size <= MOST_BYTES) chunks.push(chunk.slice());
        },
        end: () => {
          const whole = size <= MOST_BYTES;
          if (whole) onPack(readPack(Buffer.concat(chunks), context.name));
          sink.account({
            state: whole ? 'read' : 'failed',
            reason: whole ? 'intelligence' : 'too large',
            bytes: size,
            units: 1,
          });
        },
      };
    },
  };
}
