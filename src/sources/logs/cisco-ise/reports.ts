import { canonicalIp } from '../../../base/ip.ts';
import type { Elsewhere, Message } from '../kit/dialect.ts';
import type { IseFields } from './fields.ts';
import { iseFields } from './fields.ts';
import type { Opening } from './segment.ts';
import { readOpening } from './segment.ts';

/** Whether a message was told, needs more segments first, or says nothing that is asked for. */
export type Told = 'told' | 'incomplete' | 'nothing';

function numberOf(text: string | null): number | null {
  return text !== null && /^\d{1,2}$/.test(text) ? Number(text) : null;
}

/** The network device that the report is about, at the time that ISE gives. */
function deviceOf(opening: Opening, fields: IseFields): Elsewhere | null {
  const address = fields.value('Device IP Address') ?? fields.value('NAS-IP-Address');
  const canonical = address === null ? null : canonicalIp(address);
  if (canonical === null) return null;
  const time = opening.at === null ? {} : ({ at: opening.at, timeQuality: 'exact' } as const);
  return { origin: `addr:${canonical}`, evidence: 'accounting', ...time };
}

/** Tells what a message says; `last` when no more segments will come, so that it is never `incomplete`. */
export type Tell = (message: Message, text: string, last: boolean) => Told;

/** TACACS+ accounting: codes 3300 (command), 3301 (start), 3302 (stop), 3303 (watchdog). */
export function tellAccounting(message: Message, text: string, last: boolean): Told {
  const opening = readOpening(text);
  if (!opening) return 'nothing';
  const fields = iseFields(opening.fields);
  const device = deviceOf(opening, fields);
  if (!last && (!device || !hasEnough(text, fields))) return 'incomplete';
  if (!device) return 'nothing';
  const who = { ...device, account: fields.value('User') ?? '', from: fields.value('Remote-Address') };
  const terminal = fields.value('Port');
  if (fields.command !== null && fields.command !== '') {
    const privilege = numberOf(fields.value('Privilege-Level'));
    const task = fields.value('AVPair.task_id');
    message.command({ ...who, terminal, privilege, command: fields.command, task, via: 'accounting' });
    return 'told';
  }
  const outcome = startOrStop(fields.value('AcctRequest-Flags') ?? opening.title);
  if (outcome) message.login({ ...who, terminal, outcome, via: 'accounting', service: 'shell' });
  return outcome ? 'told' : 'nothing';
}

/** The account and the address it came from must be in, and the flags that stand behind them. */
function hasEnough(text: string, fields: IseFields): boolean {
  return (
    fields.value('User') !== null && text.includes('Remote-Address=') && /AcctRequest-Flags=\w+,/.test(text)
  );
}

function startOrStop(text: string): 'success' | 'logout' | null {
  if (/\bstart\b/i.test(text)) return 'success';
  return /\bstop\b/i.test(text) ? 'logout' : null;
}

/** Logins to devices, by TACACS+ or by RADIUS with a login service; network access of endpoints says nothing. */
export function tellAuthentication(message: Message, text: string): Told {
  const opening = readOpening(text);
  if (!opening || !/authentication/i.test(opening.title)) return 'nothing';
  const fields = iseFields(opening.fields);
  const device = deviceOf(opening, fields);
  if (!device || !isDeviceLogin(fields)) return 'nothing';
  const passed = /passed|succeeded/i.test(opening.title);
  const account = fields.value('UserName') ?? fields.value('User') ?? fields.value('User-Name') ?? '';
  const from = fields.value('Remote-Address') ?? fields.value('Calling-Station-ID');
  const outcome = passed ? 'success' : 'failure';
  const terminal = fields.value('Port') ?? fields.value('NAS-Port-Id');
  message.login({ ...device, account, from, outcome, via: 'authentication', service: null, terminal });
  return 'told';
}

function isDeviceLogin(fields: IseFields): boolean {
  if (/^tacacs/i.test(fields.value('Protocol') ?? '')) return fields.value('Type') !== 'Authorization';
  return /^(?:login|administrative|nas.prompt|authenticate.only)/i.test(fields.value('Service-Type') ?? '');
}

/** Logins of administrators to ISE itself. */
export function tellAdministrator(message: Message, text: string): Told {
  const opening = readOpening(text);
  if (!opening?.title.startsWith('Administrator-Login:')) return 'nothing';
  const fields = iseFields(opening.fields);
  const outcome = outcomeOf(opening.title);
  if (outcome === null) return 'nothing';
  const service = fields.value('AdminInterface') === 'GUI' ? 'http' : null;
  const who = { account: fields.value('AdminName') ?? '', from: fields.value('AdminIPAddress') };
  const time = opening.at === null ? {} : ({ at: opening.at, timeQuality: 'exact' } as const);
  message.login({ ...who, ...time, outcome, via: 'authentication', service, terminal: null });
  return 'told';
}

function outcomeOf(title: string): 'success' | 'failure' | 'logout' | null {
  if (/fail/i.test(title)) return 'failure';
  if (/logged off|logout|logged out/i.test(title)) return 'logout';
  return /succe/i.test(title) ? 'success' : null;
}
