import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RecordingSink, readWith } from '../kit/recording-sink.ts';
import { freeradiusDetail } from './freeradius-detail/source.ts';
import { tacPlus } from './tac-plus/source.ts';
import { tacacsGui } from './tacacsgui/source.ts';

const FRONT = 'Oct 15 00:01:22\t10.255.1.2\tjdoe\ttty2\t10.20.0.5\tstop';
const tac = (attributes: string, front = FRONT): RecordingSink =>
  readWith(tacPlus, `${front}\t${attributes}\n`);
const PACKET = ['Thu Oct 15 00:01:02 2026', '\tUser-Name = "jdoe"', '\tNAS-IP-Address = 10.255.1.2'];
const detail = (...lines: string[]): RecordingSink => readWith(freeradiusDetail, `${lines.join('\n')}\n`);

describe('commands in accounting', () => {
  it.each([
    ['cmd=show version <cr>', 'show version'],
    ['cmd=show version<cr>', 'show version'],
    ['cmd="show version"', 'show version'],
    ['cmd=show  version   detail', 'show version detail'],
    ['cmd=conf t ; cmd=evil', 'conf t ; cmd=evil'],
    ['cmd=no logging host 10.0.0.1\tcmd=show version', 'no logging host 10.0.0.1 cmd=show version'],
    ['cmd*show users', 'show users'],
    ['cmd=echo \u202eabc\u0007', 'echo \\u202eabc\\u0007'],
  ])('%j is the command %j', (attributes, command) => {
    expect(tac(`task_id=1\tservice=shell\t${attributes}`).of('command')).toMatchObject([{ command }]);
  });

  it.each([
    ['priv-lvl=15', 15],
    ['priv_lvl=7', 7],
    ['priv-lvl=0', 0],
    ['priv-lvl=999', null],
    ['priv-lvl=-1', null],
    ['priv-lvl=1e1', null],
    ['priv-lvl=', null],
    ['', null],
  ])('%j has the privilege %j', (attribute, privilege) => {
    expect(tac(`service=shell\t${attribute}\tcmd=x`).of('command')).toMatchObject([{ privilege }]);
  });

  it.each([
    'cmd=username x secret 0 Xq7synth',
    'cmd=enable secret level 7 0 Xq7synth',
    'cmd=copy run ftp://u:Xq7synth@192.0.2.1/x',
    'cmd=tacacs-server key 7 Xq7synth',
    'cmd=crypto isakmp key Xq7synth address 192.0.2.1',
    'cmd=set system root-authentication encrypted-password "Xq7synth"',
    'cmd=snmp-server user u g v3 auth sha Xq7synth priv aes 128 Xq7synth',
  ])('keep no secret of %j', (attribute) => {
    const sink = tac(`service=shell\t${attribute}`);
    expect(sink.of('command')).toHaveLength(1);
    expect(JSON.stringify([sink.records, sink.accounts])).not.toContain('Xq7synth');
  });

  it.each([
    ['start_time=1792022482', true],
    ['start_time=99999999999999', false],
    ['start_time=-5', false],
    ['start_time=17920224820', false],
    ['start_time=abc', false],
  ])('%j is a clock to compare with: %s', (attribute, known) => {
    const sink = tac(`service=shell\t${attribute}\tcmd=x`);
    expect(sink.offsets).toHaveLength(known ? 1 : 0);
    expect(sink.of('command')[0]!.timeQuality).toBe(known ? 'zone-assumed' : 'year-assumed');
  });
});

describe('sessions in accounting', () => {
  it.each([
    ['start', 'service=shell', 'success'],
    ['stop', 'service=shell', 'logout'],
    ['update', 'service=shell', undefined],
    ['start', 'service=ppp', undefined],
    ['stop', '', undefined],
  ])('%s of %j is %s', (verb, attributes, outcome) => {
    const sink = tac(attributes, FRONT.replace('stop', verb));
    expect(sink.of('login')[0]?.outcome).toBe(outcome);
    expect(sink.observations).toMatchObject([{ origin: 'addr:10.255.1.2', kind: 'accounting' }]);
  });

  it.each([
    ['2001:db8::5', '2001:db8::5'],
    ['async', null],
    ['10.20.0.500', null],
    ['', null],
  ])('from %j come from %j', (from, expected) => {
    const sink = tac('service=shell', FRONT.replace('10.20.0.5', from).replace('stop', 'start'));
    expect(sink.of('login')).toMatchObject([{ from: expected }]);
  });
});

