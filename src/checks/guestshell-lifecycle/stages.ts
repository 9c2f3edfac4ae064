import type { CommandRecord, LogRecord } from '../../model/record.ts';
import { after, commandWords } from '../kit/commands.ts';

/** What happened to the container. */
export type Stage = 'enable' | 'use' | 'disable' | 'destroy';

/** One line about a container on the device. */
export interface Deed {
  readonly stage: Stage;
  readonly record: CommandRecord | LogRecord;
}

const GUESTSHELL: Readonly<Record<string, Stage>> = {
  enable: 'enable',
  run: 'use',
  disable: 'disable',
  destroy: 'destroy',
  portforwarding: 'use',
};

const HOSTING: Readonly<Record<string, Stage>> = {
  install: 'enable',
  activate: 'enable',
  start: 'enable',
  connect: 'use',
  stop: 'disable',
  deactivate: 'disable',
  uninstall: 'destroy',
};

/** The keyword that a typed word shortens, when only one fits. */
function expand(table: Readonly<Record<string, Stage>>, typed: string | undefined): Stage | null {
  const lower = typed?.toLowerCase() ?? '';
  if (lower.length < 2) return null;
  const fitting = Object.keys(table).filter((word) => word.startsWith(lower));
  return fitting.length === 1 ? (table[fitting[0] as string] ?? null) : (table[lower] ?? null);
}

/** What a command does to Guest Shell or an application for it; null for all other commands. */
export function commandStage({ command }: Pick<CommandRecord, 'command'>): Stage | null {
  const words = commandWords(command).map((w) => w.toLowerCase());
  const shell = after(command, 'guests(hell)');
  if (shell) return expand(GUESTSHELL, shell[0]);
  const hosting = after(command, 'app-h(osting)');
  // An application of another name is somebody's own software, at home on many routers.
  if (hosting) return words.includes('guestshell') ? expand(HOSTING, hosting[0]) : null;
  if (after(command, 'run guests(hell)')) return 'use';
  // Inside the container: commands that reach back to the device, or into another routing table.
  return words[0] === 'dohost' || words[0] === 'chvrf' ? 'use' : null;
}

/** What a log message says: `Successfully activated virtual service guestshell+`. */
export function messageStage({ mnemonic, message }: Pick<LogRecord, 'mnemonic' | 'message'>): Stage | null {
  if (!/^(?:VIRT_SERVICE|VMAN|IM-|IOX)/.test(mnemonic) || !/\bguestshell\b/i.test(message)) return null;
  if (/\b(?:deactivated|stopped)\b/i.test(message)) return 'disable';
  if (/\b(?:uninstalled|destroyed|removed)\b/i.test(message)) return 'destroy';
  return /\b(?:activated|started|installed)\b/i.test(message) ? 'enable' : null;
}
