import type { SectionKind } from '../../kit/platform.ts';

const SESSION =
  /^(?:screen-length|system-view|quit|return|save|terminal|language-mode|commit|clock|reset|undo|ping|tracert)\b/;
const VIEWS: readonly (readonly [string, SectionKind])[] = [
  ['version', 'version'],
  ['users', 'users'],
  ['esn', 'esn'],
  ['device', 'other'],
  ['local-user', 'accounts'],
];

const begins = (word: string | undefined, full: string, least: number): boolean =>
  word !== undefined && word.length >= least && full.startsWith(word);

/** Tells what a command prints; abbreviations count (`dis cu`). */
export function sectionOf(command: string): SectionKind {
  const words = command.split(' ').filter((word) => word !== '');
  if (begins(words[0], 'display', 3)) return displaySection(words.slice(1));
  if (begins(words[0], 'dir', 3)) return 'files';
  return SESSION.test(command) ? 'session' : 'other';
}

function displaySection(words: readonly string[]): SectionKind {
  const [what, ...rest] = words;
  const extra = rest.filter((word) => word !== 'all' && word !== '|' && word !== 'no-more');
  if (begins(what, 'current-configuration', 2)) return extra.length > 0 ? 'partial' : 'running';
  if (begins(what, 'saved-configuration', 2)) return extra.length > 0 ? 'partial' : 'startup';
  if (what === 'this') return 'partial';
  if (begins(what, 'tcp', 3) && begins(rest[0], 'status', 2)) return 'connections';
  return VIEWS.find(([name]) => begins(what, name, 3) && extra.length === 0)?.[1] ?? 'other';
}

/** Tells the kind of output by its first line, where no prompt says which command it was; null when it does not. */
export function sniff(text: string): SectionKind | null {
  switch (text.charCodeAt(0)) {
    case 33:
      return /^! ?(?:Software Version V|Last configuration was)/.test(text) ? 'running' : null;
    case 91:
      return /^\[V\d{3}R\d{3}C\w+\]$/.test(text) ? 'running' : null;
    case 72:
      return text.startsWith('Huawei Versatile Routing Platform') ? 'version' : null;
    case 86:
      return text.startsWith('VRP (R) ') ? 'version' : null;
    case 115:
      return text.startsWith('sysname ') ? 'running' : null;
    default:
      return null;
  }
}
