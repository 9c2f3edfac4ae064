import { canonicalIp } from '../../../../base/ip.ts';
import type { Tunnel } from '../../../../model/device-facts.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { isOn, on, onLeaf, onState } from '../leaf.ts';
import { at, type Line, type Scope, secretAt, wordAfter } from '../scope.ts';

type Open = { -readonly [K in keyof Tunnel]: Tunnel[K] };
const end = (text: string | undefined): string | null => (text ? (canonicalIp(text) ?? text) : null);

/** Service tunnels (SDP), GRE and IPsec tunnels, L2TP and VXLAN. */
export function addTunnels(book: PathBook<Scope>): void {
  addSdp(book);
  addIpTunnels(book);
  addIpsecTunnels(book);
  addL2tp(book);
  on(book, 'service vpls * vxlan egress-vtep, service system vxlan tunnel-termination', readVtep);
  book.aside('VXLAN setting', 'service vpls * vxlan, service epipe * vxlan, service system vxlan');
}

function open(line: Line, name: string, mode: string): Open {
  return line.to.tunnels.open(name, line.statement.read(), (place) => ({
    ...place,
    name,
    mode,
    source: null,
    destination: null,
    shutdown: false,
  }));
}

/** An SDP carries services to another node, in GRE unless it says otherwise in the classic form. */
function addSdp(book: PathBook<Scope>): void {
  const base = 'service sdp *';
  const sdp = (line: Line): Open =>
    open(line, `sdp ${line.names[0] ?? ''}`, line.to.modern ? 'sdp' : 'gre ip');
  on(book, base, (line) => {
    const [kind] = line.args;
    if (kind !== undefined && !/^(?:mpls|gre|l2tpv3)$/.test(kind)) return;
    const tunnel = sdp(line);
    if (kind === 'mpls' || kind === 'l2tpv3') tunnel.mode = kind === 'mpls' ? 'mpls sdp' : 'l2tpv3';
  });
  onLeaf(book, `${base} delivery-type`, (line, value) => {
    sdp(line).mode = value === 'gre' ? 'gre ip' : value === 'mpls' ? 'mpls sdp' : value;
  });
  onLeaf(book, `${base} far-end ip-address`, (line, value) => {
    sdp(line).destination = end(value);
  });
  onLeaf(book, `${base} local-end`, (line, value) => {
    sdp(line).source = end(value);
  });
  on(book, `${base} far-end`, (line) => {
    sdp(line).destination = end(line.args[0]);
  });
  onState(book, base, (line, enabled) => {
    sdp(line).shutdown = !enabled;
  });
  const settings =
    'description signaling lsp ldp bgp-tunnel sr-isis sr-ospf sr-te-lsp keep-alive path-mtu vc-vlan-etype metric network-domain accounting-policy booking-factor class-forwarding collect-stats adv-mtu-override allow-fragmentation bgp mixed-lsp-mode weighted-ecmp pbb-etype ip-fragmentation tunnel-far-end';
  book.aside(
    'tunnel setting',
    settings
      .split(' ')
      .map((word) => `${base} ${word}`)
      .join(', '),
  );
}

/** GRE and IP-in-IP tunnels below a tunnel SAP, and those of recent releases below the interface. */
function addIpTunnels(book: PathBook<Scope>): void {
  for (const base of [
    'router * interface * sap * ip-tunnel *',
    'router * interface * ip-tunnel *',
    'router * interface * sap * gre-tunnel *',
  ]) {
    const tunnel = (line: Line): Open => open(line, `ip-tunnel ${line.names.at(-1) ?? ''}`, 'ipip');
    on(book, base, (line) => void (line.args.length === 0 && tunnel(line)));
    onLeaf(book, `${base} source, ${base} local-ip-address`, (line, value) => {
      tunnel(line).source = end(value);
    });
    onLeaf(book, `${base} remote-ip, ${base} remote-ip-address, ${base} dest-ip`, (line, value) => {
      tunnel(line).destination ??= end(value);
    });
    onLeaf(book, `${base} gre-header`, (line, value) => {
      if (isOn(line, value)) tunnel(line).mode = 'gre ip';
    });
    onState(book, base, (line, enabled) => {
      tunnel(line).shutdown = !enabled;
    });
    book.aside(
      'tunnel setting',
      [
        'backup-remote-ip',
        'delivery-service',
        'description',
        'dscp',
        'ip-mtu',
        'clear-df-bit',
        'reassembly',
        'encapsulated-ip-mtu',
        'delivery-router',
      ]
        .map((word) => `${base} ${word}`)
        .join(', '),
    );
  }
}

