import type { Statement } from '../../../../base/statement-tree.ts';
import { readWritten } from '../../kit/cisco-secrets.ts';
import { addCryptoTunnel } from '../../kit/cisco-tunnels.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, keepSecret, type Line, type Scope } from '../scope.ts';
import { addProposals, notePfs } from './crypto-proposals.ts';

/** Keys of IKE and the peers of crypto maps; proposals have a file of their own. */
export function addCrypto(book: RuleBook<Scope>): void {
  addProposals(book);
  book
    .add('crypto isakmp key', readKey)
    .add('crypto keyring', readRing)
    .add('crypto ikev2 keyring', readRing)
    .add('crypto isakmp client configuration group', readRing)
    .add('crypto map', readMap)
    .add('crypto dynamic-map', readMap)
    .aside(
      'IKE and IPsec proposals',
      'crypto isakmp, crypto ikev2, crypto ipsec, crypto gdoi, crypto gkm, crypto engine, crypto ssl, ' +
        'crypto call, crypto logging, crypto vpn, crypto mib, crypto identity, crypto xauth, crypto fragmentation',
    )
    .aside('certificates and key pairs', 'crypto pki, crypto ca, crypto key, crypto provisioning');
}

/** `crypto isakmp key [type] TEXT address A`. */
function readKey({ statement, no, args, to }: Line): void {
  const written = no ? null : readWritten(args, 0);
  if (!written) return;
  keepSecret(to, statement, { ...written, use: 'ike', purpose: 'key' });
  statement.read();
}

const KEY_WORDS = new Set(['key', 'pre-shared-key']);
const SIDES = new Set(['local', 'remote', 'hex']);

function readRing({ statement, to }: Line): void {
  for (const each of to.tree.block(statement)) readRingLine(each, to);
}

function readRingLine(each: Statement, to: Scope): void {
  const words = each.words;
  each.read();
  let i = words.findIndex((word) => KEY_WORDS.has(word));
  if (i < 0 || each.parent === null) return;
  // The old keyring writes `pre-shared-key address A key TEXT`.
  const inner = words.indexOf('key', i + 1);
  if (inner > 0) i = inner;
  else if (words[i + 1] === 'address' || words[i + 1] === 'hostname') return;
  while (SIDES.has(words[i + 1] ?? '') && words[i + 2] !== undefined) i += 1;
  const written = readWritten(words, i + 1, true);
  if (written) keepSecret(to, each, { ...written, use: 'ike', purpose: 'key' });
}

function readMap({ statement, args, to }: Line): void {
  statement.read();
  for (const child of statement.children) {
    const [first, second, third] = child.words;
    if (first === 'set' && second === 'peer' && third)
      addCryptoTunnel(to, child.read(), { name: `crypto map ${args.slice(0, 2).join(' ')}`, peer: third });
    else if (first === 'match' && second === 'address' && third)
      to.draft.aclBindings.push({ ...at(child.read()), acl: third, where: 'crypto map', direction: null });
    else if (!notePfs(to, child, `crypto map ${args.slice(0, 2).join(' ')}`))
      to.tree.setAside(child, 'IKE and IPsec proposals');
  }
}
