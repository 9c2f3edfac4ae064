import type { AaaMethodList, DeviceFacts } from '../../model/device-facts.ts';

/** A method list as far as this check looks at it. */
export type List = Pick<AaaMethodList, 'phase' | 'service' | 'list' | 'methods'>;

const WATCHED: Readonly<Record<AaaMethodList['phase'], RegExp>> = {
  authentication: /^(?:login|enable)$/,
  authorization: /^(?:exec|commands \d{1,2})$/,
  accounting: /^(?:exec|commands \d{1,2}|connection)$/,
};

/** True for lists that decide or record what administrators do; those of subscribers are another business. */
export function isWatched({ phase, service }: Pick<List, 'phase' | 'service'>): boolean {
  return WATCHED[phase].test(service);
}

/** What a list is called in a configuration: `accounting commands 15 default`. */
export function nameOf({ phase, service, list }: List): string {
  return `${phase} ${service} ${list}`;
}

const isCentral = (method: string): boolean =>
  method.startsWith('group ') || /^(?:tacacs\+|radius)$/.test(method);

/**
 * How much a list still asks of the servers, more is stronger. Authentication and authorization: 4 servers first, 3 servers
 * first with `none` at the end, 2 something local first, 1 no servers, 0 `none` first. Accounting: 3 start and stop to
 * servers, 2 stop only, 0 nothing.
 */
export function strengthOf({ phase, methods }: List): number {
  const central = methods.some(isCentral);
  if (phase === 'accounting') {
    if (!central || methods.includes('none')) return 0;
    return methods.includes('stop-only') ? 2 : 3;
  }
  if (methods[0] === 'none') return 0;
  if (!central) return 1;
  if (!isCentral(methods[0] ?? '')) return 2;
  return methods.includes('none') ? 3 : 4;
}

/** What a strength means, to stand behind the name of the list. */
export function meaningOf(list: List): string {
  if (list.phase === 'accounting')
    return strengthOf(list) === 0 ? 'records nothing' : 'records only the end of a session';
  const words = [
    'lets everybody in',
    'asks no server',
    'asks something local before the servers',
    'lets everybody in when no server answers',
  ];
  return words[strengthOf(list)] ?? 'asks the servers first';
}

/** Names of login lists that only the console or the auxiliary port uses: local there is what one wants. */
export function consoleOnly(facts: DeviceFacts): ReadonlySet<string> {
  const remote = new Set(facts.lines.filter((l) => l.kind === 'vty').map((l) => l.login ?? 'default'));
  const local = facts.lines.filter((l) => l.kind !== 'vty').map((l) => l.login ?? 'default');
  return new Set(local.filter((name) => name !== 'default' && !remote.has(name)));
}

/** The watched lists of a configuration by name, without those of the console alone. */
export function listsOf(facts: DeviceFacts): ReadonlyMap<string, AaaMethodList> {
  const aside = consoleOnly(facts);
  const lists = facts.aaaMethods.filter((m) => isWatched(m) && !(m.service === 'login' && aside.has(m.list)));
  return new Map(lists.map((m) => [nameOf(m), m]));
}
