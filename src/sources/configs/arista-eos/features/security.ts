import type { Statement } from '../../../../base/statement-tree.ts';
import type { CryptoPart } from '../../../../model/crypto-use.ts';
import { pushService } from '../../kit/cisco-services.ts';
import { addCrypto } from '../../kit/crypto-use.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { atBlock, keepSecret, type Line, type Scope } from '../scope.ts';

/** Profiles of TLS, rules for passwords, MACsec. */
export function addSecurity(book: RuleBook<Scope>): void {
  book
    .add('management security', readSecurity)
    .add('management accounts', readRules)
    .add('management defaults', readDefaults)
    .add('mac security', readMacsec);
}

const TLS: ReadonlyMap<string, CryptoPart> = new Map([
  ['tls versions', 'version'],
  ['cipher-list', 'cipher'],
  ['cipher v1.0', 'cipher'],
  ['cipher v1.3', 'cipher'],
  ['diffie-hellman', 'group'],
]);

function readSecurity({ statement, to }: Line): void {
  statement.read();
  let profile = '';
  for (const each of to.tree.block(statement)) {
    const { words } = each;
    if (words[0] === 'ssl' && words[1] === 'profile') profile = words[2] ?? '';
    else if (!readTls(each, profile, to)) readPasswordRule(each, to);
  }
  to.tree.setAside(statement, 'management setting');
}

function readTls(each: Statement, profile: string, to: Scope): boolean {
  const { words } = each;
  const long = TLS.get(`${words[0]} ${words[1]}`);
  const part = long ?? TLS.get(words[0] ?? '');
  if (!part || profile === '') return false;
  const values = words.slice(long ? 2 : 1).filter((word) => word !== 'add');
  addCrypto(to, each.read(), { area: 'tls', subject: `profile ${profile}`, part, values });
  return true;
}

/** `password minimum length 12`, `password encryption-key common`, `password encryption reversible aes-256-gcm`. */
function readPasswordRule(each: Statement, to: Scope): void {
  const no = each.words[0] === 'no';
  const words = no ? each.words.slice(1) : each.words;
  if (words[0] !== 'password') return;
  const detail = words.slice(1).join(' ');
  to.draft.services.push({
    ...atBlock(each.read(), to.tree),
    name: words[1] === 'minimum' ? 'password-min-length' : 'password-rules',
    enabled: !no,
    port: null,
    acl: null,
    detail: words[1] === 'minimum' ? (words.at(-1) ?? null) : detail,
  });
}

function readRules({ statement, to }: Line): void {
  statement.read();
  for (const child of statement.children) readPasswordRule(child, to);
  to.tree.setAside(statement, 'management setting');
}

/** `management defaults / secret hash sha512`: how new secrets are hashed. */
function readDefaults(line: Line): void {
  const { statement, to } = line;
  const hash = statement.children.find(({ words }) => words[0] === 'secret' && words[1] === 'hash');
  pushService(line, 'secret-hash', { detail: hash?.words[2] ?? null });
  hash?.read();
  to.tree.setAside(statement, 'management setting');
}

const MACSEC: ReadonlyMap<string, CryptoPart> = new Map([
  ['cipher', 'cipher'],
  ['license', 'mode'],
]);

function readMacsec({ statement, to }: Line): void {
  statement.read();
  for (const each of to.tree.block(statement)) {
    const { words } = each;
    const part = words[0] === 'license' ? undefined : MACSEC.get(words[0] ?? '');
    const subject = each.parent?.words.slice(1).join(' ') ?? '';
    if (part) addCrypto(to, each.read(), { area: 'macsec', subject, part, values: words.slice(1) });
    // `key CKN 7 CAK [fallback]`.
    const written = words[0] === 'key' && words[2] !== undefined ? to.forms.written(words, 2) : null;
    if (written) keepSecret(to, each.read(), { ...written, use: 'macsec', purpose: 'key' });
  }
  to.tree.setAside(statement, 'MACsec setting');
}
