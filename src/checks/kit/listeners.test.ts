import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../model/flow.ts';
import type { DeviceView } from '../../model/view.ts';
import { someView } from './fixture.ts';
import { talksTo } from './listeners.ts';
import { cameBack, isSession, listenerHit } from './odd-listener.ts';

const OWN = '10.250.9.1';
const FAR = '203.0.113.67';

function talk(parts: Partial<Conversation>): Conversation {
  const ref = { evidence: 'a'.repeat(64), line: 0, lineEnd: 0, byte: 0, length: 0 };
  const ends = { src: FAR, dst: OWN, srcPort: 0, dstPort: 22_122, protocol: 6 };
  const much = { first: 0, last: 1000, flows: 1, packets: 10, bytes: 6000 };
  return { exporter: OWN, ref, ...ends, ...much, ...parts };
}

function view(conversations: readonly Conversation[]): DeviceView {
  return { ...someView({}), conversations, owns: (address: string) => address === OWN };
}

const odd = (port: number): boolean => port === 22_122;
const answer = talk({ src: OWN, dst: FAR, srcPort: 22_122, dstPort: 0 });

describe('talksTo', () => {
  it('joins both directions of a talk, whichever comes first', () => {
    for (const list of [
      [talk({}), answer],
      [answer, talk({})],
    ])
      expect(talksTo(view(list), odd)).toMatchObject([{ client: FAR, received: 6000, sent: 6000, flows: 2 }]);
  });

  it.each([
    ['the device is the client of a service', { src: OWN, dst: FAR, srcPort: 22_122, dstPort: 49 }],
    ['the port is on the far side', { srcPort: 22_122, dstPort: 0 }],
    ['another protocol', { protocol: 17 }],
    ['both ends are its own', { src: OWN }],
    ['it only passes through', { dst: '192.0.2.9' }],
  ])('leaves alone: %s', (_, parts) => {
    expect(talksTo(view([talk(parts)]), odd)).toEqual([]);
  });
});

describe('listenerHit', () => {
  const hit = (list: readonly Conversation[]): ReturnType<typeof listenerHit> => {
    const [first] = talksTo(view(list), odd);
    if (!first) throw new Error('no talk');
    return listenerHit(view(list), first, { does: 'talked to', key: 'k' });
  };

  it('weighs a session from outside more than packets without an answer', () => {
    expect(hit([talk({}), answer]).severity).toBe('high');
    expect(hit([talk({})]).severity).toBe('low');
  });

  it('is sure only of a client that came back', () => {
    const later = { first: 5 * 3_600_000, last: 5 * 3_600_000 + 1000 };
    const twice = [talk({}), answer, talk(later), { ...answer, ...later }];
    expect(hit(twice).confidence).toBe('high');
    expect(hit([talk({}), answer]).confidence).toBe('medium');
  });
});

describe('isSession and cameBack', () => {
  const [once] = talksTo(view([talk({}), answer]), odd);

  it('ask for both directions, and for much or long', () => {
    if (!once) throw new Error('no talk');
    expect(isSession(once)).toBe(true);
    expect(isSession({ ...once, sent: 0 })).toBe(false);
    expect(isSession({ ...once, sent: 1, received: 1 })).toBe(false);
    expect(isSession({ ...once, sent: 1, received: 1, last: 3_600_000 })).toBe(true);
    expect(cameBack(once)).toBe(false);
  });
});
