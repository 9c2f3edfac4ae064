import type { Ref } from '../../../model/evidence.ts';
import type { CommandRecord, LoginRecord, RecordBase } from '../../../model/record.ts';
import { cleanAddress, cleanCommand, cleanLine, cleanName, originOfHost } from '../../kit/clean.ts';
import type { Report } from './report.ts';
import type { ReportTime } from './report-time.ts';

/** Where a report stands: its time, its place and its line. */
export interface ReportPlace {
  readonly time: ReportTime;
  readonly ref: Ref;
  readonly line: string;
}

/** The record that a report makes: a command, a login, a logout; null for services that are neither. */
export function recordOf(report: Report, place: ReportPlace): CommandRecord | LoginRecord | null {
  const base: RecordBase = {
    origin: originOfHost(report.device),
    at: place.time.at,
    timeQuality: place.time.quality,
    count: 1,
    last: null,
    ref: place.ref,
    text: cleanLine(place.line),
  };
  const command = report.attributes.get('cmd') ?? '';
  if (report.what !== 'login' && command !== '') return commandOf(report, base, command);
  return loginOf(report, base);
}

function who(report: Report): { account: string; from: string | null; terminal: string | null } {
  const terminal = cleanName(report.terminal);
  return {
    account: cleanName(report.account),
    from: cleanAddress(report.from),
    terminal: terminal === '' ? null : terminal,
  };
}

function commandOf(report: Report, base: RecordBase, command: string): CommandRecord {
  const level = report.attributes.get('priv-lvl') ?? report.attributes.get('priv_lvl') ?? '';
  const privilege = /^\d{1,2}$/.test(level) ? Number(level) : null;
  const task = report.attributes.get('task_id');
  return {
    kind: 'command',
    ...base,
    ...who(report),
    privilege,
    // Some servers put the command in quotes.
    command: cleanCommand(command.replace(/^"(.*)"$/s, '$1')),
    task: task === undefined ? null : cleanName(task),
    via: 'accounting',
  };
}

function loginOf(report: Report, base: RecordBase): LoginRecord | null {
  if (report.what === 'login') {
    const outcome = report.passed ? 'success' : 'failure';
    const rest = { outcome, via: 'authentication', service: 'shell' } as const;
    return { kind: 'login', ...base, ...who(report), ...rest };
  }
  if (report.what === 'update' || report.attributes.get('service') !== 'shell') return null;
  const outcome = report.what === 'start' ? 'success' : 'logout';
  const rest = { outcome, via: 'accounting', service: 'shell' } as const;
  return { kind: 'login', ...base, ...who(report), ...rest };
}
