import type { CiscoScope } from '../kit/cisco-scope.ts';
import type { Command } from '../kit/rules.ts';

export { at, atBlock, keepSecret, wholeNumber, wordAfter } from '../kit/cisco-scope.ts';

/** What the features of one configuration write to. */
export type Scope = CiscoScope;

/** A statement of the whole configuration, on its way to a feature. */
export type Line = Command<Scope>;
