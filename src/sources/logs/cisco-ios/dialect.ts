import type { Dialect, Handler, Tag } from '../kit/dialect.ts';
import { COMMAND_FORMS, tellCommand } from './commands.ts';
import { LOGIN_FORMS, tellLogin } from './logins.ts';

function handler({ form, name }: Tag): Handler | null {
  if (form !== 'mnemonic') return null;
  const login = LOGIN_FORMS.get(name);
  if (login) return (message) => (tellLogin(message, login) ? 'read' : 'unknown');
  const command = COMMAND_FORMS.get(name);
  if (command) return (message) => (tellCommand(message, command) ? 'read' : 'unknown');
  return null;
}

/** Messages with a Cisco mnemonic: IOS, IOS XE, IOS XR, NX-OS, and Arista EOS, which writes the same form. */
export const ciscoIos: Dialect = { id: 'logs/cisco-ios', version: 1, open: () => ({ handler }) };
