import type { Statement } from '../../../base/statement-tree.ts';
import { type ReadEntry, readExtendedEntry, readStandardEntry } from './cisco-acl-entry.ts';
import { groupOf } from './cisco-object-groups.ts';
import { at, type CiscoLine, type CiscoScope, type OpenAcl, wholeNumber } from './cisco-scope.ts';

/** What the entries of a list name: a source only, or both ends in one of the two families. */
export type AclForm = 'standard' | 'extended' | 'ipv6' | 'ipv6-standard';

/** The list of a name and family, made when there is none yet. */
export function openAcl({ to, statement }: CiscoLine, name: string, form: AclForm): OpenAcl {
  const six = form.startsWith('ipv6');
  const key = `${six ? 6 : 4} ${name}`;
  let acl = to.acls.get(key);
  if (!acl) {
    const family = six ? 'ipv6' : 'ipv4';
    acl = { name, family, standard: form.endsWith('standard'), entries: [], ...at(statement) };
    to.acls.set(key, acl);
  }
  acl.lineEnd = Math.max(acl.lineEnd, statement.lineEnd);
  return acl;
}

/** Adds the entry that the words of a statement say; the number of an entry may stand before it. Remarks count as known. */
export function addEntry(
  to: CiscoScope,
  acl: OpenAcl,
  said: { statement: Statement; words: readonly string[] },
): boolean {
  const { statement, words } = said;
  const start = wholeNumber(words[0]) === null ? 0 : 1;
  const rest = words.slice(words[start] === 'sequence' ? start + 2 : start);
  if (rest[0] === 'remark' || rest[0] === 'default') return true;
  const six = acl.family === 'ipv6';
  const read = acl.standard ? readStandardEntry(rest, six) : readExtendedEntry(rest, six);
  return read !== null && pushEntry(to, acl, { statement, read });
}

/** Adds an entry that was read; false while its source is an object group of which nobody yet knows whom it lets in. */
export function pushEntry(
  to: CiscoScope,
  acl: OpenAcl,
  { statement, read }: { statement: Statement; read: ReadEntry },
): boolean {
  const { line, lineEnd } = statement;
  const { action, protocol, source, destination, ports, log } = read;
  const entry = { line, lineEnd, action, protocol, source, destination, ports, log };
  acl.entries.push(entry);
  if (groupOf(entry) === null) return true;
  to.grouped.push({ acl, entry, statement });
  return false;
}

/** Reads a named list with its entries below it. */
export function readNamedAcl(line: CiscoLine, form: AclForm): void {
  const { statement, no, args, to } = line;
  const name = args[0];
  if (name === undefined || no) return;
  const acl = openAcl(line, name, form);
  statement.read();
  for (const child of statement.children) {
    acl.lineEnd = Math.max(acl.lineEnd, child.lineEnd);
    if (addEntry(to, acl, { statement: child, words: child.words })) child.read();
  }
}

/** Notes that a list is put to use, in no direction. */
export function bindAcl(to: CiscoScope, statement: Statement, binding: { acl: string; where: string }): void {
  to.draft.aclBindings.push({ ...at(statement), ...binding, direction: null });
}

/** A class of traffic: the lists that it matches; the rest is set aside. */
export function readClassMap({ statement, args, to }: CiscoLine): void {
  for (const child of statement.children) {
    const words = child.words;
    if (words[0] !== 'match' || words[1] !== 'access-group') continue;
    const acl = words[2] === 'name' ? words[3] : words[2];
    if (acl) bindAcl(to, child.read(), { acl, where: `class-map ${args.at(-1) ?? ''}` });
  }
  to.tree.setAside(statement, 'quality of service');
}
