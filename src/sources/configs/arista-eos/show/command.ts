import { commandWords, isWord } from '../../kit/command-words.ts';
import type { SectionKind } from '../../kit/platform.ts';

const SESSION = 'terminal enable disable exit quit logout end'.split(' ');
const EXEC_WORDS = (
  'show dir verify more terminal enable disable exit quit logout end configure copy write ping traceroute ssh telnet clear debug undebug reload ' +
  'bash python-shell delete cd pwd rename mkdir rmdir install extension schedule watch send tcpdump event-monitor zerotouch cvx boot ' +
  'diff agent no format monitor platform rollback checkpoint less routing-context trace cli package'
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
  if (isWord(verb, 'dir', 3) || isWord(verb, 'verify', 3)) return 'files';
  if (verb === 'bash' && /^(?:sudo )?(?:netstat|ss)\b/.test(words.slice(1).join(' '))) return 'listeners';
  return SESSION.some((full) => isWord(verb, full, 2)) ? 'session' : 'other';
}

/** Kinds of output by the words after `show`, abbreviated at most to the given length. */
const SHOWS: readonly (readonly [phrase: string, least: readonly number[], kind: SectionKind])[] = [
  ['version', [3], 'version'],
  ['inventory', [3], 'inventory'],
  ['clock', [3], 'clock'],
  ['users', [3], 'sessions'],
  ['processes', [4], 'processes'],
  ['processes top once', [4, 3, 4], 'processes'],
  ['extensions', [4], 'containers'],
  ['ip access-lists', [2, 3], 'acls'],
];

function showSection(
  what: string | undefined,
  { rest, piped }: { rest: readonly string[]; piped: boolean },
): SectionKind {
  const running = isWord(what, 'running-config', 3);
  if (running || isWord(what, 'startup-config', 4)) {
    // `sanitized` hides secrets, `all` and `diffs` change what a missing line means; `all` still is whole.
    if (piped || rest.some((word) => word !== 'all')) return 'partial';
    return running ? 'running' : 'startup';
  }
  const said = [what, ...rest];
  for (const [phrase, least, kind] of SHOWS) {
    const words = phrase.split(' ');
    const fits =
      said.length === words.length && words.every((word, i) => isWord(said[i], word, least[i] as number));
    // A filter hides what would show that a thing is not there.
    if (fits && !piped) return kind;
  }
  return 'other';
}

/** Tells the kind of output by its first line, where no prompt says which command it was; null when it does not. */
export function sniff(text: string): SectionKind | null {
  if (text.startsWith('! Command: show startup-config')) return 'startup';
  if (text.startsWith('! Command: show running-config')) return 'running';
  if (text.startsWith('!RANCID-CONTENT-TYPE: arista')) return 'running';
  if (/^Arista (?:DCS|CCS|v?c?EOS|[A-Z0-9]{3,5}-)\S*/.test(text)) return 'version';
  if (text.startsWith('Directory of ')) return 'files';
  return text.startsWith('System information') ? 'inventory' : null;
}
