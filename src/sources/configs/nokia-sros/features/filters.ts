import type { AclEntry } from '../../../../model/device-facts.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { Shelf } from '../../kit/shelf.ts';
import { on, onLeaf, onState } from '../leaf.ts';
import { at, type Line, type OpenEntry, type OpenFilter, removed, type Scope } from '../scope.ts';
import { actionOf, networkOf, portsOf } from './filter-entry.ts';

interface Form {
  readonly base: string;
  readonly family: 'ipv4' | 'ipv6';
  /** Name of a filter that has none of its own. */
  readonly only: string | null;
}

const MANAGEMENT = 'management-access-filter';
const FORMS: readonly Form[] = [
  { base: 'filter ip-filter *', family: 'ipv4', only: null },
  { base: 'filter ipv6-filter *', family: 'ipv6', only: null },
  { base: `system security ${MANAGEMENT} ip-filter`, family: 'ipv4', only: MANAGEMENT },
  { base: `system security ${MANAGEMENT} ipv6-filter`, family: 'ipv6', only: MANAGEMENT },
  { base: 'system security cpm-filter ip-filter', family: 'ipv4', only: 'cpm-filter' },
  { base: 'system security cpm-filter ipv6-filter', family: 'ipv6', only: 'cpm-filter' },
];

/** Filters of traffic, of the management plane and of the control processor. */
export function addFilters(book: PathBook<Scope>): void {
  for (const form of FORMS) addFilter(book, form);
  onLeaf(book, 'system security cpm-filter default-action', (line, value) => {
    for (const form of FORMS.slice(4)) tellFallback(line, open(line, form), value);
  });
  for (const kind of ['ip-prefix-list', 'ipv6-prefix-list']) addPrefixes(book, kind);
  book
    .aside(
      'filter of frames',
      'filter mac-filter, system security management-access-filter mac-filter, system security cpm-filter mac-filter',
    )
    .aside(
      'filter setting',
      'filter log, filter match-list, filter redirect-policy, filter system-filter, filter dhcp-filter, filter gre-tunnel-template, ' +
        'filter ip-exception, filter ipv6-exception, system security cpm-queue, filter filter-name, filter md-auto-id',
    );
}

function open(
  { to, statement }: Line,
  { family, only }: Form,
  name: string | undefined = only ?? '',
): OpenFilter {
  return to.filters.open(`${family} ${only === null ? '' : '!'}${name}`, statement, (place) => ({
    ...place,
    name,
    family,
    entries: new Shelf(),
    fallback: null,
    enabled: null,
  }));
}

function addFilter(book: PathBook<Scope>, form: Form): void {
  const named = form.only === null ? 1 : 0;
  const filter = (line: Line): OpenFilter => open(line, form, form.only ?? line.names[0]);
  const entry = (line: Line): OpenEntry => entryOf(line, filter(line), line.names[named] ?? '');
  book.add(form.base, (line) => {
    filter(line);
    if (line.args.length === 0 || line.args[0] === 'name') line.statement.read();
  });
  onLeaf(book, `${form.base} default-action`, (line, value) => tellFallback(line, filter(line), value));
  onState(book, form.base, (line, enabled) => {
    filter(line).enabled = enabled;
    line.statement.read();
  });
  book.add(`${form.base} entry *`, (line) => void (line.args.length === 0 && entry(line)));
  for (const match of ['', 'match ']) addMatches(book, `${form.base} entry * ${match}`, entry);
  book.add(`${form.base} entry * action`, (line) => {
    const action = actionOf(line.args[0]);
    if (action === null && line.args[0] !== 'forward-when') return;
    entry(line).action ??= action;
  });
  onLeaf(book, `${form.base} entry * log, ${form.base} entry * log-events`, (line, value) => {
    entry(line).log = !removed(line) && value !== 'false';
  });
  const setting =
    'description, filter-sample, pbr-down-action-override, sticky-dest, egress-pbr, interface-sample, sample-profile, shutdown, renum, admin-state';
  for (const word of setting.split(', ')) book.add(`${form.base} entry * ${word}`, 'filter setting');
  for (const word of 'description, scope, filter-id, filter-name, chain-to-system-filter, type, embed, embed-filter, shared-radius-filter-wmark, sub-insert-radius, group-inserted-entries, subscriber-mgmt, renum'.split(
    ', ',
  ))
    book.add(`${form.base} ${word}`, 'filter setting');
}

function entryOf({ statement }: Line, filter: OpenFilter, name: string): OpenEntry {
  statement.read();
  return filter.entries.open(name, statement, (place) => ({
    ...place,
    action: null,
    protocol: 'ip',
    source: '',
    sourceMask: null,
    destination: '',
    destinationMask: null,
    sourcePorts: null,
    ports: null,
    log: false,
    router: null,
  }));
}

type EntryOf = (line: Line) => OpenEntry;

