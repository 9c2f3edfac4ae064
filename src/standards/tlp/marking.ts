import { parseTlp, TLP_LABELS, type TlpLabel } from './tlp.ts';

/** Id of the STIX extension that carries TLP 2.0 (OASIS common object repository). */
export const TLP2_EXTENSION = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';

const TLP2_IDS: Readonly<Record<TlpLabel, string>> = {
  CLEAR: 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
  GREEN: 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  AMBER: 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  'AMBER+STRICT': 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003',
  RED: 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
};

/** STIX 2.1 section 7.2.1.4: the four TLP 1.0 objects, which no one may redefine. */
const TLP1_IDS: ReadonlyMap<string, TlpLabel> = new Map([
  ['marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9', 'CLEAR'],
  ['marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da', 'GREEN'],
  ['marking-definition--f88d31f6-486f-44da-b317-01333bde0b82', 'AMBER'],
  ['marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed', 'RED'],
]);

/** A TLP 2.0 marking definition in STIX 2.1. */
export interface TlpMarking {
  readonly type: 'marking-definition';
  readonly spec_version: '2.1';
  readonly id: string;
  readonly created: string;
  readonly name: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** The STIX id of the TLP 2.0 marking of a label. */
export function tlpMarkingId(label: TlpLabel): string {
  return TLP2_IDS[label];
}

/** The STIX 2.1 object of the TLP 2.0 marking of a label. */
export function tlpMarking(label: TlpLabel): TlpMarking {
  return {
    type: 'marking-definition',
    spec_version: '2.1',
    id: TLP2_IDS[label],
    created: '2022-10-01T00:00:00.000Z',
    name: `TLP:${label}`,
    extensions: { [TLP2_EXTENSION]: { extension_type: 'property-extension', tlp_2_0: label.toLowerCase() } },
  };
}

/** The label that a well-known marking id stands for, TLP 1.0 or 2.0; null for any other id. */
export function tlpOfId(id: string): TlpLabel | null {
  return TLP1_IDS.get(id) ?? TLP_LABELS.find((label) => TLP2_IDS[label] === id) ?? null;
}

function member(value: unknown, key: string): unknown {
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

/** The label that a marking definition object states: by its id, its TLP 2.0 extension, or its TLP 1.0 definition. */
export function tlpOfMarking(marking: unknown): TlpLabel | null {
  const id = member(marking, 'id');
  const known = typeof id === 'string' ? tlpOfId(id) : null;
  if (known) return known;
  const two = member(member(member(marking, 'extensions'), TLP2_EXTENSION), 'tlp_2_0');
  const one = member(member(marking, 'definition'), 'tlp');
  if (typeof two === 'string') return parseTlp(two);
  return typeof one === 'string' ? parseTlp(one) : null;
}
