import type { Dialect, Handler, Message, Tag } from '../kit/dialect.ts';
import { COMMAND_FORMS, tellCommand } from './commands.ts';
import { LOGIN_FORMS, tellLogin } from './logins.ts';

/** Messages that tell of other things too, with the words by which those of logins and commands are known. */
const MIXED: ReadonlyMap<string, RegExp> = new Map([
  ['SECURITY-SSHD_SYSLOG_PRX-6-INFO_GENERAL', /: (?:Accepted|Failed) /],
  ['AAA-6-AAA_ACCOUNTING_MESSAGE', /^update:.*:.*:\s*\S/s],
  ['ACCOUNTING-6-CMD', / stop .*\bcmd=/s],
]);
/** Messages of the end of a session: nobody gets in by them. */
const ENDS = /LOGOUT|_CLOSE$/;

/** Lines that must tell of a login or a command and have an unknown form lower the verdicts; all others do not. */
function unread(what: 'login' | 'command', name: string, message: Message): ReturnType<Handler> {
  const mixed = MIXED.get(name);
  if (mixed) return mixed.test(message.body()) ? what : 'unknown';
  return ENDS.test(name) ? 'unknown' : what;
}

function handler({ form, name }: Tag): Handler | null {
  if (form !== 'mnemonic') return null;
  const login = LOGIN_FORMS.get(name);
  if (login) return (message) => (tellLogin(message, login) ? 'read' : unread('login', name, message));
  const command = COMMAND_FORMS.get(name);
  if (command)
    return (message) => (tellCommand(message, command) ? 'read' : unread('command', name, message));
  return null;
}

/** Messages with a Cisco mnemonic: IOS, IOS XE, IOS XR, NX-OS, and Arista EOS, which writes the same form. */
export const ciscoIos: Dialect = { id: 'logs/cisco-ios', version: 2, open: () => ({ handler }) };
