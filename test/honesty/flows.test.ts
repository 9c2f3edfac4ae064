import { describe, expect, it } from 'vitest';
import { findAll } from '../../src/assess/conclude/found.ts';
import { CHECKS } from '../../src/checks/index.ts';
import { openWith } from '../find-once.ts';
import type { FlowRow } from '../harness/flow-capture.ts';
import { clearOf, codes, config, flows, HALF_DAY, type Piece, text, verdict } from './ask.ts';

const TALK = { src: '10.250.0.21', dst: '10.255.0.1', protocol: 6, srcPort: 50_000, dstPort: 22 };

/** A talk with the device, early and late, so that its exporter covers the half day. */
function rows(more: readonly FlowRow[] = [], exporter = '10.255.0.1'): FlowRow[] {
  return [
    { exporter, ...TALK, first: '2026-10-20T00:05:00Z', last: '2026-10-20T00:06:00Z' },
    ...more,
    { exporter, ...TALK, first: '2026-10-20T11:00:00Z', last: '2026-10-20T11:01:00Z' },
  ];
}

/** Sets the sampling interval in the head of each NetFlow v5 datagram of a capture. */
function sampled(piece: Piece, interval: number): Piece {
  const bytes = Buffer.from(piece.bytes);
  for (let at = 24; at < bytes.length; at += 16 + bytes.readUInt32LE(at + 8))
    bytes.writeUInt16BE(0x4000 | interval, at + 16 + 42 + 22);
  return { ...piece, bytes };
}

const ASKED = { check: 'tunnel-in-flow-not-config', ...HALF_DAY };

describe('lies about flows', () => {
  it('tells the truth where it can be told', async () => {
    expect((await verdict([config(), flows(rows())], ASKED)).answer).toBe('clear');
    expect(await clearOf([config(), flows(rows())], HALF_DAY)).toContain('ssh-odd-port');
  });

  it('one packet in a thousand shows every short talk', async () => {
    const evidence = [config(), sampled(flows(rows()), 1000)];
    const found = await verdict(evidence, ASKED);
    expect([found.answer, ...codes(found)]).toEqual(['cannot-tell', 'partial-period']);
    expect(found.reasons[0]?.text).toContain('1 packet in 1000');
    expect(await clearOf(evidence, HALF_DAY)).not.toContain('ssh-odd-port');
  });

  it('sampling does not hide a tunnel that was seen', async () => {
    const tunnel = { exporter: '10.255.0.1', src: '10.255.0.1', dst: '203.0.113.67', protocol: 47 };
    const gre = {
      ...tunnel,
      packets: 400,
      bytes: 40_000,
      first: '2026-10-20T03:00:00Z',
      last: '2026-10-20T09:00:00Z',
    };
    const found = await verdict([config(), sampled(flows(rows([gre])), 1000)], ASKED);
    expect(found.answer).toBe('hit');
  });

  it('flows of another exporter cover this device', async () => {
    const other = flows(rows([], '10.255.0.9'));
    const found = await verdict([config(), other], ASKED);
    expect([found.answer, ...codes(found)]).toEqual(['cannot-tell', 'no-evidence']);
  });

  it('flows with a hole of six hours show what went over in them', async () => {
    const short = [0, 1, 2, 3, 4].flatMap((hour) =>
      [0, 10, 20, 30, 40, 50].map((minute) => ({
        exporter: '10.255.0.1',
        ...TALK,
        first: `2026-10-20T0${hour}:${String(minute).padStart(2, '0')}:00Z`,
      })),
    );
    expect((await verdict([config(), flows(short)], ASKED)).answer).toBe('cannot-tell');
  });

  it('a sensor sees a device that it never saw', async () => {
    const zeek = (server: string): Piece =>
      text(
        'conn.log',
        [
          '#separator \\x09',
          '#set_separator\t,',
          '#empty_field\t(empty)',
          '#unset_field\t-',
          '#path\tconn',
          '#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\tduration\torig_bytes\tresp_bytes\tconn_state\torig_pkts\torig_ip_bytes\tresp_pkts\tresp_ip_bytes',
          '#types\ttime\tstring\taddr\tport\taddr\tport\tenum\tstring\tinterval\tcount\tcount\tstring\tcount\tcount\tcount\tcount',
          ...[1792454700, 1792494000].map(
            (at, i) =>
              `${at}.000000\tC${i}\t10.250.0.21\t5000${i}\t${server}\t22\ttcp\tssh\t1.0\t100\t100\tSF\t5\t300\t5\t300`,
          ),
          '',
        ].join('\n'),
      );
    const never = await verdict([config(), zeek('10.255.0.9')], { check: 'ssh-odd-port', ...HALF_DAY });
    expect([never.answer, ...codes(never)]).toEqual(['cannot-tell', 'no-evidence']);
  });
});

