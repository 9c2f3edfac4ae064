import type { SecretStrength } from './secret.ts';

/** What a secret opens; also the order in which secrets are changed, so that nobody locks himself out. */
export type SecretPurpose = 'login' | 'aaa' | 'snmp' | 'ipsec' | 'routing' | 'other';

/** One secret to change, wherever it is used. */
export interface Rotation {
  readonly purpose: SecretPurpose;
  /** What it is used for, as facts name it: `user m.okafor`, `tacacs`, `snmp community`. */
  readonly uses: readonly string[];
  /** Devices whose stolen configuration holds it. */
  readonly stolenFrom: readonly string[];
  /** Devices that hold the same secret and whose configuration was not given as stolen. */
  readonly alsoOn: readonly string[];
  /** The weakest form in which it stands: what it costs the thief to have it in clear. */
  readonly strength: SecretStrength;
  readonly wellKnown: boolean;
  readonly places: readonly { readonly evidence: string; readonly line: number }[];
}

/** Somebody else whom the configuration names. */
export interface NamedPeer {
  readonly device: string;
  readonly what: 'bgp' | 'igp' | 'tunnel' | 'pseudowire';
  readonly address: string;
  readonly remoteAs: string | null;
  /** Device of the evidence that owns the address; null when nobody does. */
  readonly owner: string | null;
  readonly line: number;
}

/** What a thief of configurations holds. */
export interface Exposure {
  readonly devices: readonly {
    readonly name: string;
    readonly platform: string;
    readonly complete: boolean;
  }[];
  /** In the order in which they should be changed. */
  readonly rotation: readonly Rotation[];
  /** Management systems that the configuration leads to, by what they do. */
  readonly systems: readonly { readonly what: string; readonly addresses: readonly string[] }[];
  readonly peers: readonly NamedPeer[];
  /** Networks from which the devices may be managed. */
  readonly managementNetworks: readonly string[];
  /** Names that stand on interfaces: customers and partners, as somebody wrote them. */
  readonly named: readonly { readonly device: string; readonly interface: string; readonly text: string }[];
  /** Lines that were not understood and may hold more. */
  readonly unread: number;
}
