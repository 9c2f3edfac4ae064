import type { Statement } from '../../../base/statement-tree.ts';
import type { At, Interface, Secret } from '../../../model/device-facts.ts';
import type { Scope } from '../kit/scope.ts';

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

/** One command of an export, cut into what it says. */
export interface RosCommand {
  readonly statement: Statement;
  readonly at: At;
  /** What `set` is put upon: a name, a number or the value in `[ find default-name=ether1 ]`; null for none. */
  readonly target: string | null;
  readonly values: ReadonlyMap<string, string>;
  /** Secrets among the values, by attribute. */
  readonly secrets: ReadonlyMap<string, Secret>;
  readonly to: RosScope;
}
