import type { At } from '../../../../model/device-facts.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { at, grow, type Open, type Path, type Scope, Store } from '../scope.ts';

/** A network, or a prefix list by name, that a term asks for; `except` turns the sense round. */
export interface Side {
  readonly networks: string[];
  readonly lists: string[];
  readonly except: string[];
}

/** A term of a filter while its statements come in. */
export interface Term extends Open<At> {
  readonly name: string;
  readonly source: Side;
  readonly destination: Side;
  readonly protocols: string[];
  readonly sourcePorts: string[];
  readonly ports: string[];
  readonly others: string[];
  action: 'permit' | 'deny' | 'next' | null;
  log: boolean;
}

/** A firewall filter. */
export interface Filter extends Open<At> {
  readonly name: string;
  readonly family: 'ipv4' | 'ipv6';
  readonly terms: Map<string, Term>;
}

/** The filters of a scope by family and name. */
export const FILTERS: Store<Map<string, Filter>> = new Store(() => new Map<string, Filter>());

/** Firewall filters, the access lists of Junos. */
export function addFilters(book: PathBook<Scope>): void {
  book
    .add('firewall filter *', (line) => readFilter(line, 'ipv4'))
    .add('firewall family inet filter *', (line) => readFilter(line, 'ipv4'))
    .add('firewall family inet6 filter *', (line) => readFilter(line, 'ipv6'))
    .add('firewall family any filter *', (line) => readFilter(line, 'ipv4'))
    .aside(
      'layer-2 filter',
      'firewall family ethernet-switching, firewall family bridge, firewall family vpls, firewall family mpls, ' +
        'firewall family ccc, firewall family evpn, firewall family ethernet',
    )
    .aside(
      'quality of service',
      'firewall policer, firewall three-color-policer, firewall hierarchical-policer, firewall load-balance-group, ' +
        'firewall interface-set, firewall atm-policer, firewall family inet prefix-action, firewall flexible-match, ' +
        'firewall family inet simple-filter, firewall family inet service-filter, firewall family inet6 service-filter, ' +
        'firewall family inet dialer-filter, firewall family inet fast-update-filter, firewall family inet6 fast-update-filter, ' +
        'firewall tunnel-end-point',
    );
}

const side = (): Side => ({ networks: [], lists: [], except: [] });

function readFilter(line: Path, family: Filter['family']): void {
  const { args, names, statement, to } = line;
  const name = names[0] as string;
  const all = FILTERS.in(to);
  const key = `${family} ${name}`;
  const filter = all.get(key) ?? { ...at(statement), name, family, terms: new Map<string, Term>() };
  all.set(key, filter);
  grow(filter, line);
  if (args[0] !== 'term') {
    if (args.length === 0 || FILTER_SETTINGS.has(args[0] ?? '')) statement.read();
    return;
  }
  const termName = args[1] ?? '';
  let term = filter.terms.get(termName);
  if (!term) {
    term = { ...at(statement), ...newTerm(), name: termName };
    filter.terms.set(termName, term);
  }
  grow(term, line);
  const [, , part, ...words] = args;
  const known =
    part === undefined ||
    (part === 'from' && readFrom(term, words)) ||
    (part === 'then' && readThen(term, words)) ||
    (part === 'filter' && readOther(term, ['filter', ...words]));
  if (known) statement.read();
}

const FILTER_SETTINGS = new Set(
  'interface-specific accounting-profile physical-interface-filter enhanced-mode fast-lookup-filter instance-shared interface-shared no-interface-specific promote scale-optimized'.split(
    ' ',
  ),
);

const newTerm = (): Omit<Term, keyof At | 'name'> => ({
  source: side(),
  destination: side(),
  protocols: [],
  sourcePorts: [],
  ports: [],
  others: [],
  action: null,
  log: false,
});

