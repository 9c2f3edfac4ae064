import { canonicalIp } from '../../../../base/ip.ts';
import type { Secret, Snmp } from '../../../../model/device-facts.ts';
import { bindAcl } from '../../kit/cisco-acls.ts';
import { addSnmp } from '../../kit/cisco-snmp.ts';
import { addSources } from '../../kit/cisco-sources.ts';
import { addCrypto } from '../../kit/crypto-use.ts';
import { RuleBook } from '../../kit/rules.ts';
import { at, keepSecret, type Line, type Scope, wordAfter } from '../scope.ts';
import { readXr } from '../secrets.ts';

/** SNMP as IOS XR writes it: owners, lists by family, and keys in the words `clear` and `encrypted`. */
export function addSnmpRules(book: RuleBook<Scope>): void {
  addSnmp(book);
  addSources(book, { 'snmp-server trap-source': 'snmp' });
  book
    .add('snmp-server community', readCommunity)
    .add('snmp-server group', readGroup)
    .add('snmp-server user', readUser)
    .add('snmp-server host', readHost)
    .add('snmp-server vrf', readVrf)
    .aside(
      'SNMP setting',
      'snmp-server mibs, snmp-server traps, snmp-server interface, snmp-server entityindex, snmp-server cbqosmib, ' +
        'snmp-server ipv4, snmp-server ipv6, snmp-server target, snmp-server throttle-time, snmp-server timeouts, ' +
        'snmp-server notification-log-mib, snmp-server oid-poll-stats, snmp-server overload-control, snmp-server rf, ' +
        'snmp-server community-map, snmp-server inform, snmp-server correlator, snmp-server logging, ' +
        'snmp-server drop, snmp-server trap, snmp-server cisco, snmp-server mroutemib, snmp',
    );
}

const OWNERS = new Set(['sdrowner', 'systemowner', 'lrowner']);

interface Rest {
  readonly access: 'ro' | 'rw';
  readonly view: string | null;
  readonly acls: readonly string[];
}

/** `[view V] [RO|RW] [SystemOwner] [IPv4 A] [IPv6 B] [A]`. */
function readRest(words: readonly string[]): Rest {
  const acls: string[] = [];
  let access: Rest['access'] = 'ro';
  let view: string | null = null;
  for (let i = 0; i < words.length; i += 1) {
    const word = (words[i] as string).toLowerCase();
    if (word === 'view') {
      view = words[i + 1] ?? null;
      i += 1;
    } else if (word === 'ro' || word === 'rw') access = word;
    else if (word === 'ipv4' || word === 'ipv6') {
      if (words[i + 1]) acls.push(words[i + 1] as string);
      i += 1;
    } else if (!OWNERS.has(word)) acls.push(words[i] as string);
  }
  return { access, view, acls };
}

function keepCommunity(line: Line, words: readonly string[]): { secret: Secret; text: string; used: number } {
  const typed = words[0] === 'clear' || words[0] === 'encrypted';
  const text = (typed ? readXr(words, 0)?.text : undefined) ?? words[0] ?? '';
  const said = { use: 'snmp community', type: 'community', strength: 'plaintext', text } as const;
  return { secret: line.to.secrets.keep(said, at(line.statement)), text, used: typed ? 2 : 1 };
}

function readCommunity(line: Line): void {
  const { statement, no, args, to } = line;
  if (args[0] === undefined || no) return;
  const { secret, text, used } = keepCommunity(line, args);
  const { access, view, acls } = readRest(args.slice(used));
  for (const acl of acls) bindAcl(to, statement, { acl, where: 'snmp community' });
  const wellKnown = text === 'public' || text === 'private';
  to.draft.snmp.communities.push({ ...at(statement), secret, access, acl: acls[0] ?? null, view, wellKnown });
  statement.read();
}

