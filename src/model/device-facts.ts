import type { Instant } from '../base/time.ts';
import type { At } from './at.ts';
import type { CryptoUse } from './crypto-use.ts';
import type { DeviceState } from './device-state.ts';
import type { EvidenceId } from './evidence.ts';
import type { FactArea, UnreadLine } from './fact-area.ts';
import type { Origin, TimeQuality } from './record.ts';
import type { Secret } from './secret.ts';
import type { Snmp } from './snmp-facts.ts';

export type { At } from './at.ts';
export type { FactArea, UnreadLine } from './fact-area.ts';
export type { Secret, SecretStrength } from './secret.ts';
export type { Snmp } from './snmp-facts.ts';

/** A local user. */
export interface User extends At {
  readonly name: string;
  readonly privilege: number | null;
  /** Role, class or group that decides what the user may do, where the platform has them. */
  readonly role: string | null;
  readonly secret: Secret | null;
}

/** A method list: `aaa authentication login default group G local`. */
export interface AaaMethodList extends At {
  readonly phase: 'authentication' | 'authorization' | 'accounting';
  /** `login`, `enable`, `exec`, `commands 15`, `connection`, `system` … */
  readonly service: string;
  readonly list: string;
  /** Methods in order: `group tacacs+`, `local`, `none`, `enable` …; for accounting with the record kind first. */
  readonly methods: readonly string[];
}

/** An AAA server. */
export interface AaaServer extends At {
  readonly name: string;
  readonly protocol: 'tacacs+' | 'radius';
  readonly address: string;
  readonly port: number | null;
  readonly secret: Secret | null;
}

/** A group of AAA servers; members are addresses or server names. */
export interface AaaGroup extends At {
  readonly name: string;
  readonly protocol: 'tacacs+' | 'radius';
  readonly members: readonly string[];
  readonly vrf: string | null;
}

/** A terminal line range. `null` means that no line says it; the platform's default then holds. */
export interface TerminalLine extends At {
  readonly kind: 'vty' | 'console' | 'aux' | 'tty';
  readonly first: number;
  readonly last: number;
  readonly accessIn: string | null;
  readonly accessInVrfAlso: boolean;
  readonly accessOut: string | null;
  readonly accessIn6: string | null;
  readonly transportInput: readonly string[] | null;
  readonly transportOutput: readonly string[] | null;
  readonly login: string | null;
  /** Idle time-out in seconds; 0 is never; null is the default. */
  readonly execTimeout: number | null;
  /** Time after which a session ends though it is busy, in seconds; 0 is never; left out: no line says it. */
  readonly absoluteTimeout?: number;
  readonly rotary: number | null;
  /** Accounting lists that the line applies by name, each as service and list: `commands 15 VTY`; left out: none. */
  readonly accounting?: readonly string[];
  /** Level at which a session of the line starts (`privilege level 15`); null is the default (1 on IOS). */
  readonly privilege: number | null;
}

/** A network service of the device; `enabled: null` means that no line says it. */
export interface Service extends At {
  /** `http`, `https`, `ssh`, `telnet`, `smart-install`, `tftp-server`, `ftp-server`, `finger`, `guestshell`, `iox` … */
  readonly name: string;
  readonly enabled: boolean | null;
  readonly port: number | null;
  readonly acl: string | null;
  /** Further words as written, such as the file a tftp-server gives out or the rotary of an ssh port. */
  readonly detail: string | null;
}

/**
 * One entry of an access list. Source and destination are networks in CIDR or `any`. A source that names an object group
 * stands as one entry for each network of the group; `host-group NAME` is left where the group could not be resolved.
 */
export interface AclEntry extends At {
  readonly action: 'permit' | 'deny';
  readonly protocol: string;
  readonly source: string;
  readonly destination: string;
  readonly ports: string | null;
  readonly log: boolean;
  /** The object group through which the line names its source. */
  readonly through?: string;
}

/** An access list. */
export interface Acl extends At {
  readonly name: string;
  readonly family: 'ipv4' | 'ipv6';
  readonly entries: readonly AclEntry[];
}

/** Where an access list is put to use. */
export interface AclBinding extends At {
  readonly acl: string;
  /** `vty 0 4`, `snmp community`, `snmp group G`, `http`, `ntp`, `interface Gi0/0`, `ssh`, `copp` … */
  readonly where: string;
  readonly direction: 'in' | 'out' | null;
}

/** Logging settings. */
export interface Logging {
  readonly enabled: boolean | null;
  readonly hosts: readonly (At & {
    readonly address: string;
    readonly transport: string | null;
    readonly vrf: string | null;
  })[];
  /** Severity 0 to 7 sent to hosts; null is the default (6 on IOS). */
  readonly trap: (At & { readonly level: number }) | null;
  readonly sequenceNumbers: boolean;
  /** True when `archive / log config / logging enable` logs each configuration command. */
  readonly commandLogging: boolean;
  readonly timestamps: string | null;
  readonly sourceInterface: string | null;
}

/** An interface. Addresses in CIDR as written (`10.0.0.1/30`). */
export interface Interface extends At {
  readonly name: string;
  readonly role: 'loopback' | 'management' | 'tunnel' | 'other';
  readonly addresses: readonly string[];
  readonly vrf: string | null;
  readonly description: string | null;
  readonly shutdown: boolean;
  /** Neighbour discovery on this interface by name (`cdp`, `lldp`), where a line of its own says so. */
  readonly discovery: Readonly<Record<string, boolean>>;
  /** Names of the flow monitors or samplers on it; empty when it exports no flows. */
  readonly flow: readonly string[];
  /** How flow records are made of what comes in here: of all packets or of a sample; left out: none are. */
  readonly flowIn?: 'all' | 'sampled';
}

