import type { Entry } from '../kit/entry.ts';
import type { Prompt } from '../kit/prompt.ts';

const PROMPT = /^\[([\w.+-]{1,63})@([^\]\n]{1,64})\] (?:(\/[\w /-]{1,80}))?> ?(.{0,2000})$/;

/** Reads `[admin@r1] > /export` and `[admin@r1] /ip service> print`. */
export function readPrompt(entry: Entry): Prompt | null {
  if (entry.indent > 0 || !entry.text.startsWith('[')) return null;
  const found = PROMPT.exec(entry.text.slice(0, 2200));
  if (!found) return null;
  const [, , host = '', menu = '', typed = ''] = found;
  const command = `${menu} ${typed}`.trim();
  const configuring = typed !== '' && /(?:^|[ /])(?:add|set|remove|enable|disable) /.test(typed);
  return { host: host.trim(), command: typed.trim() === '' ? '' : command, configuring };
}