/** A configuration with three interfaces, of which as many as given make flow records. */
function interfaces(exporting: number, how = 'ip flow monitor EDGE input'): Piece {
  const face = (i: number): string =>
    `interface GigabitEthernet0/0/${i}\n ip address 10.9.${i}.1 255.255.255.0\n${i < exporting ? ` ${how}\n` : ''}!\n`;
  return config({ body: [0, 1, 2].map(face).join('') });
}

const onInputs = (...inputs: readonly number[]): FlowRow[] =>
  inputs.map((inIf, i) => ({
    exporter: '10.255.0.1',
    ...TALK,
    inIf,
    first: `2026-10-20T0${i + 1}:00:00Z`,
    last: `2026-10-20T0${i + 1}:30:00Z`,
  }));

describe('lies of an exporter that sees through a keyhole', () => {
  it('tells the truth where it can be told', async () => {
    const evidence = [interfaces(3), flows(rows(onInputs(1, 2, 3)))];
    expect((await verdict(evidence, ASKED)).answer).toBe('clear');
  });

  it('flow records of one interface show what came in by the others', async () => {
    for (const evidence of [
      [interfaces(1), flows(rows(onInputs(1, 2, 3)))],
      [interfaces(2, 'ip flow ingress'), flows(rows())],
      [interfaces(0), flows(rows(onInputs(7, 7, 7)))],
      [interfaces(0), flows(rows(onInputs(7, 8)))],
      [interfaces(3, 'ip flow monitor EDGE output'), flows(rows(onInputs(7)))],
    ]) {
      const found = await verdict(evidence, ASKED);
      expect([found.answer, ...codes(found)]).toEqual(['cannot-tell', 'exporter-covers-some-interfaces']);
    }
  });

  it('a sampler that the exporter does not tell of shows every short talk', async () => {
    const evidence = [interfaces(3, 'ip flow monitor EDGE sampler S1000 input'), flows(rows())];
    const found = await verdict(evidence, ASKED);
    expect([found.answer, ...codes(found)]).toEqual(['cannot-tell', 'partial-period']);
  });
});

describe('lies about flows that never came', () => {
  const spread = (lost: (minute: number) => number): FlowRow[] =>
    Array.from({ length: 144 }, (_, i) => {
      const at = new Date(Date.parse('2026-10-20T00:00:00Z') + i * 300_000).toISOString();
      return { exporter: '10.255.0.1', ...TALK, first: at, lost: lost(i) };
    });

  it('records that were lost on the way held nothing', async () => {
    expect((await verdict([config(), flows(spread(() => 0))], ASKED)).answer).toBe('clear');
    const found = await verdict([config(), flows(spread((i) => (i === 50 ? 40 : 0)))], ASKED);
    expect([found.answer, ...codes(found)]).toEqual(['cannot-tell', 'partial-period']);
    expect(found.reasons[0]?.text).toContain('lost on the way');
    expect(found.blind).toEqual([
      { from: Date.parse('2026-10-20T04:00:00Z'), to: Date.parse('2026-10-20T05:00:00Z') },
    ]);
  });

  it('a loss of one record in many is none, a leap of millions is no restart', async () => {
    const many = spread(() => 0).flatMap((row) => Array.from({ length: 12 }, () => row));
    const one = many.map((row, i) => (i === 700 ? { ...row, lost: 1 } : row));
    expect((await verdict([config(), flows(one)], ASKED)).answer).toBe('clear');
    const leap = many.map((row, i) => (i === 700 ? { ...row, lost: 5_000_000 } : row));
    expect((await verdict([config(), flows(leap)], ASKED)).answer).toBe('cannot-tell');
  });
});

describe('more conversations than can be looked at', () => {
  it('what was cut from the list was looked at', async () => {
    const opened = await openWith([config(), flows(rows())], HALF_DAY);
    const store = await opened.flows();
    const conversations = store.conversations.bind(store);
    store.conversations = async (query) => ({ ...(await conversations(query)), truncated: true });
    const period = { since: Date.parse('2026-10-20T00:00:00Z'), until: Date.parse('2026-10-20T12:00:00Z') };
    const { evaluation } = await findAll(opened, { checks: CHECKS, asOf: period.until, ...period });
    await opened.close();
    for (const check of ['tunnel-in-flow-not-config', 'ssh-odd-port', 'web-mgmt-odd-port']) {
      const found = evaluation.verdicts.find((v) => v.check === check && v.subject === 'pe-01');
      expect([found?.answer, ...(found ? codes(found) : [])], check).toEqual(['cannot-tell', 'too-many']);
    }
  });
});
