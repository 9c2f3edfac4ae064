import type { Dialect, Handler, LoginFields, Tag } from '../kit/dialect.ts';

const LINE =
  /^(?:Auth: )?(?:\(\d+\) +)?(?:Auth: )?(Login OK|Login incorrect|Invalid user)(?: \([^[]*\))?: \[(.*)\] \(from client (\S+) port \S+(?: cli (\S+?))?( via TLS tunnel)?\)/s;
const STATION = /^[0-9a-f]{2}(?:[-:.]?[0-9a-f]{2}){5}/i;

/**
 * Reads what FreeRADIUS says of an authentication. Endpoints that join a network (a station's hardware address, a TLS
 * tunnel) are no logins to a device: null.
 */
export function radiusLogin(body: string): LoginFields | null {
  const match = LINE.exec(body);
  if (!match) return null;
  const [, result, who = '', client = '', caller, tunnel] = match;
  if (tunnel !== undefined || (caller !== undefined && STATION.test(caller))) return null;
  return {
    account: accountOf(who),
    from: caller ?? null,
    outcome: result === 'Login OK' ? 'success' : 'failure',
    via: 'authentication',
    service: null,
    terminal: null,
    origin: `name:${client.toLowerCase()}`,
    evidence: 'accounting',
  };
}

/** The server may write the password, or how it asked, behind a slash; `host/…` is one name. */
function accountOf(who: string): string {
  const slash = who.indexOf('/');
  return slash < 0 || who.startsWith('host/') ? who.trim() : who.slice(0, slash).trim();
}

const read: Handler = (message) => {
  const fields = radiusLogin(message.body());
  if (fields) message.login(fields);
  return fields ? 'read' : 'unknown';
};

const PROGRAMS: ReadonlySet<string> = new Set(['radiusd', 'freeradius', 'Auth']);

/** FreeRADIUS, through syslog (`radiusd[12]:`) or as its own radius.log (`… : Auth: (5) Login OK`). */
export const freeradius: Dialect = {
  id: 'logs/freeradius',
  version: 1,
  open: () => ({
    handler: ({ form, name }: Tag) => (form === 'program' && PROGRAMS.has(name) ? read : null),
  }),
};
