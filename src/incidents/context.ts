import type { Finding } from '../model/verdict.ts';

/** Which open doors explain which signs: weakness check to the checks whose hits it makes possible. */
const EXPLAINS: Readonly<Record<string, readonly string[]>> = {
  'http-server-exposed': ['wsma-double-encoded', 'webui-created-user', 'web-mgmt-odd-port'],
  'smart-install': ['config-theft', 'config-change-unaccounted'],
  'vty-exposed': ['login-outside-management', 'ssh-odd-port'],
  'snmp-not-authpriv': ['snmp-write'],
  'secret-weak': ['login-outside-management', 'automation-account-misuse', 'accounting-without-login'],
  'secret-reused': ['login-outside-management', 'automation-account-misuse', 'accounting-without-login'],
};

/**
 * Weaknesses of the same devices that explain the way in of what was gathered. They are read with the incident, but
 * neither start it nor change its times, its severity or how sure it is.
 */
export function contextOf(members: readonly Finding[], all: readonly Finding[]): Finding[] {
  const seen = new Set(members.map((f) => `${f.subject}|${f.check}`));
  return all.filter(
    (f) =>
      f.class === 'weakness' &&
      f.suppressed === null &&
      (EXPLAINS[f.check] ?? []).some((check) => seen.has(`${f.subject}|${check}`)),
  );
}
