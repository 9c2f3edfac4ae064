import { describe, expect, it } from 'vitest';
import type { FlowBatch } from '../../../model/flow.ts';
import { CHUNK } from './database.ts';
import { Stage } from './stage.ts';

/** A batch whose row i has source port i and the IPv6 source (i, i + 1). */
function batchOf(rows: number): FlowBatch {
  const plain = new Stage();
  for (let i = 0; i < rows; i += 1) {
    plain.srcPort[i] = i;
    plain.src6[i * 2] = BigInt(i);
    plain.src6[i * 2 + 1] = BigInt(i + 1);
  }
  return { ...plain, length: rows, exporter: '192.0.2.1' };
}

describe('Stage', () => {
  it('puts small batches side by side with their evidence and exporter', () => {
    const stage = new Stage();
    stage.take(batchOf(2), { ev: 1, ex: 5, from: 0 });
    stage.take(batchOf(3), { ev: 2, ex: 6, from: 1 });
    expect(stage.rows).toBe(4);
    expect([...stage.ev.subarray(0, 4)]).toEqual([1, 1, 2, 2]);
    expect([...stage.ex.subarray(0, 4)]).toEqual([5, 5, 6, 6]);
    expect([...stage.srcPort.subarray(0, 4)]).toEqual([0, 1, 1, 2]);
    expect([...stage.src6.subarray(0, 8)]).toEqual([0n, 1n, 1n, 2n, 1n, 2n, 2n, 3n]);
  });

  it('takes no more than a chunk and tells how many, so that the rest follows', () => {
    const stage = new Stage();
    const batch = batchOf(CHUNK);
    stage.take(batch, { ev: 0, ex: 0, from: CHUNK - 10 });
    expect(stage.take(batch, { ev: 0, ex: 0, from: 0 })).toBe(CHUNK - 10);
    expect(stage.full).toBe(true);
    stage.rows = 0;
    expect(stage.take(batch, { ev: 0, ex: 0, from: CHUNK - 10 })).toBe(10);
    expect(stage.srcPort[0]).toBe(CHUNK - 10);
  });
});
