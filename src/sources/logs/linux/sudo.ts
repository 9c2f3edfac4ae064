import type { CommandFields, LoginFields } from '../kit/dialect.ts';

/** What one line of sudo says: a command that ran, or an attempt that was refused. */
export type SudoLine = { readonly ran: CommandFields } | { readonly refused: LoginFields };

const LINE = /^ *(\S+) : (?:(.*?) ; )?TTY=(\S+) ; PWD=.*? ; USER=(\S+) ; .*?\bCOMMAND=(.*)$/s;
const SHORT = /^ *(\S+) : (?:(.*?) ; )?TTY=(\S+) ; PWD=.*? ; USER=(\S+) ; COMMAND=(.*)$/s;

/** Reads `jdoe : TTY=pts/0 ; PWD=/home/jdoe ; USER=root ; COMMAND=/bin/ls`; null when it is another line of sudo. */
export function sudoLine(text: string): SudoLine | null {
  const match = SHORT.exec(text) ?? LINE.exec(text);
  if (!match) return null;
  const [, account = '', problem, tty = '', , command = ''] = match;
  const terminal = tty === 'unknown' ? null : tty;
  if (problem !== undefined && problem !== '') {
    const outcome = 'failure';
    return { refused: { account, from: null, outcome, via: 'log', service: 'sudo', terminal } };
  }
  return { ran: { account, from: null, terminal, privilege: null, command, task: null, via: 'log' } };
}
