import { canonicalIp, parseNetwork } from '../../../../base/ip.ts';
import type { Interface } from '../../../../model/device-facts.ts';
import { scrub } from '../../../kit/scrub.ts';
import { maskBits } from '../../kit/mask.ts';
import { type Command, RuleBook } from '../../kit/rules.ts';
import { at, atBlock, bind, type Line, type Scope, secretAt } from '../scope.ts';
import { addInterfaceAsides } from '../set-aside-interface.ts';
import { applyFilter } from './acls.ts';
import type { Face, OpenInterface } from './open-interface.ts';
import { usePolicy } from './policy-routes.ts';
import { addTunnelRules, finishTunnel } from './tunnels.ts';

type Setting = Command<OpenInterface>;
const SETTINGS: RuleBook<OpenInterface> = settings();

/** Interfaces with addresses, VPN instances and access lists; tunnels are interfaces too. */
export function addInterfaces(book: RuleBook<Scope>): void {
  book.add('interface', readInterface);
}

function settings(): RuleBook<OpenInterface> {
  const book = new RuleBook<OpenInterface>('undo');
  addInterfaceAsides(book);
  book
    .add('description', ({ statement, no, to }) => {
      to.face.description = no ? null : scrub(statement.text.slice(12).trim());
      statement.read();
    })
    .add('shutdown', ({ statement, no, to }) => {
      to.face.shutdown = !no;
      statement.read();
    })
    .add('ip binding vpn-instance', ({ statement, no, args, to }) => {
      to.face.vrf = no ? null : (args[0] ?? null);
      statement.read();
    })
    .add('ip address', readAddress)
    .add('ipv6 address', readAddress6)
    .add('ip policy-based-route', ({ statement, no, args, to }) => {
      if (args[0] && !no) usePolicy(to.scope, args[0], to.face.name);
      statement.read();
    })
    .add('lldp enable', (line) => readDiscovery(line, 'lldp'))
    .add('lldp admin-status', ({ statement, args, to }) => {
      to.face.discovery.lldp = args[0] !== 'disable';
      statement.read();
    })
    .add('cdp', (line) => readDiscovery(line, 'cdp'))
    .add('traffic-filter', ({ statement, no, args, to }) =>
      applyFilter(to.scope, statement, { args: no ? [] : args, where: `interface ${to.face.name}` }),
    )
    .add('firewall packet-filter', ({ statement, no, args, to }) => {
      const [acl] = args;
      if (acl && !no)
        bind(to.scope, statement, {
          acl,
          where: `interface ${to.face.name}`,
          direction: args.includes('outbound') ? 'out' : 'in',
        });
      statement.read();
    });
  addFlow(book);
  addMirrorRules(book);
  addKeys(book);
  addTunnelRules(book);
  return book;
}

function readInterface({ statement, no, args, to }: Line): void {
  const named = args.filter((word) => !/^(?:p2p|p2mp|mode|l2|l3|ve-group)$/.test(word));
  const name = args.includes('mode') ? (args[0] ?? '') : named.join('');
  if (name === '' || no) return;
  const face: Face = {
    ...atBlock(statement, to.tree),
    name,
    role: 'other',
    addresses: [],
    vrf: null,
    description: null,
    shutdown: false,
    discovery: {},
    flow: [],
  };
  const target: OpenInterface = {
    face,
    tunnel: { mode: 'gre ip', source: null, destination: null },
    scope: to,
  };
  statement.read();
  for (const child of statement.children) SETTINGS.apply(child, to.tree, target);
  face.role = roleOf(face);
  to.draft.interfaces.push(face);
  finishTunnel(target);
}

function roleOf({ name, vrf }: Face): Interface['role'] {
  if (/^loopback/i.test(name)) return 'loopback';
  if (/^tunnel/i.test(name)) return 'tunnel';
  if (/^(?:MEth|GigabitEthernet0\/0\/0$|MGMT)/i.test(name) && !/^GigabitEthernet0\/0\/0$/.test(name))
    return 'management';
  return vrf !== null && /mgmt|management|oob|_mpls_vpn_mgt/i.test(vrf) ? 'management' : 'other';
}

const LEARNT = new Set(['dhcp-alloc', 'bootp-alloc', 'unnumbered', 'ppp-negotiate', 'auto']);

function readAddress({ statement, no, args, to }: Setting): void {
  const address = canonicalIp(args[0] ?? '');
  const mask = args[1] ?? '';
  const bits = /^\d{1,2}$/.test(mask) ? Number(mask) : maskBits(mask);
  if (!no && address && bits >= 0 && bits <= 32) to.face.addresses.push(`${address}/${bits}`);
  else if (!no && !LEARNT.has(args[0] ?? '')) return;
  statement.read();
}

/** `ipv6 address 2001:db8::1/64`, `ipv6 address 2001:db8::1 64`. */
function readAddress6({ statement, no, args, to }: Setting): void {
  const [first = '', second = ''] = args;
  const text = first.includes('/') ? first : `${first}/${second}`;
  const network = parseNetwork(text);
  const address = network && canonicalIp(text.split('/')[0] as string);
  if (!no && network && address) to.face.addresses.push(`${address}/${network.bits}`);
  else if (!no && first !== 'auto' && second !== 'link-local') return;
  statement.read();
}

