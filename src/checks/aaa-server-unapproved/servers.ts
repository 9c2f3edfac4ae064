import { canonicalIp } from '../../base/ip.ts';
import type { CommandRecord } from '../../model/record.ts';
import type { DeviceView, FleetView } from '../../model/view.ts';
import { after } from '../kit/commands.ts';
import { type InMode, inModes, modeAfter } from '../kit/modes.ts';

/** An AAA server that somebody typed. */
export interface TypedServer {
  readonly address: string;
  readonly protocol: string;
  readonly command: CommandRecord;
  /** The command that opened the server's block; null in the one-line form. */
  readonly opener: CommandRecord | null;
}

/** Forms in one line, with the protocol each sets. */
const LINES: readonly (readonly [phrase: string, protocol: string])[] = [
  ['tacacs-s(erver) h(ost)', 'tacacs+'],
  ['radius-s(erver) h(ost)', 'radius'],
];

/** Blocks in which `address ipv4 A` stands. */
const BLOCKS: readonly (readonly [phrase: string, protocol: string])[] = [
  ['tacacs server', 'tacacs+'],
  ['radius server', 'radius'],
];

function addressIn(step: InMode): { address: string; protocol: string } | null {
  const { command } = step.command;
  for (const [phrase, protocol] of LINES) {
    const address = canonicalIp(after(command, phrase)?.[0] ?? '');
    if (address) return { address, protocol };
  }
  for (const [phrase, protocol] of BLOCKS) {
    const rest = after(command, 'add(ress)');
    const address = rest && modeAfter(step, phrase) ? canonicalIp(rest[1] ?? '') : null;
    if (address) return { address, protocol };
  }
  const group = modeAfter(step, 'aaa gr(oup) server');
  const address = group ? canonicalIp(after(command, 'server-p(rivate)')?.[0] ?? '') : null;
  return address ? { address, protocol: group?.[0] ?? 'tacacs+' } : null;
}

/** The AAA servers that commands set, in order. */
export function typedServers(view: DeviceView): readonly TypedServer[] {
  return inModes(view.records('command')).flatMap((step) => {
    const found = addressIn(step);
    return found ? [{ ...found, command: step.command, opener: step.opener }] : [];
  });
}

/** Devices of the fleet that name AAA servers, and how many name each address; worked out once for each fleet. */
interface Census {
  readonly naming: ReadonlyMap<string, number>;
  readonly asked: number;
}

const CENSUS = new WeakMap<FleetView, Census>();

function censusOf(fleet: FleetView): Census {
  const known = CENSUS.get(fleet);
  if (known) return known;
  const naming = new Map<string, number>();
  let asked = 0;
  for (const { id } of fleet.devices) {
    const servers = fleet.aaaServers(id);
    if (servers.length > 0) asked += 1;
    for (const address of servers) naming.set(address, (naming.get(address) ?? 0) + 1);
  }
  const census = { naming, asked };
  CENSUS.set(fleet, census);
  return census;
}

/** How the other devices stand to a server: how many name it, of how many that name any. */
export function fleetUse(view: DeviceView, address: string): { naming: number; asked: number } {
  const { naming, asked } = censusOf(view.fleet);
  const own = view.fleet.aaaServers(view.device.id);
  const mine = own.includes(address) ? 1 : 0;
  return { naming: (naming.get(address) ?? 0) - mine, asked: asked - (own.length > 0 ? 1 : 0) };
}
