import type { AaaServer } from '../../../model/device-facts.ts';
import { beginCisco, type CiscoScope } from '../kit/cisco-scope.ts';
import type { Command } from '../kit/rules.ts';
import type { Scope as Common } from '../kit/scope.ts';

export { at, atBlock, keepSecret, wholeNumber, wordAfter } from '../kit/cisco-scope.ts';

/** What the features of one configuration write to. */
export interface Scope extends CiscoScope {
  /** Addresses by the name that `name A N` gives them. */
  readonly names: Map<string, string>;
  /** Interfaces by the name that `nameif` gives them. */
  readonly faces: Map<string, string>;
  /** Members of the groups of AAA servers, which come in line by line. */
  readonly servers: Map<string, { readonly protocol: AaaServer['protocol']; readonly members: string[] }>;
}

/** A statement of the whole configuration, on its way to a feature. */
export type Line = Command<Scope>;

/** A scope in which nothing has been read. */
export function beginScope(common: Common): Scope {
  return { ...beginCisco(common), names: new Map(), faces: new Map(), servers: new Map() };
}
