import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../../base/package-root.ts';
import { headOf, readWith } from '../../kit/recording-sink.ts';
import { columnMap } from './source.ts';

const EXAMPLE = join(import.meta.dirname, '../../../../examples/harbor-telecom/evidence/access');
const content = readContent('access-maps');

describe.each(['cdr-warehouse.csv', 'intercept-admin.jsonl'])('%s of Harbor Telecom', (name) => {
  const bytes = readFileSync(join(EXAMPLE, name));
  const sink = readWith(columnMap, bytes, { content });

  it('is recognised and read to its last row', () => {
    expect(columnMap.recognise(headOf(bytes))).toBe(0.9);
    expect(sink.bytes('read') + sink.bytes('set-aside')).toBe(bytes.length);
    expect(sink.of('access').length).toBeGreaterThan(100);
    expect(sink.unreadLines).toEqual([]);
  });

  it('leaves no number of a subscriber behind', () => {
    expect(bytes.toString()).toMatch(/555\D?01\d\d/);
    expect(JSON.stringify([sink.records, sink.accounts])).not.toMatch(
      /\+1|202\D?555|(?<![0-9a-f])1?\d{3}55501\d\d/,
    );
  });

  it('names each action of the export', () => {
    expect(sink.of('access').filter((record) => record.action === 'other')).toEqual([]);
  });
});
