/** What the output of a command holds. */
export type SectionKind =
  | 'running'
  | 'startup'
  | 'partial'
  | 'version'
  | 'inventory'
  | 'clock'
  | 'files'
  | 'session'
  | 'typed'
  | 'other';

/** Commands that print nothing worth reading. */
const SESSION = 'terminal enable disable exit quit logout end'.split(' ');
const EXEC =
  'show dir verify more terminal enable disable exit quit logout end configure copy write ping traceroute ssh telnet clear debug ' +
  'undebug reload test monitor guestshell app-hosting tclsh do delete cd pwd request erase format rename send connect resume where ' +
  'access-enable crypto license install software set tclquit help lock login release renew service udptn tunnel mkdir rmdir';
const EXEC_WORDS = EXEC.split(' ');

/** True when a word may begin a command at the prompt, abbreviated to two letters or more. */
export function isExecWord(word: string): boolean {
  return word.length >= 2 && EXEC_WORDS.some((full) => full.startsWith(word.toLowerCase()));
}

const is = (word: string | undefined, full: string, least: number): boolean =>
  word !== undefined && word.length >= least && full.startsWith(word.toLowerCase());

/** Tells what a command prints; abbreviations count (`sh run`). */
export function sectionOf(command: string): SectionKind {
  const words = command.split(' ').filter((word) => word !== '');
  const start = words[0] === 'do' ? 1 : 0;
  const [verb, what] = [words[start], words[start + 1]];
  const rest = words.slice(start + 2);
  if (is(verb, 'show', 2)) return showSection(what, rest);
  if (is(verb, 'dir', 3) || is(verb, 'verify', 3)) return 'files';
  if (is(verb, 'more', 2) && what !== undefined) return moreSection(what);
  return SESSION.some((full) => is(verb, full, 2)) ? 'session' : 'other';
}

function showSection(what: string | undefined, rest: readonly string[]): SectionKind {
  if (is(what, 'running-config', 3)) return rest.some((word) => word !== 'all') ? 'partial' : 'running';
  if (is(what, 'startup-config', 4) || is(what, 'configuration', 4))
    return rest.length > 0 ? 'partial' : 'startup';
  if (is(what, 'version', 3)) return rest.length > 0 ? 'other' : 'version';
  if (is(what, 'inventory', 3)) return 'inventory';
  if (is(what, 'clock', 3)) return 'clock';
  if (what === 'file' && rest.some((word) => /^(?:md5|sha512)sum$/.test(word))) return 'files';
  return /^(?:boot|slot|disk|usb|nv)?flash\d*:?$|^(?:bootflash|harddisk|disk\d|nvram|usb\d):/.test(what ?? '')
    ? 'files'
    : 'other';
}

function moreSection(what: string): SectionKind {
  if (what === 'system:running-config') return 'running';
  return what === 'nvram:startup-config' ? 'startup' : 'other';
}

/** Tells the kind of output by its first line, where no prompt says which command it was; null when it does not. */
export function sniff(text: string): SectionKind | null {
  switch (text.charCodeAt(0)) {
    case 66:
      return text.startsWith('Building configuration') ? 'running' : null;
    case 67:
      if (text.startsWith('Current configuration :')) return 'running';
      return /^Cisco (?:IOS|Internetwork Operating System)/.test(text) ? 'version' : null;
    case 68:
      return text.startsWith('Directory of ') ? 'files' : null;
    case 73:
      return text.startsWith('IOS (tm)') ? 'version' : null;
    case 78:
      return text.startsWith('NAME: "') ? 'inventory' : null;
    case 85:
      return /^Using \d+ out of \d+ bytes/.test(text) ? 'startup' : null;
    case 33:
      return /^! ?(?:Last configuration change|NVRAM config|RANCID-CONTENT-TYPE: cisco$)/.test(text)
        ? 'running'
        : null;
    case 118:
      return /^version \d/.test(text) ? 'running' : null;
    default:
      return null;
  }
}
