import { inNetwork, parseIp, parseNetwork } from '../../../base/ip.ts';
import type { Interface } from '../../../model/device-facts.ts';
import type { IgpOnInterface, IgpProcess, RoutingProof } from './cisco-igp-facts.ts';
import { at, type CiscoScope } from './cisco-scope.ts';
import { addCrypto } from './crypto-use.ts';

const LIMIT = 100_000;

/**
 * Notes for every interface on which OSPF, IS-IS, EIGRP or HSRP looks for neighbours how these must prove who they are;
 * `none` where no line asks it. Loopbacks, interfaces that are shut down and passive ones have no neighbours.
 */
export function settleRoutingProof(scope: CiscoScope): void {
  const { igp, draft } = scope;
  const byFace = Map.groupBy(igp.faces, (each) => each.interface);
  const numbered = igp.processes.filter((each) => each.protocol !== 'eigrp' || /^\d+$/.test(each.name));
  for (const face of draft.interfaces) {
    if (face.shutdown || face.role === 'loopback') continue;
    const said = byFace.get(face.name) ?? [];
    for (const protocol of ['ospf', 'isis', 'eigrp'] as const)
      addIgp(scope, face, { said: said.filter((each) => each.protocol === protocol), protocol, numbered });
    addHsrp(scope, face, said);
  }
  for (const process of igp.processes) if (!numbered.includes(process)) addNamed(scope, process);
}

interface Igp {
  readonly said: readonly IgpOnInterface[];
  readonly protocol: IgpProcess['protocol'];
  readonly numbered: readonly IgpProcess[];
}

function addIgp(scope: CiscoScope, face: Interface, { said, protocol, numbered }: Igp): void {
  const started = said.find((each) => each.proof === null) ?? null;
  const process = numbered.find(
    (each) => each.protocol === protocol && (started ? serves(each, started) : covers(each, face) !== null),
  );
  if ((!process && !started) || scope.draft.crypto.length >= LIMIT) return;
  if (process && (process.passive.get(face.name) ?? process.passiveByDefault)) return;
  const own = said.find((each) => each.proof !== null);
  const area = started?.area ?? (process && covers(process, face));
  const proof: RoutingProof = own?.proof ?? process?.proofs.get(area ?? '') ?? 'none';
  const where = own?.statement ?? started?.statement ?? null;
  const use = { area: 'routing', subject: `${protocol} ${face.name}`, part: 'authentication' } as const;
  if (where) addCrypto(scope, where, { ...use, values: [proof] });
  else scope.draft.crypto.push({ line: face.line, lineEnd: face.lineEnd, ...use, value: proof });
}

function serves(process: IgpProcess, { name }: IgpOnInterface): boolean {
  return name === null || process.name === name;
}

/** The area in which a network line of the process takes the interface in (empty without areas); null when none does. */
function covers({ networks, vrf }: IgpProcess, face: Interface): string | null {
  if (vrf !== face.vrf) return null;
  const addresses = face.addresses.map((each) => parseIp(each.split('/')[0] as string));
  const found = networks.find(({ network }) => {
    if (network === 'any' || network === '0.0.0.0') return addresses.length > 0;
    const net = parseNetwork(network.includes('/') ? network : `${network}/${classBits(network)}`);
    return net !== null && addresses.some((ip) => ip !== null && inNetwork(ip, net));
  });
  return found ? (found.area ?? '') : null;
}

/** EIGRP takes a network without a mask by its class. */
function classBits(address: string): number {
  const first = Number(address.split('.')[0]);
  if (first < 128) return 8;
  return first < 192 ? 16 : 24;
}

function addHsrp(scope: CiscoScope, face: Interface, said: readonly IgpOnInterface[]): void {
  const groups = Map.groupBy(
    said.filter((each) => each.protocol === 'hsrp'),
    (each) => each.name ?? '0',
  );
  for (const [name, lines] of groups) {
    const proof = lines.find((each) => each.proof !== null);
    const first = proof ?? lines[0];
    const subject = `hsrp ${face.name} group ${name}`;
    if (first && scope.draft.crypto.length < LIMIT)
      addCrypto(scope, first.statement, {
        area: 'routing',
        subject,
        part: 'authentication',
        values: [proof?.proof ?? 'none'],
      });
  }
}

/** EIGRP by name keeps its interfaces inside: one use stands for all of them. */
function addNamed(scope: CiscoScope, { statement, name, proofs, protocol }: IgpProcess): void {
  const use = { area: 'routing', subject: `${protocol} ${name}`, part: 'authentication' } as const;
  scope.draft.crypto.push({ ...at(statement), ...use, value: proofs.get('') ?? 'none' });
}
