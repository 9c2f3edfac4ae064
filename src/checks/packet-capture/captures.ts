import type { CommandRecord, LogRecord } from '../../model/record.ts';
import { after, commandWords } from '../kit/commands.ts';

/** What one line says of a packet capture. */
export type Deed = 'prepare' | 'match' | 'start' | 'stop' | 'export' | 'copy' | 'remove';

/** One line about one capture. */
export interface Step {
  /** Name of the capture; for copies the file; `?` when the line names none. */
  readonly name: string;
  readonly deed: Deed;
  readonly record: CommandRecord | LogRecord;
  /** The file or address that the capture goes to. */
  readonly to: string | null;
  /** Ports and words of what is captured. */
  readonly what: string | null;
}

const VERBS: readonly (readonly [least: string, full: string, deed: Deed])[] = [
  ['sta', 'start', 'start'],
  ['sto', 'stop', 'stop'],
  ['e', 'export', 'export'],
  ['m', 'match', 'match'],
  ['acc', 'access-list', 'match'],
  ['i', 'interface', 'prepare'],
  ['control', 'control-plane', 'prepare'],
  ['b', 'buffer', 'prepare'],
  ['f', 'file', 'prepare'],
  ['l', 'limit', 'prepare'],
];

function verbOf(typed: string | undefined): Deed | null {
  const lower = typed?.toLowerCase() ?? '';
  return VERBS.find(([least, full]) => lower.startsWith(least) && full.startsWith(lower))?.[2] ?? null;
}

function step(record: CommandRecord | LogRecord, deed: Deed, more: Partial<Step> = {}): Step {
  return { name: '?', deed, record, to: null, what: null, ...more };
}

/** Older releases: `monitor capture point start NAME`, `monitor capture buffer NAME export URL`. */
function oldForm(record: CommandRecord, kind: 'point' | 'buffer', rest: readonly string[]): Step {
  if (kind === 'point') {
    const verb = verbOf(rest[0]);
    const named = verb === 'start' || verb === 'stop';
    return step(record, named ? verb : 'prepare', { name: (named ? rest[1] : rest.at(-2)) ?? '?' });
  }
  const name = rest[0] ?? '?';
  const out = verbOf(rest[1]) === 'export';
  return step(record, out ? 'export' : 'prepare', { name, to: out ? (rest[2] ?? null) : null });
}

/** What a command says of a capture; null for all others, `show monitor capture` among them. */
export function captureStep(record: CommandRecord): Step | null {
  const { command } = record;
  const removed = after(command, 'no mon(itor) c(apture)');
  if (removed) return step(record, 'remove', { name: removed[0] ?? '?' });
  const rest = after(command, 'mon(itor) c(apture)');
  if (rest) {
    if (/^p(?:oint?)?$/i.test(rest[0] ?? '')) return oldForm(record, 'point', rest.slice(1));
    if (/^buf/i.test(rest[0] ?? '')) return oldForm(record, 'buffer', rest.slice(1));
    const deed = verbOf(rest[1]) ?? 'prepare';
    const tail = rest.slice(2);
    const to = deed === 'export' ? (tail.find((w) => w.includes(':')) ?? null) : null;
    return step(record, deed, { name: rest[0] ?? '?', to, what: deed === 'match' ? tail.join(' ') : null });
  }
  return otherTool(record) ?? copyOfCapture(record);
}

/** Capture tools of other platforms and of the host system below: IOS XR `tpacap`, `tcpdump`, NX-OS `ethanalyzer`. */
function otherTool(record: CommandRecord): Step | null {
  const words = commandWords(record.command).map((w) => w.toLowerCase());
  const tool = words.find((w) => /^(?:.*\/)?(?:tcpdump|tpacap|ethanalyzer)$/.test(w));
  if (!tool || words[0] === 'show') return null;
  const what = words.slice(words.indexOf(tool) + 1).join(' ');
  return step(record, 'start', { name: tool.replace(/^.*\//, ''), what });
}

function copyOfCapture(record: CommandRecord): Step | null {
  const words = after(record.command, 'cop(y)');
  const file = words?.find((w) => /\.(?:pcap|pcapng|cap)$/i.test(w));
  if (!words || !file) return null;
  const to = words.slice(1).find((w) => w.includes(':')) ?? null;
  return step(record, 'copy', { name: file, to });
}

/** What a log message says of a capture: `%BUFCAP-6-ENABLE: Capture Point mycap enabled.` */
export function captureMessage(record: LogRecord): Step | null {
  if (!record.mnemonic.startsWith('BUFCAP-')) return null;
  const name = /^Capture Point (\S{1,80})/i.exec(record.message)?.[1] ?? '?';
  if (record.mnemonic.endsWith('DISABLE')) return step(record, 'stop', { name });
  return step(record, record.mnemonic.endsWith('ENABLE') ? 'start' : 'prepare', { name });
}

/** True when what is captured are logins: TACACS+ (49) or RADIUS (1812, 1813, 1645, 1646). */
export function capturesLogins(what: string | null): boolean {
  return /(?:^|[\s:=])(?:49|181[23]|164[56]|tacacs|radius)(?:\s|$)/i.test(what ?? '');
}
