import { beginCisco, type CiscoScope } from '../kit/cisco-scope.ts';
import type { Command } from '../kit/rules.ts';
import type { Scope as Common } from '../kit/scope.ts';

export { at, atBlock, keepSecret, wholeNumber, wordAfter } from '../kit/cisco-scope.ts';

/** What the features of one configuration write to. */
export interface Scope extends CiscoScope {
  /** Roles of the device's own by name, with whether they may write. */
  readonly roles: Map<string, boolean>;
  /** Position of each community in the facts, by the group of its secret. */
  readonly communities: Map<string, number>;
  /** Role of each community, by its position in the facts. */
  readonly communityRoles: Map<number, string>;
}

/** A statement of the whole configuration, on its way to a feature. */
export type Line = Command<Scope>;

/** A scope in which nothing has been read. */
export function beginScope(common: Common): Scope {
  return { ...beginCisco(common), roles: new Map(), communities: new Map(), communityRoles: new Map() };
}
