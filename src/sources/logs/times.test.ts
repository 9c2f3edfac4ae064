import { describe, expect, it } from 'vitest';
import { readWith } from '../kit/recording-sink.ts';
import { syslog } from './index.ts';

const BODY = '%SYS-5-CONFIG_I: Configured from console by noc';

/** Origin, time and quality of one line; `anchor` is the latest day that a stamp without a year may mean. */
function place(line: string, anchor = '2026-11-22'): string {
  const [log] = readWith(syslog, `${line}\n`, { anchor: Date.parse(`${anchor}T00:00:00Z`) }).of('log');
  if (!log) return 'not read';
  return `${log.origin} ${log.at === null ? '-' : new Date(log.at).toISOString()} ${log.timeQuality}`;
}

describe('relay forms', () => {
  it.each([
    // Straight from the device, with and without priority.
    [`<189>: Oct 15 2026 00:01:02 UTC: ${BODY}`, '2026-10-15T00:01:02.000Z exact'],
    [`<189>77: Oct 15 00:01:02.123: ${BODY}`, '2026-10-15T00:01:02.123Z year-assumed'],
    [`77: *Oct 15 00:01:02: ${BODY}`, '2026-10-15T00:01:02.000Z clock-unset'],
    [`77: .Oct 15 2026 00:01:02 UTC: ${BODY}`, '2026-10-15T00:01:02.000Z clock-unset'],
    [`77: 1w2d: ${BODY}`, '- none'],
    [`77: 00:00:12: ${BODY}`, '- none'],
    // RFC 5424 relays.
    [`<189>1 2026-10-15T00:01:02Z pe-1 - - - - ${BODY}`, 'name:pe-1 2026-10-15T00:01:02.000Z exact'],
    [
      `<189>1 2026-10-15T02:01:02.5+02:00 pe-1.synthetic.example - - - - ${BODY}`,
      'name:pe-1 2026-10-15T00:01:02.500Z exact',
    ],
    // RFC 3164 relays with ISO stamps, addresses of both families.
    [
      `2026-10-14T19:01:02-05:00 192.0.2.1 7: Oct 15 00:01:02 UTC: ${BODY}`,
      'addr:192.0.2.1 2026-10-15T00:01:02.000Z exact',
    ],
    [
      `2026-10-15T00:01:02Z 2001:DB8::0:1 7: Oct 15 00:01:02 UTC: ${BODY}`,
      'addr:2001:db8::1 2026-10-15T00:01:02.000Z exact',
    ],
    // A device clock without a zone gives way to a relay that names one.
    [`2026-10-15T00:01:02Z pe-1 7: Oct 15 02:01:00: ${BODY}`, 'name:pe-1 2026-10-15T00:01:02.000Z exact'],
    // A clock that is not set gives way to the relay.
    [
      `Oct 15 2026 00:01:02 pe-1 7: *Mar  1 1993 00:00:10: ${BODY}`,
      'name:pe-1 2026-10-15T00:01:02.000Z zone-assumed',
    ],
    // A time since start is no time.
    [`Oct 15 00:01:02 pe-1 7: 2w3d: ${BODY}`, 'name:pe-1 2026-10-15T00:01:02.000Z year-assumed'],
  ])('%s', (line, expected) => {
    expect(place(line)).toContain(expected);
  });

  it.each([
    [`<192>Oct 15 00:01:02 pe-1 ${BODY}`],
    [`<>Oct 15 00:01:02 pe-1 ${BODY}`],
    [`<1899>Oct 15 00:01:02 pe-1 ${BODY}`],
    [`99999999999999999999: Oct 15 00:01:02: ${BODY}`],
    [`77: 99999w: ${BODY}`],
  ])('%s is accounted for and gives no number that no device counts', (line) => {
    expect(readWith(syslog, `${line}\n`).bytes()).toBe(line.length + 1);
    expect(readWith(syslog, `${line}\n`).sequences.every((s) => s.number <= 9_999_999_999)).toBe(true);
  });
});

