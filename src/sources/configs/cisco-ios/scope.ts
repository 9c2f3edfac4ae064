import type { CiscoLine, CiscoScope } from '../kit/cisco-scope.ts';

export {
  at,
  atBlock,
  beginCisco as beginScope,
  keepSecret,
  wholeNumber,
  wordAfter,
} from '../kit/cisco-scope.ts';

/** What the features of one configuration write to. */
export type Scope = CiscoScope;

/** A statement of the whole configuration, on its way to a feature. */
export type Line = CiscoLine;