function readDiscovery({ statement, no, to }: Setting, name: string): void {
  to.face.discovery[name] = !no;
  statement.read();
}

/** NetStream and sFlow on an interface. */
function addFlow(book: RuleBook<OpenInterface>): void {
  const add = ({ statement, no, args, to }: Setting): void => {
    const { words } = statement;
    if (!no && !words.includes('sampler')) {
      const name = words.includes('sflow') ? 'sflow' : 'netstream';
      if (!to.face.flow.includes(name)) to.face.flow.push(name);
      if (args.includes('inbound') || words.includes('inbound') || name === 'sflow')
        to.face.flowIn ??= name === 'sflow' ? 'sampled' : 'all';
    } else if (!no && words.includes('inbound')) to.face.flowIn = 'sampled';
    statement.read();
  };
  for (const phrase of ['ip netstream', 'netstream', 'ipv6 netstream', 'sflow']) book.add(phrase, add);
}

/** Copies of what passes an interface: `port-mirroring to observe-port 1 both`. */
function addMirrorRules(book: RuleBook<OpenInterface>): void {
  const add = ({ statement, no, args, to }: Setting): void => {
    const i = args.indexOf('observe-port');
    const name = (i < 0 ? args.find((word) => /^\d+$/.test(word)) : args[i + 1]) ?? '';
    if (!no) tellMirror(to.scope, statement, { name, source: `${to.face.name} ${args.at(-1) ?? ''}`.trim() });
    statement.read();
  };
  for (const phrase of ['port-mirroring', 'mirroring', 'mirror', 'port-observing', 'mac-mirroring'])
    book.add(phrase, add);
}

/** Tells of a mirror, named by its observing port, what a statement says. */
export function tellMirror(
  to: Scope,
  statement: Line['statement'],
  what: {
    readonly name: string;
    readonly source?: string;
    readonly destination?: string;
    readonly type?: string;
  },
): void {
  const { name } = what;
  const mirror = to.mirrors.open(name, statement, (place) => ({
    ...place,
    name,
    type: 'span',
    source: null,
    destination: null,
  }));
  const joined = (old: string | null, more: string): string =>
    old === null ? more : old.length > 1000 ? old : `${old}, ${more}`;
  if (what.source) mirror.source = joined(mirror.source, what.source);
  if (what.destination) mirror.destination = joined(mirror.destination, what.destination);
  if (what.type) mirror.type = what.type;
}

/** Keys of routing protocols, VRRP and tunnels on an interface. */
function addKeys(book: RuleBook<OpenInterface>): void {
  const phrases: Readonly<Record<string, string>> = {
    'ospf authentication-mode': 'ospf',
    'ospfv3 authentication-mode': 'ospf',
    'isis authentication-mode': 'isis',
    'rip authentication-mode': 'rip',
    'mpls rsvp-te authentication': 'rsvp',
    'vrrp vrid': 'vrrp',
    'vrrp6 vrid': 'vrrp',
    'gre key': 'tunnel',
    'dldp authentication-mode': 'dldp',
    'ppp chap password': 'ppp',
    'ppp pap local-user': 'ppp',
  };
  for (const [phrase, use] of Object.entries(phrases)) book.add(phrase, (line) => readKey(line, use));
}

const KEY_WORDS =
  /^(?:simple|plain|cipher|md5|hmac-md5|hmac-sha256|hmac-sm3|sha256|keychain|null|none|password)$/;

/** `ospf authentication-mode md5 1 cipher TEXT`, `isis authentication-mode md5 cipher TEXT`. */
function readKey({ statement, no, args, to }: Setting, use: string): void {
  const mode = args.find((word) => KEY_WORDS.test(word) && word !== 'cipher' && word !== 'plain');
  const from = args.findIndex((word) => /^(?:cipher|plain|simple)$/.test(word) && word !== args.at(-1));
  if (use === 'vrrp' && !args.includes('authentication-mode')) {
    to.scope.tree.setAside(statement, 'interface setting');
    return;
  }
  statement.read();
  if (no) return;
  if (from >= 0) secretAt(to.scope, statement, { words: args, from, use });
  else if (use === 'vrrp' || use === 'isis') {
    const text = args.indexOf(mode ?? '') + 1;
    if (mode !== 'none' && text > 0 && args[text] !== undefined)
      secretAt(to.scope, statement, { words: args, from: text, use });
  }
  const value = mode === 'simple' || mode === 'md5' || mode !== undefined ? mode : from >= 0 ? 'key' : null;
  if (value && use !== 'ppp' && use !== 'tunnel')
    to.scope.draft.crypto.push({
      ...at(statement),
      area: 'routing',
      subject: `${use} ${to.face.name}`,
      part: 'authentication',
      value,
    });
}
