import type { AaaMethodList, DeviceFacts } from '../../model/device-facts.ts';

/** True for a method that asks a server. */
function isCentral(method: string): boolean {
  return method.startsWith('group ') || method === 'tacacs+' || method === 'radius';
}

/** True when some list of the service asks the servers what a session may do. */
export function authorizes(facts: DeviceFacts, service: string): boolean {
  return facts.aaaMethods.some(
    (m) => m.phase === 'authorization' && m.service === service && m.methods.some(isCentral),
  );
}

/** The group of servers that decides on logins, as the configuration calls it; null when none does. */
export function loginGroup(facts: DeviceFacts): string | null {
  const asks = (m: AaaMethodList): boolean => m.phase === 'authentication' && m.service === 'login';
  const methods = facts.aaaMethods.filter(asks).flatMap((m) => m.methods);
  return methods.find((method) => method.startsWith('group '))?.slice('group '.length) ?? null;
}

/** What has to be reported, as the facts of a platform without lists for each line call it. */
const REPORTED: Readonly<Record<string, readonly string[]>> = {
  'nx-os': ['exec', 'commands all'],
  junos: ['exec', 'commands'],
  sros: ['commands'],
};

/** Of platforms without lists for each line: the services of which no server hears; null on other platforms. */
export function unheard({ platform, aaaMethods }: DeviceFacts): readonly string[] | null {
  const heard = new Set(
    aaaMethods.filter((m) => m.phase === 'accounting' && m.methods.some(isCentral)).map((m) => m.service),
  );
  return REPORTED[platform]?.filter((service) => !heard.has(service)) ?? null;
}
