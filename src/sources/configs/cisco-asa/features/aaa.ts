import { canonicalIp } from '../../../../base/ip.ts';
import type { AaaMethodList, AaaServer, Secret } from '../../../../model/device-facts.ts';
import { pushService } from '../../kit/cisco-services.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, atBlock, keepSecret, type Line, type Scope, wholeNumber, wordAfter } from '../scope.ts';
import { readAsa } from '../secrets.ts';

type Phase = AaaMethodList['phase'];

/** Groups of servers, and who proves, permits and records what. */
export function addAaa(book: RuleBook<Scope>): void {
  book
    .add('aaa-server', readServer)
    .add('aaa authentication', (line) => readMethods(line, 'authentication'))
    .add('aaa authorization', (line) => readMethods(line, 'authorization'))
    .add('aaa accounting', (line) => readMethods(line, 'accounting'))
    .add('aaa local authentication attempts max-fail', (line) =>
      pushService(line, 'authentication-failure-limit', { detail: line.args[0] ?? null }),
    )
    .aside('AAA setting', 'aaa, user-identity, ldap attribute-map, aaa-server active');
}

/** `aaa-server G protocol P` opens a group; `aaa-server G (IF) host A` adds a server to it. */
function readServer(line: Line): void {
  const { statement, no, args, to } = line;
  const [name] = args;
  if (!name || no) return;
  const known = wordAfter(args, 'protocol');
  if (known !== null) openGroup(line, name, known);
  else if (args.includes('host')) addServer(line, name);
  else to.tree.setAside(statement, 'AAA setting');
}

function openGroup({ statement, to }: Line, name: string, said: string): void {
  to.tree.setAside(statement, 'AAA setting');
  const protocol = said === 'tacacs+' || said === 'radius' ? said : null;
  if (protocol === null) return;
  const members: string[] = [];
  to.servers.set(name, { protocol, members });
  to.draft.aaaGroups.push({ ...atBlock(statement, to.tree), name, protocol, members, vrf: null });
  statement.read();
}

function addServer({ statement, args, to }: Line, name: string): void {
  const said = wordAfter(args, 'host') ?? '';
  const address = canonicalIp(to.names.get(said) ?? said) ?? said;
  const group = to.servers.get(name);
  // Servers of Kerberos, LDAP and their like stand in no group that we keep.
  if (!group) {
    to.tree.setAside(statement, 'AAA setting');
    return;
  }
  group.members.push(address);
  const found = readBelow(
    { statement, to },
    { group: group.protocol, inline: args[args.indexOf('host') + 2] },
  );
  to.draft.aaaServers.push({
    ...atBlock(statement, to.tree),
    name: address,
    protocol: group.protocol,
    address,
    ...found,
  });
  to.tree.setAside(statement, 'AAA setting');
  statement.read();
}

function readBelow(
  { statement, to }: Pick<Line, 'statement' | 'to'>,
  { group, inline }: { group: AaaServer['protocol']; inline: string | undefined },
): { port: number | null; secret: Secret | null } {
  const use = group === 'radius' ? group : 'tacacs';
  let port: number | null = null;
  let secret: Secret | null = null;
  if (inline && inline !== 'timeout')
    secret = keepSecret(to, statement, { type: '0', text: inline, use, purpose: 'key' });
  for (const child of statement.children) {
    const [word, value] = child.words;
    const written = word === 'key' ? readAsa(child.words, 1) : null;
    if (written) secret = keepSecret(to, child, { ...written, use, purpose: 'key' });
    else if (word === 'server-port' || word === 'authentication-port') port = wholeNumber(value);
    else continue;
    child.read();
  }
  return { port, secret };
}

/** `aaa authentication ssh console G LOCAL`: the service, and after it the groups in order. */
function readMethods(line: Line, phase: Phase): void {
  const { statement, no, args, to } = line;
  const [what] = args;
  const rest = args
    .slice(1)
    .filter((word, i, all) => word !== 'console' && word !== 'privilege' && all[i - 1] !== 'privilege');
  if (no || what === undefined) return;
  if (
    !/^(?:ssh|telnet|serial|enable|http|command|exec|secure-http-client)$/.test(what) ||
    rest.length === 0
  ) {
    to.tree.setAside(statement, 'AAA setting');
    return;
  }
  const methods = rest.map((word) => (word === 'LOCAL' ? 'local' : `group ${word}`));
  to.draft.aaaMethods.push({
    ...at(statement),
    phase,
    service: serviceOf(what, phase),
    list: 'default',
    methods,
  });
  statement.read();
}

/** Without a level of its own the accounting of commands begins at level 0, so those of level 15 are in it. */
function serviceOf(what: string, phase: Phase): string {
  if (what === 'command') return 'commands 15';
  return phase === 'authentication' && what !== 'enable' ? `login ${what}` : what;
}
