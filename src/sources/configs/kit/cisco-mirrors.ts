import { canonicalIp } from '../../../base/ip.ts';
import type { Statement } from '../../../base/statement-tree.ts';
import { at, atBlock, type CiscoLine, type CiscoScope, type OpenMirror, wordAfter } from './cisco-scope.ts';
import type { RuleBook } from './rules.ts';

/** Copies of traffic: SPAN, RSPAN, ERSPAN and traffic export. */
export function addMirrors<S extends CiscoScope>(book: RuleBook<S>): void {
  book.add('monitor session', readSession).add('ip traffic-export profile', readProfile);
}

function open(to: CiscoScope, name: string, line: CiscoLine): OpenMirror {
  const place = atBlock(line.statement, to.tree);
  let mirror = to.mirrors.get(name);
  if (!mirror) {
    mirror = { ...place, name, type: 'span', source: null, destination: null };
    to.mirrors.set(name, mirror);
    to.draft.mirrors.push(mirror);
  }
  mirror.lineEnd = Math.max(mirror.lineEnd, place.lineEnd);
  return mirror;
}

const TEXT = 1000;

/** Ends one after the other; a session with thousands of them does not grow without end. */
const joined = (old: string | null, more: string): string =>
  old === null ? more : old.length > TEXT ? old : `${old}, ${more}`;

function readSession(line: CiscoLine): void {
  const { statement, no, args, to } = line;
  if (!args[0] || no) return;
  const mirror = open(to, args[0], line);
  statement.read();
  if (args[1] === 'type' && args[2]) mirror.type = args[2];
  else if (args[1] === 'source') mirror.source = joined(mirror.source, args.slice(2).join(' '));
  else if (args[1] === 'destination') {
    mirror.destination = joined(mirror.destination, args.slice(2).join(' '));
    if (args[2] === 'remote') mirror.type = 'rspan';
    // EOS: `destination tunnel mode gre source A destination B`.
    if (args[2] === 'tunnel') {
      mirror.type = 'erspan';
      mirror.destination = wordAfter(args.slice(3), 'destination') ?? mirror.destination;
    }
  }
  readBlock(statement, mirror, to);
}

/** The block form of ERSPAN: `source …`, and `destination` with `ip address` and `erspan-id` below. */
function readBlock(statement: Statement, mirror: OpenMirror, to: CiscoScope): void {
  for (const child of statement.children) {
    const words = child.words;
    child.read();
    if (words[0] === 'source') mirror.source = joined(mirror.source, words.slice(1).join(' ') || 'remote');
    if (words[0] === 'destination' && words.length > 1)
      mirror.destination = joined(mirror.destination, words.slice(words[1] === 'ip' ? 2 : 1).join(' '));
    for (const each of child.children) {
      const address = /^ip(?:v6)?$/.test(each.words[0] ?? '') ? canonicalIp(each.words[2] ?? '') : null;
      if (address && words[0] === 'destination') mirror.destination = address;
      to.tree.setAside(each, 'mirror setting');
      each.read();
    }
  }
}

function readProfile({ statement, no, args, to }: CiscoLine): void {
  if (!args[0] || no) return;
  const out = statement.children.find((child) => child.words[0] === 'interface');
  const mac = statement.children.find((child) => child.words[0] === 'mac-address');
  const destination = [out?.words[1], mac?.words[1]].filter(Boolean).join(' ') || wordAfter(args, 'mode');
  to.draft.mirrors.push({
    ...atBlock(statement, to.tree),
    name: args[0],
    type: 'traffic-export',
    source: null,
    destination,
  });
  statement.read();
  for (const child of statement.children) {
    const acl = child.words[0] === 'incoming' ? wordAfter(child.words, 'access-list') : null;
    if (acl) to.draft.aclBindings.push({ ...at(child), acl, where: 'traffic-export', direction: null });
    child.read();
  }
}
