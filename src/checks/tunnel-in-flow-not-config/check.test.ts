import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import { HOUR } from '../../base/time.ts';
import type { Conversation } from '../../model/flow.ts';
import type { DeviceView } from '../../model/view.ts';
import { tunnelTalks, wayOf } from './talks.ts';

runCases(import.meta.dirname);

const talk = (src: string, dst: string, more: Partial<Conversation> = {}): Conversation =>
  ({
    src,
    dst,
    protocol: 47,
    srcPort: 0,
    dstPort: 0,
    first: 0,
    last: HOUR,
    flows: 1,
    packets: 500,
    ...more,
  }) as Conversation;
const found = (...conversations: Conversation[]): string[] =>
  tunnelTalks({ conversations, owns: (a: string) => a.startsWith('10.') } as unknown as DeviceView).map(
    (t) => t.peer,
  );

describe('tunnelTalks', () => {
  it('begin or end at the device', () => {
    expect(found(talk('10.0.0.1', '192.0.2.1'), talk('192.0.2.2', '10.0.0.1'))).toEqual([
      '192.0.2.1',
      '192.0.2.2',
    ]);
    expect(found(talk('192.0.2.1', '192.0.2.2'), talk('10.0.0.1', '10.0.0.2'))).toEqual([]);
  });

  it('are more than a scan', () => {
    expect(found(talk('192.0.2.1', '10.0.0.1', { packets: 3 }))).toEqual([]);
    expect(found(talk('192.0.2.1', '10.0.0.1', { last: 5 }))).toEqual([]);
    expect(
      found(talk('192.0.2.1', '10.0.0.1', { packets: 3 }), talk('10.0.0.1', '192.0.2.1', { packets: 3 })),
    ).toEqual(['192.0.2.1']);
  });
});

describe('wayOf', () => {
  it('knows UDP by its ports only', () => {
    expect(wayOf(talk('a', 'b', { protocol: 17, dstPort: 4500 }))).toContain('IKE');
    expect(wayOf(talk('a', 'b', { protocol: 17, dstPort: 53 }))).toBeNull();
    expect(wayOf(talk('a', 'b', { protocol: 6, dstPort: 500 }))).toBeNull();
  });
});
