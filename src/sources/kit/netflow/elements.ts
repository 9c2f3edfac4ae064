/** What a field of a flow record is to us; all others are stepped over. */
export type Role =
  | 'src4'
  | 'dst4'
  | 'src6'
  | 'dst6'
  | 'ipVersion'
  | 'srcPort'
  | 'dstPort'
  | 'protocol'
  | 'tcpFlags'
  | 'inIf'
  | 'outIf'
  | 'bytes'
  | 'packets'
  | 'reverseBytes'
  | 'reversePackets'
  | 'init'
  | 'duration'
  | 'interval'
  | 'sampler'
  | 'first'
  | 'last';

/** How the bytes of a time are to be read. */
export type TimeForm = 'uptime' | 'seconds' | 'milli' | 'ntp' | 'delta';

/** A known field: its role, and its rank among fields of the same role (lowest wins when a template has several). */
export interface Element {
  readonly role: Role;
  readonly rank: number;
  readonly form?: TimeForm;
}

const el = (role: Role, rank = 0): Element => ({ role, rank });
const time = (role: 'first' | 'last', form: TimeForm, rank: number): Element => ({ role, rank, form });

/** Field numbers that NetFlow v9 and the IANA registry "IPFIX Information Elements" share. */
const IANA: ReadonlyMap<number, Element> = new Map<number, Element>([
  [1, el('bytes')],
  [85, el('bytes', 1)],
  [231, el('bytes', 2)],
  [23, el('bytes', 3)],
  [352, el('bytes', 4)],
  [2, el('packets')],
  [86, el('packets', 1)],
  [298, el('packets', 2)],
  [24, el('packets', 3)],
  [232, el('reverseBytes')],
  [299, el('reversePackets')],
  [4, el('protocol')],
  [6, el('tcpFlags')],
  [7, el('srcPort')],
  [180, el('srcPort', 1)],
  [182, el('srcPort', 2)],
  [11, el('dstPort')],
  [181, el('dstPort', 1)],
  [183, el('dstPort', 2)],
  [32, el('dstPort', 3)],
  [139, el('dstPort', 4)],
  [8, el('src4')],
  [12, el('dst4')],
  [27, el('src6')],
  [28, el('dst6')],
  [60, el('ipVersion')],
  [10, el('inIf')],
  [14, el('outIf')],
  [34, el('interval')],
  [48, el('sampler')],
  [302, el('sampler', 1)],
  [160, el('init')],
  [161, el('duration')],
  [152, time('first', 'milli', 0)],
  [150, time('first', 'seconds', 3)],
  [154, time('first', 'ntp', 1)],
  [156, time('first', 'ntp', 2)],
  [158, time('first', 'delta', 4)],
  [22, time('first', 'uptime', 5)],
  [153, time('last', 'milli', 0)],
  [151, time('last', 'seconds', 3)],
  [155, time('last', 'ntp', 1)],
  [157, time('last', 'ntp', 2)],
  [159, time('last', 'delta', 4)],
  [21, time('last', 'uptime', 5)],
  // One time for the whole record: firewall events (323) and observations (322, 324, 325).
  [323, time('last', 'milli', 6)],
  [324, time('last', 'ntp', 7)],
  [325, time('last', 'ntp', 8)],
  [322, time('last', 'seconds', 9)],
]);

/** Enterprise number of the opposite direction of a flow (RFC 5103). */
const REVERSE = 29_305;
const REVERSED: ReadonlyMap<number, Element> = new Map<number, Element>([
  [1, el('reverseBytes', 1)],
  [85, el('reverseBytes', 2)],
  [2, el('reversePackets', 1)],
  [86, el('reversePackets', 2)],
]);

const MOST_WIDE: ReadonlyMap<Role, readonly [least: number, most: number]> = new Map([
  ['src4', [4, 4]],
  ['dst4', [4, 4]],
  ['src6', [16, 16]],
  ['dst6', [16, 16]],
]);

/** Tells what a field is; null when we have no use for it or its width does not fit its meaning. */
export function elementOf(enterprise: number, number: number, width: number): Element | null {
  const element = enterprise === 0 ? IANA.get(number) : enterprise === REVERSE ? REVERSED.get(number) : null;
  if (!element) return null;
  const [least, most] = MOST_WIDE.get(element.role) ?? (element.form === 'ntp' ? [8, 8] : [1, 8]);
  return width >= least && width <= most ? element : null;
}
