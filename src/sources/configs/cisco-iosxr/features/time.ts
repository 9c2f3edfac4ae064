import { canonicalIp } from '../../../../base/ip.ts';
import { addBlock } from '../../kit/below.ts';
import { bindAcl } from '../../kit/cisco-acls.ts';
import { addTime } from '../../kit/cisco-time.ts';
import { addCrypto } from '../../kit/crypto-use.ts';
import { RuleBook } from '../../kit/rules.ts';
import { at, keepSecret, type Line, type Scope } from '../scope.ts';
import { readXr } from '../secrets.ts';

/** Time servers and their keys, in a block or line by line, and the clock's zone. */
export function addTimeRules(book: RuleBook<Scope>): void {
  addTime(book);
  const numbered = new RuleBook<Scope>();
  addTime(numbered);
  book.add('clock timezone', (line) => readZone(line, numbered));
  addBlock(book, 'ntp', addNtp);
}

/** Newer releases name a zone of the tz database; only that of UTC tells an offset without it. */
function readZone({ statement, args, to }: Line, numbered: RuleBook<Scope>): void {
  const [name, zone = ''] = args;
  if (!/^[A-Za-z]/.test(zone)) numbered.apply(statement, to.tree, to);
  else if (/^(?:Etc\/)?(?:UTC|GMT|UCT|Zulu)$/.test(zone) && name) {
    to.draft.zoneOffsetMinutes = 0;
    to.zones.set(name, 0);
    statement.read();
  } else to.tree.setAside(statement, 'time zone by name');
}

function addNtp(book: RuleBook<Scope>, prefix: string): void {
  book
    .add(`${prefix}server`, readServer)
    .add(`${prefix}peer`, readServer)
    .add(`${prefix}authenticate`, ({ statement, no, to }) => {
      to.state.ntpAuthenticate = !no;
      statement.read();
    })
    .add(`${prefix}authentication-key`, readKey)
    .add(`${prefix}access-group`, readAccess)
    .add(`${prefix}source`, ({ statement, no, args, to }) => {
      const name = args[0] === 'vrf' ? args[2] : args[0];
      if (!name || no) return;
      to.draft.sourceInterfaces.ntp ??= name;
      statement.read();
    });
  const ASIDE =
    'trusted-key update-calendar max-associations interface passive broadcastdelay log-internal-sync drift master primary ' +
    'aging admin-plane cmac-authentication annotation ipv4 ipv6 vrf';
  for (const word of ASIDE.split(' ')) book.add(`${prefix}${word}`, 'time setting');
}

/** `server [vrf V] [ipv4|ipv6] A [key N] [source I] …`. */
function readServer({ statement, no, args, to }: Line): void {
  let i = args[0] === 'vrf' ? 2 : 0;
  if (args[i] === 'ipv4' || args[i] === 'ipv6') i += 1;
  const address = args[i];
  if (!address || no) return;
  const authenticated = args.includes('key');
  to.draft.ntpServers.push({ ...at(statement), address: canonicalIp(address) ?? address, authenticated });
  statement.read();
}

/** `authentication-key N md5|cmac|sha1 [encrypted|clear] TEXT`. */
function readKey({ statement, no, args, to }: Line): void {
  const written = no ? null : readXr(args, 2);
  if (!written) return;
  keepSecret(to, statement, { ...written, use: 'ntp', purpose: 'key' });
  addCrypto(to, statement, {
    area: 'ntp',
    subject: `key ${args[0]}`,
    part: 'authentication',
    values: [args[1] ?? ''],
  });
  statement.read();
}

/** `access-group [vrf V] [ipv4|ipv6] peer|serve|serve-only|query-only ACL`. */
function readAccess({ statement, no, args, to }: Line): void {
  const words = (args[0] === 'vrf' ? args.slice(2) : args).filter(
    (word) => word !== 'ipv4' && word !== 'ipv6',
  );
  const [kind, acl] = words;
  if (!kind || !acl || no) return;
  bindAcl(to, statement.read(), { acl, where: `ntp ${kind}` });
}
