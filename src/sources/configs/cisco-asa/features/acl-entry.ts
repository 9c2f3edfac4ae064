import { canonicalIp, formatNetwork, parseIp4, parseNetwork } from '../../../../base/ip.ts';
import type { ReadEntry } from '../../kit/cisco-acl-entry.ts';
import { maskedNetwork } from '../../kit/mask.ts';

interface Cursor {
  readonly words: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  /** A standard list may name an address without a mask. */
  readonly standard: boolean;
  i: number;
}

const ANY = new Set(['any', 'any4', 'any6']);
const GROUPED = new Set(['object', 'object-group', 'object-group-network', 'object-group-network-service']);
const COMPARE = new Set(['eq', 'neq', 'gt', 'lt']);

/** Reads `permit|deny …` of an extended or standard list, whose masks are those of networks; null when it is no entry. */
export function readAsaEntry(
  words: readonly string[],
  { standard, names }: { readonly standard: boolean; readonly names: ReadonlyMap<string, string> },
): ReadEntry | null {
  // FTD trusts what it lets pass without a look.
  const action = words[0] === 'trust' ? 'permit' : words[0];
  if (action !== 'permit' && action !== 'deny') return null;
  const cursor: Cursor = { words, names, standard, i: 1 };
  const protocol = standard ? 'ip' : readProtocol(cursor);
  const source = protocol && readAddress(cursor);
  if (!source) return null;
  if (standard) return { action, protocol, source, destination: 'any', ports: null, log: false };
  const from = readPorts(cursor);
  const destination = readAddress(cursor);
  if (!destination) return null;
  return { action, protocol, source, destination, ...readRest(cursor, from) };
}

function readRest({ words, i }: Cursor, from: string | null): Pick<ReadEntry, 'ports' | 'log'> {
  const rest = words.slice(i);
  const logAt = rest.indexOf('log');
  const said = logAt < 0 ? rest : rest.slice(0, logAt);
  const ports = [from === null ? '' : `from ${from}`, said.join(' ')].filter(Boolean).join(' ');
  return { ports: ports || null, log: logAt >= 0 && rest[logAt + 1] !== 'disable' };
}

function take(cursor: Cursor): string {
  const word = cursor.words[cursor.i] ?? '';
  cursor.i += 1;
  return word;
}

function readProtocol(cursor: Cursor): string | null {
  const word = take(cursor);
  if (!GROUPED.has(word)) return word || null;
  return `service-group ${take(cursor)}`;
}

function readAddress(cursor: Cursor): string | null {
  // FTD names the interface in front of each end.
  if (cursor.words[cursor.i] === 'ifc') cursor.i += 2;
  const word = take(cursor);
  if (ANY.has(word)) return 'any';
  if (word === 'host') return single(named(cursor, take(cursor)));
  if (GROUPED.has(word)) return `host-group ${take(cursor)}`;
  if (word === 'interface') return `interface ${take(cursor)}`;
  if (word.includes('/')) {
    const network = parseNetwork(word);
    return network && (network.bits === 0 ? 'any' : formatNetwork(network));
  }
  const address = named(cursor, word);
  if (parseIp4(address) < 0) return null;
  const mask = cursor.words[cursor.i] ?? '';
  if (parseIp4(mask) < 0) return cursor.standard ? single(address) : null;
  cursor.i += 1;
  const network = maskedNetwork(address, mask);
  return network?.endsWith('/0') ? 'any' : network;
}

const named = ({ names }: Cursor, word: string): string => names.get(word) ?? word;

function single(text: string): string {
  const ip = canonicalIp(text);
  return ip === null ? text : `${ip}/${ip.includes(':') ? 128 : 32}`;
}

function readPorts(cursor: Cursor): string | null {
  const start = cursor.i;
  const word = cursor.words[start] ?? '';
  if (word === 'range') cursor.i += 3;
  else if (COMPARE.has(word)) cursor.i += 2;
  // A group of services may stand between source and destination, but only where another address follows.
  else if (word === 'object-group' && followed(cursor)) cursor.i += 2;
  return cursor.i === start ? null : cursor.words.slice(start, cursor.i).join(' ');
}

function followed({ words, i }: Cursor): boolean {
  const next = words[i + 2] ?? '';
  return ANY.has(next) || next === 'host' || next === 'interface' || GROUPED.has(next) || parseIp4(next) >= 0;
}
