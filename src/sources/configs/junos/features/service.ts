import type { Service } from '../../../../model/device-facts.ts';
import { scrub } from '../../../kit/scrub.ts';
import { at, grow, joined, type Open, type Path, type Scope, Store } from '../scope.ts';

const SERVICES = new Store(() => new Map<string, Open<Service>>());

/** What a statement says of a service; `own` tells services of one name apart. */
export interface ServiceWords {
  readonly enabled?: boolean;
  readonly port?: number | null;
  readonly detail?: string;
  readonly own?: string;
}

/** Notes what a statement says of a service; all statements of one service become one fact. */
export function service(line: Path, name: string, says: ServiceWords = {}): void {
  const all = SERVICES.in(line.to);
  const key = `${name}\n${says.own ?? ''}`;
  let found = all.get(key);
  if (!found) {
    found = { ...at(line.statement), name, enabled: null, port: null, acl: null, detail: null };
    all.set(key, found);
  }
  grow(found, line);
  found.enabled = says.enabled ?? found.enabled ?? true;
  if (says.port !== undefined && says.port !== null) found.port = says.port;
  if (says.detail) found.detail = joined(found.detail, scrub(says.detail.slice(0, 300)));
  line.statement.read();
}

/** Hands the services over in the order of their lines. */
export function settleServices(to: Scope): void {
  to.draft.services = [...SERVICES.in(to).values()].toSorted((a, b) => a.line - b.line);
}
