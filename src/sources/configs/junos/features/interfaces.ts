import { canonicalIp, parseNetwork } from '../../../../base/ip.ts';
import type { Interface } from '../../../../model/device-facts.ts';
import { scrub } from '../../../kit/scrub.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { at, grow, type Open, type Path, type Scope, Store, secretIn } from '../scope.ts';
import { bindFilter } from './acls.ts';
import { cryptoUse } from './crypto-use.ts';
import { service } from './service.ts';

/** An interface or unit while its statements come in. */
export interface Face extends Omit<Open<Interface>, 'addresses' | 'flow' | 'discovery'> {
  readonly addresses: string[];
  readonly flow: string[];
  readonly discovery: Record<string, boolean>;
}

const FACES = new Store(() => new Map<string, Face>());
const VRFS = new Store(() => new Map<string, string>());

/** Interfaces and their units. */
export function addInterfaces(book: PathBook<Scope>): void {
  const U = 'interfaces * unit *';
  book
    .add('interfaces *', ({ names, args, statement, to }) => {
      if (args.length === 0) faceOf({ statement, to }, names[0] as string);
      if (args.length === 0) statement.read();
    })
    .add('interfaces * description', readDescription)
    .add('interfaces * disable', readDisable)
    .add(U, (line) => {
      if (line.args.length > 0) return;
      unitOf(line);
      line.statement.read();
    })
    .add(`${U} description`, readDescription)
    .add(`${U} disable`, readDisable);
  for (const family of ['inet', 'inet6']) {
    book
      .add(`${U} family ${family}`, (line) => {
        const { args, statement } = line;
        unitOf(line);
        if (args.length === 0) statement.read();
        else if (args[0] === 'dhcp' || args[0] === 'dhcp-client' || args[0]?.startsWith('dhcpv6'))
          statement.read();
        else if (FAMILY.has(args[0] ?? '')) statement.aside('interface setting');
      })
      .add(`${U} family ${family} address *`, readAddress)
      .add(`${U} family ${family} filter`, readFilter)
      .add(`${U} family ${family} sampling`, (line) => readFlow(line, `sampling ${line.args.join(' ')}`));
  }
  book
    .add('routing-instances * interface', readVrf)
    .add('protocols lldp interface *', readLldp)
    .add('protocols lldp disable', (line) => service(line, 'lldp', { enabled: false }))
    .add('protocols sflow interfaces *', (line) => {
      const face = faceOf(line, line.names[0] as string);
      if (!face.flow.includes('sflow')) face.flow.push('sflow');
      line.statement.read();
    });
}

const FAMILY = new Set(
  (
    'mtu no-redirects rpf-check unnumbered-address policer targeted-broadcast service accounting ' +
    'no-neighbor-learn primary preferred-source-address arp-max-cache arp-new-hold-limit arp-resp ndp-proxy dad-disable ' +
    'nd6-max-cache nd6-new-hold-limit destination-udp-port forward-and-send-to-re redirect-reassembly tcp-mss ' +
    'virtual-gateway-accept-data negotiate-address next-hop-tunnel simple-filter adaptive-sampling mac-validate ' +
    'location-pool-address no-dad-disable dynamic-profile'
  ).split(' '),
);

/** The interface or unit of a name; made when there is none. */
export function faceOf(line: Pick<Path, 'statement' | 'to'>, name: string): Face {
  const all = FACES.in(line.to);
  let face = all.get(name);
  if (!face) {
    const empty = { vrf: null, description: null, shutdown: false };
    face = {
      ...at(line.statement),
      name,
      role: roleOf(name),
      addresses: [],
      ...empty,
      discovery: {},
      flow: [],
    };
    all.set(name, face);
  }
  grow(face, line);
  return face;
}

function unitOf(line: Path): Face {
  const [name, unit] = line.names;
  return faceOf(line, unit === undefined ? (name as string) : `${name}.${unit}`);
}

/** Where a unit is meant, a name without one means unit 0. */
export function unitName(name: string): string {
  return name.includes('.') || name === 'all' ? name : `${name}.0`;
}

function roleOf(name: string): Interface['role'] {
  if (/^lo\d/.test(name)) return 'loopback';
  if (/^(?:fxp|em|me|vme|re\d:mgmt-|mgmt)/.test(name)) return 'management';
  return /^(?:gr|ip|mt|pe|pd|vt)-|^(?:st|fti)\d|^(?:gre|ipip)(?:\.|$)/.test(name) ? 'tunnel' : 'other';
}

function readDescription(line: Path): void {
  unitOf(line).description = scrub(line.args.join(' ')).slice(0, 500);
  line.statement.read();
}

function readDisable(line: Path): void {
  unitOf(line).shutdown = true;
  line.statement.read();
}

function readAddress(line: Path): void {
  const { args, names, statement, to } = line;
  const text = names[2] as string;
  const network = parseNetwork(text);
  const address = network && canonicalIp(text.split('/')[0] as string);
  if (!network || !address) return;
  const face = unitOf({ ...line, names: names.slice(0, 2) });
  const written = `${address}/${network.bits}`;
  if (!face.addresses.includes(written)) face.addresses.push(written);
  statement.read();
  const subject = `vrrp ${face.name}`;
  if (args.includes('authentication-key'))
    secretIn({ statement, to }, args.at(-1), { use: 'vrrp', purpose: 'key' });
  if (args.at(-2) === 'authentication-type')
    cryptoUse(line, { area: 'routing', subject, part: 'authentication' }, [args.at(-1)]);
}

function readFilter(line: Path): void {
  const face = unitOf(line);
  bindFilter(line, face.role === 'loopback' ? 'lo0' : `interface ${face.name}`, line.args);
}

function readFlow(line: Path, name: string): void {
  const face = unitOf(line);
  if (!face.flow.includes(name)) face.flow.push(name);
  line.statement.read();
}

function readVrf({ names, args, statement, to }: Path): void {
  const face = args[0];
  if (face) VRFS.in(to).set(unitName(face), names[0] as string);
  statement.read();
}

/** `interface all` stands for every interface: it says whether the device takes part at all. */
function readLldp(line: Path): void {
  const [name] = line.names;
  const on = line.args[0] !== 'disable';
  if (name === 'all') service(line, 'lldp', { enabled: on, detail: 'interface all' });
  else {
    faceOf(line, name as string).discovery.lldp = on;
    if (on) service(line, 'lldp');
  }
  line.statement.read();
}

/** Hands the interfaces over; a unit is down when its interface is. */
export function settleInterfaces(to: Scope): void {
  const faces = FACES.in(to);
  const vrfs = VRFS.in(to);
  to.draft.interfaces = [...faces.values()].map((face) => {
    const dot = face.name.lastIndexOf('.');
    const above = dot > 0 ? faces.get(face.name.slice(0, dot)) : undefined;
    const shutdown = face.shutdown || (above?.shutdown ?? false);
    return { ...face, shutdown, vrf: vrfs.get(face.name) ?? face.vrf };
  });
}
