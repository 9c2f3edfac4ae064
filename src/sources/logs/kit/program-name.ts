/** Programs that are parts of another one and speak for it (OpenSSH split sshd in version 9.8). */
const PART_OF: ReadonlyMap<string, string> = new Map([
  ['sshd-session', 'sshd'],
  ['sshd-auth', 'sshd'],
]);

/** The name of a program as a tag gives it: without its path, and `sshd` for the parts of sshd. */
export function programName(tag: string): string {
  const colon = tag.endsWith(':') ? tag.slice(0, -1) : tag;
  const base = colon.slice(colon.lastIndexOf('/') + 1);
  return PART_OF.get(base) ?? base;
}
