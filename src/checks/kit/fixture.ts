import type { DeviceFacts } from '../../model/device-facts.ts';
import type { CommandRecord, RecordKind, RegisterRecord, SeawallRecord } from '../../model/record.ts';
import type { DeviceView, FleetView } from '../../model/view.ts';

const EVIDENCE = 'a'.repeat(64);
const NOWHERE = { line: 1, lineEnd: 1 };

/** Facts of an empty, whole configuration for tests; the parts given take the place of the empty ones. */
export function someFacts(parts: Partial<DeviceFacts> = {}): DeviceFacts {
  const empty = {
    evidence: EVIDENCE,
    vendor: 'cisco',
    platform: 'ios',
    hostname: 'pe-01',
    hasConfig: true,
    complete: true,
    takenAt: 0,
    sourceInterfaces: {},
    snmp: { communities: [], groups: [], users: [], views: [], hosts: [] },
    logging: { enabled: null, hosts: [{ ...NOWHERE, address: '10.250.0.61' }], trap: null },
  };
  const lists =
    'users secrets aaaMethods aaaServers aaaGroups lines services acls aclBindings interfaces tunnels routes policyRoutes mirrors ntpServers flowCollectors unread areas';
  const none = Object.fromEntries(lists.split(' ').map((name) => [name, []]));
  return { ...none, ...empty, ...parts } as unknown as DeviceFacts;
}

/** A command record for tests, typed by `a.engineer` over SSH unless told otherwise. */
export function typed(command: string, parts: Partial<CommandRecord> = {}): CommandRecord {
  const ref = { evidence: EVIDENCE, line: 1, lineEnd: 1, byte: 0, length: 0 };
  const who = { account: 'a.engineer', from: '10.250.0.21', terminal: 'tty6', privilege: 15, task: null };
  const when = { at: 0, timeQuality: 'exact', count: 1, last: null } as const;
  return {
    kind: 'command',
    via: 'accounting',
    origin: 'name:pe-01',
    ...who,
    ...when,
    ref,
    text: command,
    command,
    ...parts,
  };
}

/** A register entry for tests. */
export function entry(
  parts: Pick<RegisterRecord, 'entry' | 'value'> & Partial<RegisterRecord>,
): RegisterRecord {
  const { ref } = typed('');
  const when = { at: null, timeQuality: 'none', count: 1, last: null, from: null, until: null } as const;
  const rest = { device: null, ticket: null, note: null, ref, text: '' };
  return { kind: 'register', origin: 'system:register', ...when, ...rest, ...parts };
}

/** What a view for tests is made from. */
export interface ViewParts {
  readonly configs?: readonly DeviceFacts[];
  readonly records?: readonly SeawallRecord[];
  readonly register?: readonly RegisterRecord[];
  /** Addresses of other devices, with their names. */
  readonly owners?: Readonly<Record<string, string>>;
  /** How many observations there are of each kind of evidence. */
  readonly counts?: Readonly<Record<string, number>>;
}

/** A view of the device pe-01 for tests. */
export function someView({
  configs = [],
  records = [],
  register = [],
  owners = {},
  counts = {},
}: ViewParts): DeviceView {
  const fleet: Partial<FleetView> = {
    devices: [],
    ownerOf: (address) => owners[address] ?? null,
    register: (kind) => register.filter((e) => e.entry === kind),
    hasRegister: register.length > 0,
    approved: (kind, value) => register.find((e) => e.entry === kind && e.value === value) ?? null,
    isManagement: () => false,
    defaultOf: () => null,
  };
  const view = {
    device: { id: 'pe-01', model: null, role: null },
    period: { from: 0, to: 1000 },
    configs,
    snapshots: configs,
    conversations: [],
    records: (kind: RecordKind) => records.filter((r) => r.kind === kind),
    coverage: (kind: string) => ({ count: counts[kind] ?? 0 }),
    owns: () => false,
    fleet,
  };
  return view as unknown as DeviceView;
}
