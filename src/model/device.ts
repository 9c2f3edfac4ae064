import type { Origin } from './record.ts';

/** One device, router or host, after its names and addresses were brought together. */
export interface Device {
  /** Canonical id: its host name in lower case where known, otherwise an address or serial. */
  readonly id: string;
  readonly origins: readonly Origin[];
  readonly names: readonly string[];
  readonly addresses: readonly string[];
  readonly serials: readonly string[];
  readonly vendor: string | null;
  readonly platform: string | null;
  readonly model: string | null;
  readonly role: string | null;
  readonly site: string | null;
  /** True when it stands in an inventory. */
  readonly inventoried: boolean;
  /** `router` when configuration, inventory or Cisco-form logs say so; `host` for Linux; `system` for crown jewels. */
  readonly sort: 'router' | 'host' | 'system' | 'unknown';
  /** What ties the origins together, one sentence each. */
  readonly because: readonly string[];
}

/** An origin that several devices claim, so that nothing is joined over it. */
export interface AmbiguousOrigin {
  readonly origin: Origin;
  readonly devices: readonly string[];
}
