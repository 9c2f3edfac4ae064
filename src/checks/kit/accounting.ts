import type { AaaMethodList, DeviceFacts, TerminalLine } from '../../model/device-facts.ts';

/** The service that accounts for what engineers type. */
const COMMANDS = 'commands 15';

function reports({ phase, service, methods }: AaaMethodList): boolean {
  return phase === 'accounting' && service === COMMANDS && methods.some((m) => m !== 'none');
}

/**
 * True when the configuration has commands of privilege 15 reported on every virtual terminal that lets anybody in. The
 * list called `default` holds where a line names none; a list of another name reports nothing until a line applies it
 * (IOS security command reference, `accounting`).
 */
export function accountsForCommands(facts: DeviceFacts): boolean {
  const reporting = new Set(facts.aaaMethods.filter(reports).map((m) => m.list));
  const open = facts.lines.filter((line) => line.kind === 'vty' && !isShut(line));
  const lists = open.length > 0 ? open.map(listOf) : ['default'];
  return lists.every((list) => reporting.has(list));
}

function isShut({ transportInput }: TerminalLine): boolean {
  return transportInput?.length === 1 && transportInput[0] === 'none';
}

function listOf({ accounting }: TerminalLine): string {
  const applied = accounting?.findLast((text) => text.startsWith(`${COMMANDS} `));
  return applied?.slice(COMMANDS.length + 1) ?? 'default';
}
