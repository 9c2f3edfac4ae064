import type { TerminalLine } from '../../../model/device-facts.ts';
import { beginCisco, type CiscoScope } from '../kit/cisco-scope.ts';
import type { Command } from '../kit/rules.ts';
import type { Scope as Common } from '../kit/scope.ts';

export { at, atBlock, keepSecret, wholeNumber, wordAfter } from '../kit/cisco-scope.ts';

type Open = { -readonly [K in keyof TerminalLine]: TerminalLine[K] };

/** What the statements of one line or template say; the lines that it applies to come from elsewhere. */
export type Template = Omit<Open, 'kind' | 'first' | 'last'>;

/** What the features of one configuration write to. */
export interface Scope extends CiscoScope {
  /** Settings of `line default`, `line console` and `line template`, by name. */
  readonly templates: Map<string, Template>;
  /** Pools of virtual terminals, which name a template. */
  readonly pools: {
    readonly name: string;
    readonly first: number;
    readonly last: number;
    readonly template: string;
    readonly line: Line['statement'];
  }[];
  /** Interfaces that a mirror session takes traffic from, by session. */
  readonly mirrored: Map<string, string[]>;
  /** Next hops that entries of access lists send traffic to, past the routing table. */
  readonly redirects: {
    readonly acl: string;
    readonly via: readonly string[];
    readonly line: number;
    readonly lineEnd: number;
  }[];
}

/** A statement of the whole configuration, on its way to a feature. */
export type Line = Command<Scope>;

/** A scope in which nothing has been read. */
export function beginScope(common: Common): Scope {
  return { ...beginCisco(common), templates: new Map(), pools: [], mirrored: new Map(), redirects: [] };
}