function addMatches(book: PathBook<Scope>, base: string, entry: EntryOf): void {
  onLeaf(book, `${base}protocol, ${base}next-header`, (line, value) => {
    entry(line).protocol = value === '*' || value === 'none' ? 'ip' : value;
  });
  book
    .add(`${base}src-ip`, (line) => tellAddress(line, entry(line), 'source'))
    .add(`${base}dst-ip`, (line) => tellAddress(line, entry(line), 'destination'))
    .add(`${base}dst-port`, (line) => {
      entry(line).ports = portsOf(line.args.filter((word) => word !== 'port'));
    })
    .add(`${base}port`, (line) => {
      entry(line).ports = portsOf(line.args);
    })
    .add(`${base}src-port`, (line) => {
      entry(line).sourcePorts = portsOf(line.args);
    });
  onLeaf(book, `${base}router, ${base}router-instance`, (line, value) => {
    entry(line).router = value;
  });
  const more =
    'fragment icmp-type icmp-code icmp tcp-syn tcp-ack tcp-established dscp ip-option option-present multiple-option src-route-option flow-label port-selector ttl packet-length mgmt-port src-mac dst-mac hop-by-hop-opt esp-ext-hdr ah-ext-hdr routing-type0 extension-header';
  for (const word of more.split(' '))
    book.add(`${base}${word}`, (line) => {
      const open = entry(line);
      // A narrower match than the fact can say: it stays visible in the protocol.
      if (open.protocol === 'ip' && word.startsWith('icmp')) open.protocol = 'icmp';
    });
}

function tellAddress(line: Line, entry: OpenEntry, side: 'source' | 'destination'): void {
  const [first = '', second] = line.args;
  const mask = side === 'source' ? 'sourceMask' : 'destinationMask';
  if (first === 'mask') entry[mask] = second ?? null;
  else if (first === 'address') {
    entry[side] = second ?? '';
    if (line.args[2] === 'mask') entry[mask] = line.args[3] ?? null;
  } else if (first === 'ip-prefix-list' || first === 'ipv6-prefix-list')
    entry[side] = `host-group ${second ?? ''}`;
  else {
    entry[side] = first;
    if (second?.includes('.')) entry[mask] = second;
  }
}

function tellFallback({ statement }: Line, filter: OpenFilter, value: string): void {
  const action = actionOf(value);
  if (action === null) return;
  filter.fallback = { ...at(statement), action };
  statement.read();
}

function addPrefixes(book: PathBook<Scope>, kind: string): void {
  const base = `filter match-list ${kind} *`;
  const list = (line: Line): string[] =>
    line.to.prefixLists.open(line.names[0] ?? '', line.statement.read(), (place) => ({
      ...place,
      networks: [],
    })).networks;
  on(book, base, (line) => void list(line));
  on(book, `${base} prefix *`, (line) => void list(line).push(networkOf(line.names[1] ?? '', null)));
  book.aside('filter setting', `${base} description, ${base} prefix-exclude, ${base} apply-path`);
}

/** The entries of a filter; one that names a prefix list stands once for each of its networks. */
function entriesOf(filter: OpenFilter, to: Scope): AclEntry[] {
  const out: AclEntry[] = [];
  for (const each of filter.entries.all) {
    if (each.action === null) continue;
    const { line, lineEnd, action, protocol, log } = each;
    const destination = networkOf(each.destination, each.destinationMask);
    const ports =
      [each.sourcePorts && `from ${each.sourcePorts}`, each.ports].filter(Boolean).join(' ') || null;
    const group = each.source.startsWith('host-group ') ? each.source.slice(11) : null;
    const networks = group === null ? undefined : to.prefixLists.get(group)?.networks;
    const entry = { line, lineEnd, action, protocol, destination, ports, log };
    if (group !== null && networks)
      for (const source of networks) out.push({ ...entry, source, through: group });
    else out.push({ ...entry, source: networkOf(each.source, each.sourceMask) });
  }
  if (filter.fallback) {
    const { line, lineEnd, action } = filter.fallback;
    out.push({
      line,
      lineEnd,
      action,
      protocol: 'ip',
      source: 'any',
      destination: 'any',
      ports: null,
      log: false,
    });
  }
  return out;
}

/** Filters of the facts, and where those of the device itself are put to use. */
export function settleFilters(to: Scope): void {
  for (const filter of to.filters.all) {
    const { line, lineEnd, name, family } = filter;
    const entries = entriesOf(filter, to);
    to.draft.acls.push({ line, lineEnd, name, family, entries });
    const where = name === MANAGEMENT ? 'management' : name === 'cpm-filter' ? 'copp' : null;
    if (where === null || filter.enabled === false || entries.length === 0) continue;
    to.draft.aclBindings.push({ line, lineEnd, acl: name, where, direction: 'in' });
  }
}

/** True when a filter of the management plane is in force; its name then guards every way in. */
export function managementFilter(to: Scope, family: 'ipv4' | 'ipv6'): string | null {
  const filter = to.filters.get(`${family} !${MANAGEMENT}`);
  const inForce =
    filter && filter.enabled !== false && (filter.fallback !== null || filter.entries.all.length > 0);
  return inForce ? MANAGEMENT : null;
}

const SIDES: readonly (readonly [string, 'in' | 'out'])[] = [
  ['ingress', 'in'],
  ['egress', 'out'],
];

/** Adds the statements that put a filter to use; `place` are the patterns of where, `where` names it. */
export function addBindings(book: PathBook<Scope>, place: string, where: (line: Line) => string): void {
  for (const [side, direction] of SIDES)
    onLeaf(book, `${place} ${side} filter ip, ${place} ${side} filter ipv6`, (line, acl) => {
      if (acl === '' || removed(line)) return;
      line.to.draft.aclBindings.push({ ...at(line.statement.read()), acl, where: where(line), direction });
    });
  for (const [side] of SIDES)
    book
      .aside('filter of frames', `${place} ${side} filter mac`)
      .aside('quality of service', `${place} ${side}`);
}
