import { canonicalIp } from '../../../base/ip.ts';
import { printable } from '../../../base/printable.ts';
import type { Ref } from '../../../model/evidence.ts';
import type { HttpRecord } from '../../../model/record.ts';
import { scrub } from '../../kit/scrub.ts';
import { type Cells, timeOf, wholeOf } from './cells.ts';

const SECRET_PARAMETER = /([?&;](?:password|passwd|pwd|pass|secret|token|api[_-]?key)=)[^&;#\s"]*/gi;

/** Makes a record of one row of http.log; null when ends, method or time cannot be read. `line` shows the row. */
export function readHttp(cells: Cells, line: string, ref: Ref): HttpRecord | null {
  const client = canonicalIp(cells('id.orig_h') ?? '');
  const server = canonicalIp(cells('id.resp_h') ?? '');
  const serverPort = wholeOf(cells('id.resp_p'), 65_535);
  const at = timeOf(cells('ts'));
  if (client === null || server === null || serverPort === null || at === undefined) return null;
  return {
    kind: 'http',
    origin: `addr:${server}`,
    at,
    timeQuality: at === null ? 'none' : 'exact',
    count: 1,
    last: null,
    ref,
    text: printable(scrub(hideParameters(line.slice(0, 4000))), 400),
    client,
    server,
    serverPort,
    method: printable(cells('method') ?? '-', 40),
    uri: printable(hideParameters(cells('uri') ?? ''), 2000),
    status: wholeOf(cells('status_code'), 999),
    userAgent: shown(cells('user_agent')),
    requestBody: null,
    responseBody: null,
  };
}

function hideParameters(text: string): string {
  return text.replace(SECRET_PARAMETER, '$1[secret]');
}

function shown(text: string | null): string | null {
  return text === null ? null : printable(scrub(text), 400);
}
