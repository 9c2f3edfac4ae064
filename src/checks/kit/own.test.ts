import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../model/flow.ts';
import type { DeviceView } from '../../model/view.ts';
import { someView } from './fixture.ts';
import { ownEnd, surelyOwns } from './own.ts';

const PE = '10.255.0.1';
const CLAIMED = '203.0.113.66';

function view(surely?: readonly string[]): DeviceView {
  const owned = { ...someView({}), owns: (a: string): boolean => a === PE || a === CLAIMED };
  return surely ? { ...owned, ownsSurely: (a) => surely.includes(a) } : owned;
}

const talk = (src: string, dst: string): Conversation => ({ src, dst }) as Conversation;

describe('whose end is whose', () => {
  it('the end that only a log line claims is the stranger', () => {
    expect(ownEnd(view([PE]), talk(CLAIMED, PE))).toBe('dst');
    expect(ownEnd(view([PE]), talk(PE, CLAIMED))).toBe('src');
    expect(surelyOwns(view([PE]), CLAIMED)).toBe(false);
  });

  it('a claimed address alone is still an end of the device', () => {
    expect(ownEnd(view([PE]), talk(CLAIMED, '198.51.100.9'))).toBe('src');
    expect(ownEnd(view([PE]), talk('198.51.100.9', '198.51.100.8'))).toBeNull();
  });

  it('two ends of the same standing are no talk with anybody else', () => {
    expect(ownEnd(view([PE, CLAIMED]), talk(CLAIMED, PE))).toBeNull();
    expect(ownEnd(view([]), talk(CLAIMED, PE))).toBeNull();
    expect(ownEnd(view(), talk(CLAIMED, PE))).toBeNull();
  });
});
