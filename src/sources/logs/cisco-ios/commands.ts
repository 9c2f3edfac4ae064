import type { CommandFields, Message } from '../kit/dialect.ts';

/** Reads the text of one kind of message into a command; null when the text has another form. */
export type CommandForm = (text: string) => CommandFields | null;

const NOTHING = { from: null, terminal: null, privilege: null, task: null, via: 'log' } as const;

const LOGGED = ' logged command:';

/** `User:jdoe  logged command:!exec: enable`; commands of the exec mode stand behind `!exec:`. */
const configLog: CommandForm = (text) => {
  const at = text.startsWith('User:') ? text.indexOf(LOGGED) : -1;
  if (at < 0) return null;
  const command = text.slice(at + LOGGED.length).replace(/^!exec: ?/, '');
  return { ...NOTHING, account: text.slice(5, at).trimEnd(), command };
};

/** `Username: admin Privilege level: 15 Command: show version <cr>` of local accounting. */
const localAccounting: CommandForm = (text) => {
  const match = /^Username: ?(.*?) Privilege level: ?(\d{1,2}) Command: ?(.*)$/s.exec(text);
  if (!match) return null;
  return { ...NOTHING, account: match[1] ?? '', privilege: Number(match[2]), command: match[3] ?? '' };
};

/** NX-OS: `User:jdoe executed the command:show version`. */
const shell: CommandForm = (text) => {
  const match = /^User:(.*?) executed the command: ?(.*)$/s.exec(text);
  return match && { ...NOTHING, account: match[1] ?? '', command: match[2] ?? '' };
};

/** NX-OS: `update:192.0.2.7@pts/0:jdoe:configure terminal ; no logging server 10.0.0.9 (SUCCESS)`. */
const nexusAccounting: CommandForm = (text) => {
  const match = /^update:(?:([\w.:%-]{0,64})@)?([^:@]*):([^:]*):(.*)$/s.exec(text);
  if (!match) return null;
  const command = (match[4] ?? '').replace(/ *\((?:SUCCESS|FAILURE|REDIRECT)\) *$/, '');
  if (command.trim() === '') return null;
  return { ...NOTHING, account: match[3] ?? '', from: match[1] ?? null, terminal: match[2] || null, command };
};

/** Arista EOS: `jdoe vty3 192.0.2.7 stop task_id=5 … priv-lvl=15 cmd=show version <cr>`. */
const eosAccounting: CommandForm = (text) => {
  const match = /^(\S+) (\S+) (\S+) stop (.*?)\bcmd=(.*)$/s.exec(text);
  if (!match) return null;
  const [, account = '', terminal = null, from = null, attributes = '', command = ''] = match;
  const privilege = /\bpriv-lvl=(\d{1,2})\b/.exec(attributes)?.[1];
  const task = /\btask_id=(\S+)/.exec(attributes)?.[1] ?? null;
  const rest = { privilege: privilege === undefined ? null : Number(privilege), task, command };
  return { account, from, terminal, ...rest, via: 'log' };
};

/** How each mnemonic tells of a command. */
export const COMMAND_FORMS: ReadonlyMap<string, CommandForm> = new Map([
  ['PARSER-5-CFGLOG_LOGGEDCMD', configLog],
  ['AAAA-6-ACCTLOCAL', localAccounting],
  ['VSHD-5-VSHD_SYSLOG_CMD_EXEC', shell],
  ['AAA-6-AAA_ACCOUNTING_MESSAGE', nexusAccounting],
  ['ACCOUNTING-6-CMD', eosAccounting],
]);

/** Hands over the command that the message tells of; false when its text has another form. */
export function tellCommand(message: Message, form: CommandForm): boolean {
  const fields = form(message.body());
  if (fields) message.command(fields);
  return fields !== null;
}
