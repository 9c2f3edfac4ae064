import type { Answers } from '../../src/model/answers.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { assessOnce } from '../assess-once.ts';
import { findOnce, type OnceOptions } from '../find-once.ts';
import { type FlowRow, flowCapture } from '../harness/flow-capture.ts';

/** One piece of evidence of a test. All texts are synthetic. */
export interface Piece {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const ENCODER = new TextEncoder();

/** Evidence out of text. */
export function text(name: string, content: string): Piece {
  return { name, bytes: ENCODER.encode(content) };
}

/** Evidence out of flows, as a capture of NetFlow. */
export function flows(rows: readonly FlowRow[]): Piece {
  return { name: 'flows.pcap', bytes: flowCapture(rows) };
}

/** What one check says of one subject; throws when it was not asked. */
export async function verdict(
  evidence: readonly Piece[],
  asked: OnceOptions & { readonly check: string; readonly subject?: string },
): Promise<Verdict> {
  const { check, subject = 'pe-01', ...options } = asked;
  const { evaluation, material } = await findOnce(evidence, options);
  const found = evaluation.verdicts.find((v) => v.check === check && v.subject === subject);
  const known = material.devices.map((d) => `${d.id} (${d.sort})`).join(', ');
  if (!found) throw new Error(`${check} was not asked of ${subject}; devices: ${known}`);
  return found;
}

/** The checks that call a subject clear. */
export async function clearOf(
  evidence: readonly Piece[],
  asked: OnceOptions & { readonly subject?: string } = {},
): Promise<string[]> {
  const { subject = 'pe-01', ...options } = asked;
  const { evaluation } = await findOnce(evidence, options);
  return evaluation.verdicts.filter((v) => v.subject === subject && v.answer === 'clear').map((v) => v.check);
}

/** All answers. */
export async function answers(evidence: readonly Piece[], options: OnceOptions = {}): Promise<Answers> {
  return await assessOnce(evidence, options);
}

/** Twelve hours of the day that most tests are about. */
export const HALF_DAY: OnceOptions = { since: '2026-10-20T00:00:00Z', until: '2026-10-20T12:00:00Z' };

/** Codes of the reasons of a verdict. */
export function codes({ reasons }: Verdict): string[] {
  return reasons.map((r) => r.code);
}

/** What a capture of a configuration may differ in. */
export interface ConfigParts {
  readonly name?: string;
  readonly clock?: string | null;
  readonly body?: string;
  readonly loopback?: string;
  readonly end?: string;
}

/** A capture of `show running-config` of an IOS device, whole unless told otherwise. */
export function config(parts: ConfigParts = {}): Piece {
  const { name = 'pe-01', clock = '00:10:00.123 UTC Tue Oct 20 2026', body = '', end = 'end' } = parts;
  const when = clock === null ? '' : `${name}#show clock\n${clock}\n`;
  const content = `${when}${name}#show running-config
Building configuration...

Current configuration : 4000 bytes
!
! synthetic
version 17.6
service timestamps log datetime msec show-timezone
!
hostname ${name}
!
aaa new-model
aaa accounting commands 15 default start-stop group tacacs+
!
interface Loopback0
 ip address ${parts.loopback ?? '10.255.0.1'} 255.255.255.255
!
${body}
logging trap informational
logging host 10.250.0.61
!
line vty 0 4
 transport input ssh
!
${end}

${name}#exit
`;
  return text(`${name}-${clock ?? 'undated'}.cfg`, content);
}

/** Lines of a merged log: each minute given gets one message of the device, with relay stamp and number. */
export function log(times: readonly string[], device = 'pe-01'): Piece {
  const lines = times.map((at, i) => {
    const own = new Date(at);
    const stamp = `${MONTHS[own.getUTCMonth()]} ${own.getUTCDate()} ${at.slice(11, 19)}.000 UTC`;
    return `${at.replace('Z', '.393+00:00')} ${device} ${String(i + 1000).padStart(6, '0')}: ${stamp}: ${UP_DOWN}`;
  });
  return text(`${device}.log`, `${lines.join('\n')}\n`);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const UP_DOWN = '%LINEPROTO-5-UPDOWN: Line protocol on Interface GigabitEthernet0/0/1, changed state to up';

/** Times every so many minutes. */
export function every(minutes: number, from: string, to: string): string[] {
  const out: string[] = [];
  for (let at = Date.parse(from); at < Date.parse(to); at += minutes * 60_000)
    out.push(new Date(at).toISOString().replace('.000Z', 'Z'));
  return out;
}

/** A log that speaks every ten minutes of the half day. */
export const LOG: Piece = log(every(10, '2026-10-20T00:00:00Z', '2026-10-20T12:00:00Z'));
