import { describe, expect, it } from 'vitest';
import { RecordingSink } from '../../kit/recording-sink.ts';
import { hostEntry, unnamedOrigin } from './origins.ts';
import { programName } from './program-name.ts';
import { Ties } from './ties.ts';

function tiesOf(pairs: readonly (readonly [string, string])[]): (readonly string[])[] {
  const ties = new Ties();
  for (const [address, name] of pairs) ties.note(address, name);
  const sink = new RecordingSink();
  ties.close(sink);
  return sink.ties.map((tie) => tie.origins);
}

describe('Ties', () => {
  it('ties an address to the one name that came from it', () => {
    const pairs = [
      ['addr:10.0.0.2', 'name:b'],
      ['addr:10.0.0.1', 'name:a'],
      ['addr:10.0.0.2', 'name:b'],
    ] as const;
    expect(tiesOf(pairs)).toEqual([
      ['addr:10.0.0.1', 'name:a'],
      ['addr:10.0.0.2', 'name:b'],
    ]);
    expect(tiesOf([...pairs].reverse())).toEqual(tiesOf(pairs));
  });
  it('ties nothing to a relay, from which several names came', () => {
    expect(
      tiesOf([
        ['addr:10.0.0.9', 'name:a'],
        ['addr:10.0.0.9', 'name:b'],
        ['addr:10.0.0.9', 'name:a'],
      ]),
    ).toEqual([]);
  });
});

describe('names', () => {
  it.each([
    ['PE-CHI-02.example.net', 'name:pe-chi-02'],
    ['relay/pe-chi-02', 'name:pe-chi-02'],
    ['s_net@10.0.0.1', 'addr:10.0.0.1'],
    ['2001:DB8::1', 'addr:2001:db8::1'],
  ])('%s is %s', (text, origin) => {
    expect(hostEntry(text).origin).toBe(origin);
  });
  it('gives lines without a host an origin of their own for each file', () => {
    expect(unnamedOrigin('ab'.repeat(32))).not.toBe(unnamedOrigin('cd'.repeat(32)));
  });
  it.each([
    ['/usr/sbin/cron', 'cron'],
    ['sshd-session', 'sshd'],
    ['sshd', 'sshd'],
  ])('program %s is %s', (tag, name) => {
    expect(programName(tag)).toBe(name);
  });
});
