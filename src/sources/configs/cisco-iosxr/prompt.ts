import type { Entry } from '../kit/entry.ts';
import type { Prompt } from '../kit/prompt.ts';

/** `RP/0/RSP0/CPU0:host(config-if)#command`, and `sysadmin-vm:0_RP0#`, which is the host system of the device at hand. */
const PROMPT =
  /^RP\/\d{1,3}\/[A-Za-z0-9]{1,6}\/CPU\d{1,2}:([A-Za-z0-9][\w.:-]{0,62})(\([\w-]{1,60}\))?# ?(.*)$/;

/** Reads a prompt of IOS XR; null for all other lines. */
export function readPrompt(entry: Entry): Prompt | null {
  if (entry.prompt === 0 || entry.indent > 0 || entry.text.charCodeAt(0) !== 82) return null;
  const found = PROMPT.exec(entry.text.slice(0, 4000));
  if (!found) return null;
  const mode = found[2] ?? '';
  return {
    host: found[1] as string,
    command: (found[3] as string).trim(),
    configuring: mode.startsWith('(config'),
  };
}

/** `[host:~]$ command` of Linux, `sysadmin-vm:0_RP0# command`, and `# command` of the older system. */
const SHELLS: readonly RegExp[] = [
  /^\[[\w.:-]{1,80}:[^\]]{0,200}\]\$ ?(.*)$/,
  /^sysadmin-vm:\w{1,20}# ?(.*)$/,
  /^[\w.-]{1,60}@[\w.-]{1,60}:\S{1,200}[$#] (.*)$/,
  /^# ((?:cat|ls|ps|netstat|ss|id|w|who|docker|service|chkconfig|lsof|find|md5sum|sha\d{1,3}sum) ?.*)$/,
];

/** The command behind the prompt of a shell of the host system; null for all other lines. */
export function readShell(text: string): string | null {
  const first = text[0];
  if (first !== '[' && first !== '#' && !text.startsWith('sysadmin-vm:') && !text.slice(0, 130).includes('@'))
    return null;
  for (const shell of SHELLS) {
    const found = shell.exec(text.slice(0, 4000));
    if (found) return (found[1] as string).trim();
  }
  return null;
}
