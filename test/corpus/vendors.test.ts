import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { confusion, labelOf } from './vendors.ts';

const CONFIGS = join(import.meta.dirname, '../../../shared/data/samples/configs');
/** Files that the source of their own platform took when this was written; most of the others are fragments. */
const LEAST: Readonly<Record<string, number>> = {
  'arista-eos': 60,
  'cisco-ios': 42,
  'cisco-iosxr': 71,
  'cisco-nxos': 106,
  'huawei-vrp': 7,
  junos: 174,
  'nokia-sros': 31,
};
/** Files that a source of another platform takes: fragments that could be of several, and wrong labels. */
const MOST_WRONG = 8;

describe('labelOf', () => {
  it.each([
    ['x/cisco_nxos/grammar/a', 'cisco-nxos'],
    ['x/arista/snapshots/y', 'arista-eos'],
    ['x/f5_ltm/show', 'none'],
    ['x/dataplane/configs/r1', null],
  ])('reads the platform of %s off its folders', (path, label) => {
    expect(labelOf(path)).toBe(label);
  });
});

describe.skipIf(!existsSync(CONFIGS))(
  'platforms of ../shared/data/samples/configs (skipped where absent)',
  () => {
    it('are told by content as their folders name them', () => {
      const table = confusion(CONFIGS);
      const wrong: string[] = [];
      for (const [label, row] of [...table].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
        console.log(`${label}: ${[...row].map(([source, files]) => `${source} ${files.length}`).join(', ')}`);
        const named = label === 'none' ? ['none', 'other-makers'] : ['none', label];
        for (const [source, files] of row) if (!named.includes(source)) wrong.push(...files);
      }
      for (const [label, least] of Object.entries(LEAST))
        expect(table.get(label)?.get(label)?.length ?? 0, label).toBeGreaterThanOrEqual(least);
      expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(MOST_WRONG);
    });
  },
);