function addIpsecTunnels(book: PathBook<Scope>): void {
  for (const base of [
    'router * interface * sap * ipsec-tunnel *',
    'router * interface * ipsec ipsec-tunnel *',
    'router * interface * ipsec-tunnel *',
  ]) {
    const tunnel = (line: Line): Open => open(line, `ipsec-tunnel ${line.names.at(-1) ?? ''}`, 'ipsec ipv4');
    on(book, base, (line) => void (line.args.length === 0 && tunnel(line)));
    on(book, `${base} local-gateway-address`, (line) => {
      const open = tunnel(line);
      open.source = end(line.args[0]);
      open.destination ??= end(wordAfter(line.args, 'peer') ?? undefined);
    });
    onLeaf(
      book,
      `${base} tunnel-endpoint local-gateway-address, ${base} local-gateway-address-override`,
      (line, value) => {
        tunnel(line).source = end(value);
      },
    );
    onLeaf(
      book,
      `${base} tunnel-endpoint remote-ip-address, ${base} remote-gateway-address`,
      (line, value) => {
        tunnel(line).destination = end(value);
      },
    );
    onLeaf(
      book,
      `${base} dynamic-keying pre-shared-key, ${base} key-exchange dynamic pre-shared-key, ${base} pre-shared-key`,
      (line) => {
        if (secretAt(line, line.args, { use: 'ike' })) tunnel(line);
      },
    );
    onState(book, base, (line, enabled) => {
      tunnel(line).shutdown = !enabled;
    });
    const settings =
      'description security-policy dynamic-keying key-exchange manual-keying local-id bfd-enable bfd-designate clear-df-bit ip-mtu replay-window dest-ip max-history-key-records delivery-service tunnel-endpoint encapsulated-ip-mtu';
    book.aside(
      'tunnel setting',
      settings
        .split(' ')
        .map((word) => `${base} ${word}`)
        .join(', '),
    );
  }
  addGateways(book);
}

/** Gateways that any peer with the key may call, and the keys that clients have of their own. */
function addGateways(book: PathBook<Scope>): void {
  onLeaf(
    book,
    'router * interface * sap * ipsec-gw * pre-shared-key, router * interface * sap * ipsec-gateway * pre-shared-key, ipsec client-db * client * credential pre-shared-key',
    (line) => {
      if (secretAt(line, line.args, { use: 'ike' })) line.statement.read();
    },
  );
  for (const word of ['ipsec-gw', 'ipsec-gateway']) {
    const base = `router * interface * sap * ${word} *`;
    onLeaf(book, `${base} local-gateway-address, ${base} local address gateway-address`, (line, value) => {
      const tunnel = open(line, `${word} ${line.names.at(-1) ?? ''}`, 'ipsec multipoint');
      tunnel.source = end(value);
    });
    book.aside('tunnel setting', base);
  }
}

function addL2tp(book: PathBook<Scope>): void {
  const base = 'router * l2tp group * tunnel *';
  const tunnel = (line: Line): Open => open(line, `l2tp ${line.names.slice(1, 3).join(' ')}`, 'l2tp');
  on(book, base, (line) => void (line.args.length === 0 && tunnel(line)));
  onLeaf(book, `${base} peer`, (line, value) => {
    tunnel(line).destination = end(value);
  });
  onLeaf(book, `${base} local-address`, (line, value) => {
    tunnel(line).source = end(value);
  });
  onState(book, base, (line, enabled) => {
    tunnel(line).shutdown = !enabled;
  });
  onLeaf(book, `router * l2tp password, router * l2tp group * password, ${base} password`, (line) => {
    if (secretAt(line, line.args, { use: 'l2tp' })) line.statement.read();
  });
  const settings =
    'auto-establish idle-timeout max-retries-estab max-retries-not-estab session-limit preference hello-interval ppp challenge avp-hiding local-name remote-name description destruct-timeout';
  book.aside(
    'tunnel setting',
    settings
      .split(' ')
      .map((word) => `${base} ${word}`)
      .join(', '),
  );
  book.aside('L2TP setting', 'router * l2tp');
}

function readVtep(line: Line): void {
  const { statement, args, to } = line;
  const address = canonicalIp(args[0] ?? '') ?? canonicalIp(args[1] ?? '');
  if (!address) return;
  const own = line.path.includes('tunnel-termination');
  const ends = own ? { source: address, destination: null } : { source: null, destination: address };
  to.draft.tunnels.push({
    ...at(statement.read()),
    name: `vxlan ${line.names[0] ?? address}`,
    mode: 'vxlan',
    ...ends,
    shutdown: false,
  });
}

/** Tunnels of the facts. */
export function settleTunnels(to: Scope): void {
  to.draft.tunnels.push(...to.tunnels.all);
}
