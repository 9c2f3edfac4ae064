import { ACTOR } from '../fleet/people.ts';
import { rngFor } from '../fleet/rng.ts';
import type { OutputFile } from '../output.ts';
import { TOOL_SHA256 } from './tool.ts';

const AMBER = 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421';
const TLP2 = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';
const SHARED_AT = '2026-11-14T09:30:00.000Z';
const SEEN_FROM = '2026-10-01T00:00:00.000Z';

// A version 4 UUID in form only: made from the seed so that the bundle is the same each time.
const uuid = (label: string): string => {
  const rng = rngFor(`uuid/${label}`);
  const hex = (length: number): string => rng.text(length, '0123456789abcdef');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${rng.pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`;
};

const IDENTITY = `identity--${uuid('sharing-group')}`;

const shared = { spec_version: '2.1', created: SHARED_AT, modified: SHARED_AT, created_by_ref: IDENTITY };

const indicator = (label: string, what: { name: string; pattern: string; confidence: number }): object => ({
  type: 'indicator',
  ...shared,
  id: `indicator--${uuid(label)}`,
  name: what.name,
  description: 'SYNTHETIC. Written for the Harbor Telecom example; documentation addresses only.',
  indicator_types: ['malicious-activity'],
  pattern: what.pattern,
  pattern_type: 'stix',
  pattern_version: '2.1',
  valid_from: SEEN_FROM,
  confidence: what.confidence,
  object_marking_refs: [AMBER],
});

const objects = (): object[] => [
  {
    type: 'marking-definition',
    spec_version: '2.1',
    id: AMBER,
    created: '2022-10-01T00:00:00.000Z',
    name: 'TLP:AMBER',
    extensions: { [TLP2]: { extension_type: 'property-extension', tlp_2_0: 'amber' } },
  },
  {
    type: 'identity',
    spec_version: '2.1',
    id: IDENTITY,
    created: SHARED_AT,
    modified: SHARED_AT,
    name: 'Great Lakes Carrier Sharing Group (synthetic)',
    identity_class: 'group',
    object_marking_refs: [AMBER],
  },
  indicator('tunnel', {
    name: 'Tunnel end and rogue AAA server',
    pattern: `[ipv4-addr:value = '${ACTOR.tunnel}']`,
    confidence: 85,
  }),
  indicator('neighbour', {
    name: 'Staging host in the same rented network',
    pattern: "[ipv4-addr:value = '203.0.113.90']",
    confidence: 60,
  }),
  indicator('tool', {
    name: 'File-transfer tool left on a jump host',
    pattern: `[file:hashes.'SHA-256' = '${TOOL_SHA256}']`,
    confidence: 90,
  }),
];

/** What a sharing group sent after the period: two addresses and one hash, marked TLP:AMBER. */
export function intelFile(): OutputFile {
  const bundle = { type: 'bundle', id: `bundle--${uuid('bundle')}`, objects: objects() };
  return {
    path: 'intel/harbor-sharing-group.json',
    bytes: Buffer.from(`${JSON.stringify(bundle, null, 2)}\n`),
  };
}
