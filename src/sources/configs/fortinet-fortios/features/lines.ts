import { at, type FortiScope, type Row, rowsOf, value, wholeNumber, words } from '../scope.ts';

const NOTHING = {
  first: 0,
  last: 0,
  accessIn: null,
  accessInVrfAlso: false,
  accessOut: null,
  accessIn6: null,
  transportInput: null,
  transportOutput: null,
  login: null,
  execTimeout: null,
  rotary: null,
  privilege: null,
} as const;

/** Idle time-out in minutes of sessions of administrators, and what interfaces let them come in by. */
export function buildLines(to: FortiScope): void {
  const [global] = rowsOf(to, 'system global');
  const faces = rowsOf(to, 'system interface *').filter((row) => row.values.has('allowaccess'));
  const idle = global?.values.get('admintimeout');
  const place = idle ?? faces[0]?.values.get('allowaccess');
  if (place) {
    const minutes = wholeNumber(value(global, 'admintimeout'));
    const input = faces.length === 0 ? null : transports(faces, value(global, 'admin-telnet') === 'disable');
    const trusted = to.draft.acls.some((acl) => acl.name === 'trusted hosts');
    to.draft.lines.push({
      ...at(place.statement),
      ...NOTHING,
      kind: 'vty',
      accessIn: trusted ? 'trusted hosts' : null,
      transportInput: input,
      execTimeout: minutes === null ? null : minutes * 60,
    });
  }
  const console = global?.values.get('admin-console-timeout');
  if (console)
    to.draft.lines.push({
      ...at(console.statement),
      ...NOTHING,
      kind: 'console',
      execTimeout: wholeNumber(value(global, 'admin-console-timeout')),
    });
}

function transports(faces: readonly Row[], noTelnet: boolean): string[] {
  const all = new Set(faces.flatMap((row) => [...words(row, 'allowaccess')]));
  return ['ssh', 'telnet'].filter((name) => all.has(name) && !(noTelnet && name === 'telnet'));
}
