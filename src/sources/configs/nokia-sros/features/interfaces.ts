import { canonicalIp } from '../../../../base/ip.ts';
import { scrub } from '../../../kit/scrub.ts';
import { maskBits } from '../../kit/mask.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { on, onLeaf, onState } from '../leaf.ts';
import { type Line, type OpenFace, removed, type Scope, vrfOf } from '../scope.ts';
import { addBindings } from './filters.ts';

const FACE = 'router * interface *';
const faceOf = (line: Line): OpenFace => openFace(line, line.names[1] ?? '', vrfOf(line.names[0]));

/** The interface of a statement, by name and router instance. */
function openFace({ to, statement }: Line, name: string, vrf: string | null): OpenFace {
  statement.read();
  return to.faces.open(`${vrf ?? ''} ${name}`, statement, (place) => ({
    ...place,
    name,
    role: vrf === 'management' ? 'management' : name === 'system' ? 'loopback' : 'other',
    addresses: [],
    vrf,
    description: null,
    shutdown: false,
    discovery: {},
    flow: [],
    pending: new Map(),
  }));
}

/** Interfaces of routers and of routed services, and the ports below them. */
export function addInterfaces(book: PathBook<Scope>): void {
  book.add(FACE, (line) => void (line.args.length === 0 && faceOf(line)));
  onLeaf(book, `${FACE} description`, (line, value) => {
    faceOf(line).description = scrub(value);
  });
  onState(book, FACE, (line, enabled) => {
    faceOf(line).shutdown = !enabled;
  });
  on(book, `${FACE} loopback`, (line) => {
    faceOf(line).role = 'loopback';
  });
  addAddresses(book);
  on(book, `${FACE} cflowd-parameters sampling`, readFlow);
  on(book, `${FACE} cflowd`, readFlow);
  const inner = ['', ' sap *', ' spoke-sdp *', ' vpls *', ' tunnel'];
  for (const part of inner) addBindings(book, `${FACE}${part}`, (line) => `interface ${line.names[1] ?? ''}`);
  for (const kind of ['vpls', 'epipe', 'ipipe'])
    for (const part of ['sap', 'spoke-sdp', 'mesh-sdp'])
      addBindings(book, `service ${kind} * ${part} *`, (line) => `${part} ${line.names[1] ?? ''}`);
  addPorts(book);
}

function addAddresses(book: PathBook<Scope>): void {
  for (const part of ['address', 'secondary', 'ipv6 address', 'ipv6 link-local-address'])
    book.add(`${FACE} ${part}`, readAddress);
  for (const part of ['ipv4 primary', 'ipv4 secondary *', 'ipv6 address *']) {
    const last = part.endsWith('*');
    const key = (line: Line): string => (last ? (line.names[2] ?? '') : 'primary');
    onLeaf(book, `${FACE} ${part} address`, (line, value) => pair(faceOf(line), `${key(line)} a`, value));
    onLeaf(book, `${FACE} ${part} prefix-length`, (line, value) => {
      const face = faceOf(line);
      if (last) add(face, key(line), value);
      else pair(face, 'primary p', value);
    });
  }
}

function add(face: OpenFace, address: string, bits: string): boolean {
  const ip = canonicalIp(address);
  const length = bits.includes('.') ? maskBits(bits) : /^\d{1,3}$/.test(bits) ? Number(bits) : -1;
  if (!ip || length < 0 || length > 128) return false;
  const text = `${ip}/${length}`;
  if (!face.addresses.includes(text)) face.addresses.push(text);
  return true;
}

/** MD-CLI writes address and length of the primary address in two statements, in either order. */
function pair(face: OpenFace, part: string, value: string): void {
  face.pending.set(part, value);
  const address = face.pending.get('primary a');
  const bits = face.pending.get('primary p');
  if (address !== undefined && bits !== undefined) add(face, address, bits);
}

/** `address 192.0.2.1/30`, `address 192.0.2.1 255.255.255.252`, and those behind `ipv6`. */
function readAddress(line: Line): void {
  const { statement, args } = line;
  const [text = '', mask = ''] = args;
  const gone = removed(line);
  if (gone || text === '') {
    if (gone) faceOf(line);
    return;
  }
  const slash = text.indexOf('/');
  const known =
    slash > 0
      ? add(faceOf(line), text.slice(0, slash), text.slice(slash + 1))
      : add(faceOf(line), text, mask.includes('.') ? mask : text.startsWith('fe80') ? '64' : '');
  // Of an address of a form that we do not know, nothing was read.
  if (!known && !/^(?:dhcp|unnumbered|[\w.:]+)$/.test(text)) return;
  statement.read();
}

/** `sampling unicast type interface direction ingress-only`; `cflowd interface both` in old releases. */
function readFlow(line: Line): void {
  const face = faceOf(line);
  if (removed(line)) return;
  if (!face.flow.includes('cflowd')) face.flow.push('cflowd');
  if (!line.args.includes('egress-only')) face.flowIn = 'sampled';
}

function portOf(line: Line): OpenFace {
  return openFace(line, line.names[0] ?? '', null);
}

/** Ports carry neighbour discovery; other than that they are only named. */
function addPorts(book: PathBook<Scope>): void {
  book.add('port *', (line) => void (line.args.length === 0 && portOf(line)));
  onState(book, 'port *', (line, enabled) => {
    portOf(line).shutdown = !enabled;
  });
  onLeaf(book, 'port * description', (line, value) => {
    portOf(line).description = scrub(value);
  });
  onLeaf(book, 'port * ethernet lldp dest-mac * admin-status', (line, value) => {
    portOf(line).discovery.lldp = value !== 'disabled' && !removed(line);
  });
  onLeaf(
    book,
    'port * ethernet lldp dest-mac * transmit, port * ethernet lldp dest-mac * receive',
    (line, value) => {
      const port = portOf(line);
      port.discovery.lldp = value === 'true' || port.discovery.lldp === true;
    },
  );
}

/** Interfaces of the facts. */
export function settleInterfaces(to: Scope): void {
  to.draft.interfaces.push(...to.faces.all.map(({ pending: _pending, ...face }) => face));
}
