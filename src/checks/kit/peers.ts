import { canonicalIp } from '../../base/ip.ts';
import type { Tunnel } from '../../model/device-facts.ts';
import type { CommandRecord } from '../../model/record.ts';
import type { ApprovalScope, DeviceView } from '../../model/view.ts';
import { isExternalText } from './addresses.ts';
import { after } from './commands.ts';
import { inModes, modeAfter } from './modes.ts';
import { surelyOwns } from './own.ts';

/**
 * What is known of the far end of a tunnel: in the register, one of our own devices, outside, inside but not ours, or a
 * host name that says nothing.
 */
export type PeerStanding = 'approved' | 'own' | 'external' | 'inside' | 'named';

/** Where the far end of a tunnel stands for this device; `at` null asks for any time. */
export function peerStanding(view: DeviceView, peer: string, where: Pick<ApprovalScope, 'at'>): PeerStanding {
  if (view.fleet.approved('tunnel-peer', peer, { device: view.device.id, at: where.at })) return 'approved';
  if (canonicalIp(peer) === null) return 'named';
  if (view.fleet.ownerOf(peer) !== null || surelyOwns(view, peer)) return 'own';
  return isExternalText(peer) ? 'external' : 'inside';
}

/** A tunnel that commands set up. */
export interface TypedTunnel {
  readonly name: string;
  readonly peer: string;
  readonly opener: CommandRecord;
  readonly command: CommandRecord;
}

/** The tunnels whose far end somebody typed: `interface Tunnel1` and below it `tunnel destination A`. */
export function typedTunnels(view: DeviceView): readonly TypedTunnel[] {
  const out: TypedTunnel[] = [];
  for (const step of inModes(view.records('command'))) {
    const name = modeAfter(step, 'int(erface)')?.join('');
    const peer = after(step.command.command, 'tu(nnel) d(estination)')?.[0];
    if (!name || !peer || !step.opener || !/^tu/i.test(name)) continue;
    const full = `Tunnel${name.replace(/^[a-z]+/i, '')}`;
    out.push({ name: full, peer: canonicalIp(peer) ?? peer, opener: step.opener, command: step.command });
  }
  return out;
}

/** True for tunnels that show in flows as GRE, IP in IP or IPsec; VXLAN is UDP, and an MPLS pseudowire is no IP at all. */
export function isIpTunnel({ mode }: Tunnel): boolean {
  return !/^(?:vxlan|mpls)/.test(mode);
}

/** True for tunnels whose far end the routing protocol finds inside the network: no peer to judge. */
export function isTrafficEngineering(tunnel: Tunnel): boolean {
  return tunnel.mode.startsWith('mpls traffic-eng');
}
