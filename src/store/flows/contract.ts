import type { Instant } from '../../base/time.ts';
import type { Conversation, FlowBatch, FlowSelect } from '../../model/flow.ts';

/** A sealed part of the store. */
export interface Segment {
  /** File name, made from the SHA-256 of the content; for the memory engine `memory`. */
  readonly name: string;
  /** Keys of the evidence whose flows it holds, ordered. */
  readonly evidence: readonly string[];
  readonly rows: number;
  readonly bytes: number;
}

/** Which conversations are asked for. */
export interface ConversationQuery {
  /** Own addresses of devices: a flow counts when one stands on either side. */
  readonly addresses: readonly string[];
  /** A select with neither protocols nor ports asks for nothing. */
  readonly select: FlowSelect;
  /** Most conversations that are handed over; 100,000 when not given. */
  readonly limit?: number;
}

/** Conversations in order; `truncated` when the limit cut the list. */
export interface Conversations {
  readonly conversations: readonly Conversation[];
  readonly truncated: boolean;
}

/** Which addresses of the intelligence are looked for. Texts that are no address or network are left out. */
export interface SightingQuery {
  readonly addresses: readonly string[];
  readonly networks: readonly string[];
  /** True finds IPv4 addresses in the same /24 as one of `addresses` too. */
  readonly near: boolean;
  readonly limit?: number;
}

/** A conversation with an address of the intelligence on one side. */
export interface FlowSighting {
  readonly conversation: Conversation;
  /** The address or network as the query has it, in canonical form; for near ones the lowest neighbour in the query. */
  readonly value: string;
  readonly near: boolean;
}

/** Sightings by conversation order, then value; the limit counts conversations. */
export interface Sightings {
  readonly sightings: readonly FlowSighting[];
  readonly truncated: boolean;
}

/** What an exporter's flows span; times are null when none of its flows has a time. */
export interface ExporterSpan {
  readonly exporter: string;
  readonly first: Instant | null;
  readonly last: Instant | null;
  readonly flows: number;
}

/**
 * Keeps flows and answers two questions: who talked with these devices, and who talked with these addresses.
 *
 * A conversation is all flows of one exporter with the same ends, protocol and ports. For TCP, UDP and SCTP the port
 * of the client is folded: a port is a service port when it is below 10,000 or inside a port range of the select; when
 * exactly one side has a service port, the other side's port becomes 0. When both or neither have one, both stay. For
 * sightings there is no select, so only the first half of the rule holds. A conversation's `first` is its earliest
 * start and `last` its latest end, 0 when no flow has a time; `ref` is its first flow by start (those without come
 * last), evidence key, offset; the length of the ref is 0, since batches do not carry it.
 *
 * Every engine MUST: treat `evidence` as an opaque key; accept further batches of a key after a seal; answer from all
 * appended flows, sealed or not; order conversations by first, exporter, source (IPv4 before IPv6, by number),
 * destination, protocol, source port, destination port; order sightings likewise, then by value; leave the batch to
 * the caller after `append` (or its promise) returned; after a kill at any point hold every flow whose seal was
 * acknowledged, and none twice.
 */
export interface FlowStore {
  /** Adds a batch of flows of one piece of evidence. */
  append(evidence: string, batch: FlowBatch): void | Promise<void>;
  /** Makes everything so far durable; returns all segments, ordered by name. */
  seal(): Promise<readonly Segment[]>;
  /** Drops all flows of a piece of evidence. */
  forget(evidence: string): Promise<void>;
  conversations(query: ConversationQuery): Promise<Conversations>;
  sightings(query: SightingQuery): Promise<Sightings>;
  /** Per exporter, ordered by name. */
  exporters(): Promise<readonly ExporterSpan[]>;
  /** Ends the work; what was not sealed is lost. */
  close(): Promise<void>;
}

/** Opens a flow store in a folder (the memory engine takes any text). */
export type OpenFlowStore = (folder: string) => Promise<FlowStore>;

/** Limit of queries that give none. */
export const DEFAULT_LIMIT = 100_000;