const SIDES: ReadonlyMap<string, 'source' | 'destination'> = new Map(
  Object.entries({
    'source-address': 'source',
    'ip-source-address': 'source',
    'ip6-source-address': 'source',
    'destination-address': 'destination',
    'ip-destination-address': 'destination',
    'ip6-destination-address': 'destination',
    'source-prefix-list': 'source',
    'destination-prefix-list': 'destination',
    // Either end may be it: as a source it admits, which is what is asked of a filter that guards.
    address: 'source',
    'prefix-list': 'source',
  } as const),
);

/** Conditions of a term. Those that no fact has a place for stand as words beside the ports. */
function readFrom(term: Term, [what, ...values]: readonly string[]): boolean {
  if (what === undefined) return true;
  const which = SIDES.get(what);
  if (which) {
    addSide(term[which], what.endsWith('prefix-list'), values);
    return true;
  }
  const into =
    what === 'protocol' || what === 'next-header' || what === 'payload-protocol'
      ? term.protocols
      : what === 'destination-port' || what === 'port'
        ? term.ports
        : what === 'source-port'
          ? term.sourcePorts
          : null;
  if (!into) return readOther(term, [what, ...values]);
  into.push(...values);
  return true;
}

function addSide(to: Side, list: boolean, values: readonly string[]): void {
  const except = values.at(-1) === 'except';
  for (const value of except ? values.slice(0, -1) : values) {
    if (except) to.except.push(value);
    else if (list) to.lists.push(value);
    else to.networks.push(value);
  }
}

function readOther(term: Term, words: readonly string[]): boolean {
  if (!CONDITIONS.test(words[0] ?? '')) return false;
  if (term.others.length < 100) term.others.push(words.join(' ').slice(0, 200));
  return true;
}

const CONDITIONS =
  /^(?:filter|tcp-|icmp-|icmp6-|fragment|first-fragment|is-fragment|interface|packet-length|payload-length|dscp|traffic-class|precedence|ttl|hop-limit|ip-options|ip-version|forwarding-class|loss-priority|source-class|destination-class|ah-spi|esp-spi|gre-key|rat-type|service-filter-hit|flexible-match|address-except|extension-header|learn-vlan|vlan|source-mac|destination-mac|ether-type|user-vlan|protocol-except|next-header-except|destination-port-except|source-port-except|port-except|source-port-range|destination-port-range|policy-map|probe|prefix-length|redirect-reason|syn|arp-type|apply-groups|l2tpv3|mpls|flow-label)/;

const ENDS: ReadonlyMap<string, 'permit' | 'deny'> = new Map([
  ['accept', 'permit'],
  ['discard', 'deny'],
  ['reject', 'deny'],
]);

/** Actions that end a term do so; others only count, mark or sample, and the packet is then accepted. */
function readThen(term: Term, [what, ...values]: readonly string[]): boolean {
  const end = ENDS.get(what ?? '');
  if (end) term.action = end;
  else if (what === 'next' && values[0] === 'term') term.action = 'next';
  else if (what === 'log' || what === 'syslog') term.log = true;
  else if (what !== undefined && !MODIFIERS.test(what)) return false;
  if (SENDS.test(what ?? '')) term.others.push(['then', what, ...values].join(' ').slice(0, 200));
  return true;
}

/** Actions that send a packet, or a copy of it, elsewhere. */
const SENDS =
  /^(?:routing-instance|next-ip6?|next-interface|port-mirror(?:-instance)?|decapsulate|encapsulate)$/;
const MODIFIERS =
  /^(?:count|policer|sample|port-mirror|routing-instance|topology|next-ip6?|next-interface|forwarding-class|loss-priority|dscp|traffic-class|prefix-action|three-color-policer|hierarchical-policer|logical-system|packet-mode|ipsec-sa|service-accounting|service-filter-hit|load-balance|next-hop-group|analyzer|vlan|interface|decapsulate|encapsulate|force-premium|dont-fragment|clear-policy-map|policy-map|set-dont-fragment|exclude-accounting|gbp|no-decrement-ttl|payload-proto|skip-services|copy-to-host|mirror)/;
