import { canonicalIp } from '../../base/ip.ts';
import type { At, DeviceFacts, Interface } from '../../model/device-facts.ts';
import type { CommandRecord } from '../../model/record.ts';
import type { DeviceView } from '../../model/view.ts';
import { after } from '../kit/commands.ts';
import { inModes, modeAfter } from '../kit/modes.ts';
import type { Pair } from '../kit/snapshots.ts';

/** A loopback whose address is another one than before, or that is new. */
export interface Moved {
  readonly name: string;
  /** Addresses before, without length; empty when the loopback is new. */
  readonly old: readonly string[];
  /** Addresses that were not there before. */
  readonly now: readonly string[];
  readonly was: At | null;
  readonly is: At;
}

const bare = (address: string): string => address.split('/')[0] ?? address;

function loopbacks(facts: DeviceFacts): readonly Interface[] {
  return facts.interfaces.filter((face) => face.role === 'loopback' && !face.shutdown);
}

/** The loopbacks that moved from one configuration to the next. */
export function movedLoopbacks({ before, after: later }: Pick<Pair, 'before' | 'after'>): readonly Moved[] {
  return loopbacks(later).flatMap((face) => {
    const was = before.interfaces.find((each) => each.name === face.name) ?? null;
    const old = (was?.addresses ?? []).map(bare);
    const now = face.addresses.map(bare).filter((address) => !old.includes(address));
    return now.length > 0 ? [{ name: face.name, old, now, was, is: face }] : [];
  });
}

/** Services of the device itself that people or files go out by. */
const OUTWARD = ['ssh', 'telnet', 'ftp', 'tftp', 'rcmd'];

/** The outward services that use an interface as their source, sorted. */
export function outwardBy(facts: DeviceFacts, name: string): readonly string[] {
  return OUTWARD.filter((service) => facts.sourceInterfaces[service]?.toLowerCase() === name.toLowerCase());
}

/** What was typed about one loopback. */
export interface TypedLoopback {
  readonly name: string;
  readonly address: string;
  readonly opener: CommandRecord;
  readonly command: CommandRecord;
}

function fullName(words: readonly string[]): string | null {
  const found = /^lo[a-z]*(\d{1,10})$/i.exec(words.slice(0, 2).join(''));
  return found ? `Loopback${found[1]}` : null;
}

/** The addresses that commands gave to loopbacks. */
export function typedLoopbacks(view: DeviceView): readonly TypedLoopback[] {
  return inModes(view.records('command')).flatMap((step) => {
    const name = fullName(modeAfter(step, 'int(erface)') ?? []);
    const words =
      after(step.command.command, 'ip add(ress)') ?? after(step.command.command, 'ipv6 add(ress)');
    const address = canonicalIp(bare(words?.[0] ?? ''));
    return name && address && step.opener
      ? [{ name, address, opener: step.opener, command: step.command }]
      : [];
  });
}

/** The loopback that a command makes the source of SSH; null for all other commands. */
export function typedSource({ command }: CommandRecord): string | null {
  const words = after(command, 'ip ssh so(urce-interface)');
  return words ? fullName(words) : null;
}
