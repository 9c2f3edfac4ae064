import type { At } from './at.ts';

/** A socket on which the device listens. `address` null is any. */
export interface Listener extends At {
  readonly protocol: 'tcp' | 'udp' | 'sctp' | 'raw';
  readonly address: string | null;
  readonly port: number;
  readonly process: string | null;
  readonly vrf: string | null;
}

/** A process that runs. */
export interface RunningProcess extends At {
  readonly name: string;
  readonly pid: number | null;
  readonly user: string | null;
}

/** Somebody who is logged in now. */
export interface Session extends At {
  readonly account: string | null;
  readonly from: string | null;
  /** Terminal as the platform names it: `vty 0`, `pts/0`, `con 0`. */
  readonly terminal: string;
}

/** A packet capture that is set up, whether or not it runs. */
export interface CapturePoint extends At {
  readonly name: string;
  readonly interface: string | null;
  readonly filter: string | null;
  /** Null when the output does not tell. */
  readonly active: boolean | null;
  /** File or address that it writes to. */
  readonly destination: string | null;
}

/** A container, guest shell or hosted application. */
export interface Container extends At {
  readonly name: string;
  /** State as the platform writes it, in lower case: `running`, `activated`, `deployed`, `stopped` … */
  readonly state: string;
}

/** What the device says of an image: a hash that it worked out or a signature that it checked. */
export interface ImageCheck extends At {
  readonly file: string;
  readonly algorithm: 'md5' | 'sha1' | 'sha256' | 'sha512' | null;
  readonly hash: string | null;
  readonly result: 'verified' | 'failed' | 'not-signed' | 'unknown';
  readonly signer: string | null;
}

/** A tunnel interface as it stands; ends are addresses, null when the output does not tell. */
export interface LiveTunnel extends At {
  readonly name: string;
  readonly source: string | null;
  readonly destination: string | null;
  readonly up: boolean | null;
}

/** A mirror session as it stands. */
export interface LiveMirror extends At {
  readonly name: string;
  readonly type: string;
  readonly source: string | null;
  readonly destination: string | null;
  readonly up: boolean | null;
}

/** Kinds of output that tell what a device does now, and not what it is set to do. */
export type StateView =
  | 'listeners'
  | 'processes'
  | 'sessions'
  | 'captures'
  | 'containers'
  | 'images'
  | 'tunnels'
  | 'mirrors'
  | 'acls'
  | 'aaa'
  | 'users'
  | 'logging'
  | 'snmp'
  | 'ntp'
  | 'intercepts';

/** What show commands say that a device does at the time of the snapshot. Only a view in `shown` says what is absent. */
export interface DeviceState {
  /** Views whose output stands whole in the snapshot. */
  readonly shown: readonly StateView[];
  readonly listeners: readonly Listener[];
  readonly processes: readonly RunningProcess[];
  readonly sessions: readonly Session[];
  readonly captures: readonly CapturePoint[];
  readonly containers: readonly Container[];
  readonly images: readonly ImageCheck[];
  readonly tunnels: readonly LiveTunnel[];
  readonly mirrors: readonly LiveMirror[];
  /** Names of access lists with the number of their entries. */
  readonly acls: readonly (At & { readonly name: string; readonly entries: number })[];
  readonly aaaServers: readonly (At & {
    readonly protocol: 'tacacs+' | 'radius';
    readonly address: string;
    readonly port: number | null;
  })[];
  readonly users: readonly (At & { readonly name: string; readonly role: string | null })[];
  readonly logHosts: readonly (At & { readonly address: string })[];
  readonly ntpPeers: readonly (At & { readonly address: string; readonly synchronised: boolean })[];
}
