import { stateOf } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import { addSerial } from '../../kit/serials.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const DETAIL: Fate = ['set-aside', 'detail of get system status'];
const DAYS = /^(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat) ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d):(\d\d):(\d\d) (\d{4})$/;
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** Reads `get system status`: `Version: FortiGate-60F v7.4.8,build2795,250523 (GA.M)` and what follows. */
export class StatusReader implements Show {
  line(entry: Entry, to: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 400);
    const colon = text.indexOf(':');
    if (colon < 0) return DETAIL;
    const said = text.slice(colon + 1).trim();
    return this.known(text.slice(0, colon), said, { entry, to }) ? READ : DETAIL;
  }

  private known(name: string, said: string, { entry, to }: { entry: Entry; to: Snapshot }): boolean {
    const { draft } = to;
    const at = { line: entry.line, lineEnd: entry.line };
    if (name === 'Version') {
      const found = /^(\S{1,60}) v(\d[\d.]{0,12}),(build\d{1,6})/.exec(said);
      if (!found) return false;
      draft.model = found[1] as string;
      draft.version = { ...at, text: found[2] as string };
      draft.image = { ...at, text: found[3] as string };
    } else if (name === 'Serial-Number') addSerial(draft, said);
    else if (name === 'Hostname') draft.hostname ??= said || null;
    else if (name === 'Firmware Signature') addSignature(to, at, said);
    else if (name === 'System time') return addTime(to, said);
    else return false;
    return true;
  }
}

function addSignature(to: Snapshot, at: { line: number; lineEnd: number }, said: string): void {
  const result =
    said === 'certified' ? 'verified' : /un-?certified|not/.test(said) ? 'not-signed' : 'unknown';
  const image = { file: 'firmware', algorithm: null, hash: null, signer: null } as const;
  stateOf(to.draft).images.push({ ...at, ...image, result });
}

function addTime(to: Snapshot, said: string): boolean {
  const found = DAYS.exec(said);
  const month = MONTHS.indexOf(found?.[1] ?? '-') / 3;
  if (!found || month < 0) return false;
  const [, , day, hour, minute, second, year] = found.map(Number);
  const local = Date.UTC(year ?? 0, month, day ?? 0, hour ?? 0, minute ?? 0, second ?? 0);
  to.addClock({ local, zone: '', unset: false });
  return true;
}
