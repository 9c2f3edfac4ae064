import { describe, expect, it } from 'vitest';
import { fixOf } from '../../../test/harness/fix-of.ts';
import { runCases } from '../../../test/harness/run-cases.ts';
import type { Secret, SecretStrength } from '../../model/device-facts.ts';
import type { Hit } from '../../model/verdict.ts';
import { someFacts, someView } from '../kit/fixture.ts';
import { check } from './check.ts';

runCases(import.meta.dirname);

function hits(use: string, type: string, strength: SecretStrength): readonly Hit[] {
  const secret: Secret = {
    use,
    type,
    strength,
    length: 9,
    group: 'g',
    wellKnown: false,
    line: 1,
    lineEnd: 1,
  };
  return check.evaluate(someView({ configs: [someFacts({ secrets: [secret] })] }));
}

describe('severity', () => {
  it('is worst where the form gives the password of a way in', () => {
    expect(hits('user backup', '7', 'reversible')[0]?.severity).toBe('high');
    expect(hits('user backup', '5', 'weak')[0]?.severity).toBe('medium');
    expect(hits('tacacs', '0', 'plaintext')[0]?.severity).toBe('medium');
    expect(hits('ospf', '7', 'reversible')[0]?.severity).toBe('low');
  });

  it('is none for forms that are good enough, and for communities', () => {
    expect(hits('enable', '9', 'acceptable')).toEqual([]);
    expect(hits('enable', '8', 'strong')).toEqual([]);
    expect(hits('snmp community', 'community', 'plaintext')).toEqual([]);
  });
});

it('names the account, and shows length and type only', () => {
  const [hit] = hits('user backup', '7', 'reversible');
  expect(hit?.accounts).toEqual(['backup']);
  expect(hit?.proof[0]?.text).toBe('user backup: <type 7, 9 characters>');
});

describe('fix of secret-weak', () => {
  // As the device shows what it was given.
  const FILLED = { 'algorithm-type sha256 secret <NEW SECRET>': 'secret 8 $8$synthetic$text' };
  const fixed = (...lines: string[]): ReturnType<typeof fixOf> =>
    fixOf(
      check,
      ['version 15.4', 'hostname pe-01', 'enable secret 9 $9$synthetic$text', ...lines, 'end'],
      FILLED,
    );

  it.each([
    [
      ['username noc privilege 15 password 7 0822455D0A16'],
      ['no username noc', 'username noc privilege 15 algorithm-type sha256 secret <NEW SECRET>'],
    ],
    [
      ['username noc privilege 15 secret 5 $1$syn$thetic'],
      ['username noc privilege 15 algorithm-type sha256 secret <NEW SECRET>'],
    ],
    [
      ['enable password 7 0822455D0A16'],
      ['no enable password', 'enable algorithm-type sha256 secret <NEW SECRET>'],
    ],
    [
      ['aaa new-model', 'line con 0', ' password 7 0822455D0A16'],
      ['line con 0', ' no password'],
    ],
  ])('of %j makes the check clear', async (lines, expected) => {
    const { before, fix, after, worse } = await fixed(...lines);
    expect(before).toBe('hit');
    expect(fix?.lines).toEqual(expected);
    expect(after).toBe('clear');
    expect(worse).toEqual([]);
  });

  it('names what it leaves to people, and writes nothing where that is all', async () => {
    const key = 'crypto isakmp key Xq7synth-long-enough address 203.0.113.1';
    const both = await fixed(key, 'username noc secret 5 $1$syn$thetic');
    expect(both.fix?.first.join(' ')).toContain('Not in these lines: ike.');
    expect((await fixed(key)).fix).toBeNull();
  });
});
