import type { IntelIndex } from '../../intel/index.ts';
import type { Device } from '../../model/device.ts';
import type { Conversation, FlowSelect } from '../../model/flow.ts';
import type { SightedFlow } from '../../model/view.ts';
import type { StoredEvidence } from '../../store/contract.ts';
import type { Case } from '../case.ts';

/** What of the flows concerns which device. */
export interface GatheredFlows {
  readonly conversations: ReadonlyMap<string, readonly Conversation[]>;
  readonly sightings: ReadonlyMap<string, readonly SightedFlow[]>;
  /** Sensors that have seen a device, by device id. */
  readonly sensors: ReadonlyMap<string, readonly string[]>;
  readonly cut: boolean;
}

/** What is asked of the flow store. */
export interface FlowQuestion {
  readonly devices: readonly Device[];
  readonly deviceOf: ReadonlyMap<string, string>;
  readonly index: IntelIndex;
  readonly select: FlowSelect;
  readonly evidence: readonly StoredEvidence[];
}

const NOTHING: GatheredFlows = {
  conversations: new Map(),
  sightings: new Map(),
  sensors: new Map(),
  cut: false,
};

/** Asks the flow store, once for all devices, and shares the answers out; without flows the store stays closed. */
export async function gatherFlows(opened: Case, question: FlowQuestion): Promise<GatheredFlows> {
  if (!question.evidence.some((e) => e.flows > 0)) return NOTHING;
  const store = await opened.flows();
  const addresses = question.devices.flatMap((d) => d.addresses);
  const { conversations, truncated } = await store.conversations({ addresses, select: question.select });
  const { index } = question;
  const sighted = await store.sightings({
    addresses: index.addressValues(),
    networks: index.networkValues(),
    near: index.tellsNear,
  });
  const share = new Share(question);
  for (const conversation of conversations) share.conversation(conversation);
  for (const { conversation, value, near } of sighted.sightings)
    share.sighting({ conversation, value, near });
  return {
    conversations: share.conversations,
    sightings: share.sightings,
    sensors: new Map([...share.sensors].map(([id, set]) => [id, [...set].sort()])),
    cut: truncated || sighted.truncated,
  };
}

class Share {
  readonly conversations: Map<string, Conversation[]> = new Map();
  readonly sightings: Map<string, SightedFlow[]> = new Map();
  readonly sensors: Map<string, Set<string>> = new Map();
  private readonly deviceOf: ReadonlyMap<string, string>;
  private readonly idOf: ReadonlyMap<string, string>;

  constructor({ deviceOf, evidence }: FlowQuestion) {
    this.deviceOf = deviceOf;
    this.idOf = new Map(evidence.map((e) => [String(e.handle), e.id]));
  }

  conversation(raw: Conversation): void {
    const conversation = this.named(raw);
    for (const device of this.ends(conversation)) {
      push(this.conversations, device, conversation);
      if (conversation.exporter.startsWith('sensor:')) this.note(device, conversation.exporter);
    }
  }

  /** A flow with a shared address concerns its ends if they are ours, otherwise the router that saw it pass. */
  sighting(raw: SightedFlow): void {
    const sighted = { ...raw, conversation: this.named(raw.conversation) };
    const ends = this.ends(sighted.conversation);
    const exporter = this.deviceOf.get(`addr:${sighted.conversation.exporter}`);
    const concerned = ends.length > 0 || exporter === undefined ? ends : [exporter];
    for (const device of concerned) push(this.sightings, device, sighted);
  }

  private ends({ src, dst }: Conversation): string[] {
    const found = [this.deviceOf.get(`addr:${src}`), this.deviceOf.get(`addr:${dst}`)];
    return [...new Set(found.filter((d) => d !== undefined))];
  }

  private named(conversation: Conversation): Conversation {
    const evidence = this.idOf.get(conversation.ref.evidence) ?? conversation.ref.evidence;
    return { ...conversation, ref: { ...conversation.ref, evidence } };
  }

  private note(device: string, sensor: string): void {
    this.sensors.set(device, (this.sensors.get(device) ?? new Set()).add(sensor));
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
