import type { Statement } from '../../../../base/statement-tree.ts';
import { readNestedPeers } from '../../kit/cisco-nested-peers.ts';
import { addCrypto } from '../../kit/crypto-use.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { keepSecret, type Line, type Scope, wordAfter } from '../scope.ts';
import { readXr } from '../secrets.ts';

const FORM = {
  templates: [['neighbor-group'], ['session-group'], ['af-group']],
  inherits: [
    ['use', 'neighbor-group'],
    ['use', 'session-group'],
  ],
} as const;

/** Routing processes: their neighbours and how they prove who they are; the rest is set aside. */
export function addRouting(book: RuleBook<Scope>): void {
  book
    .add('router', readProcess)
    .add('router bgp', readBgp)
    .add('mpls ldp', (line) => readProtected(line, 'ldp'))
    .add('rsvp', (line) => readProtected(line, 'rsvp'))
    .aside('routing process setting', 'mpls, segment-routing, multicast-routing, bfd, rcc, srlg, pce');
}

function readBgp({ statement, no, to }: Line): void {
  if (no) return;
  readNestedPeers(statement.read(), 'bgp', { to, form: FORM });
  to.tree.setAside(statement, 'routing process setting');
}

function readProcess(line: Line): void {
  readProtected(line, line.args[0] ?? '');
}

/** Words that begin a statement of authentication below a process, an area or an interface. */
const PROOF =
  /^(?:authentication(?:-key)?|message-digest-key|hello-password|lsp-password|password|key-source)$/;
const HOWS = ['keychain', 'key-chain', 'hmac-md5', 'hmac-sha', 'md5', 'message-digest', 'text', 'null', 'ao'];

function readProtected({ statement, no, to }: Line, protocol: string): void {
  if (no) return;
  for (const each of to.tree.block(statement)) {
    const { words } = each;
    const i = words.findIndex((word) => PROOF.test(word));
    // LDP writes the neighbour in front: `192.0.2.9:0 password …`.
    if (i < 0 || (i > 0 && words[0] !== 'neighbor' && !/^[\d.:]+$/.test(words[0] ?? ''))) continue;
    readProof(each, { to, protocol, words: words.slice(i) });
  }
  to.tree.setAside(statement, 'routing process setting');
  statement.read();
}

function readProof(
  each: Statement,
  { to, protocol, words }: { to: Scope; protocol: string; words: readonly string[] },
): void {
  const how =
    HOWS.find((word) => words.includes(word)) ??
    (words[0] === 'message-digest-key' ? 'md5' : (words[0] ?? ''));
  const chained = how === 'keychain' || how === 'key-chain' || words[0] === 'key-source';
  const value = how === 'null' ? 'none' : how === 'message-digest' ? 'md5' : how;
  const subject = [protocol, placeOf(each)].filter(Boolean).join(' ');
  addCrypto(to, each, {
    area: 'routing',
    subject,
    part: 'authentication',
    values: [chained ? 'keychain' : value],
  });
  const from = secretAt(words);
  const written = chained || from < 0 ? null : readXr(words, from);
  if (written) keepSecret(to, each, { ...written, use: protocol, purpose: 'key' });
  each.read();
}

/** Where the secret begins; below zero when the statement names none. */
function secretAt(words: readonly string[]): number {
  const typed = words.findIndex((word) => word === 'encrypted' || word === 'clear');
  if (typed > 0) return typed;
  if (words[0] === 'message-digest-key' && words[2] === 'md5') return 3;
  if (words[0] === 'authentication-key' || words[0] === 'password') return words[1] === undefined ? -1 : 1;
  return -1;
}

/** The interface or area below which a statement stands. */
function placeOf(each: Statement): string {
  const block = each.parent;
  if (!block) return '';
  const named =
    wordAfter(block.words, 'interface') ?? (block.words[0] === 'area' ? block.words.join(' ') : null);
  return named ?? wordAfter(each.words, 'neighbor') ?? '';
}
