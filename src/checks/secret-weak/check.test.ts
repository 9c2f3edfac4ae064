import { describe, expect, it } from 'vitest';
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
