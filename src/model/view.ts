import type { Instant, Period } from '../base/time.ts';
import type { KindCoverage } from './coverage.ts';
import type { Device } from './device.ts';
import type { DeviceFacts } from './device-facts.ts';
import type { EvidenceKind } from './evidence.ts';
import type { Conversation } from './flow.ts';
import type { Indicator } from './indicator.ts';
import type { PlatformDefault } from './platform-default.ts';
import type { RecordKind, RecordOf, RegisterKind, RegisterRecord } from './record.ts';
import type { Reason } from './verdict.ts';

/** Everything that evidence says of one device: what a check looks at. Lists are sorted by time, then place. */
export interface DeviceView {
  readonly device: Device;
  readonly period: Period;
  /** All snapshots, oldest first; those without a time come first. */
  readonly snapshots: readonly DeviceFacts[];
  /** The snapshots that hold a configuration. */
  readonly configs: readonly DeviceFacts[];
  records<K extends RecordKind>(kind: K): readonly RecordOf<K>[];
  /** Conversations with one of the device's own addresses on one side, as selected by checks. */
  readonly conversations: readonly Conversation[];
  /** Conversations of this device (either side) with an address of the intelligence. */
  readonly sightedFlows: readonly SightedFlow[];
  coverage(kind: EvidenceKind): KindCoverage;
  /** Coverage by what the device itself sent, without sensors that see it from outside: a sensor lives on when it falls silent. */
  ownCoverage(kind: EvidenceKind): KindCoverage;
  /** Why silence of this kind proves nothing about the device though it covers the period; left out: nothing is known. */
  doubts?(kind: EvidenceKind): readonly Reason[];
  /** Greatest severity number that the log of the device shows; null or left out when its messages carry none. */
  readonly deepest?: number | null;
  /** Lines of the log that should tell of logins and commands and could not be read; left out: none. */
  readonly unreadRecords?: { readonly login: number; readonly command: number };
  /** True when some text of the device was never searched for the newest intelligence. */
  readonly unscanned?: boolean;
  /** True when the address is one of the device's own. */
  owns(address: string): boolean;
  /** True when it is so by a configuration, an inventory or two kinds of evidence: one log line can claim any address. */
  ownsSurely?(address: string): boolean;
  readonly fleet: FleetView;
}

/** A conversation with a shared indicator's address on one side. */
export interface SightedFlow {
  readonly conversation: Conversation;
  /** Value of the indicator: an address or a network. */
  readonly value: string;
  readonly near: boolean;
}

/** What all evidence together says of the network. */
export interface FleetView {
  readonly devices: readonly Device[];
  /**
   * Id of the device that owns an address by a configuration, an inventory or two kinds of evidence; null when none or
   * several do.
   */
  ownerOf(address: string): string | null;
  /** All register entries of a kind. */
  register(kind: RegisterKind): readonly RegisterRecord[];
  /** True when any register was given: only then may absence from it mean something. */
  readonly hasRegister: boolean;
  /** The entry that approves a value (address or network match for addresses) at a time for a device. */
  approved(kind: RegisterKind, value: string, where: ApprovalScope): RegisterRecord | null;
  /** Networks from which management is expected: the register's, and those that vty access lists of configurations permit. */
  readonly managementNetworks: readonly string[];
  /**
   * True when the address is inside a management network or a jump host. Rows of the register count within their dates;
   * `at` null, where nobody knows when, asks for any time.
   */
  isManagement(address: string, at: Instant | null): boolean;
  /** AAA server addresses that configurations name, by device id. */
  aaaServers(device: string): readonly string[];
  /** The shared indicators by canonical value. */
  indicators(value: string): readonly Indicator[];
  readonly hasIntelligence: boolean;
  /** False when there are too many shared addresses to look for their neighbours too; left out: true. */
  readonly tellsNear?: boolean;
  /** Device id to secret groups used there, for reuse: group to device ids. */
  secretHolders(group: string): readonly string[];
  /**
   * How many devices fell silent in a stream for most of a stretch of time, and how many have the stream at all: many at
   * once speak of a collector that was down or a file that is missing.
   */
  silentTogether(kind: EvidenceKind, period: Period): { readonly silent: number; readonly of: number };
  /** What holds for a setting on which this configuration is silent; null when we do not know. */
  defaultOf(facts: DeviceFacts, setting: string): PlatformDefault | null;
  /** Snapshots of another device, oldest first. */
  snapshots(device: string): readonly DeviceFacts[];
}

/** For which device and when an approval must hold; `at` null asks for any time. */
export interface ApprovalScope {
  readonly device: string;
  readonly at: Instant | null;
}
