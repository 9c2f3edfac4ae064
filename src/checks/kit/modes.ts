import type { CommandRecord } from '../../model/record.ts';
import { after, commandWords } from './commands.ts';

/** A command with the command that opened the configuration mode in which it was typed. */
export interface InMode {
  readonly command: CommandRecord;
  /** Null at the top of the configuration, in exec mode, and where the opening command is not in the evidence. */
  readonly opener: CommandRecord | null;
}

const OPENERS: readonly string[] = [
  'int(erface)',
  'line',
  'router',
  'ip access-l(ist)',
  'ipv6 access-l(ist)',
  'tacacs server',
  'radius server',
  'aaa gr(oup) server',
  'mon(itor) ses(sion)',
  'route-m(ap)',
  'class-m(ap)',
  'policy-m(ap)',
  'vrf def(inition)',
  'ip vrf',
  'crypto map',
  'flow',
];

const LEAVERS = new Set(['exit', 'end', 'configure', 'conf', 'write', 'wr', 'copy', 'logout', 'quit']);

/**
 * Tells for each command the mode it was typed in, per session: account, address and terminal as far as the evidence
 * says. A log that counts commands without terminals gives one session for each account.
 */
export function inModes(commands: readonly CommandRecord[]): InMode[] {
  const open = new Map<string, CommandRecord>();
  return commands.map((command) => {
    const session = `${command.via} ${command.account} ${command.from ?? ''} ${command.terminal ?? ''}`;
    const first = commandWords(command.command)[0]?.toLowerCase() ?? '';
    if (LEAVERS.has(first)) {
      open.delete(session);
      return { command, opener: null };
    }
    if (OPENERS.some((phrase) => after(command.command, phrase) !== null)) {
      open.set(session, command);
      return { command, opener: null };
    }
    return { command, opener: open.get(session) ?? null };
  });
}

/** What follows a phrase in the command that opened the mode; null when there is none or it is another mode. */
export function modeAfter({ opener }: InMode, phrase: string): readonly string[] | null {
  return opener ? after(opener.command, phrase) : null;
}
