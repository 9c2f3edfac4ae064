import type { Statement } from '../../../base/statement-tree.ts';

/** How a routing process or an interface proves who it is, in the words of facts. */
export type RoutingProof = 'none' | 'text' | 'md5' | 'key-chain' | 'hmac-sha-256';

/** What a process of OSPF, IS-IS or EIGRP says of the interfaces that it runs on. */
export interface IgpProcess {
  readonly statement: Statement;
  readonly protocol: 'ospf' | 'isis' | 'eigrp';
  readonly name: string;
  readonly vrf: string | null;
  /** Networks in CIDR or `any`, with the area of OSPF; an EIGRP network without a mask stands as its address. */
  readonly networks: readonly { readonly network: string; readonly area: string | null }[];
  readonly passiveByDefault: boolean;
  /** Interfaces that a line makes passive (true) or not (false). */
  readonly passive: ReadonlyMap<string, boolean>;
  /** By area of OSPF; under the empty name for a whole process. */
  readonly proofs: ReadonlyMap<string, RoutingProof>;
}

/** A protocol that speaks on an interface, or the proof that it asks for there. */
export interface IgpOnInterface {
  readonly statement: Statement;
  readonly interface: string;
  readonly protocol: 'ospf' | 'isis' | 'eigrp' | 'hsrp';
  /** Process, group or autonomous system; null where the line names none. */
  readonly name: string | null;
  /** OSPF only. */
  readonly area: string | null;
  /** Null where the line starts the protocol and says nothing of proof. */
  readonly proof: RoutingProof | null;
}
