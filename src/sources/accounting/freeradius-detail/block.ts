/** One packet as the detail module of FreeRADIUS writes it: a time, then attributes, then an empty line. */
export type Attributes = ReadonlyMap<string, string>;

/** Reads `\tUser-Name = "jdoe"`; null when the line has another form. Tags (`Attr:1`) are dropped. */
export function readAttribute(text: string): { name: string; value: string } | null {
  const match = /^[\t ]+([A-Za-z][\w.-]{0,96})(?::\d{1,2})? (?:\+?=|:=) (.*)$/s.exec(text);
  if (!match) return null;
  return { name: match[1] ?? '', value: unquote((match[2] ?? '').trim()) };
}

function unquote(text: string): string {
  const quote = text[0];
  if ((quote !== '"' && quote !== "'") || text.length < 2 || !text.endsWith(quote)) return text;
  return text.slice(1, -1).replace(/\\(["'\\])/g, '$1');
}

/** Sessions of people who run the device, as opposed to sessions of subscribers that it carries. */
export function isDeviceSession(attributes: Attributes): boolean {
  const service = attributes.get('Service-Type');
  if (service !== undefined) return /login|prompt|administrative|exec|shell/i.test(service);
  if ([...attributes.keys()].some((name) => name.startsWith('Framed-'))) return false;
  const port = attributes.get('NAS-Port-Type');
  return port === undefined || /^(?:virtual|async)$/i.test(port);
}

/** The device: its address as the packet or the server has it, otherwise its name; null when none is given. */
export function deviceOf(attributes: Attributes): string | null {
  for (const name of ['NAS-IP-Address', 'NAS-IPv6-Address', 'NAS-Identifier']) {
    const value = attributes.get(name);
    if (value) return value;
  }
  return attributes.get('Packet-Src-IP-Address') ?? attributes.get('Client-IP-Address') ?? null;
}

/** Commands that some vendors send as RADIUS attributes (Juniper, Nokia SR OS). */
export function commandOf(attributes: Attributes): string | null {
  const names = ['Juniper-Interactive-Command', 'Juniper-Configuration-Change', 'Timetra-Cmd'];
  for (const name of names) {
    const value = attributes.get(name);
    if (value) return value;
  }
  return null;
}

/** How the packet bears on a login: accounting start and stop; null for all else. */
export function outcomeOf(attributes: Attributes): 'success' | 'logout' | null {
  const status = attributes.get('Acct-Status-Type');
  if (status === 'Start') return 'success';
  return status === 'Stop' ? 'logout' : null;
}
