import { canonicalIp, formatNetwork, parseIp4, parseNetwork } from '../../../base/ip.ts';
import type { AclEntry } from '../../../model/device-facts.ts';
import { wildcardNetwork } from './mask.ts';

/** An entry as its words say it. */
export type ReadEntry = Pick<AclEntry, 'action' | 'protocol' | 'source' | 'destination' | 'ports' | 'log'>;
interface Cursor {
  readonly words: readonly string[];
  i: number;
  readonly six: boolean;
}

const COMPARE = new Set(['eq', 'neq', 'gt', 'lt']);
/** Words before the name of a group of addresses: IOS and ASA, NX-OS, IOS XR. */
const GROUPS = new Set(['object-group', 'addrgroup', 'net-group']);
/** Words before the name of a group of ports: NX-OS, IOS XR. */
const PORT_GROUPS = new Set(['portgroup', 'port-group']);
const LOGS = new Set(['log', 'log-input']);

/** Reads `permit|deny …` of a standard list: one source, any destination. Null when it is no entry. */
export function readStandardEntry(words: readonly string[], six = false): ReadEntry | null {
  const action = readAction(words[0]);
  const cursor: Cursor = { words, i: 1, six };
  const source = action && readAddress(cursor, true);
  if (!action || !source) return null;
  const rest = words.slice(cursor.i);
  return {
    action,
    protocol: 'ip',
    source,
    destination: 'any',
    ports: null,
    log: rest.some((w) => LOGS.has(w)),
  };
}

/**
 * Reads `permit|deny protocol source destination …` of an extended or IPv6 list. `ports` keeps the port conditions and
 * all further conditions as written; those of the source begin with `from`. Null when it is no entry.
 */
export function readExtendedEntry(words: readonly string[], six: boolean): ReadEntry | null {
  const action = readAction(words[0]);
  if (!action) return null;
  const cursor: Cursor = { words, i: 1, six };
  const protocol = readProtocol(cursor);
  const source = protocol && readAddress(cursor, false);
  if (!source) return null;
  const fromPorts = readPorts(cursor);
  const destination = readAddress(cursor, false);
  if (!destination) return null;
  let ports = fromPorts ? `from ${fromPorts}` : '';
  let log = false;
  for (let i = cursor.i; i < words.length; i += 1) {
    const word = words[i] as string;
    if (LOGS.has(word)) log = true;
    else ports = ports === '' ? word : `${ports} ${word}`;
  }
  return { action, protocol, source, destination, ports: ports || null, log };
}

function readAction(word: string | undefined): 'permit' | 'deny' | null {
  return word === 'permit' || word === 'deny' ? word : null;
}

function readProtocol(cursor: Cursor): string | null {
  const word = cursor.words[cursor.i];
  if (word === undefined) return null;
  cursor.i += 1;
  if (word !== 'object-group') return word;
  const name = cursor.words[cursor.i];
  cursor.i += 1;
  return name === undefined ? null : `service-group ${name}`;
}

function readAddress(cursor: Cursor, standard: boolean): string | null {
  const word = cursor.words[cursor.i];
  const next = cursor.words[cursor.i + 1];
  if (word === undefined) return null;
  if (word === 'any' || word === 'any4' || word === 'any6') {
    cursor.i += 1;
    return 'any';
  }
  if (word === 'host' && next !== undefined) {
    cursor.i += 2;
    return single(next);
  }
  if (GROUPS.has(word) && next !== undefined) {
    cursor.i += 2;
    return `host-group ${next}`;
  }
  if (!cursor.six && word.includes('/')) return readPrefix(cursor);
  return cursor.six ? readPrefix(cursor) : readMasked(cursor, standard);
}

function single(text: string): string {
  const ip = canonicalIp(text);
  return ip === null ? text : `${ip}/${ip.includes(':') ? 128 : 32}`;
}

function readPrefix(cursor: Cursor): string | null {
  const word = cursor.words[cursor.i] ?? '';
  const network = word.includes(':') === cursor.six ? parseNetwork(word) : null;
  if (!network) return null;
  cursor.i += 1;
  return network.bits === 0 ? 'any' : formatNetwork(network);
}

function readMasked(cursor: Cursor, standard: boolean): string | null {
  const word = cursor.words[cursor.i] as string;
  const mask = cursor.words[cursor.i + 1];
  if (parseIp4(word) < 0) return null;
  // A standard list may name an address without a mask, or with a comma after it in show output.
  if (mask === undefined || parseIp4(mask) < 0) {
    if (!standard) return null;
    cursor.i += 1;
    return single(word);
  }
  cursor.i += 2;
  return wildcardNetwork(word, mask);
}

function readPorts(cursor: Cursor): string | null {
  const start = cursor.i;
  const word = cursor.words[start];
  if (word === 'range') cursor.i += 3;
  else if (PORT_GROUPS.has(word ?? '')) cursor.i += 2;
  else if (COMPARE.has(word ?? '')) {
    cursor.i += 2;
    while (cursor.i < cursor.words.length && !startsAddress(cursor.words[cursor.i] as string)) cursor.i += 1;
  }
  return cursor.i === start ? null : cursor.words.slice(start, cursor.i).join(' ');
}

function startsAddress(word: string): boolean {
  return word === 'any' || word === 'host' || GROUPS.has(word) || word.includes('.') || word.includes(':');
}
