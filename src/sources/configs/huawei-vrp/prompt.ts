import type { Entry } from '../kit/entry.ts';
import type { Prompt } from '../kit/prompt.ts';

const USER = /^(?:HRP_[MSA]{1,2})?<([\w.-]{1,63})> ?(.{0,4000})$/;
const SYSTEM = /^(?:HRP_[MSA]{1,2})?\[[~*]?([A-Za-z][\w./:-]{0,80})\] ?(.{0,4000})$/;
const COMMANDS =
  'display screen-length system-view save quit return reset debugging terminal ping tracert telnet stelnet ssh dir delete copy ftp tftp sftp more cd pwd mkdir ' +
  'undelete reboot startup compare upgrade patch language-mode lock send clock free super user-interface undo test-aaa capture-packet schedule activate install check refresh run diagnose commit';
const WORDS = COMMANDS.split(' ');

const isCommand = (word: string): boolean => word.length >= 2 && WORDS.some((full) => full.startsWith(word));

/**
 * Reads `<pe-01>display version` and `[pe-01-GigabitEthernet0/0/1]shutdown`. A line in brackets counts only for a device
 * that has been seen, whose name it must begin with.
 */
export function vrpPrompt(entry: Entry, known: (host: string) => boolean): Prompt | null {
  const { text } = entry;
  if (entry.indent > 0) return null;
  const first = text.charCodeAt(0);
  // `<`, `[` and the `H` of HRP_M.
  if (first !== 60 && first !== 91 && first !== 72) return null;
  const user = USER.exec(text.slice(0, 4200));
  if (user) {
    const host = user[1] as string;
    const command = (user[2] ?? '').trim();
    if (command === '') return known(host) ? { host, command, configuring: false } : null;
    return isCommand(command.split(' ', 1)[0] as string) ? { host, command, configuring: false } : null;
  }
  const system = SYSTEM.exec(text.slice(0, 4200));
  const host = system ? knownPart(system[1] as string, known) : null;
  if (!system || host === null) return null;
  const command = (system[2] ?? '').trim();
  const shows = command === '' || /^(?:dis|disp|displ|displa|display)\b/.test(command);
  return { host, command, configuring: !shows };
}

/** The name of the device in front of the view: `pe-01-GigabitEthernet0/0/1`. */
function knownPart(text: string, known: (host: string) => boolean): string | null {
  if (known(text)) return text;
  for (let at = text.lastIndexOf('-'); at > 0; at = text.lastIndexOf('-', at - 1))
    if (known(text.slice(0, at))) return text.slice(0, at);
  return null;
}
