import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import type { Conversation } from '../../model/flow.ts';
import type { DeviceView } from '../../model/view.ts';
import { asked } from './asked.ts';

runCases(import.meta.dirname);

const OWN = '10.0.0.1';
const servers = (more: Partial<Conversation>): string[] => {
  const talk = {
    src: OWN,
    dst: '192.0.2.9',
    protocol: 6,
    srcPort: 0,
    dstPort: 49,
    packets: 10,
    ...more,
  } as Conversation;
  return asked({ conversations: [talk], owns: (a: string) => a === OWN } as unknown as DeviceView).map(
    (a) => a.server,
  );
};

describe('asked', () => {
  it('sees the question and the answer', () => {
    expect(servers({})).toEqual(['192.0.2.9']);
    expect(servers({ src: '192.0.2.9', dst: OWN, srcPort: 1813, dstPort: 0, protocol: 17 })).toEqual([
      '192.0.2.9',
    ]);
  });

  it('leaves out those who ask the device, stray answers and other protocols', () => {
    expect(servers({ src: '192.0.2.9', dst: OWN })).toEqual([]);
    expect(servers({ src: '192.0.2.9', dst: OWN, srcPort: 49, dstPort: 0, packets: 1 })).toEqual([]);
    expect(servers({ src: '192.0.2.9', dst: OWN, srcPort: 49, dstPort: 22 })).toEqual([]);
    expect(servers({ protocol: 17 })).toEqual([]);
    expect(servers({ protocol: 6, dstPort: 1812 })).toEqual([]);
  });
});