describe('RADIUS packets', () => {
  it.each([
    [['\tService-Type = NAS-Prompt-User'], 'logout'],
    [['\tService-Type = Administrative-User', '\tFramed-IP-Address = 10.0.0.1'], 'logout'],
    [['\tService-Type = Framed-User'], undefined],
    [['\tFramed-Protocol = PPP'], undefined],
    [['\tNAS-Port-Type = Virtual'], 'logout'],
    [['\tNAS-Port-Type = Wireless-802.11'], undefined],
    [['\tNAS-Port-Type = Ethernet'], undefined],
  ])('with %j tell of a session on the device: %s', (lines, outcome) => {
    const sink = detail(...PACKET, '\tAcct-Status-Type = Stop', ...lines);
    expect(sink.of('login')[0]?.outcome).toBe(outcome);
  });

  it('end at the next time stamp as well as at an empty line', () => {
    const one = [...PACKET, '\tAcct-Status-Type = Start'];
    for (const lines of [
      [...one, ...one],
      [...one, '', ...one],
      [...one, '', '', ...one, ''],
    ])
      expect(detail(...lines).of('login')).toHaveLength(2);
  });

  it('let the first of two attributes count', () => {
    expect(detail(...PACKET, '\tUser-Name = "evil"', '\tAcct-Status-Type = Start').of('login')).toMatchObject(
      [{ account: 'jdoe' }],
    );
  });

  it.each([
    ['a name', ['\tUser-Name = "12025550101@synthetic.example"']],
    ['a number', ['\tCalling-Station-Id = "12025550101"', '']],
    [
      'text in between',
      ['call 12025550101', '\t3GPP-IMSI = "310150555012025"', '\tUser-Name = "12025550101"'],
    ],
    ['a long line', [`\tUser-Name = "12025550101${'x'.repeat(20_000)}"`]],
  ])('that began before the file never give a person away: %s', (_, lines) => {
    const sink = detail(...lines);
    expect(sink.bytes('not-understood')).toBeGreaterThan(0);
    expect(JSON.stringify([sink.records, sink.accounts])).not.toMatch(/12025550101|310150555012025/);
  });

  it('show in the ledger which attribute it was', () => {
    expect(JSON.stringify(detail('\tUser-Name = "12025550101"').accounts)).toContain('User-Name');
  });
});

describe('any bytes', () => {
  const pieces = fc.constantFrom(
    FRONT,
    '\tcmd=x',
    '\t',
    ' ',
    '|!|',
    '2026-10-15 00:01:02 +0000',
    'Thu Oct 15 00:01:02 2026',
    '\n',
    '\r\n',
    '\n\n',
    '\tUser-Name = "a"',
    '\tService-Type = Login-User',
    '\tAcct-Status-Type = Start',
    '\tNAS-IP-Address = 10.0.0.1',
    'start_time=1792022482',
    '\u0000',
    '\u00ef\u00bb\u00bf',
    'stop',
    '=',
    '*',
  );
  const text = fc
    .array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 40 })
    .map((list) => Buffer.from(list.join('')));

  it.each([
    ['tac_plus', tacPlus],
    ['TacacsGUI', tacacsGui],
    ['FreeRADIUS', freeradiusDetail],
  ])('of %s never throw, add up, and do not depend on chunks', (_, source) => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (bytes, chunk) => {
        const whole = readWith(source, bytes);
        const parts = readWith(source, bytes, { chunk });
        expect(whole.bytes()).toBe(bytes.length);
        expect(parts.records).toEqual(whole.records);
        expect(parts.accounts).toEqual(whole.accounts);
      }),
    );
  });
});
