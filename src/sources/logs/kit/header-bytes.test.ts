import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, isHost, mnemonicEnd, sequenceEnd, skipBlanks, uptimeEnd, wordEnd } from './header-bytes.ts';
import { structuredDataEnd } from './structured-data.ts';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');
type Find = (bytes: Uint8Array, at: number, to: number) => number;
const find = (of: Find, text: string): string | null => {
  const bytes = bytesOf(text);
  const end = of(bytes, 0, bytes.length);
  return end < 0 ? null : text.slice(0, end);
};

describe('mnemonicEnd', () => {
  it.each([
    ['SYS-5-CONFIG_I: x', 'SYS-5-CONFIG_I'],
    ['SYSMGR-STANDBY-3-SHUTDOWN_START: x', 'SYSMGR-STANDBY-3-SHUTDOWN_START'],
    ['SECURITY-SSHD-6-INFO_GENERAL : x', 'SECURITY-SSHD-6-INFO_GENERAL'],
    ['ASA-6-605005: x', 'ASA-6-605005'],
  ])('%s', (text, name) => {
    expect(find(mnemonicEnd, text)).toBe(name);
  });
  it.each([
    'Invalid input detected',
    'SYS-CONFIG_I: x',
    'SYS-5-: x',
    'SYS-5-CONFIG_I',
    'SYS-5-CONFIG_I;',
    '',
    '-5-X: x'.slice(1),
  ])('refuses %s', (text) => {
    expect(find(mnemonicEnd, text)).toBeNull();
  });
});

describe('uptimeEnd', () => {
  it.each(['00:00:12: ', '1d02h: ', '2w3d: ', '1y20w: ', '00:01:01.123: '])('%s', (text) => {
    expect(find(uptimeEnd, `${text}%SYS`)).toBe(text.trimEnd());
  });
  it.each(['12: ', '1d: ', '1d02h', '00:00: ', 'ab: ', '1:2:3:4: ', ': '])('refuses %s', (text) => {
    expect(find(uptimeEnd, text)).toBeNull();
  });
});

describe('sequenceEnd', () => {
  it('reads digits before a colon and a space, at most ten', () => {
    expect(find(sequenceEnd, '000123: x')).toBe('000123:');
    expect(decimal(bytesOf('000123'), 0, 6)).toBe(123);
    for (const text of ['12345678901: x', '12:34', '12:', ': x', '12 x'])
      expect(find(sequenceEnd, text)).toBeNull();
  });
});

describe('isHost', () => {
  it.each(['pe-1', 'PE_1.example.net', '192.0.2.1', '2001:db8::1', 'relay/pe-1', 's@pe-1', 'a'])(
    '%s',
    (text) => {
      expect(isHost(bytesOf(text), 0, text.length)).toBe(true);
    },
  );
  it.each(['4211', '--', '---', '', 'a b', 'a\u0000', '(root)', '"x"', 'a'.repeat(129)])(
    'refuses %s',
    (text) => {
      expect(isHost(bytesOf(text), 0, text.length)).toBe(false);
    },
  );
});

describe('structuredDataEnd', () => {
  it.each([
    ['- message', 'message'],
    ['[a b="c"] message', 'message'],
    ['[a b="]"][c] message', 'message'],
    ['[a b="\\"] x"] message', 'message'],
    ['- \u00ef\u00bb\u00bfmessage', 'message'],
  ])('%s', (text, rest) => {
    const bytes = bytesOf(text);
    expect(text.slice(structuredDataEnd(bytes, 0, bytes.length))).toBe(rest);
  });
  it.each(['[a b="c"', '[a b="]', 'message', '', '-message'])('refuses %s', (text) => {
    expect(find(structuredDataEnd, text)).toBeNull();
  });
});

describe('any bytes', () => {
  it('give ends inside the span, and never a step back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), fc.nat(120), (bytes, from) => {
        const at = Math.min(from, bytes.length);
        for (const of of [mnemonicEnd, uptimeEnd, sequenceEnd, wordEnd, skipBlanks]) {
          const end = of(bytes, at, bytes.length);
          expect(end === -1 || (end >= at && end <= bytes.length)).toBe(true);
        }
      }),
    );
  });
});
