import { canonicalIp } from '../../../base/ip.ts';
import { at, type CiscoLine, type CiscoScope, keepSecret, wholeNumber, wordAfter } from './cisco-scope.ts';
import { written } from './cisco-secrets.ts';
import type { RuleBook } from './rules.ts';

/** Time servers and their keys, and the clock's zone. */
export function addTime<S extends CiscoScope>(book: RuleBook<S>): void {
  book
    .add('ntp server', readServer)
    .add('ntp peer', readServer)
    .add('sntp server', readServer)
    .add('ntp authenticate', ({ statement, no, to }) => {
      to.state.ntpAuthenticate = !no;
      statement.read();
    })
    .add('ntp authentication-key', readKey)
    .add('ntp access-group', readAccess)
    .add('clock timezone', readZone)
    .add('clock summer-time', readSummer)
    .aside(
      'time setting',
      'ntp trusted-key, ntp clock-period, ntp update-calendar, ntp logging, ntp master, ntp max-associations, ' +
        'ntp broadcastdelay, ntp passive, ntp allow, ntp maxdistance, ntp panic, ntp orphan, ntp mindistance, ' +
        'ntp refclock, clock calendar-valid, clock save, clock initialize, sntp, time-range, ptp, network-clock, ' +
        'clock',
    );
}

function readServer({ statement, no, args, to }: CiscoLine): void {
  const named = args[0] === 'vrf' ? 2 : 0;
  const i = args[named] === 'ip' || args[named] === 'ipv6' ? named + 1 : named;
  const address = args[i];
  if (!address) return;
  if (no) {
    statement.read();
    return;
  }
  const authenticated = args.includes('key');
  // NX-OS writes the VRF behind the address.
  const vrf = wordAfter(args, 'vrf') ?? wordAfter(args, 'use-vrf');
  const server = { ...at(statement), address: canonicalIp(address) ?? address, authenticated };
  to.draft.ntpServers.push(vrf ? { ...server, vrf } : server);
  statement.read();
}

/** The type stands after the key (`ntp authentication-key 1 md5 TEXT 7`), on EOS before it. */
function readKey({ statement, no, args, to }: CiscoLine): void {
  const [, , text, more] = args;
  if (!text || no) return;
  const typed = /^\d$/.test(text) && more !== undefined;
  const secret = typed ? written(text, more) : written(more ?? '0', text);
  keepSecret(to, statement, { ...secret, use: 'ntp', purpose: 'key' });
  statement.read();
}

function readAccess({ statement, args, to }: CiscoLine): void {
  const i = args[0] === 'ipv4' || args[0] === 'ipv6' ? 2 : 1;
  const acl = args[i];
  if (!acl) return;
  to.draft.aclBindings.push({ ...at(statement), acl, where: `ntp ${args[i - 1]}`, direction: null });
  statement.read();
}

function readZone({ statement, no, args, to }: CiscoLine): void {
  const hours = Number(args[1]);
  if (no || !args[0] || !Number.isInteger(hours) || Math.abs(hours) > 23) return;
  const minutes = Math.sign(hours) * (wholeNumber(args[2]) ?? 0);
  const offset = hours * 60 + minutes;
  to.draft.zoneOffsetMinutes = offset;
  to.zones.set(args[0], offset);
  statement.read();
}

/** Summer time is an hour more unless the statement ends, behind its last time of day, in another number of minutes. */
function readSummer({ statement, no, args, to }: CiscoLine): void {
  const more = args.at(-2)?.includes(':') ? wholeNumber(args.at(-1)) : null;
  if (args[0] && !no) to.state.summer = { zone: args[0], minutes: more ?? 60 };
  statement.read();
}

/** The zone of summer counts from that of winter; a key on a server counts only when the device authenticates at all. */
export function settleTime(to: CiscoScope): void {
  const { summer } = to.state;
  if (summer) to.zones.set(summer.zone, (to.draft.zoneOffsetMinutes ?? 0) + summer.minutes);
  if (to.state.ntpAuthenticate) return;
  const servers = to.draft.ntpServers;
  for (const [i, server] of servers.entries()) servers[i] = { ...server, authenticated: false };
}
