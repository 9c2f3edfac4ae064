import type { CryptoPart } from '../../../../model/crypto-use.ts';
import { bindAcl } from '../../kit/cisco-acls.ts';
import { pushService } from '../../kit/cisco-services.ts';
import { addCrypto } from '../../kit/crypto-use.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope, wordAfter } from '../scope.ts';
import { portAfter } from './services.ts';

const PARTS: ReadonlyMap<string, CryptoPart> = new Map([
  ['cipher', 'cipher'],
  ['key-exchange', 'key-exchange'],
  ['hmac', 'mac'],
  ['mac', 'mac'],
  ['host-key', 'signature'],
]);

/** The SSH server with its networks, lists and algorithms. */
export function addSsh(book: RuleBook<Scope>): void {
  book
    .add('ssh server', readOther)
    .add('ssh server v2', readVersion)
    .add('ssh server v1', readVersion)
    .add('ssh server vrf', readVrf)
    .add('ssh server netconf', readNetconf)
    .add('ssh server port', (line) => {
      const port = portAfter(['port', ...line.args]);
      if (port !== null) pushService(line, 'ssh', { port });
    })
    .add('ssh server algorithms', (line) => readAlgorithms(line, 'server'))
    .add('ssh server enable', (line) => readAlgorithms(line, 'server'))
    .add('ssh client algorithms', (line) => readAlgorithms(line, 'client'))
    .add('ssh client enable', (line) => readAlgorithms(line, 'client'))
    .add('ssh client source-interface', ({ statement, no, args, to }) => {
      if (!args[0] || no) return;
      to.draft.sourceInterfaces.ssh ??= args[0];
      statement.read();
    })
    .aside('ssh setting', 'ssh');
}

/** A setting that says nothing about the server being on. */
function readOther(line: Line): void {
  if (line.args.length === 0) pushService(line, 'ssh');
  else pushService(line, 'ssh', { enabled: null, detail: `${line.no ? 'no ' : ''}${line.args.join(' ')}` });
}

function readVersion(line: Line): void {
  const version = line.statement.words.at(-1) ?? '';
  if (!line.no)
    addCrypto(line.to, line.statement, {
      area: 'ssh',
      subject: '',
      part: 'version',
      values: [version.slice(1)],
    });
  pushService(line, 'ssh', { detail: version });
}

/** `ssh server vrf V [ipv4 access-list A] [ipv6 access-list B]`. */
function readVrf(line: Line): void {
  const { statement, args, to } = line;
  const six = args.indexOf('ipv6');
  const acl = wordAfter(six < 0 ? args : args.slice(0, six), 'access-list');
  const acl6 = six < 0 ? null : wordAfter(args.slice(six), 'access-list');
  for (const name of [acl, acl6]) if (name) bindAcl(to, statement, { acl: name, where: 'ssh' });
  pushService(line, 'ssh', { acl: acl ?? acl6, detail: `vrf ${args[0] ?? ''}` });
}

/** `ssh server netconf vrf V`, `ssh server netconf port N`. */
function readNetconf(line: Line): void {
  const { statement, args, to } = line;
  const acl = wordAfter(args, 'access-list');
  if (acl) bindAcl(to, statement, { acl, where: 'netconf' });
  pushService(line, 'netconf', { port: portAfter(args), acl, detail: args.join(' ') || null });
}

function readAlgorithms({ statement, no, args, to }: Line, side: string): void {
  const part = PARTS.get(args[0] ?? '');
  if (!part) return;
  if (!no) addCrypto(to, statement, { area: 'ssh', subject: side, part, values: args.slice(1) });
  else
    to.draft.services.push({
      ...at(statement),
      name: 'ssh',
      enabled: null,
      port: null,
      acl: null,
      detail: `no ${args.join(' ')}`,
    });
  statement.read();
}