describe('years', () => {
  it.each([
    ['Dec 31 23:59:59', '2026-01-01', '2025-12-31T23:59:59.000Z'],
    ['Jan  1 00:00:01', '2026-01-01', '2026-01-01T00:00:01.000Z'],
    ['Jan  2 00:00:00', '2026-01-01', '2026-01-02T00:00:00.000Z'],
    ['Jan  2 00:00:01', '2026-01-01', '2025-01-02T00:00:01.000Z'],
    ['Jan  1 00:00:00', '2025-12-31', '2026-01-01T00:00:00.000Z'],
    ['Feb 29 12:00:00', '2026-11-22', '2024-02-29T12:00:00.000Z'],
    ['Feb 29 12:00:00', '2024-02-28', '2024-02-29T12:00:00.000Z'.replace('2024', '2020')],
    ['Feb 29 12:00:00', '2104-03-01', '2104-02-29T12:00:00.000Z'],
    ['Feb 29 12:00:00', '2101-03-01', '2096-02-29T12:00:00.000Z'],
    ['Nov 22 23:59:59', '2026-11-22', '2026-11-22T23:59:59.000Z'],
    ['Nov 24 00:00:00', '2026-11-22', '2025-11-24T00:00:00.000Z'],
  ])('%s with the anchor %s is %s', (stamp, anchor, expected) => {
    expect(place(`${stamp} pe-1 ${BODY}`, anchor)).toBe(`name:pe-1 ${expected} year-assumed`);
  });

  it('are right on both sides of midnight of New Year in one file', () => {
    const lines = [
      'Dec 31 23:59:58',
      'Dec 31 23:59:59',
      'Jan  1 00:00:00',
      'Jan  1 00:00:01',
      'Dec 31 23:59:59',
    ];
    const text = lines.map((stamp) => `${stamp} pe-1 ${BODY}\n`).join('');
    const at = readWith(syslog, text, { anchor: Date.UTC(2026, 0, 1) })
      .of('log')
      .map((l) => new Date(l.at!).getUTCFullYear());
    expect(at).toEqual([2025, 2025, 2026, 2026, 2025]);
  });

  it('of the device come from the relay on the other side of midnight', () => {
    expect(place(`2026-01-01T00:00:01Z pe-1 7: Dec 31 23:59:59 UTC: ${BODY}`)).toBe(
      'name:pe-1 2025-12-31T23:59:59.000Z exact',
    );
    expect(place(`2025-12-31T23:59:59Z pe-1 7: Jan  1 00:00:01 UTC: ${BODY}`)).toBe(
      'name:pe-1 2026-01-01T00:00:01.000Z exact',
    );
  });

  it.each([
    'Feb 29 2026 00:01:02',
    'Feb 30 00:01:02',
    'Apr 31 00:01:02',
    'Oct 15 24:01:02',
    'Oct 15 00:60:02',
    'Oct  0 00:01:02',
    'Okt 15 00:01:02',
  ])('%s is no time', (stamp) => {
    expect(place(`<189>${stamp}: ${BODY}`)).toContain(' - none');
  });

  it('takes a leap second for the second after it', () => {
    expect(place(`<189>: Jan  1 2017 00:59:60 CET: ${BODY}`)).toContain('2017-01-01T00:00:00.000Z exact');
  });
});

describe('zones', () => {
  it.each([
    ['UTC', '00:01:02.000Z exact'],
    ['GMT', '00:01:02.000Z exact'],
    ['EDT', '04:01:02.000Z exact'],
    ['EST', '05:01:02.000Z exact'],
    ['PDT', '07:01:02.000Z exact'],
    // A zone that several countries use under one name is not guessed.
    ['IST', '00:01:02.000Z zone-assumed'],
    ['XYZ', '00:01:02.000Z zone-assumed'],
  ])('%s behind the time of a device', (zone, expected) => {
    expect(place(`<189>: Oct 15 2026 00:01:02 ${zone}: ${BODY}`)).toContain(`2026-10-15T${expected}`);
  });

  it.each([
    ['CEST', '2026-10-14T22:01:02.000Z exact'],
    ['CET', '2026-10-14T23:01:02.000Z exact'],
    ['AEDT', '2026-10-14T13:01:02.000Z exact'],
    ['+05:30', '2026-10-14T18:31:02.000Z exact'],
    ['-0330', '2026-10-15T03:31:02.000Z exact'],
  ])('%s moves the day where it must', (zone, expected) => {
    expect(place(`<189>: Oct 15 2026 00:01:02 ${zone}: ${BODY}`)).toContain(expected);
  });
});

describe('five lines', () => {
  const text = Buffer.from(
    [
      `<189>77: pe-1: Oct 15 2026 00:01:02 UTC: ${BODY}`,
      'Oct 15 00:01:03 jump sshd[7]: Failed password for nöc from 203.0.113.9 port 2 ssh2\r',
      '',
      `2026-10-15T00:01:04Z pe-1 78: *Oct 15 00:01:02: %PARSER-5-CFGLOG_LOGGEDCMD: User:a  logged command:show run`,
      'no header at all',
    ].join('\n'),
  );
  const whole = readWith(syslog, text, { evidence: 'e' });

  it('give the same whichever byte a chunk ends at', () => {
    for (let cut = 1; cut < text.length; cut += 1) {
      const parts = readWith(syslog, text, { evidence: 'e', chunk: cut });
      expect(parts.records, `chunks of ${cut}`).toEqual(whole.records);
      expect(parts.accounts, `chunks of ${cut}`).toEqual(whole.accounts);
      expect(parts.sequences, `chunks of ${cut}`).toEqual(whole.sequences);
    }
  });

  it('are told by their lines and bytes', () => {
    for (const { ref, text: shown } of whole.records)
      expect(text.subarray(ref.byte, ref.byte + ref.length).toString()).toContain(shown.slice(0, 20));
    expect(whole.records.map((r) => r.ref.line)).toEqual([1, 2, 2, 4, 4]);
  });
});
