import { printable } from '../../../base/printable.ts';
import { scrub } from '../../kit/scrub.ts';

/** The head of a request or an answer. */
export interface HttpHead {
  readonly method: string;
  readonly uri: string;
  /** Null for requests. */
  readonly status: number | null;
  readonly host: string | null;
  readonly userAgent: string | null;
  /** Length that the head announces; null when it does not. */
  readonly length: number | null;
  /** What of the body stands behind the head. */
  readonly body: string;
}

const LATIN = new TextDecoder('latin1');
const REQUEST =
  /^(GET|POST|PUT|HEAD|DELETE|OPTIONS|PATCH|CONNECT|TRACE) ([^ \r\n]{1,8192}) HTTP\/1\.[01]\r?$/;
const ANSWER = /^HTTP\/1\.[01] (\d{3})(?: [^\r\n]{0,200})?\r?$/;

/** True when a payload begins like an HTTP/1 message; cheap enough for every packet. */
export function beginsHttp(bytes: Uint8Array, at: number, end: number): boolean {
  if (end - at < 12) return false;
  const first = bytes[at] as number;
  return (first >= 65 && first <= 84 && bytes.subarray(at, at + 8).includes(32)) || first === 72;
}

/** Reads the head of an HTTP/1 message at the start of a payload; null when it is none. */
export function readHead(bytes: Uint8Array, at: number, end: number): HttpHead | null {
  const text = LATIN.decode(bytes.subarray(at, Math.min(end, at + 65_536)));
  const lineEnd = text.indexOf('\n');
  const line = lineEnd < 0 ? text : text.slice(0, lineEnd);
  const request = REQUEST.exec(line);
  const answer = request ? null : ANSWER.exec(line);
  if (!request && !answer) return null;
  const gap = /\r?\n\r?\n/.exec(text);
  const head = gap ? text.slice(0, gap.index) : text;
  const announced = header(head, 'content-length');
  return {
    method: request?.[1] ?? '',
    uri: request?.[2] ?? '',
    status: answer ? Number(answer[1]) : null,
    host: header(head, 'host'),
    userAgent: header(head, 'user-agent'),
    length: announced !== null && /^\d{1,12}$/.test(announced) ? Number(announced) : null,
    body: gap ? text.slice(gap.index + gap[0].length) : '',
  };
}

function header(head: string, name: string): string | null {
  for (const line of head.split('\n').slice(1, 101)) {
    const colon = line.indexOf(':');
    if (colon > 0 && line.slice(0, colon).trim().toLowerCase() === name) return line.slice(colon + 1).trim();
  }
  return null;
}

// The same words of secrets in three forms; every repetition is bounded, so that time stays linear.
const FORM =
  /((?:^|[?&;\s])[\w.-]{0,40}(?:pass(?:word|wd|phrase)?|pwd|secret|token|psk|community|api_?key)[\w.-]{0,20}=)[^&;\s]+/gi;
const XML =
  /(<[\w:.-]{0,60}(?:pass(?:word|wd|phrase)?|pwd|secret|token|psk|community|api_?key)\b[^<>]{0,200}>)[^<]+/gi;
const JSON_PAIR =
  /("[\w.-]{0,40}(?:pass(?:word|wd|phrase)?|pwd|secret|token|psk|community|api_?key)[\w.-]{0,20}"\s{0,4}:\s{0,4}")[^"]+/gi;

/** Hides secrets in addresses and bodies: form fields, XML elements, JSON members and configuration words. */
export function scrubWeb(text: string): string {
  return text.replace(FORM, '$1[secret]').replace(XML, '$1[secret]').replace(JSON_PAIR, '$1[secret]');
}

/** Body as records carry it: one line, scrubbed, printable, at most 2,000 characters. Null when empty. */
export function bodyText(body: string): string | null {
  if (body === '') return null;
  const lines = scrubWeb(body).split(/\r?\n/);
  // Elements end where the next begins: configuration inside XML then reads word by word.
  const safe = lines.map((line) => scrub(line.replaceAll('<', ' <')).replaceAll(' <', '<')).join(' ');
  return printable(safe, 2000);
}
