import type { Entry } from '../kit/entry.ts';
import type { Prompt } from '../kit/prompt.ts';

const PROMPT = /^[\w.-]{1,63}@([A-Za-z0-9][\w.-]{0,62})(?:\([\w-]{1,30}\))?[>#](?: (.{0,2000}))?$/;
const COMMAND =
  /^(?:show|set|delete|edit|configure|exit|quit|commit|request|debug|less|tail|test|up|top|run|scp|ping|ssh|grep|find|load|save)\b/;

/** Reads `admin@pa1> show system info`, `admin@pa1(active)# show`; a bare prompt counts only for a device that was seen. */
export function readPrompt(entry: Entry, known: (host: string) => boolean): Prompt | null {
  if (entry.prompt === 0 || entry.indent > 0 || !entry.text.includes('@')) return null;
  const found = PROMPT.exec(entry.text.slice(0, 2200));
  if (!found) return null;
  const host = found[1] as string;
  const command = (found[2] ?? '').trim();
  if (command === '') return known(host) ? { host, command, configuring: false } : null;
  if (!COMMAND.test(command)) return null;
  return {
    host,
    command,
    configuring: /^(?:set|delete|edit|load)\b/.test(command) && !command.startsWith('set cli'),
  };
}
