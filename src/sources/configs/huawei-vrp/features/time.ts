import { canonicalIp } from '../../../../base/ip.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, bind, type Line, type Scope, secretAt, tellService, wordAfter } from '../scope.ts';

/** Time servers and their keys, and the zone of the clock. */
export function addTime(book: RuleBook<Scope>): void {
  for (const head of ['ntp-service', 'ntp']) {
    book
      .add(`${head} unicast-server`, readServer)
      .add(`${head} unicast-peer`, readServer)
      .add(`${head} authentication enable`, ({ statement, no, to }) => {
        to.state.ntpAuthenticate = !no;
        statement.read();
      })
      .add(`${head} authentication-keyid`, readKey)
      .add(`${head} access`, readAccess)
      .add(`${head} source-interface`, ({ statement, args, to }) => {
        if (args[0]) to.draft.sourceInterfaces.ntp ??= args[0];
        statement.read();
      })
      .add(`${head} server disable`, ({ statement, no, to }) =>
        tellService(to, statement, { name: 'ntp-server', enabled: no }),
      )
      .add(`${head} server source-interface`, ({ statement, args, to }) =>
        tellService(to, statement, { name: 'ntp-server', detail: args.join(' ') }),
      )
      .add(`${head} enable`, ({ statement, no, to }) =>
        tellService(to, statement, { name: 'ntp', enabled: !no }),
      )
      .add(`${head} disable`, ({ statement, no, to }) =>
        tellService(to, statement, { name: 'ntp', enabled: no }),
      )
      .aside(
        'time setting',
        [
          'ipv6',
          'reliable',
          'refclock-master',
          'max-dynamic-sessions',
          'sync-interval',
          'kod-enable',
          'in-interface',
          'discard',
          'max-distance',
          'multicast-server',
          'broadcast-server',
          'max-sys-poll',
          'port',
          'server-source',
        ]
          .map((word) => `${head} ${word}`)
          .join(', '),
      );
  }
  book
    .add('clock timezone', readZone)
    .add('clock daylight-saving-time', readSummer)
    .aside('time setting', 'clock, ptp, time-range, sntp');
}

function readServer({ statement, no, args, to }: Line): void {
  const text = args[0] === 'ipv6' || args[0] === 'domain' ? args[1] : args[0];
  if (no || !text) return;
  const authenticated = args.includes('authentication-keyid');
  const vrf = wordAfter(args, 'vpn-instance');
  const server = { ...at(statement.read()), address: canonicalIp(text) ?? text, authenticated };
  to.draft.ntpServers.push(vrf === null ? server : { ...server, vrf });
}

/** `authentication-keyid 1 authentication-mode md5 cipher TEXT`. */
function readKey({ statement, no, args, to }: Line): void {
  const i = args.indexOf('authentication-mode');
  const value = args[i + 1];
  if (no || i < 0 || !value) return;
  secretAt(to, statement, { words: args, from: i + 2, use: 'ntp' });
  to.draft.crypto.push({
    ...at(statement.read()),
    area: 'ntp',
    subject: `key ${args[0] ?? ''}`,
    part: 'authentication',
    value,
  });
}

function readAccess({ statement, no, args, to }: Line): void {
  const acl = args.find((word, i) => i > 0 && !/^(?:ipv6|acl|acl-name|acl6|acl6-name)$/.test(word));
  if (!no && acl) bind(to, statement, { acl, where: `ntp ${args[0] ?? ''}` });
  statement.read();
}

/** `clock timezone CST add 08:00:00`, `minus 03:00:00`. */
function readZone({ statement, no, args, to }: Line): void {
  const [zone = '', way = '', text = ''] = args;
  const found = /^(\d{1,2}):(\d\d)/.exec(text);
  if (no || !found) return;
  const minutes = (Number(found[1]) * 60 + Number(found[2])) * (way === 'minus' ? -1 : 1);
  to.draft.zoneOffsetMinutes = minutes;
  to.zones.set(zone, minutes);
  statement.read();
}

function readSummer({ statement, no, args, to }: Line): void {
  const [zone] = args;
  if (zone && !no) to.zones.set(zone, (to.draft.zoneOffsetMinutes ?? 0) + 60);
  statement.read();
}

/** A key on a server counts only where the device authenticates at all. */
export function settleTime(to: Scope): void {
  if (to.state.ntpAuthenticate) return;
  const servers = to.draft.ntpServers;
  for (const [i, server] of servers.entries()) servers[i] = { ...server, authenticated: false };
}
