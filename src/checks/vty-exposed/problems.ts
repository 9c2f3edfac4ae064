import type { DeviceFacts, TerminalLine } from '../../model/device-facts.ts';
import { guardOf, guardText } from '../kit/acl.ts';
import { externalInterfaces } from '../kit/addresses.ts';

/** What may be wrong with terminal lines. */
export type ProblemKind = 'no-login' | 'no-acl' | 'telnet' | 'no-acl-ipv6' | 'outbound';

/** One thing that is wrong with one range of terminal lines. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly line: TerminalLine;
  /** What is wrong, to stand after `line vty 0 4 has`. */
  readonly what: string;
  /** True when a line says so; false when the platform's default does. */
  readonly written: boolean;
}

type Finder = (line: TerminalLine, facts: DeviceFacts) => Omit<Problem, 'kind' | 'line'> | null;

/** A range that takes no connection from outside needs no guard. */
function isClosed(line: TerminalLine): boolean {
  return line.transportInput?.includes('none') ?? false;
}

const FINDERS: Readonly<Record<ProblemKind, Finder>> = {
  'no-login': (line, facts) =>
    line.login === 'none' && facts.aaaNewModel !== true
      ? { what: 'no login: whoever connects is in', written: true }
      : null,
  'no-acl': (line, facts) => {
    const guard = guardOf(facts, line.accessIn);
    if (guard === 'guards') return null;
    return { what: guardText(guard, line.accessIn), written: guard !== 'none' };
  },
  telnet: ({ transportInput }) => {
    if (transportInput === null)
      return { what: 'no `transport input`, so telnet may be open', written: false };
    const plain = transportInput.find((way) => way === 'telnet' || way === 'all' || way === 'rlogin');
    return plain ? { what: `\`transport input ${transportInput.join(' ')}\``, written: true } : null;
  },
  'no-acl-ipv6': (line, facts) => {
    const six = facts.interfaces.some(
      (face) => !face.shutdown && face.addresses.some((a) => a.includes(':')),
    );
    return six && line.accessIn6 === null ? { what: 'no IPv6 access list', written: false } : null;
  },
  // Without the line every client is allowed: the device then serves as a jump host (hardening guidance, December 2024).
  outbound: ({ transportOutput }) => {
    if (transportOutput?.every((way) => way === 'none')) return null;
    const what = transportOutput
      ? `\`transport output ${transportOutput.join(' ')}\``
      : 'no `transport output none`';
    return { what, written: transportOutput !== null };
  },
};

/** Everything that is wrong with the terminal lines of one configuration (hardening guidance, December 2024). */
export function problemsOf(facts: DeviceFacts): readonly Problem[] {
  if (!facts.complete || facts.vendor !== 'cisco') return [];
  const lines = facts.lines.filter((line) => line.kind === 'vty' && !isClosed(line));
  return lines.flatMap((line) =>
    Object.entries(FINDERS).flatMap(([kind, find]) => {
      const found = find(line, facts);
      return found ? [{ kind: kind as ProblemKind, line, ...found }] : [];
    }),
  );
}

/** The name of an interface on which strangers can reach the lines; null when all addresses are inside ones. */
export function openSide(facts: DeviceFacts): string | null {
  return externalInterfaces(facts)[0]?.name ?? null;
}
