import { bodyOf, type Entry } from '../kit/entry.ts';
import type { Snapshot } from '../kit/snapshot.ts';

const VERSION = /^#config-version=([A-Z0-9]{3,12})-(\d{1,2}\.\d{1,2}(?:\.\d{1,3})?)-FW-build(\d{1,6})/;

/**
 * Reads `#config-version=FGVMK6-6.4.4-FW-build1803-201209:opmode=1:vdom=0:user=admin`: model, version and build.
 * `user` is who took the copy, not who changed the device.
 */
export function readHeader(entry: Entry, { draft }: Snapshot): boolean {
  const text = bodyOf(entry).slice(0, 400);
  const found = VERSION.exec(text);
  if (found) {
    const at = { line: entry.line, lineEnd: entry.line };
    draft.model ??= found[1] as string;
    draft.version ??= { ...at, text: found[2] as string };
    draft.image ??= { ...at, text: `build${found[3]}` };
    return true;
  }
  return /^#(?:conf_file_ver|buildno|global_vdom|branch_pt)=/.test(text);
}
