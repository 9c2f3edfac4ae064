import type { Instant } from '../base/time.ts';
import type { Ref } from './evidence.ts';

/**
 * A batch of flow records in columns; only the first `length` entries count. Addresses: IPv4 as a number in host
 * order in `src4`/`dst4`; IPv6 as two 64-bit halves in `src6`/`dst6` at [2i] (high) and [2i+1] (low), and `v6[i]` = 1.
 */
export interface FlowBatch {
  readonly length: number;
  /** Address of the exporter in canonical text, the same for the whole batch; `sensor:<name>` for Zeek conn logs. */
  readonly exporter: string;
  readonly v6: Uint8Array;
  readonly src4: Uint32Array;
  readonly dst4: Uint32Array;
  readonly src6: BigUint64Array;
  readonly dst6: BigUint64Array;
  readonly srcPort: Uint16Array;
  readonly dstPort: Uint16Array;
  readonly protocol: Uint8Array;
  readonly tcpFlags: Uint8Array;
  /** Times in milliseconds UTC; NaN when the exporter gives none. */
  readonly first: Float64Array;
  readonly last: Float64Array;
  /** Counts after multiplying with the sampling interval where it is known. */
  readonly packets: Float64Array;
  readonly bytes: Float64Array;
  readonly inIf: Uint32Array;
  readonly outIf: Uint32Array;
  /** Byte offset of the record in its evidence, and line (0 for binary). */
  readonly offset: Float64Array;
  readonly line: Uint32Array;
  /** Largest sampling interval among the records; left out or 1 where none is known. */
  readonly sampled?: number;
}

/** Flows between two ends, added up: what checks see of flows. */
export interface Conversation {
  /** Exporter address or `sensor:<name>`. */
  readonly exporter: string;
  readonly src: string;
  readonly dst: string;
  readonly protocol: number;
  readonly srcPort: number;
  readonly dstPort: number;
  readonly first: Instant;
  readonly last: Instant;
  readonly flows: number;
  readonly packets: number;
  readonly bytes: number;
  /** The first flow of the conversation. */
  readonly ref: Ref;
}

/**
 * Which flows a check wants, of those with a device's own address on one side: an IP protocol, or a TCP/UDP port on
 * either side. Ports are inclusive ranges.
 */
export interface FlowSelect {
  readonly protocols?: readonly number[];
  readonly ports?: readonly (readonly [low: number, high: number])[];
}
