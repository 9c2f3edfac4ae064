import type { Entry } from '../../kit/entry.ts';
import type { Prompt } from '../../kit/prompt.ts';

const PROMPT = /^([\w.-]{1,64})@([\w.-]{1,64})(?::[\w-]{1,20})?([>#%]) ?(.*)$/;
const SHELL = /^(?:\[[^\]]{0,40}\] ?)?([\w.-]{1,64})@([\w.-]{1,64}):[^ ]{1,200} ?[#$%] (.*)$/;

const OPERATE = new Set(
  (
    'show set request file monitor clear restart start test traceroute ping ssh telnet op op-script configure edit exit quit ' +
    'help cli save load mtrace scp trace bye'
  ).split(' '),
);
const CONFIGURE = new Set(
  (
    'set delete show commit edit run exit quit rollback top up deactivate activate load save rename copy insert annotate status ' +
    'help wildcard protect unprotect replace compare update'
  ).split(' '),
);

/** Reads `user@host> command` and `user@host# command`; what `run` runs counts as if typed in operational mode. */
export function junosPrompt(entry: Entry, known: (host: string) => boolean): Prompt | null {
  const { text } = entry;
  if (entry.indent > 0 || text.length > 4000) return null;
  const at = text.indexOf('@');
  if (at < 1 || at > 64) return null;
  const found = PROMPT.exec(text);
  if (!found) return shell(text, known);
  const [, , host, mark, command] = found as unknown as [string, string, string, string, string];
  if (mark === '%')
    return known(host) || /^(?:cli|exit)?$/.test(command) ? { host, command, configuring: false } : null;
  const typed = command.trim();
  if (typed === '') return known(host) ? { host, command: '', configuring: false } : null;
  const verb = typed.split(' ', 1)[0] as string;
  if (mark === '>') return abbreviates(verb, OPERATE) ? { host, command: typed, configuring: false } : null;
  if (!abbreviates(verb, CONFIGURE)) return null;
  if (verb === 'run') return { host, command: typed.slice(4), configuring: false };
  // What `show` prints in configuration mode begins where one is; with `display set` each line has its whole path.
  if (verb === 'show') return { host, command: `candidate ${typed}`, configuring: false };
  return { host, command: typed, configuring: true };
}

/** Abbreviations count as the device lets them: `sh`, `conf`. */
function abbreviates(verb: string, words: ReadonlySet<string>): boolean {
  if (words.has(verb)) return true;
  if (verb.length < 2) return false;
  for (const word of words) if (word.startsWith(verb)) return true;
  return false;
}

/** The shell of the device: `root@pe-01:~ # ps`. */
function shell(text: string, known: (host: string) => boolean): Prompt | null {
  const found = SHELL.exec(text);
  if (!found || !known(found[2] as string)) return null;
  return { host: found[2] as string, command: `shell ${found[3]}`, configuring: false };
}
