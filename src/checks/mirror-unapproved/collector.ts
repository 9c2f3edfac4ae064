import { canonicalIp } from '../../base/ip.ts';
import type { Mirror } from '../../model/device-facts.ts';
import type { CommandRecord } from '../../model/record.ts';
import type { ApprovalScope, DeviceView } from '../../model/view.ts';
import { isExternalText } from '../kit/addresses.ts';
import { after } from '../kit/commands.ts';
import { inModes, modeAfter } from '../kit/modes.ts';

/** Where copies go: to an approved place, outside, to an inside address, out of an interface or VLAN, or nobody knows. */
export type Collector = 'approved' | 'external' | 'inside' | 'port' | 'unknown';

/** Where copies to a destination go, as the register and the address tell. */
export function collectorOf(view: DeviceView, to: string | null, when: Pick<ApprovalScope, 'at'>): Collector {
  if (to === null) return 'unknown';
  const where = { device: view.device.id, at: when.at };
  const bare = to.replace(/^interface\s+/i, '').replace(/\s+/g, '');
  const names = [to, bare, to.replace(/^interface\s+/i, '')];
  if (names.some((name) => view.fleet.approved('mirror-collector', name, where))) return 'approved';
  if (canonicalIp(to) === null) return 'port';
  return isExternalText(to) ? 'external' : 'inside';
}

/** The name under which a mirror is one thing: its session, and the address to which it copies where it has one. */
export function mirrorKey(name: string, to: string | null): string {
  const address = to === null ? null : canonicalIp(to);
  return address ? `mirror ${name} ${address}` : `mirror ${name}`;
}

/** A mirror that receives and unpacks copies: it hands them out by an interface. */
export function isReceiver(mirror: Mirror): boolean {
  return mirror.type === 'erspan-destination';
}

/** A mirror that somebody typed. */
export interface TypedMirror {
  readonly name: string;
  readonly to: string | null;
  readonly opener: CommandRecord | null;
  readonly command: CommandRecord;
}

function inOneLine(command: CommandRecord): TypedMirror | null {
  const words = after(command.command, 'mon(itor) ses(sion)');
  const name = words?.[0];
  if (!words || !name || !/^[\w-]{1,32}$/.test(name)) return null;
  const second = words[1]?.toLowerCase() ?? '';
  if (second.length < 3 || !'destination'.startsWith(second)) return null;
  return { name, to: words.slice(2).join(' ') || null, opener: null, command };
}

/**
 * The mirrors whose far end somebody typed: `monitor session 1 destination …` in one line, `ip address A` inside the block
 * of an ERSPAN source, or a profile of traffic export.
 */
export function typedMirrors(view: DeviceView): readonly TypedMirror[] {
  return inModes(view.records('command')).flatMap((step) => {
    const { command, opener } = step;
    const line = inOneLine(command);
    if (line) return [line];
    const block = modeAfter(step, 'mon(itor) ses(sion)');
    const to = block ? canonicalIp(after(command.command, 'ip add(ress)')?.[0] ?? '') : null;
    if (block?.[0] && to && !block.includes('erspan-destination'))
      return [{ name: block[0], to, opener, command }];
    const profile =
      after(command.command, 'ip traffic-ex(port) ap(ply)') ??
      after(command.command, 'ip traffic-ex(port) pr(ofile)');
    return profile?.[0] ? [{ name: profile[0], to: null, opener, command }] : [];
  });
}