/**
 * A tunnel, VXLAN peer or pseudowire. Ends are addresses, interface names (source) or host names; null when no line says
 * it, as where a routing protocol finds the peers of `vxlan multipoint`.
 */
export interface Tunnel extends At {
  readonly name: string;
  /** `gre ip`, `gre multipoint`, `ipsec ipv4`, `ipip`, `vxlan`, `mpls pseudowire` …; `gre ip` is the IOS default. */
  readonly mode: string;
  readonly source: string | null;
  readonly destination: string | null;
  readonly shutdown: boolean;
}

/** A static route. */
export interface Route extends At {
  readonly prefix: string;
  /** Interface name, address, or both with a space. */
  readonly via: string;
  readonly vrf: string | null;
}

/** One step of a route map that sends traffic somewhere by policy, past the routing table. */
export interface PolicyRoute extends At {
  readonly map: string;
  readonly sequence: number;
  /** Access lists that tell which traffic; empty means all. */
  readonly acls: readonly string[];
  /** Where it is sent: interface names and addresses of next hops, in order. */
  readonly via: readonly string[];
  /** Where the map is put to use: interface names, `local` for the traffic of the device itself; empty when nowhere. */
  readonly where: readonly string[];
}

/** A mirror of traffic (SPAN, RSPAN, ERSPAN, traffic export). */
export interface Mirror extends At {
  readonly name: string;
  readonly type: string;
  readonly source: string | null;
  readonly destination: string | null;
}

/** A routing neighbour. */
export interface RoutingPeer extends At {
  readonly protocol: string;
  readonly address: string;
  readonly remoteAs: string | null;
  readonly authenticated: boolean;
}

/** A script or program that the device runs by itself: EEM applet or event policy, kron, Tcl, scheduler, script file. */
export interface Script extends At {
  readonly kind: 'eem' | 'kron' | 'tcl' | 'scheduler' | 'script';
  readonly name: string;
  readonly body: readonly string[];
}

/** What one snapshot says a device is and is set to do, vendor-neutral. */
export interface DeviceFacts {
  readonly evidence: EvidenceId;
  /** Position among the snapshots of the same evidence (a capture may hold several devices), from 0. */
  readonly ordinal: number;
  /** All origins that this snapshot ties to the device: name, addresses of interfaces, serials. */
  readonly aliases: readonly Origin[];
  readonly hostname: string | null;
  readonly vendor: string;
  /** `ios`, `ios-xe` … */
  readonly platform: string;
  /** When it was taken, as the capture or its headers say; null when nothing tells. */
  readonly takenAt: Instant | null;
  readonly takenQuality: TimeQuality;
  /** Time of the last change that the configuration's own header names, and by whom. */
  readonly changedAt: Instant | null;
  readonly changedBy: string | null;
  /** True when a whole running or startup configuration stands in it; false for show outputs only. */
  readonly hasConfig: boolean;
  /** True when the configuration ends in `end` or its device's own end mark: it was not cut off. */
  readonly complete: boolean;
  readonly areas: readonly FactArea[];
  readonly model: string | null;
  readonly serials: readonly string[];
  readonly version: (At & { readonly text: string }) | null;
  readonly image: (At & { readonly text: string }) | null;
  readonly uptimeSeconds: number | null;
  readonly users: readonly User[];
  /** Every secret of the configuration, those of users and servers too. */
  readonly secrets: readonly Secret[];
  readonly aaaNewModel: boolean | null;
  readonly aaaMethods: readonly AaaMethodList[];
  readonly aaaServers: readonly AaaServer[];
  readonly aaaGroups: readonly AaaGroup[];
  readonly lines: readonly TerminalLine[];
  readonly services: readonly Service[];
  readonly acls: readonly Acl[];
  readonly aclBindings: readonly AclBinding[];
  readonly snmp: Snmp;
  readonly logging: Logging;
  readonly ntpServers: readonly (At & {
    readonly address: string;
    readonly authenticated: boolean;
    /** The VRF through which it is asked, where a line names one. */
    readonly vrf?: string;
  })[];
  /** Offset of the device's clock zone from UTC in minutes; null when not set (UTC). */
  readonly zoneOffsetMinutes: number | null;
  readonly interfaces: readonly Interface[];
  readonly tunnels: readonly Tunnel[];
  readonly routes: readonly Route[];
  readonly policyRoutes: readonly PolicyRoute[];
  readonly mirrors: readonly Mirror[];
  readonly routingPeers: readonly RoutingPeer[];
  readonly scripts: readonly Script[];
  readonly flowCollectors: readonly (At & { readonly address: string; readonly source: string | null })[];
  /** Interface whose address the device uses for SSH out, TACACS+, logging …, by service name. */
  readonly sourceInterfaces: Readonly<Record<string, string>>;
  readonly crypto: readonly CryptoUse[];
  /** What show commands in the snapshot say of the running device; null when none stands in it. */
  readonly state: DeviceState | null;
  readonly unread: readonly UnreadLine[];
}
