import { canonicalIp } from '../../../base/ip.ts';
import type { Statement } from '../../../base/statement-tree.ts';
import type { PolicyRoute } from '../../../model/device-facts.ts';
import type { OpenInterface } from './cisco-open-interface.ts';
import { at, atBlock, type CiscoLine, type CiscoScope, wholeNumber } from './cisco-scope.ts';
import type { RuleBook } from './rules.ts';

/** Route maps: the lists that they ask, and the traffic that they send past the routing table. */
export function addRouteMaps<S extends CiscoScope>(book: RuleBook<S>): void {
  book
    .add('route-map', readRouteMap)
    .add('ip local policy route-map', readLocal)
    .add('ipv6 local policy route-map', readLocal);
}

/** `ip policy route-map NAME` of an interface. */
export function addPolicyRules(book: RuleBook<OpenInterface>): void {
  for (const family of ['ip', 'ipv6'])
    book.add(`${family} policy route-map`, ({ statement, no, args, to }) => {
      if (!no && args[0]) use(to.scope, args[0], to.face.name);
      statement.read();
    });
}

function readLocal({ statement, no, args, to }: CiscoLine): void {
  if (!no && args[0]) use(to, args[0], 'local');
  statement.read();
}

function use({ policy }: CiscoScope, map: string, where: string): void {
  const places = policy.uses.get(map);
  if (places) places.add(where);
  else policy.uses.set(map, new Set([where]));
}

function readRouteMap({ statement, no, args, to }: CiscoLine): void {
  const [map = '', action] = args;
  const acls: string[] = [];
  const via: string[] = [];
  for (const child of statement.children) {
    const words = child.words;
    if (words[0] === 'set') via.push(...targetsOf(child));
    if (words[0] !== 'match' || words[2] !== 'address' || words[3] === 'prefix-list') continue;
    for (const acl of words.slice(words[3] === 'access-list' ? 4 : 3)) {
      acls.push(acl);
      to.draft.aclBindings.push({ ...at(child), acl, where: `route-map ${map}`, direction: null });
    }
    child.read();
  }
  if (!no && action !== 'deny' && via.length > 0)
    to.policy.steps.push({
      ...atBlock(statement, to.tree),
      map,
      // Without a number IOS writes 10.
      sequence: wholeNumber(args[2] ?? (action === 'permit' ? undefined : action)) ?? 10,
      acls,
      via,
    });
  to.tree.setAside(statement, 'routing policy');
}

const INTERFACE_NAME = /^[A-Za-z][A-Za-z-]*\d[\d/.:]*$|^Null0$/;

/** Interfaces and next hops of `set [default] interface …` and `set ip [default] next-hop [recursive …] A B`. */
function targetsOf(child: Statement): string[] {
  const words = child.words.filter((word) => word !== 'default');
  if (words[1] === 'interface') {
    const faces = joined(words.slice(2)).filter((word) => INTERFACE_NAME.test(word));
    if (faces.length > 0) child.read();
    return faces;
  }
  const hop = (words[1] === 'ip' || words[1] === 'ipv6') && words[2] === 'next-hop';
  // `verify-availability A 10 track 1` names one hop with settings after it.
  const hops = hop
    ? words
        .slice(3)
        .map(canonicalIp)
        .filter((address) => address !== null)
    : [];
  if (hops.length > 0) child.read();
  return hops;
}

/** `Tunnel 0` may be written with a space. */
function joined(words: readonly string[]): string[] {
  const out: string[] = [];
  for (const word of words) {
    const before = out.at(-1);
    if (before !== undefined && /^[A-Za-z-]+$/.test(before) && /^\d/.test(word))
      out[out.length - 1] = before + word;
    else out.push(word);
  }
  return out;
}

/** The steps of all route maps with the places that use them, once all lines are known. */
export function settlePolicy({ policy }: CiscoScope): PolicyRoute[] {
  return policy.steps.map((step) => ({ ...step, where: [...(policy.uses.get(step.map) ?? [])].sort() }));
}
