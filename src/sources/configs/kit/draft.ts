import type { DeviceFacts, Logging, Snmp } from '../../../model/device-facts.ts';
import type { DeviceState } from '../../../model/device-state.ts';

type Open<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

/** Device facts while they are being gathered: the same shape, but open to writing. */
export type Draft = Open<Omit<DeviceFacts, 'snmp' | 'logging' | 'sourceInterfaces' | 'state'>> & {
  snmp: Open<Snmp>;
  logging: Open<Logging>;
  sourceInterfaces: Record<string, string>;
  state: OpenState | null;
};

/** The state of a device while it is being gathered. */
export type OpenState = Open<DeviceState>;

/** The state of a draft, made when a show command first has something to say. */
export function stateOf(draft: Draft): OpenState {
  draft.state ??= {
    shown: [],
    listeners: [],
    processes: [],
    sessions: [],
    captures: [],
    containers: [],
    images: [],
    tunnels: [],
    mirrors: [],
    acls: [],
    aaaServers: [],
    users: [],
    logHosts: [],
    ntpPeers: [],
  };
  return draft.state;
}

/** Facts that say nothing yet about a device of this vendor and platform. */
export function emptyDraft(evidence: string, vendor: string, platform: string): Draft {
  return { ...identity(evidence, vendor, platform), ...access(), ...services(), ...network() };
}

type Identity =
  | 'evidence'
  | 'ordinal'
  | 'aliases'
  | 'hostname'
  | 'vendor'
  | 'platform'
  | 'takenAt'
  | 'takenQuality'
  | 'changedAt'
  | 'changedBy'
  | 'hasConfig'
  | 'complete'
  | 'areas'
  | 'model'
  | 'serials'
  | 'version'
  | 'image'
  | 'uptimeSeconds';

function identity(evidence: string, vendor: string, platform: string): Pick<Draft, Identity> {
  return {
    evidence,
    ordinal: 0,
    aliases: [],
    hostname: null,
    vendor,
    platform,
    takenAt: null,
    takenQuality: 'none',
    changedAt: null,
    changedBy: null,
    hasConfig: false,
    complete: false,
    areas: [],
    model: null,
    serials: [],
    version: null,
    image: null,
    uptimeSeconds: null,
  };
}

type Access = 'users' | 'secrets' | 'aaaNewModel' | 'aaaMethods' | 'aaaServers' | 'aaaGroups' | 'lines';

function access(): Pick<Draft, Access> {
  return {
    users: [],
    secrets: [],
    aaaNewModel: null,
    aaaMethods: [],
    aaaServers: [],
    aaaGroups: [],
    lines: [],
  };
}

type Services =
  | 'services'
  | 'acls'
  | 'aclBindings'
  | 'snmp'
  | 'logging'
  | 'ntpServers'
  | 'zoneOffsetMinutes'
  | 'scripts';

function services(): Pick<Draft, Services> {
  return {
    services: [],
    acls: [],
    aclBindings: [],
    snmp: { communities: [], groups: [], users: [], views: [], hosts: [] },
    logging: {
      enabled: null,
      hosts: [],
      trap: null,
      sequenceNumbers: false,
      commandLogging: false,
      timestamps: null,
      sourceInterface: null,
    },
    ntpServers: [],
    zoneOffsetMinutes: null,
    scripts: [],
  };
}

type Network =
  | 'interfaces'
  | 'tunnels'
  | 'routes'
  | 'policyRoutes'
  | 'mirrors'
  | 'routingPeers'
  | 'flowCollectors'
  | 'sourceInterfaces'
  | 'crypto'
  | 'state'
  | 'unread';

function network(): Pick<Draft, Network> {
  return {
    interfaces: [],
    tunnels: [],
    routes: [],
    policyRoutes: [],
    mirrors: [],
    routingPeers: [],
    flowCollectors: [],
    sourceInterfaces: {},
    crypto: [],
    state: null,
    unread: [],
  };
}
