import type { Entry } from './entry.ts';

/** A prompt with what was typed after it. */
export interface Prompt {
  /** Name of the device as the prompt shows it. */
  readonly host: string;
  readonly command: string;
  /** True in configuration mode: `pe-01(config-if)#`. */
  readonly configuring: boolean;
}

const NAME = /^[A-Za-z0-9][\w.:/@-]{0,62}$/;

/**
 * Reads a prompt of the form `name#` or `name>`, with the mode in brackets: `name(config-if)#`. A bare prompt counts only for a device that has been seen (`known`), and a command only when its first
 * word is one: a line of text that merely looks like a prompt does not end a configuration.
 */
export function hostPrompt(
  entry: Entry,
  known: (host: string) => boolean,
  isCommand: (word: string) => boolean,
): Prompt | null {
  if (entry.prompt === 0 || entry.indent > 0) return null;
  const text = entry.text;
  let host = text.slice(0, entry.prompt);
  let configuring = false;
  const mode = host.indexOf('(');
  if (mode > 0 && host.endsWith(')')) {
    configuring = host.startsWith('(config', mode);
    host = host.slice(0, mode);
  }
  if (!NAME.test(host)) return null;
  const command = text.slice(entry.prompt + 1).trim();
  if (command === '') return known(host) ? { host, command, configuring } : null;
  if (configuring) return { host, command, configuring };
  const blank = command.indexOf(' ');
  return isCommand(blank < 0 ? command : command.slice(0, blank)) ? { host, command, configuring } : null;
}
