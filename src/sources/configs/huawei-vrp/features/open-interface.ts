import type { Interface, Tunnel } from '../../../../model/device-facts.ts';
import type { Scope } from '../scope.ts';

/** An interface whose statements still come in. */
export type Face = {
  -readonly [K in keyof Interface]: Interface[K] extends readonly (infer U)[] ? U[] : Interface[K];
} & {
  discovery: Record<string, boolean>;
};

/** An interface while its statements come in, with what they say of it as a tunnel. */
export interface OpenInterface {
  readonly face: Face;
  readonly tunnel: { -readonly [K in 'mode' | 'source' | 'destination']: Tunnel[K] };
  readonly scope: Scope;
}
