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
