import type { Entry } from '../kit/entry.ts';
import type { Prompt } from '../kit/prompt.ts';

const PROMPT = /^([A-Za-z0-9][\w.-]{0,62})(?: \(([\w. -]{1,64})\))? [#$](?: (.{0,2000}))?$/;
const COMMAND =
  /^(?:show|get|diagnose|diag|execute|exec|config|end|exit|next|abort|fnsysctl|edit|set|unset|sysctl)\b/;

/** Reads `name # command` and `name (global) # command`; a bare prompt counts only for a device that was seen. */
export function readPrompt(entry: Entry, known: (host: string) => boolean): Prompt | null {
  const { text } = entry;
  if (entry.indent > 0 || text.length > 2100 || !/ [#$](?: |$)/.test(text)) return null;
  const found = PROMPT.exec(text);
  if (!found) return null;
  const [, host = '', context, rest = ''] = found;
  const command = rest.trim();
  if (command === '') return known(host) ? { host, command, configuring: false } : null;
  if (!COMMAND.test(command)) return null;
  const scope =
    context === undefined || context === 'global' || /^(?:config|edit|end|next|show|get|diag)/.test(command);
  return { host, command, configuring: scope && /^(?:set|unset|edit)\b/.test(command) };
}
