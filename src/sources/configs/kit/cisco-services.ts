import type { Service } from '../../../model/device-facts.ts';
import { scrub } from '../../kit/scrub.ts';
import { at, type CiscoLine, type CiscoScope, wholeNumber, wordAfter } from './cisco-scope.ts';
import type { RuleBook } from './rules.ts';

/** Adds statements that switch a service on or off by their mere presence: phrase to name of the service. */
export function addSwitches<S extends CiscoScope>(
  book: RuleBook<S>,
  switches: Readonly<Record<string, string>>,
): void {
  for (const [phrase, name] of Object.entries(switches)) book.add(phrase, (line) => readSwitch(line, name));
}

/** One service as one line states it. */
export function pushService(
  { statement, no, to }: CiscoLine,
  name: string,
  more: Partial<Pick<Service, 'enabled' | 'port' | 'acl' | 'detail'>> = {},
): void {
  to.draft.services.push({
    ...at(statement),
    name,
    enabled: !no,
    port: null,
    acl: null,
    detail: null,
    ...more,
  });
  statement.read();
}

function readSwitch({ statement, no, args, to }: CiscoLine, name: string): void {
  // `tftp-server flash:file 20` ends in the list that guards it.
  const last = args.at(-1);
  const guarded = name === 'tftp-server' && args.length > 1 && wholeNumber(last) !== null;
  const acl = guarded ? (last ?? null) : name === 'login-quiet-mode' ? wordAfter(args, 'access-class') : null;
  const detail = scrub((guarded ? args.slice(0, -1) : args).join(' ')) || null;
  to.draft.services.push({
    ...at(statement),
    name,
    enabled: !no,
    port: wholeNumber(wordAfter(args, 'port')),
    acl,
    detail,
  });
  if (acl) to.draft.aclBindings.push({ ...at(statement), acl, where: name, direction: null });
  to.tree.setAside(statement, 'service setting');
  statement.read();
}

type Change = Partial<Pick<Service, 'enabled' | 'port' | 'acl' | 'detail'>>;

/** Several statements tell about one service: they are joined, from the first of them to the last. */
export function changeService(line: CiscoLine, name: string, what: Change): void {
  const services = line.to.draft.services;
  const place = at(line.statement);
  const i = line.to.web.get(name);
  const old = i === undefined ? undefined : services[i];
  if (i === undefined || !old) {
    line.to.web.set(name, services.length);
    services.push({ ...place, name, enabled: null, port: null, acl: null, detail: null, ...what });
    return;
  }
  services[i] = { ...old, ...what, lineEnd: Math.max(old.lineEnd, place.lineEnd) };
}
