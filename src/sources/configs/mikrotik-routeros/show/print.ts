import { canonicalIp } from '../../../../base/ip.ts';
import { stateOf } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { SectionKind, Show } from '../../kit/platform.ts';
import { addSerial } from '../../kit/serials.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const DETAIL: Fate = ['set-aside', 'detail of the device'];
const KINDS: readonly (readonly [RegExp, SectionKind])[] = [
  [/^\/?export(?: (?:verbose|compact|terse|hide-sensitive|show-sensitive))*$/, 'running'],
  [/^\/.{1,60} export\b/, 'partial'],
  [/^\/?system (?:resource|routerboard|identity|license) print/, 'version'],
  [/^\/?user active print/, 'sessions'],
  [/^\/?(?:quit|\.\.|beep)/, 'session'],
];

/** Tells what a command prints. */
export function sectionOf(command: string): SectionKind {
  const text = command
    .replace(/^\/ ?/, '/')
    .replace(/(?<=\w)\/(?=\w)/g, ' ')
    .trim();
  return KINDS.find(([form]) => form.test(text))?.[1] ?? 'other';
}

/** Tells the kind of output by its first line; null when the line does not tell. */
export function sniff(text: string): SectionKind | null {
  if (text.startsWith('#') && / by RouterOS \d/.test(text.slice(0, 80))) return 'running';
  return /^ {2,24}(?:uptime: (?:\d+[wdhms]){1,5}|routerboard: (?:yes|no)|name: \S.{0,60})$/.test(text)
    ? 'version'
    : null;
}

const UNITS: Readonly<Record<string, number>> = { w: 604_800, d: 86_400, h: 3600, m: 60, s: 1 };

/** Seconds of `6w5d11h55m45s`; null when the text is something else. */
export function uptime(text: string): number | null {
  if (!/^(?:\d{1,5}[wdhms]){1,5}$/.test(text)) return null;
  return [...text.matchAll(/(\d+)([wdhms])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (UNITS[unit ?? ''] ?? 0),
    0,
  );
}

/** Reads `/system resource print`, `/system routerboard print` and `/system identity print`. */
export class DeviceShow implements Show {
  line(entry: Entry, { draft }: Snapshot): Fate {
    const found = /^([a-z][a-z-]{1,40}): (.{1,120})$/.exec(bodyOf(entry).slice(0, 200));
    const [, name = '', said = ''] = found ?? [];
    if (name === 'version')
      draft.version = { line: entry.line, lineEnd: entry.line, text: said.split(' ')[0] as string };
    else if (name === 'model') draft.model = said;
    else if (name === 'board-name') draft.model ??= said;
    else if (name === 'serial-number') addSerial(draft, said);
    else if (name === 'uptime') draft.uptimeSeconds = uptime(said);
    else if (name === 'name') draft.hostname ??= said;
    else return DETAIL;
    return READ;
  }
}

/** Reads `/user active print`: `0 jan/02/2026 10:00:00 admin 198.51.100.7 ssh`. */
export class ActiveReader implements Show {
  readonly view = 'sessions';

  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 300);
    if (/^(?:Flags:|Columns:|#\s)/.test(text)) return READ;
    const found =
      /^\d{1,4}\s+(?:[A-Z]\s+)?\S{8,11} \d\d:\d\d:\d\d\s+(\S{1,63})\s+(?:(\S{1,45})\s+)?(\S{2,20})$/.exec(
        text,
      );
    if (!found) return BROKEN;
    const [, account = '', from = '', terminal = ''] = found;
    stateOf(draft).sessions.push({
      line: entry.line,
      lineEnd: entry.line,
      account,
      from: canonicalIp(from),
      terminal,
    });
    return READ;
  }
}