type Group = Snmp['groups'][number];
const LEVELS: ReadonlyMap<string, Group['level']> = new Map([
  ['noauth', 'noauth'],
  ['auth', 'auth'],
  ['priv', 'priv'],
]);
const NAMED = new Set(['read', 'write', 'notify', 'context']);

function readGroup({ statement, no, args, to }: Line): void {
  const [name, version] = args;
  if (!name || no || (version !== 'v1' && version !== 'v2c' && version !== 'v3')) return;
  const level = version === 'v3' ? (LEVELS.get(args[2] ?? '') ?? null) : null;
  const rest = args
    .slice(level === null ? 2 : 3)
    .filter((word, i, all) => !NAMED.has(word) && !NAMED.has(all[i - 1] ?? ''));
  const { acls } = readRest(rest);
  for (const acl of acls) bindAcl(to, statement, { acl, where: `snmp group ${name}` });
  const views = { read: wordAfter(args, 'read'), write: wordAfter(args, 'write') };
  to.draft.snmp.groups.push({ ...at(statement), name, version, level, ...views, acl: acls[0] ?? null });
  statement.read();
}

interface Cipher {
  readonly name: string | null;
  readonly end: number;
}

/** `auth sha encrypted TEXT`, `priv aes 128 clear TEXT`. */
function readCipher(line: Line, word: string, from: number): Cipher {
  const { statement, args, to } = line;
  const i = args.indexOf(word, from);
  if (i < 0) return { name: null, end: from };
  const sized = /^\d{3}$/.test(args[i + 2] ?? '') ? 1 : 0;
  const name = args.slice(i + 1, i + 2 + sized).join(' ');
  const text = i + 2 + sized;
  const written = readXr(args, text);
  if (written) keepSecret(to, statement, { ...written, use: 'snmp user', purpose: 'key' });
  return { name: name || null, end: text + (args[text] === 'encrypted' || args[text] === 'clear' ? 2 : 1) };
}

function readUser(line: Line): void {
  const { statement, no, args, to } = line;
  const [name, group, version] = args;
  if (!name || !group || no) return;
  const auth = readCipher(line, 'auth', 2);
  const priv = readCipher(line, 'priv', auth.end);
  const { acls } = readRest(version === 'v3' && !auth.name ? args.slice(3) : args.slice(priv.end));
  for (const acl of acls) bindAcl(to, statement, { acl, where: `snmp user ${name}` });
  to.draft.snmp.users.push({ ...at(statement), name, group, auth: auth.name, priv: priv.name });
  const place = { area: 'snmp', subject: `user ${name}` } as const;
  addCrypto(to, statement, { ...place, part: 'authentication', values: [auth.name ?? 'none'] });
  addCrypto(to, statement, { ...place, part: 'cipher', values: [priv.name ?? 'none'] });
  statement.read();
}

/** `host A [vrf V] traps|informs [version 1|2c|3 LEVEL] [clear|encrypted] NAME`. */
function readHost(line: Line): void {
  const { statement, no, args, to } = line;
  if (!args[0] || no) return;
  let i = args[1] === 'vrf' ? 3 : 1;
  while (args[i] === 'traps' || args[i] === 'informs') i += 1;
  let version = '1';
  if (args[i] === 'version') {
    const level = args[i + 1] === '3' ? LEVELS.get(args[i + 2] ?? '') : undefined;
    version = level ? `3 ${level}` : (args[i + 1] ?? '1');
    i += level ? 3 : 2;
  }
  if (args[i] && !version.startsWith('3')) keepCommunity(line, args.slice(i));
  to.draft.snmp.hosts.push({ ...at(statement), address: canonicalIp(args[0]) ?? args[0], version });
  statement.read();
}

const IN_VRF: RuleBook<Scope> = new RuleBook<Scope>().add('host', readHost).aside('SNMP setting', 'context');

function readVrf({ statement, to }: Line): void {
  statement.read();
  for (const child of statement.children) IN_VRF.apply(child, to.tree, to);
}
