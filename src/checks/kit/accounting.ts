import type { AaaMethodList, DeviceFacts, TerminalLine } from '../../model/device-facts.ts';

/** The service that accounts for what engineers type. */
const COMMANDS = 'commands 15';

function reports({ phase, service, methods }: AaaMethodList, wanted: string): boolean {
  return phase === 'accounting' && service === wanted && methods.some((m) => m !== 'none');
}

/**
 * True when the configuration has commands of privilege 15 reported on every virtual terminal that lets anybody in. The
 * list called `default` holds where a line names none; a list of another name reports nothing until a line applies it
 * (IOS security command reference, `accounting`).
 */
export function accountsForCommands(facts: DeviceFacts): boolean {
  return unreportedLists(facts, COMMANDS).length === 0;
}

/**
 * The names of the accounting lists of a service (`exec`, `commands 15`) that virtual terminals apply and that report
 * nothing or are not there; sorted.
 */
export function unreportedLists(facts: DeviceFacts, service: string): readonly string[] {
  const reporting = new Set(facts.aaaMethods.filter((m) => reports(m, service)).map((m) => m.list));
  const open = facts.lines.filter((line) => line.kind === 'vty' && !isShut(line));
  const lists = open.length > 0 ? open.map((line) => listOf(line, service)) : ['default'];
  return [...new Set(lists)].filter((list) => !reporting.has(list)).sort();
}

/** True for a line that takes no connection (`transport input none`). */
export function isShut({ transportInput }: TerminalLine): boolean {
  return transportInput?.length === 1 && transportInput[0] === 'none';
}

function listOf({ accounting }: TerminalLine, service: string): string {
  const applied = accounting?.findLast((text) => text.startsWith(`${service} `));
  return applied?.slice(service.length + 1) ?? 'default';
}
