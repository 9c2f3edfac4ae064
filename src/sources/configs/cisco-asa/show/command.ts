import { findCommand } from '../../kit/command-table.ts';
import { commandWords } from '../../kit/command-words.ts';
import type { SectionKind } from '../../kit/platform.ts';

const EXEC = (
  'show dir verify more terminal enable disable exit quit logout end configure copy write ping traceroute clear debug undebug ' +
  'reload capture packet-tracer changeto login delete cd pwd rename mkdir rmdir format failover expert system perfmon test no ' +
  'shun kill who cluster activation-key crypto asp'
).split(' ');

/** True when a word may begin a command at the prompt, abbreviated to two letters or more. */
export function isExecWord(word: string): boolean {
  return word.length >= 2 && EXEC.some((full) => full.startsWith(word.toLowerCase()));
}

/** What commands print, by their first words; abbreviations count. Longer phrases stand before shorter ones. */
const SHOWS: readonly (readonly [string, SectionKind])[] = [
  ['sh|ow run|ning-config', 'running'],
  ['sh|ow start|up-config', 'startup'],
  ['more system:running-config', 'running'],
  ['wr|ite t|erminal', 'running'],
  ['sh|ow ver|sion', 'version'],
  ['sh|ow inv|entory', 'inventory'],
  ['sh|ow clo|ck', 'clock'],
  ['sh|ow asp ta|ble so|cket', 'listeners'],
  ['sh|ow cap|ture', 'captures'],
  ['sh|ow ssh s|essions', 'sessions'],
  ['sh|ow access-l|ist', 'acls'],
  ['sh|ow disk0:', 'files'],
  ['sh|ow disk1:', 'files'],
  ['sh|ow flash:', 'files'],
  ['dir', 'files'],
  ['ver|ify', 'files'],
  ['term|inal', 'session'],
  ['en|able', 'session'],
  ['ex|it', 'session'],
];

/** Tells what a command prints; abbreviations count (`sh run`). */
export function sectionOf(command: string): SectionKind {
  const { words, piped } = commandWords(command);
  const kind = findCommand(words, SHOWS) ?? 'other';
  if (kind !== 'running' && kind !== 'startup') return kind;
  return piped || words.slice(2).some((word) => word !== 'all') ? 'partial' : kind;
}

const OPENINGS: readonly (readonly [RegExp, SectionKind])[] = [
  [/^: Saved$|^(?:ASA|NGFW) Version /, 'running'],
  [/^Cisco Adaptive Security Appliance Software Version/, 'version'],
  [/^N(?:ame|AME): "/, 'inventory'],
  [/^Directory of /, 'files'],
  [/^access-list \S+; \d+ elements/, 'acls'],
  [/^Protocol +Socket +State +Local Address/, 'listeners'],
];

/** Tells the kind of output by its first line, where no prompt says which command it was; null when it does not. */
export function sniff(text: string): SectionKind | null {
  const head = text.slice(0, 200);
  return OPENINGS.find(([test]) => test.test(head))?.[1] ?? null;
}
