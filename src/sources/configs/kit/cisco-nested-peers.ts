import { canonicalIp } from '../../../base/ip.ts';
import type { Statement } from '../../../base/statement-tree.ts';
import type { CryptoUse } from '../../../model/crypto-use.ts';
import type { RoutingPeer } from '../../../model/device-facts.ts';
import { at, atBlock, type CiscoScope, keepSecret } from './cisco-scope.ts';

type Peer = { -readonly [K in keyof RoutingPeer]: RoutingPeer[K] };

/** What a neighbour or a template of neighbours says in its block. */
interface Said {
  readonly statement: Statement;
  readonly name: string;
  remoteAs: string | null;
  authenticated: boolean;
  readonly from: string[];
}

/** How a platform writes neighbours with their settings in a block below them. */
export interface NestedForm {
  /** First words of the blocks that name settings for many neighbours: `template peer`, `neighbor-group` … */
  readonly templates: readonly (readonly string[])[];
  /** First words of the line that takes settings from such a block; its last word is the name. */
  readonly inherits: readonly (readonly string[])[];
}

const AUTHENTICATION = new Set(['password', 'keychain', 'ao']);

const begins = (words: readonly string[], phrase: readonly string[]): boolean =>
  phrase.every((word, i) => words[i] === word);

/** Reads the neighbours of a routing process whose settings stand in blocks; the rest of the process stays as it is. */
export function readNestedPeers(
  process: Statement,
  protocol: string,
  { to, form }: { to: CiscoScope; form: NestedForm },
): void {
  const templates = new Map<string, Said>();
  const peers: Said[] = [];
  for (const each of to.tree.block(process)) {
    const words = each.words;
    const phrase = form.templates.find((first) => begins(words, first));
    if (words[0] === 'neighbor' && words[1] !== undefined) {
      peers.push(readSaid(each, words[1], { to, form }));
    } else if (phrase && words[phrase.length] !== undefined) {
      const said = readSaid(each, words[phrase.length] as string, { to, form });
      templates.set(said.name, said);
    }
  }
  for (const peer of peers) addPeer(to, peer, { templates, protocol });
}

function readSaid(
  statement: Statement,
  name: string,
  { to, form }: { to: CiscoScope; form: NestedForm },
): Said {
  const said: Said = { statement: statement.read(), name, remoteAs: null, authenticated: false, from: [] };
  const inline = statement.words.indexOf('remote-as');
  if (inline > 0) said.remoteAs = statement.words[inline + 1] ?? null;
  for (const child of statement.children) readSetting(child, said, { to, form });
  return said;
}

function readSetting(child: Statement, said: Said, { to, form }: { to: CiscoScope; form: NestedForm }): void {
  const words = child.words;
  if (words[0] === 'remote-as') said.remoteAs = words[1] ?? null;
  else if (form.inherits.some((first) => begins(words, first))) said.from.push(words.at(-1) ?? '');
  else if (AUTHENTICATION.has(words[0] ?? '')) {
    said.authenticated = true;
    note(to, child, { value: words[0] === 'password' ? 'md5' : (words[0] as string), subject: said.name });
    const secret = words[0] === 'password' ? to.forms.written(words, 1) : null;
    if (secret) keepSecret(to, child, { ...secret, use: 'bgp', purpose: 'key' });
  } else return;
  child.read();
}

function note(
  to: CiscoScope,
  child: Statement,
  { value, subject }: Pick<CryptoUse, 'value' | 'subject'>,
): void {
  to.draft.crypto.push({
    ...at(child),
    area: 'routing',
    subject: `bgp ${subject}`,
    part: 'authentication',
    value,
  });
}

/** Blocks that name blocks: devices allow a few levels of them. */
const LEVELS = 32;

/** A neighbour takes what it does not say itself from the blocks that it names, and these from others. */
function addPeer(
  to: CiscoScope,
  { statement, name, ...own }: Said,
  { templates, protocol }: { templates: ReadonlyMap<string, Said>; protocol: string },
): void {
  const peer: Peer = {
    ...atBlock(statement, to.tree),
    protocol,
    address: canonicalIp(name) ?? name,
    remoteAs: own.remoteAs,
    authenticated: own.authenticated,
  };
  const seen = new Set(own.from);
  for (const each of seen) {
    const from = templates.get(each);
    if (!from) continue;
    peer.remoteAs ??= from.remoteAs;
    peer.authenticated ||= from.authenticated;
    for (const more of from.from) if (seen.size < LEVELS) seen.add(more);
  }
  to.draft.routingPeers.push(peer);
}
