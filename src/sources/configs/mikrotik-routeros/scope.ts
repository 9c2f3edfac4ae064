import type { Interface } from '../../../model/device-facts.ts';
import type { Scope } from '../kit/scope.ts';
import type { RosCommand } from './command.ts';

/** What the features of a RouterOS configuration write to. */
export interface RosScope extends Scope {
  readonly faces: Map<string, Interface>;
  /** Networks of each address list of the firewall. */
  readonly lists: Map<string, string[]>;
  /** Rules of the chain that guards the device, which wait for the lists that they name. */
  readonly input: RosCommand[];
  readonly vrfs: Map<string, string>;
}

/** A scope in which nothing has been read. */
export function beginRos(common: Scope): RosScope {
  return { ...common, faces: new Map(), lists: new Map(), input: [], vrfs: new Map() };
}
