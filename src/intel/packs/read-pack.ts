import { sha256 } from '../../base/hash.ts';
import type { IntelPack } from '../../model/indicator.ts';
import { readStix, STIX_LIMITS } from '../../standards/stix/index.ts';
import { makePack } from '../draft.ts';
import { ProblemBook } from '../problems.ts';
import { listPack } from './list.ts';
import { mispEvents, mispPack } from './misp.ts';
import { stixPack } from './stix.ts';
import { tableColumns, tablePack } from './table.ts';

/** Forms of intelligence that can be read. */
export type IntelForm = 'json' | 'table' | 'list';

const UTF8 = new TextDecoder('utf-8');
const LATIN = new TextDecoder('latin1');

/** Most bytes of a text list or table. */
const LONGEST_TEXT = 128 * 1024 * 1024;

/**
 * Tells from the first bytes (4 KB do) whether a file is intelligence: STIX or MISP JSON, a table with a column of
 * indicators, or a list of values. Null for anything else; logs and configurations are not taken for lists.
 */
export function recogniseIntel(head: Uint8Array): IntelForm | null {
  const text = LATIN.decode(head.subarray(0, 4096)).replace(/^\u00ef\u00bb\u00bf/, '');
  if (text.includes('\0')) return null;
  const start = text.trimStart();
  if (start.startsWith('{') || start.startsWith('[')) return looksLikeIntelJson(start) ? 'json' : null;
  const header = start.slice(0, 1000).split(/\r?\n/)[0] ?? '';
  if (/[,;\t]/.test(header) && tableColumns(header.split(/[,;\t]/)) && strongHeader(header)) return 'table';
  return looksLikeList(text) ? 'list' : null;
}

function looksLikeIntelJson(text: string): boolean {
  return (
    /"type"\s*:\s*"(?:bundle|indicator|report|attack-pattern|malware)"/.test(text) ||
    /"(?:Event|stix_header)"\s*:/.test(text) ||
    (/"spec_version"\s*:/.test(text) && /"objects"\s*:/.test(text))
  );
}

/** Words that stand in headers of indicator tables and hardly in those of flows, inventories or access logs. */
function strongHeader(header: string): boolean {
  return /(?:^|[,;\t"\s])(?:iocs?|indicators?|observable|sha-?256(?:sum)?|tlp|valid.?from)/i.test(header);
}

/** A list has one short value on most of its lines; a line of a log or configuration has more words. */
function looksLikeList(text: string): boolean {
  const lines = text.split(/\r?\n/).slice(0, 60);
  if (text.length > 4000) lines.pop();
  const filled = lines.map((line) => line.trim()).filter((line) => line !== '' && !/^[#;]/.test(line));
  // A single host name is what `show hostname` prints.
  if (filled.length < 2 && !/[0-9a-f]{32}|:\/\/|\[\.\]/i.test(filled[0] ?? '')) return false;
  const alone = filled.filter((line) => !/\s/.test(line) || /^\S{6,}\s+\(?[\w., -]{1,60}\)?$/.test(line));
  // Most evidence ends here, before its lines are looked at one by one.
  if (alone.length * 10 < filled.length * 7) return false;
  const pack = listPack(filled.join('\n'), { id: '', name: '' });
  return pack.indicators.length * 10 >= filled.length * 6;
}

/** Reads a pack of intelligence of any known form; what cannot be read gives a pack without indicators that says why. */
export function readPack(bytes: Uint8Array, name: string): IntelPack {
  const head = { id: sha256(bytes), name };
  const first = bytes
    .subarray(0, 4096)
    .find((byte) => byte > 32 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf);
  if (first === 123 || first === 91) return readJson(bytes, head);
  if (bytes.length > LONGEST_TEXT) return refused(head, 'too-large');
  const text = UTF8.decode(bytes);
  if (text.includes('\0')) return refused(head, 'not-intel');
  return tablePack(text, head) ?? listPack(text, head);
}

function refused(
  head: { readonly id: string; readonly name: string },
  code: 'too-large' | 'not-intel',
): IntelPack {
  const problems = new ProblemBook();
  problems.note(code);
  return makePack(head, [], { problems });
}

/** The value of one JSON text; undefined for JSON lines, which the STIX reader takes but MISP does not write. */
function parsedOnce(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(UTF8.decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

function readJson(bytes: Uint8Array, head: { readonly id: string; readonly name: string }): IntelPack {
  const reading = readStix(bytes);
  const codes = reading.problems.map((problem) => problem.code);
  if (reading.objects.length === 0 && codes.includes('not-stix') && bytes.length <= STIX_LIMITS.bytes) {
    const events = mispEvents(parsedOnce(bytes));
    if (events) return mispPack(events, head);
  }
  // A bracket may also open a defanged list: `[198.51.100.7]`.
  if (codes.includes('not-json') && bytes.length <= LONGEST_TEXT) {
    const list = listPack(UTF8.decode(bytes), head);
    if (list.indicators.length > 0) return list;
  }
  return stixPack(reading, head);
}
