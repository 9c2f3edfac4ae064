import type { PathBook } from '../../kit/path-book.ts';
import { at, type Path, type Scope, Store, secretIn } from '../scope.ts';
import { cryptoUse } from './crypto-use.ts';
import { unitName } from './interfaces.ts';

interface Adjacency {
  readonly line: number;
  readonly lineEnd: number;
  readonly protocol: string;
  readonly name: string;
  authenticated: boolean;
  passive: boolean;
}

interface Igp {
  readonly adjacencies: Map<string, Adjacency>;
  /** True for protocols that authenticate on all interfaces, by instance. */
  readonly whole: Set<string>;
}

const IGP = new Store<Igp>(() => ({ adjacencies: new Map(), whole: new Set() }));

/** OSPF and IS-IS on interfaces, with their authentication; keys of other routing protocols, and key chains. */
export function addIgp(book: PathBook<Scope>): void {
  for (const protocol of ['ospf', 'ospf3'])
    book
      .add(`protocols ${protocol} area * interface *`, (line) =>
        readInterface(line, protocol, unitName(line.names[1] as string)),
      )
      .add(`protocols ${protocol} area * virtual-link`, (line) => readVirtual(line, protocol));
  book
    .add('protocols isis interface *', (line) =>
      readInterface(line, 'isis', unitName(line.names[0] as string)),
    )
    .add('protocols isis level * authentication-key', (line) => readWhole(line))
    .add('protocols isis level * authentication-type', (line) =>
      cryptoUse(
        line,
        { area: 'routing', subject: `isis level ${line.names[0]}`, part: 'authentication' },
        line.args,
      ),
    )
    .add('protocols isis level * authentication-key-chain', (line) => readWhole(line))
    .add('security authentication-key-chains key-chain *', readChain);
  for (const protocol of ['ldp', 'rip', 'ripng', 'msdp', 'rsvp', 'pim', 'pcep', 'bmp', 'lacp'])
    book.add(`protocols ${protocol}`, (line) => readOther(line, protocol));
}

function readInterface(line: Path, protocol: string, name: string): void {
  const { args, statement, to } = line;
  const { adjacencies } = IGP.in(to);
  const key = `${to.vrf ?? ''} ${protocol} ${name}`;
  const found = adjacencies.get(key) ?? {
    ...at(statement),
    protocol,
    name,
    authenticated: false,
    passive: false,
  };
  adjacencies.set(key, found);
  const level = protocol === 'isis' && args[0] === 'level' ? args.slice(2) : args;
  if (level[0] === 'passive' || level[0] === 'disable') found.passive ||= args[0] !== 'level';
  if (authenticates(line, `${protocol} ${name}`, level)) found.authenticated = true;
  else if (level.length > 0 && level[0] !== 'passive' && level[0] !== 'disable') {
    statement.aside('routing process setting');
    return;
  }
  statement.read();
}

/** Reads what of a statement bears on authentication; false when nothing does. */
function authenticates(line: Path, subject: string, args: readonly string[]): boolean {
  const part = { area: 'routing', subject, part: 'authentication' } as const;
  const [what, method] = args;
  const use = subject.split(' ')[0] as string;
  if (what === 'authentication') {
    cryptoUse(line, part, [method]);
    const key = args.indexOf('key');
    if (method === 'simple-password') secretIn(line, args[2], { use, purpose: 'key' });
    else if (key >= 0) secretIn(line, args[key + 1], { use, purpose: 'key' });
    return true;
  }
  if (what === 'hello-authentication-type') cryptoUse(line, part, [method]);
  else if (what === 'hello-authentication-key') secretIn(line, method, { use, purpose: 'key' });
  else if (what !== 'hello-authentication-key-chain' && what !== 'ipsec-sa') return false;
  return true;
}

function readVirtual(line: Path, protocol: string): void {
  const i = line.args.indexOf('authentication');
  if (i >= 0 && authenticates(line, `${protocol} virtual-link`, line.args.slice(i))) line.statement.read();
  else line.statement.aside('routing process setting');
}

function readWhole(line: Path): void {
  IGP.in(line.to).whole.add(`${line.to.vrf ?? ''} isis`);
  if (line.path.at(-2) === 'authentication-key')
    secretIn(line, line.args[0], { use: 'isis', purpose: 'key' });
  line.statement.read();
}

function readChain(line: Path): void {
  const { args, names } = line;
  const subject = `key-chain ${names[0]}`;
  const secret = args.indexOf('secret');
  const algorithm = args.findIndex((word) => word === 'algorithm' || word === 'cryptographic-algorithm');
  if (secret >= 0) secretIn(line, args[secret + 1], { use: 'key chain', purpose: 'key' });
  if (algorithm >= 0)
    cryptoUse(line, { area: 'routing', subject, part: 'authentication' }, [args[algorithm + 1]]);
  line.statement.read();
}

const KEY_WORDS = new Set(['authentication-key', 'authentication-password', 'simple-password']);

/** A key among the settings of a protocol whose other statements nobody asks for. */
function readOther(line: Path, protocol: string): void {
  const i = line.args.findIndex((word) => KEY_WORDS.has(word));
  if (i < 0) {
    line.statement.aside('routing process setting');
    return;
  }
  secretIn(line, line.args[i + 1], { use: protocol, purpose: 'key' });
  line.statement.read();
}

/** Hands the interfaces over on which routes are learnt. */
export function settleIgp(to: Scope): void {
  const { adjacencies, whole } = IGP.in(to);
  for (const [key, { passive, name, ...each }] of adjacencies) {
    if (passive || /^lo\d/.test(name)) continue;
    const vrf = key.slice(0, key.indexOf(' '));
    const authenticated = each.authenticated || whole.has(`${vrf} ${each.protocol}`);
    to.draft.routingPeers.push({ ...each, address: name, remoteAs: null, authenticated });
  }
}
