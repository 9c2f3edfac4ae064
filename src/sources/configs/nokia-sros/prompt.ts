import type { Entry } from '../kit/entry.ts';
import type { Prompt } from '../kit/prompt.ts';

const PROMPT = /^[*!]?[A-D]:(?:([\w.-]{1,63})@)?([\w.-]{1,63})((?:>[\w.:*/-]{1,63}){0,12})[#$] ?(.{0,4000})$/;

/** Reads `A:pe-01#`, `*A:pe-01>config>router#` and the `A:admin@pe-01#` of MD-CLI; null for all other lines. */
export function srosPrompt(entry: Entry): Prompt | null {
  const { text } = entry;
  const colon = text.indexOf(':');
  if (entry.indent > 0 || colon < 1 || colon > 2) return null;
  const found = PROMPT.exec(text.slice(0, 4200));
  if (!found) return null;
  const context = found[3] ?? '';
  const command = (found[4] ?? '').trim().replace(/^\//, '');
  // `info`, `show` and `admin` print the same in every context.
  const shows = /^(?:info|show|admin|file|tools|environment)\b/.test(command) || command === '';
  return { host: found[2] as string, command, configuring: context.startsWith('>config') && !shows };
}

/** True for the line above the prompt of MD-CLI that tells where one is: `[/]`, `(pr)[/configure router "Base"]`. */
export function isContext(text: string): boolean {
  return /^[*!]?(?:\((?:ro|ex|gl|pr|bp)\))?\[(?:(?:ex|gl|pr|ro):)?[/\w "'.:<>-]{0,300}\]$/.test(
    text.slice(0, 400),
  );
}
