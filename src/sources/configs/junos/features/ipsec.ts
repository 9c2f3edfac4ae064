import { canonicalIp } from '../../../../base/ip.ts';
import type { CryptoPart } from '../../../../model/crypto-use.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { at, type Path, type Scope, Store, secretIn } from '../scope.ts';
import { cryptoUse } from './crypto-use.ts';
import { tunnelOf } from './tunnels.ts';

interface Gateway {
  readonly addresses: string[];
  source: string | null;
}

interface Vpn {
  readonly line: Path;
  bound: string | null;
  gateway: string | null;
}

interface Ipsec {
  readonly gateways: Map<string, Gateway>;
  readonly vpns: Map<string, Vpn>;
}

const IPSEC = new Store<Ipsec>(() => ({ gateways: new Map(), vpns: new Map() }));

/** IKE and IPsec: proposals, policies, keys, gateways and the tunnels they make. Service cards write `services ipsec-vpn`. */
export function addIpsec(book: PathBook<Scope>): void {
  for (const [ike, ipsec] of [
    ['security ike', 'security ipsec'],
    ['services ipsec-vpn ike', 'services ipsec-vpn ipsec'],
  ] as const) {
    book
      .add(`${ike} proposal *`, (line) => readProposal(line, 'ike'))
      .add(`${ike} policy *`, (line) => readPolicy(line, 'ike'))
      .add(`${ipsec} proposal *`, (line) => readProposal(line, 'ipsec'))
      .add(`${ipsec} policy *`, (line) => readPolicy(line, 'ipsec'))
      .add(`${ipsec} security-association *`, readManual);
  }
  book
    .add('security ike gateway *', readGateway)
    .add('security ipsec vpn *', readVpn)
    .add('services ipsec-vpn rule *', readRule)
    .aside(
      'IKE and IPsec setting',
      'security ike traceoptions, security ipsec traceoptions, security ike respond-bad-spi, security ike session, ' +
        'security ipsec vpn-monitor-options, security ipsec internal, security ipsec anti-replay-window-size, ' +
        'services ipsec-vpn traceoptions, services ipsec-vpn establish-tunnels, security ipsec tunnel-mtu, ' +
        'services ipsec-vpn clear-ike-sas-on-pic-restart, services ipsec-vpn clear-ipsec-sas-on-pic-restart, ' +
        'services ipsec-vpn disable-natt, services ipsec-vpn rule-set, security ipsec-policy, security group-vpn',
    );
}

const PARTS: Readonly<Record<string, CryptoPart>> = {
  'authentication-method': 'authentication',
  'dh-group': 'group',
  'authentication-algorithm': 'mac',
  'encryption-algorithm': 'cipher',
  protocol: 'mode',
};

function readProposal(line: Path, area: 'ike' | 'ipsec'): void {
  const { args, names, statement } = line;
  const part = Object.hasOwn(PARTS, args[0] ?? '') ? PARTS[args[0] as string] : undefined;
  if (part) cryptoUse(line, { area, subject: `proposal ${names[0]}`, part }, args.slice(1));
  else if (args.length === 0) statement.read();
  else if (/^(?:description|lifetime|extended-sequence-number)/.test(args[0] ?? ''))
    statement.aside('IKE and IPsec setting');
}

function readPolicy(line: Path, area: 'ike' | 'ipsec'): void {
  const { args, names, statement } = line;
  const subject = `policy ${names[0]}`;
  const [what, first, second] = args;
  if (what === 'mode' || what === 'version') cryptoUse(line, { area, subject, part: what }, [first]);
  else if (what === 'proposal-set')
    cryptoUse(line, { area, subject, part: 'mode' }, [`proposal-set ${first ?? ''}`]);
  else if (what === 'perfect-forward-secrecy') cryptoUse(line, { area, subject, part: 'group' }, [second]);
  else if (what === 'pre-shared-key' || what === 'seeded-pre-shared-key') {
    secretIn(line, second, { use: 'ike', purpose: 'key' });
    statement.read();
  } else if (what === undefined || what === 'proposals' || what === 'certificate') statement.read();
  else if (/^(?:description|reauth-frequency|local-id|remote-id|respond-bad-spi)/.test(what))
    statement.aside('IKE and IPsec setting');
}

