import type { Statement } from '../../../base/statement-tree.ts';
import type { Interface } from '../../../model/device-facts.ts';
import type { CiscoScope } from './cisco-scope.ts';

type Open = { -readonly [K in keyof Interface]: Interface[K] } & {
  addresses: string[];
  flow: string[];
  discovery: Record<string, boolean>;
};

/** What the statements of an interface say of a tunnel. */
export interface OpenTunnel {
  mode: string;
  source: string | null;
  destination: string | null;
}

/** An interface whose statements still come in. */
export interface OpenInterface {
  readonly face: Open;
  readonly tunnel: OpenTunnel;
  /** Far end that NHRP names, for a tunnel without a destination of its own. */
  nhrp: string | null;
  /** VXLAN networks with their peers; null where a routing protocol or a multicast group finds them. */
  readonly vxlan: { readonly name: string; readonly peer: string | null; readonly statement: Statement }[];
  readonly scope: CiscoScope;
}
