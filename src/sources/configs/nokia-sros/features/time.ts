import { canonicalIp } from '../../../../base/ip.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { on, onLeaf, onState } from '../leaf.ts';
import { at, type Line, removed, type Scope, secretAt, tellService, wordAfter } from '../scope.ts';

/** Zones that SR OS knows by name, in minutes from UTC; those of summer count one hour more. */
const ZONES: Readonly<Record<string, number>> = {
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 60,
  BST: 60,
  IST: 60,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  MSD: 240,
  NST: -210,
  NDT: -150,
  AST: -240,
  ADT: -180,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  AKST: -540,
  AKDT: -480,
  HST: -600,
  AWST: 480,
  ACST: 570,
  AEST: 600,
  ACDT: 630,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
};

/** Time servers and their keys, and the zone of the clock. */
export function addTime(book: PathBook<Scope>): void {
  for (const word of ['server', 'peer']) on(book, `system time ntp ${word} *`, readServer);
  onLeaf(book, 'system time sntp server-address', (line) => addServer(line, line.args[0] ?? '', false));
  onLeaf(book, 'system time sntp server', (line) => addServer(line, line.args[0] ?? '', false));
  on(book, 'system time ntp authentication-key *', readKey);
  onState(book, 'system time ntp', (line, enabled) => tellService(line, 'ntp', { enabled }));
  onState(book, 'system time sntp', (line, enabled) => tellService(line, 'sntp', { enabled }));
  on(book, 'system time zone', readZone);
  on(book, 'system time dst-zone *', (line) => {
    setZone(line, line.names[0] ?? '', null);
  });
  book.aside(
    'time setting',
    'system time ntp authentication-check, system time ntp ntp-server, system time ntp broadcast, system time ntp broadcastclient, ' +
      'system time ntp broadcast-client, system time ntp multicast, system time ntp multicastclient, system time ntp multicast-client, system time ntp vrf, ' +
      'system time sntp, system time dst-zone, system time prefer-local-time, system time ntp ipv4-minor',
  );
}

/** `server A [router R] [key-id N] [prefer]`; in MD-CLI the parts may come one by one. */
function readServer(line: Line): void {
  const { names, args } = line;
  const named = names[0] === 'router' ? (args[1] ?? '') : (names[0] ?? '');
  addServer(line, named, args.includes('key-id'));
}

function addServer(line: Line, text: string, authenticated: boolean): void {
  const { statement, to } = line;
  if (text === '' || removed(line)) return;
  const address = canonicalIp(text) ?? text;
  const servers = to.draft.ntpServers;
  const i = to.placed.get(`ntp ${address}`) ?? servers.length;
  const old = servers[i];
  to.placed.set(`ntp ${address}`, i);
  if (old)
    servers[i] = { ...old, lineEnd: statement.lineEnd, authenticated: old.authenticated || authenticated };
  else servers.push({ ...at(statement), address, authenticated });
  statement.read();
}

/** `authentication-key 1 key TEXT hash2 type message-digest`, or `key` and `type` in statements of their own. */
function readKey(line: Line): void {
  const { statement, names, args, to } = line;
  const from = args.indexOf('key') + 1;
  if (from > 0) secretAt(line, args, { from, use: 'ntp' });
  const value = wordAfter(args, 'type');
  if (value) {
    const use = { area: 'ntp', subject: `key ${names[0] ?? ''}`, part: 'authentication' } as const;
    to.draft.crypto.push({ ...at(statement), ...use, value });
  }
  statement.read();
}

/** `zone CET`, `zone ABC 01:00`; `zone standard name cet` and `zone non-standard name x offset "01:00"` in MD-CLI. */
function readZone(line: Line): void {
  const { args } = line;
  const words = args.filter((word) => !/^(?:standard|non-standard|name|offset)$/.test(word));
  if (args[1] === 'offset') setZone(line, '', words[0] ?? '');
  else setZone(line, words[0] ?? '', words[1] ?? null);
}

function setZone({ statement, to, path }: Line, name: string, offset: string | null): void {
  const zone = name.toUpperCase();
  const shift = /^(-?)(\d{1,2})(?::?(\d\d))?$/.exec(offset ?? '');
  const minutes = shift
    ? (Number(shift[2]) * 60 + Number(shift[3] ?? 0)) * (shift[1] === '-' ? -1 : 1)
    : Object.hasOwn(ZONES, zone)
      ? ZONES[zone]
      : undefined;
  if (minutes !== undefined) {
    if (zone !== '') to.zones.set(zone, minutes);
    if (path.includes('zone')) to.draft.zoneOffsetMinutes = minutes;
  }
  statement.read();
}
