import type { Statement, StatementTree } from '../../../base/statement-tree.ts';
import { type PathBook, settleBlocks } from '../kit/path-book.ts';
import { pathAbove, pathWords } from '../kit/path-words.ts';
import type { Scope } from './scope.ts';

/** Words that open a block of the classic form without naming it: the next word is no key. */
const KEYLESS = new Set('match action default-action from to restrict-network'.split(' '));
/** What may stand below `configure`; an extract may leave that word out. */
const TOPS = new Set(
  (
    'system router service filter log port card lag li mirror cflowd policy-options qos python ipsec aaa cron bof ' +
    'eth-cfm redundancy isa application-assurance subscriber-mgmt macsec anysec chassis connection-profile groups ' +
    'pw-port saa oam-pm sfm test-oam vrrp multicast-management fwd-path-ext port-xc port-policy forwarding qkd ptp ' +
    'openflow call-trace satellite esa mcast-management pfm-table video port-group xiom'
  ).split(' '),
);

/** The words of a statement; a backslash guards only a quote, since names of files are written with backslashes. */
export function wordsOf(text: string): string[] {
  return pathWords(text.includes('\\') ? text.replace(/\\(?!")/g, '\\\\') : text);
}

/** Path of a block: what of its words its statements stand below. */
function blockPath(words: readonly string[], parent: readonly string[], modern: boolean): string[] {
  const [head = ''] = words;
  if (modern) return [...parent, ...words];
  if (head === 'router' && words.length === 1 && parent.length <= 1) return [...parent, 'router', 'Base'];
  if (KEYLESS.has(head)) return [...parent, head];
  if (head === 'view') return [...parent, ...words.slice(0, 4)];
  if (head === 'event') return [...parent, ...words.slice(0, 3)];
  if (head === 'vprn') {
    const name = words.indexOf('name');
    return [...parent, 'vprn', (name < 0 ? words[1] : words[name + 1]) ?? ''];
  }
  return [...parent, ...words.slice(0, 2)];
}

/** The path as the features know it: below `configure`, with services that route as the routers they are. */
export function canonical(path: readonly string[]): readonly string[] {
  let at = 0;
  if (path[0] === 'configure' || path[0] === '/configure') at = 1;
  else if (path[0] === 'admin' || !TOPS.has(path[0] ?? '')) return path;
  if (path[at] === 'router' && !isName(path[at + 1])) return ['router', 'Base', ...path.slice(at + 1)];
  if (path[at] !== 'service') return at === 0 ? path : path.slice(at);
  if (path[at + 1] === 'vprn' && path[at + 3] !== undefined) return ['router', ...path.slice(at + 2)];
  const inBase =
    path[at + 1] === 'ies' && (path[at + 3] === 'interface' || path[at + 3] === 'subscriber-interface');
  return inBase ? ['router', 'Base', ...path.slice(at + 3)] : path.slice(at);
}

/** Words that stand right behind `router` where its name was left out. */
const ROUTER_PARTS = new Set(
  'interface bgp ospf ospf3 isis ldp rsvp mpls static-route-entry static-route autonomous-system policy-options pim igmp l2tp'.split(
    ' ',
  ),
);

function isName(word: string | undefined): boolean {
  return word === undefined || !ROUTER_PARTS.has(word);
}

/** Gives each statement to the rule of its path. */
export function readStatements(tree: StatementTree, book: PathBook<Scope>, to: Scope): void {
  const stack: string[][] = [];
  to.again = (statement, path) => book.apply(statement, path, to);
  for (let i = 0; i < tree.size; i += 1) {
    const statement = tree.at(i);
    const { depth } = statement;
    stack.length = depth;
    const parent = pathAbove(stack[depth - 1]);
    const words = wordsOf(statement.text);
    const no = !to.modern && words[0] === 'no';
    if (no) words.shift();
    to.denied = no ? words.length : 0;
    if (tree.blockEnd(statement) === i + 1) {
      stack.push([...parent, ...words]);
      apply(statement, [...parent, ...words], { book, to });
      continue;
    }
    const path = blockPath(words, parent, to.modern);
    stack.push(path);
    // What stands behind the key of a block says something of it: `sdp 10 gre`.
    if (!to.modern && parent.length + words.length > path.length)
      apply(statement, [...parent, ...words], { book, to });
  }
  settleBlocks(tree);
}

function apply(
  statement: Statement,
  path: readonly string[],
  { book, to }: { readonly book: PathBook<Scope>; readonly to: Scope },
): void {
  book.apply(statement, canonical(path), to);
}
