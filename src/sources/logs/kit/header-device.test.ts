import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HeaderReader } from './header.ts';
import { DeviceHeader } from './header-device.ts';
import { HeaderFields } from './header-fields.ts';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** All that a header says but what its readers keep for themselves. */
function said(fields: HeaderFields): object {
  const { stamps, uptime, hostFrom, hostTo, outerHostFrom, outerHostTo, hostIsOriginId } = fields;
  const { sequence, form, tagFrom, tagTo, bodyFrom } = fields;
  const { count, innerIsOwn, mark, inner, outer } = stamps;
  const spans = { hostFrom, hostTo, outerHostFrom, outerHostTo, tagFrom, tagTo, bodyFrom };
  const times = { count, innerIsOwn, mark, inner: { ...inner }, outer: count > 1 ? { ...outer } : null };
  return { ...spans, ...times, uptime, hostIsOriginId, sequence, form };
}

function readDevice(text: string): HeaderFields | null {
  const fields = new HeaderFields();
  const bytes = bytesOf(text);
  return new DeviceHeader(fields).read(bytes, 0, bytes.length) ? fields : null;
}

function readAny(text: string): HeaderFields | null {
  const header = new HeaderReader();
  const bytes = bytesOf(text);
  return header.readAny(bytes, 0, bytes.length) ? header : null;
}

const COMMON: readonly string[] = [
  '<189>4211: core9.harbor.example: Oct 20 00:00:00.123 UTC: %BGP-5-ADJCHANGE: neighbor 192.0.2.1 Up',
  '<189>4211: *Oct 15 00:01:01.123: %SYS-5-CONFIG_I: Configured',
  'Oct 15 00:01:02 10.255.1.2 4211: *Oct 15 00:01:01.123: %SYS-5-CONFIG_I: Configured',
  'Oct 15 00:01:02 10.255.1.2 4211: pe-chi-02: Oct 15 00:01:01 EDT: %SYS-5-CONFIG_I: Configured',
  'Oct  5 00:01:02 pe-chi-02: 4211: .Oct  5 00:01:01: %SYS-5-CONFIG_I : Configured',
  '2026-10-15T00:01:02.5+02:00 pe-chi-02 %SYS-5-CONFIG_I: Configured',
  '<166>: 2026 Mar 14 09:26:53 GMT: %SYS-5-CONFIG_I: Configured'.replace('<166>: ', '<166>'),
  '10.0.0.1: Oct 15 00:01:01: %SYS-5-CONFIG_I: Configured',
];

describe('headers that devices and relays commonly write', () => {
  it.each(COMMON)('are read in one pass: %s', (text) => {
    const fields = readDevice(text);
    expect(fields?.form).toBe('mnemonic');
    expect(said(fields as HeaderFields)).toEqual(said(readAny(text) as HeaderFields));
  });
});

describe('headers that look alike', () => {
  it.each([
    '1d02h: %SYS-5-CONFIG_I: Configured',
    'Oct 15 00:01:02 pe-1 1d02h: %SYS-5-CONFIG_I: Configured',
    '<189>1 2026-10-15T00:01:02.5Z pe-1 %SYS-5-CONFIG_I - - - Configured',
    'RP/0/RP0/CPU0:Nov 18 18:29:45.702 : exec[65700]: %SYS-5-CONFIG_I : Configured',
    'pe-1: %SYS-5-CONFIG_I: Configured',
    'Oct 15 00:01:02 web sshd[33]: Accepted',
    'Oct 15 00:01:02 pe-1 %not a mnemonic',
    '<999>Oct 15 00:01:02: %SYS-5-CONFIG_I: Configured',
    `Oct 15 00:01:02 ${'h'.repeat(129)} %SYS-5-CONFIG_I: Configured`,
    '',
  ])('are left to the reader of any header: %s', (text) => {
    expect(readDevice(text)).toBeNull();
  });
});

describe('any line', () => {
  const piece = fc.constantFrom(
    '<189>',
    '<1>1 ',
    '<192>',
    'Oct 15 00:01:02',
    'Oct  5 00:01:02.5',
    '2026-10-15T00:01:02Z',

    '2026 Oct 15 00:01:02',
    'Thu Oct 15 00:01:02 2026',
    'Feb 30 00:00:00',
    ' ',
    ' ',
    ': ',
    ': ',
    ':',
    '\t',
    '*',
    '.',
    'pe-1',
    'pe-chi-02',
    'pe1: ',
    'core9.harbor.example: ',
    '10.0.0.1',
    '10.0.0.1: ',
    '4211: ',

    '2026: ',
    '1: ',
    '1 ',
    '12345678901: ',
    '%SYS-5-X: ',
    '%SEC-6-LOG : ',
    '%no',
    '1d02h: ',
    '00:00:12: ',

    'RP/0/0:',
    'a/b',
    'a@pe-1',
    '2001:db8::1',
    ' UTC:',
    ' XYZ: ',
    '+02:00',
    ' -0500',
    'Oct',
    'ab: ',
    '\u00ff',
    '\u0000',
    'sshd[1]: ',
    'x'.repeat(130),
    '_a',
    '-a ',
    'x_y',
  );
  const orderly = fc
    .tuple(
      fc.constantFrom('', '<189>', '<5> '),
      fc.constantFrom('', 'Oct 15 00:01:02 ', '2026-10-15T00:01:02+01:00 ', '*Oct 15 00:01:02 '),
      fc.constantFrom('', 'pe-chi-02 ', '10.255.1.2 ', 'web: ', '2026-10-15a '),
      fc.constantFrom('', '4211: ', '1: ', '3w2d: '),
      fc.constantFrom('', 'pe-chi-02: ', '192.0.2.1: ', 'a/b-c: ', '1x2: ', 'Oct: '),
      fc.constantFrom('', '77: '),
      fc.constantFrom('', 'Oct 15 00:01:01: ', '*Oct 15 00:01:01.5 UTC: ', '.Oct 15 2026 00:01:01 '),
      fc.constantFrom('%SYS-5-X: text', '%SYS-5-X text', '%SYS: text', 'text', ''),
    )
    .map((parts) => parts.join(''));
  const line = fc.oneof(
    fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
    orderly,
  );

  it('that is read in one pass is read as by looking ahead at every word', () => {
    let read = 0;
    fc.assert(
      fc.property(line, (text) => {
        const fields = readDevice(text);
        if (!fields) return;
        read += 1;
        const any = readAny(text);
        expect(any).not.toBeNull();
        expect(said(fields)).toEqual(said(any as HeaderFields));
      }),
      { numRuns: 20_000 },
    );
    expect(read).toBeGreaterThan(500);
  });
});