/** Keys that somebody typed in, without IKE. */
function readManual(line: Path): void {
  const { args, names } = line;
  const subject = `security-association ${names[0]}`;
  const algorithm = args.indexOf('algorithm');
  const key = args.indexOf('key');
  const part = args.includes('encryption') ? 'cipher' : 'mac';
  if (algorithm >= 0) cryptoUse(line, { area: 'ipsec', subject, part }, [args[algorithm + 1]]);
  if (key >= 0) secretIn(line, args[key + 2], { use: 'ipsec', purpose: 'key' });
  line.statement.read();
}

function readGateway(line: Path): void {
  const { args, names, statement, to } = line;
  const name = names[0] as string;
  const { gateways } = IPSEC.in(to);
  const gateway = gateways.get(name) ?? { addresses: [], source: null };
  gateways.set(name, gateway);
  const [what, value] = args;
  if (what === 'address') gateway.addresses.push(...args.slice(1).map((word) => canonicalIp(word) ?? word));
  else if (what === 'local-address' && value) gateway.source = canonicalIp(value) ?? value;
  else if (what === 'external-interface' && value) gateway.source ??= value;
  else if (what === 'version')
    cryptoUse(line, { area: 'ike', subject: `gateway ${name}`, part: 'version' }, [value]);
  else if (what === 'xauth' || what === 'aaa') {
    const i = args.indexOf('password');
    if (i >= 0) secretIn(line, args[i + 1], { use: 'ike', purpose: 'password' });
  } else if (what !== undefined && !GATEWAY.has(what)) return;
  statement.read();
}

const GATEWAY = new Set(
  'ike-policy dynamic dead-peer-detection nat-keepalive no-nat-traversal local-identity remote-identity general-ikeid fragmentation tcp-encap-profile advpn node-local ppk-profile'.split(
    ' ',
  ),
);

function readVpn(line: Path): void {
  const { args, names, statement, to } = line;
  const name = names[0] as string;
  const { vpns } = IPSEC.in(to);
  const vpn = vpns.get(name) ?? { line, bound: null, gateway: null };
  vpns.set(name, vpn);
  const [what, value] = args;
  if (what === 'bind-interface') vpn.bound = value ?? null;
  else if (what === 'ike' && value === 'gateway') vpn.gateway = args[2] ?? null;
  else if (what === 'manual') {
    const key = args.findIndex((word) => word === 'key');
    const algorithm = args.indexOf('algorithm');
    const part = args.includes('encryption') ? 'cipher' : 'mac';
    if (key >= 0) secretIn(line, args[key + 2], { use: 'ipsec', purpose: 'key' });
    if (algorithm >= 0)
      cryptoUse(line, { area: 'ipsec', subject: `vpn ${name}`, part }, [args[algorithm + 1]]);
    if (value === 'gateway') tunnelOf(line, `ipsec vpn ${name}`, 'ipsec').destination = args[2] ?? null;
  } else if (what !== undefined && !VPN.has(what)) return;
  statement.read();
}

const VPN = new Set(
  'ike establish-tunnels vpn-monitor df-bit traffic-selector copy-outer-dscp match-direction multi-sa description udp-encapsulate passive-mode-tunneling tunnel-mtu manual-sa'.split(
    ' ',
  ),
);

function readRule(line: Path): void {
  const { args, names, statement } = line;
  const i = args.indexOf('remote-gateway');
  const key = args.indexOf('key');
  if (i >= 0 && args[i + 1])
    tunnelOf(line, `ipsec-vpn rule ${names[0]} ${args[1] ?? ''}`.trim(), 'ipsec').destination =
      canonicalIp(args[i + 1] as string) ?? (args[i + 1] as string);
  if (key >= 0) secretIn(line, args[key + 2], { use: 'ipsec', purpose: 'key' });
  statement.read();
}

/** A tunnel for each address of the gateway of a vpn. */
export function settleIpsec(to: Scope): void {
  const { gateways, vpns } = IPSEC.in(to);
  for (const [name, vpn] of vpns) {
    const gateway = gateways.get(vpn.gateway ?? '');
    const own = vpn.bound ?? `ipsec vpn ${name}`;
    for (const [i, address] of (gateway?.addresses ?? []).entries()) {
      const tunnel = tunnelOf(vpn.line, i === 0 ? own : `${own} ${address}`, 'ipsec');
      tunnel.line = at(vpn.line.statement).line;
      tunnel.destination = address;
      tunnel.source = gateway?.source ?? null;
    }
    if (!gateway && vpn.bound) tunnelOf(vpn.line, vpn.bound, 'ipsec');
  }
}
