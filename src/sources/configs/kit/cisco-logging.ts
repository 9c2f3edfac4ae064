import { canonicalIp } from '../../../base/ip.ts';
import type { Statement } from '../../../base/statement-tree.ts';
import { at, type CiscoLine, type CiscoScope, wholeNumber, wordAfter } from './cisco-scope.ts';

const LEVELS = 'emergencies alerts critical errors warnings notifications informational debugging'.split(' ');

/** Number of a level that is written as number or word; null for anything else. */
export function logLevel(text: string | undefined): number | null {
  const level = wholeNumber(text) ?? LEVELS.indexOf(text ?? '');
  return level < 0 || level > 7 ? null : level;
}

/** A host to which the device logs; `args` begin with its address. */
export function readLogHost({ statement, no, to }: CiscoLine, args: readonly string[]): void {
  const six = args[0] === 'ipv6' ? 1 : 0;
  const address = args[six];
  if (!address || no) return;
  const transport = wordAfter(args, 'transport');
  const host = { address: canonicalIp(address) ?? address, transport, vrf: wordAfter(args, 'vrf') };
  to.draft.logging.hosts.push({ ...at(statement), ...host });
  statement.read();
}

/** The interface whose address log messages bear. */
export function readLogSource({ statement, no, args, to }: CiscoLine): void {
  if (!args[0] || no) return;
  to.draft.logging.sourceInterface ??= args[0];
  to.draft.sourceInterfaces.logging ??= args[0];
  statement.read();
}

/** The URL without user and password; the password is kept as a secret. */
export function takePassword(url: string, child: Statement, to: CiscoScope): string {
  const from = url.indexOf('://') + 3;
  const end = url.lastIndexOf('@');
  if (from < 3 || end < from) return url;
  const colon = url.indexOf(':', from);
  if (colon > 0 && colon < end) {
    const secret = {
      use: 'archive',
      type: '0',
      strength: 'plaintext',
      text: url.slice(colon + 1, end),
    } as const;
    to.secrets.keep(secret, at(child));
  }
  return `${url.slice(0, from)}[user]${url.slice(end)}`;
}
