import type { DeviceFacts } from '../../model/device-facts.ts';

/**
 * Login classes of Junos whose sessions never end by themselves: those of users, where neither the class nor the whole
 * device has an `idle-timeout`. Classes that come with Junos have none.
 */
export function endlessClasses(facts: DeviceFacts): readonly string[] {
  if (facts.platform !== 'junos' || facts.services.some(({ name }) => name === 'idle-timeout')) return [];
  const limited = new Set(
    facts.services
      .filter(({ name, detail }) => name === 'login-class' && (detail ?? '').includes('idle-timeout'))
      .map(({ detail }) => (detail ?? '').split(' ')[0]),
  );
  const used = facts.users.flatMap(({ role }) => (role === null ? [] : [role]));
  return [...new Set(used)].filter((role) => !limited.has(role)).sort();
}
