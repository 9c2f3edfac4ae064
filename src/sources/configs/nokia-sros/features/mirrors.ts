import { canonicalIp } from '../../../../base/ip.ts';
import type { Mirror } from '../../../../model/device-facts.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { on, onState } from '../leaf.ts';
import { type Line, type Scope, tellService, wordAfter } from '../scope.ts';

type Open = { -readonly [K in keyof Mirror]: Mirror[K] };
const TEXT = 1000;
const joined = (old: string | null, more: string): string | null =>
  more === '' ? old : old === null ? more : old.includes(more) || old.length > TEXT ? old : `${old}, ${more}`;

/** Copies of traffic: mirror destinations and sources, and lawful intercept. */
export function addMirrors(book: PathBook<Scope>): void {
  const base = 'mirror mirror-dest *';
  on(book, base, readDestination);
  for (const part of ['sap', 'spoke-sdp', 'remote-source', 'encap', 'endpoint'])
    on(book, `${base} ${part}`, (line) => tellDestination(line, part));
  onState(book, base, (line) => void mirror(line, 'mirror'));
  const settings =
    'description service-id service-name slice-size fc isid pcap enable-port-id type use-global-sampling-rate sampling-rate shutdown admin-state service-mtu per-flow-hashing';
  book.aside(
    'mirror setting',
    settings
      .split(' ')
      .map((word) => `${base} ${word}`)
      .join(', '),
  );
  for (const source of ['mirror mirror-source *', 'debug mirror-source *', 'mirror-source *']) {
    on(book, source, readSource);
    onState(book, source, (line) => void mirror(line, 'mirror'));
  }
  book.aside('mirror setting', 'mirror global-sampling-rate, mirror mirror-dest-template');
  addIntercept(book);
}

function mirror(line: Line, type: string): Open {
  const name = line.names[0] ?? '';
  return line.to.mirrors.open(
    `${type === 'lawful-intercept' ? 'li ' : ''}${name}`,
    line.statement.read(),
    (place) => ({
      ...place,
      name,
      type,
      source: null,
      destination: null,
    }),
  );
}

function readDestination(line: Line): void {
  if (line.args.length > 0 && !/^(?:type|name|create)$/.test(line.args[0] ?? '')) return;
  const open = mirror(line, 'mirror');
  const type = wordAfter(line.args, 'type');
  if (type) open.type = `mirror ${type}`;
}

/** Where the copies go: a port, a service tunnel, or packed in IP to any address. */
function tellDestination(line: Line, part: string): void {
  const open = mirror(line, 'mirror');
  const { args } = line;
  const addresses = args.flatMap((word, i) =>
    /^(?:dest|dest-ip|destination|ip-dst|dst)$/.test(word) ? [canonicalIp(args[i + 1] ?? '')] : [],
  );
  const address = addresses.find((each) => each !== null);
  if (part === 'encap') {
    open.type = 'mirror ip';
    if (address) open.destination = joined(open.destination, address);
    return;
  }
  if (part === 'remote-source') {
    open.source = joined(open.source, `remote ${wordAfter(args, 'far-end') ?? ''}`.trim());
    return;
  }
  open.destination = joined(open.destination, args[0] === undefined ? '' : `${part} ${args[0]}`);
}

function readSource(line: Line): void {
  const { args } = line;
  const [kind = '', name = ''] = args;
  const known = [
    'port',
    'sap',
    'ip-filter',
    'ipv6-filter',
    'mac-filter',
    'ingress-label',
    'subscriber',
  ].includes(kind);
  if (!known && kind !== '') return;
  const open = mirror(line, 'mirror');
  if (known) open.source = joined(open.source, `${kind} ${name}`);
}

/** The context of lawful intercept: that it is in use at all is what the register of intercepts must know. */
function addIntercept(book: PathBook<Scope>): void {
  const told = (line: Line): void => tellService(line, 'lawful-intercept', { enabled: true });
  on(book, 'li', told);
  on(book, 'bof li-separate', told);
  on(book, 'li li-source *', (line) => {
    told(line);
    const open = mirror(line, 'lawful-intercept');
    const [kind = '', name = ''] = line.args;
    if (
      /^(?:port|sap|subscriber|ip-filter|ipv6-filter|mac-filter|li-ip-filter|li-ipv6-filter|li-mac-filter|nat|wlan-gw)$/.test(
        kind,
      )
    )
      open.source = joined(open.source, `${kind} ${name}`.trim());
    open.destination ??= `mirror-dest ${open.name}`;
  });
  on(book, 'system security snmp li', told);
}

/** Mirrors of the facts. */
export function settleMirrors(to: Scope): void {
  to.draft.mirrors.push(...to.mirrors.all);
}
