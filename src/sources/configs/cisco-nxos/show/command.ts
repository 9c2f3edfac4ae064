import { commandWords, isWord } from '../../kit/command-words.ts';
import type { SectionKind } from '../../kit/platform.ts';

const SESSION = 'terminal exit quit logout end'.split(' ');
const EXEC_WORDS = (
  'show dir more terminal exit quit logout end configure copy write ping ping6 traceroute ssh telnet clear debug undebug reload test ' +
  'guestshell virtual-service run tclsh python python3 delete cd pwd move rename mkdir rmdir tail gzip tar install attach slot ' +
  'switchto switchback ethanalyzer checkpoint rollback bash dohost echo sleep where checkpoint poap no find format system ' +
  'module out-of-service blink load gunzip send setup sockstat username password app-hosting event'
).split(' ');

/** True when a word may begin a command at the prompt, abbreviated to two letters or more. */
export function isExecWord(word: string): boolean {
  return word.length >= 2 && EXEC_WORDS.some((full) => full.startsWith(word.toLowerCase()));
}

/** Tells what a command prints; abbreviations count (`sh run`). */
export function sectionOf(command: string): SectionKind {
  const { words, piped } = commandWords(command);
  const [verb, what, ...rest] = words;
  if (isWord(verb, 'show', 2)) return showSection(what, { rest, piped });
  if (isWord(verb, 'dir', 3)) return 'files';
  if (isWord(verb, 'sockstat', 8)) return 'other';
  return SESSION.some((full) => isWord(verb, full, 2)) ? 'session' : 'other';
}

/** Kinds of output by the words after `show`, abbreviated at most to the given length. */
const SHOWS: readonly (readonly [phrase: string, least: readonly number[], kind: SectionKind])[] = [
  ['version', [3], 'version'],
  ['inventory', [3], 'inventory'],
  ['clock', [3], 'clock'],
  ['users', [3], 'sessions'],
  ['user-account', [6], 'accounts'],
  ['processes cpu', [4, 3], 'processes'],
  ['processes', [4], 'processes'],
  ['sockets connection', [4, 3], 'listeners'],
  ['virtual-service list', [4, 3], 'containers'],
  ['virtual-service detail', [4, 3], 'containers'],
  ['guestshell', [5], 'containers'],
  ['app-hosting list', [5, 3], 'containers'],
  ['access-lists', [3], 'acls'],
  ['ip access-lists', [2, 3], 'acls'],
];

function showSection(
  what: string | undefined,
  { rest, piped }: { rest: readonly string[]; piped: boolean },
): SectionKind {
  if (isWord(what, 'running-config', 3) || isWord(what, 'startup-config', 5)) {
    const part = piped || rest.some((word) => word !== 'all');
    return part ? 'partial' : isWord(what, 'running-config', 3) ? 'running' : 'startup';
  }
  if (what === 'file' && rest.some((word) => /^(?:md5|sha256|sha512)sum$/.test(word))) return 'files';
  const said = [what, ...rest];
  for (const [phrase, least, kind] of SHOWS) {
    const words = phrase.split(' ');
    const fits = words.every((word, i) => isWord(said[i], word, least[i] as number));
    // A filter hides what would show that a thing is not there.
    if (fits && !piped && (said.length === words.length || OPEN.has(kind))) return kind;
  }
  return 'other';
}

/** Kinds whose command may go on, as with the name of a list. */
const OPEN: ReadonlySet<SectionKind> = new Set(['listeners', 'containers']);

/** Tells the kind of output by its first line, where no prompt says which command it was; null when it does not. */
export function sniff(text: string): SectionKind | null {
  if (text.startsWith('!Command: show startup-config')) return 'startup';
  if (/^!(?:Command: show running-config|RANCID-CONTENT-TYPE: cisco-nx)/.test(text)) return 'running';
  if (text.startsWith('Cisco Nexus Operating System')) return 'version';
  if (text.startsWith('NAME: "Chassis"')) return 'inventory';
  return /^version \d+\.\d+\(/.test(text) ? 'running' : null;
}
