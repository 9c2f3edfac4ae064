import { describe, expect, it } from 'vitest';
import { forgeIpfix, forgeSet, forgeV5, forgeV9, pack } from './forge.ts';
import { frameAt, isPayload } from './framing.ts';

const NOW = Date.UTC(2026, 9, 20) / 1000;
const FLOW = { src: 1, dst: 2, srcPort: 3, dstPort: 4, protocol: 6, packets: 1, bytes: 1, first: 0, last: 0 };
const V5 = forgeV5({ seconds: NOW }, [FLOW, FLOW]);
const V9 = forgeV9(
  { seconds: NOW },
  forgeSet(0, pack([256, 2], [1, 2], [8, 2], [4, 2])),
  forgeSet(256, Buffer.alloc(8)),
);
const IPFIX = forgeIpfix({ seconds: NOW }, forgeSet(256, Buffer.alloc(8)));

describe('frameAt', () => {
  it.each([
    ['NetFlow v5', V5],
    ['NetFlow v9', V9],
    ['IPFIX', IPFIX],
  ])('finds the end of %s before any other datagram', (_name, one) => {
    for (const next of [V5, V9, IPFIX]) {
      const bytes = Buffer.concat([one, next]);
      const frame = frameAt({ bytes, at: 0, end: bytes.length, last: true, walked: 0 });
      expect(frame).toEqual({ kind: 'datagram', length: one.length });
    }
  });

  it('asks for more while the end of a NetFlow v9 datagram is not in sight, and goes on where it was', () => {
    const frame = frameAt({ bytes: V9, at: 0, end: V9.length, last: false, walked: 0 });
    expect(frame).toEqual({ kind: 'more', walked: V9.length });
    const bytes = Buffer.concat([V9, V9]);
    const again = frameAt({ bytes, at: 0, end: bytes.length, last: false, walked: V9.length });
    expect(again).toEqual({ kind: 'datagram', length: V9.length });
  });

  it('takes what is there of the last datagram of a file', () => {
    const cut = V5.subarray(0, 60);
    expect(frameAt({ bytes: cut, at: 0, end: 60, last: true, walked: 0 })).toEqual({
      kind: 'datagram',
      length: 60,
    });
    expect(frameAt({ bytes: cut, at: 0, end: 60, last: false, walked: 0 })).toMatchObject({ kind: 'more' });
  });
});

describe('isPayload', () => {
  it('knows whole datagrams by content', () => {
    for (const bytes of [V5, V9, IPFIX]) expect(isPayload(bytes, 0, bytes.length)).toBe(true);
  });

  it('refuses other lengths, other times and other protocols', () => {
    expect(isPayload(V5, 0, V5.length - 1)).toBe(false);
    expect(isPayload(forgeV5({ seconds: 1000 }, [FLOW]), 0, 72)).toBe(false);
    const dns = Buffer.from('000a01000001000000000000076578616d706c65036f72670000010001', 'hex');
    expect(isPayload(dns, 0, dns.length)).toBe(false);
  });
});
