import { canonicalIp, formatNetwork, parseNetwork } from '../../../base/ip.ts';
import { printable } from '../../../base/printable.ts';
import { DAY, type Instant, MINUTE } from '../../../base/time.ts';
import type { Origin, RecordBase, RegisterKind, RegisterRecord } from '../../../model/record.ts';
import { originOfHost } from '../../kit/clean.ts';
import { scrub } from '../../kit/scrub.ts';
import { parseTextTime } from '../../kit/text-time.ts';
import type { TableForm, TableRow } from '../kit/table-reader.ts';

/** Columns of a register. */
export const REGISTER_TABLE: TableForm = {
  columns: {
    kind: ['entry', 'entry_type'],
    value: ['address', 'what'],
    device: ['hostname', 'router'],
    valid_from: ['from', 'start'],
    valid_until: ['until', 'valid_to', 'end'],
    ticket: ['change', 'ticket_id', 'reference'],
    note: ['notes', 'comment', 'description'],
  },
  required: [['kind'], ['value'], ['device', 'valid_from', 'valid_until', 'ticket', 'note']],
};

/** How the value of each kind is written: an address, network or name; a network alone; free words. */
const VALUES: Readonly<Record<RegisterKind, 'end' | 'network' | 'words'>> = {
  'aaa-server': 'end',
  nms: 'end',
  'jump-host': 'end',
  'management-network': 'network',
  'tunnel-peer': 'end',
  // A local mirror ends at an interface, such as GigabitEthernet0/24.
  'mirror-collector': 'words',
  'automation-account': 'words',
  'log-host': 'end',
  'flow-collector': 'end',
  change: 'words',
  'record-store': 'words',
};

/** Reads one row; gives the reason where it cannot. */
export function readEntry(row: TableRow, base: RecordBase): RegisterRecord | string {
  const kind = (row('kind') ?? '').toLowerCase().replace(/[\s_]+/g, '-');
  if (!Object.hasOwn(VALUES, kind)) return 'unknown kind';
  const entry = kind as RegisterKind;
  const value = valueOf(VALUES[entry], row('value'));
  if (value === null) return 'value does not fit the kind';
  const from = timeOf(row('valid_from'), 'from');
  const until = timeOf(row('valid_until'), 'until');
  if (from === undefined || until === undefined) return 'date cannot be read';
  if (from !== null && until !== null && until <= from) return 'ends before it begins';
  const device = deviceOf(row('device'));
  return {
    ...base,
    kind: 'register',
    origin: device ?? 'system:register',
    entry,
    value,
    device: device === null ? null : device.slice(device.indexOf(':') + 1),
    from,
    until,
    ticket: shown(row('ticket')),
    note: shown(row('note')),
  };
}

// Without its domain, as logs and configurations name it; `all` and the like mean the whole network.
function deviceOf(device: string | null): Origin | null {
  return device === null || /^(?:\*|all|any)$/i.test(device) ? null : originOfHost(device);
}

function valueOf(form: 'end' | 'network' | 'words', text: string | null): string | null {
  if (text === null) return null;
  const network = parseNetwork(text);
  if (form === 'network') return network ? formatNetwork(network) : null;
  // Words may be an address, as that of a mirror's collector.
  if (form === 'words') return canonicalIp(text) ?? printable(scrub(text), 200);
  if (network) {
    const whole = network.bits === (network.base.version === 4 ? 32 : 128);
    return whole ? (formatNetwork(network).split('/')[0] ?? null) : formatNetwork(network);
  }
  // A name, but not an address that was mistyped.
  return /^(?=.*[A-Za-z])[\w.-]{1,255}$/.test(text) ? text.toLowerCase() : null;
}

// An end that is a date alone means the end of that day.
function timeOf(text: string | null, side: 'from' | 'until'): Instant | null | undefined {
  if (text === null) return null;
  const time = parseTextTime(text);
  if (!time) return undefined;
  const at = time.wall - (time.zone ?? 0) * MINUTE;
  return time.dateOnly && side === 'until' ? at + DAY : at;
}

function shown(text: string | null): string | null {
  return text === null ? null : printable(scrub(text.replace(/\s+/g, ' ')), 400);
}
