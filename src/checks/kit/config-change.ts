import { canonicalIp } from '../../base/ip.ts';
import type { LogRecord } from '../../model/record.ts';
import { after, commandWords, isWord } from './commands.ts';

/** Who changed a configuration, out of the text of `SYS-5-CONFIG_I` or `SYS-5-CONFIG_P`. */
export interface LoggedChange {
  /** `start` is the device itself when it boots. */
  readonly by: 'person' | 'program' | 'snmp' | 'start';
  /** Null on a console without names. */
  readonly account: string | null;
  readonly from: string | null;
  /** Name of the program that wrote; null for persons. */
  readonly program: string | null;
}

const PROGRAM = /^Configured programmatically by process (\S{1,80}) from \S{1,80} as (.*) on \S{1,40}$/;
const PERSON = /^(?:(.*) on )?(?:(?:vty|tty|con|aux)\d{0,10}|console)(?: \((\S{1,60})\))?$/;

/**
 * Reads who changed the configuration; null for all other messages. The terminal and the address are taken from the end
 * of the line, so that a user name with the same words in it cannot imitate them.
 */
export function loggedChange(record: Pick<LogRecord, 'mnemonic' | 'message'>): LoggedChange | null {
  if (!record.mnemonic.startsWith('SYS-5-CONFIG')) return null;
  const message = record.message.trim();
  const program = PROGRAM.exec(message);
  if (program) return { by: 'program', account: program[2] ?? null, from: null, program: program[1] ?? null };
  const head = /^Configured from (\S{1,400}) by /.exec(message);
  if (!head) return null;
  const tail = message.slice(head[0].length);
  const source = head[1] as string;
  if (canonicalIp(source) !== null && /^snmp(?:\s|$)/.test(tail))
    return { by: 'snmp', account: null, from: canonicalIp(source), program: null };
  const person = PERSON.exec(tail);
  if (!person) return null;
  const account = person[1] ?? null;
  const by = source === 'memory' && account === null ? 'start' : 'person';
  return { by, account, from: canonicalIp(person[2] ?? ''), program: null };
}

const LOOKS: readonly string[] = [
  'sh(ow)',
  'ter(minal)',
  'ex(it)',
  'end',
  'en(able)',
  'disa(ble)',
  'logo(ut)',
  'q(uit)',
  'pi(ng)',
  'tr(aceroute)',
  'wr(ite)',
  'dir',
  'mor(e)',
  'ss(h)',
  'tel(net)',
  'cle(ar)',
  'de(bug)',
  'und(ebug)',
  'undebug',
  'un(debug)',
  'who',
  'whe(re)',
  'ver(ify)',
  'del(ete)',
  'rel(oad)',
];

/** True for a command that may change the running configuration, or begins to: not for looking, copying away, saving. */
export function changesConfig(command: string): boolean {
  const words = commandWords(command);
  if (words.length === 0 || LOOKS.some((phrase) => after(command, phrase) !== null)) return false;
  if (after(command, 'cop(y)') !== null) return writesWhole(command);
  return true;
}

/** True for a command that may change anything at once: a copy into the running configuration, or a replacement. */
export function writesWhole(command: string): boolean {
  const copied = after(command, 'cop(y)');
  if (copied) return isWord(copied[1], 'r(unning-config)') || /^system:/i.test(copied[1] ?? '');
  const how = after(command, 'conf(igure)')?.[0];
  return ['r(eplace)', 'n(etwork)', 'm(emory)', 'o(verwrite-network)'].some((word) => isWord(how, word));
}
