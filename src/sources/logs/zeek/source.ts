import type { Head, Source } from '../../kit/contract.ts';
import { readJsonRow } from './json-row.ts';
import { ZeekReader } from './reader.ts';

function recognise(head: Head): number {
  const lines = head.lines
    .map((line) => line.replace(/^(?:\u00ef\u00bb\u00bf)?\s*/, ''))
    .filter((line) => line !== '');
  const first = lines[0] ?? '';
  if (first.startsWith('#separator \\x')) return 1;
  if (lines.some((line) => line.startsWith('#fields\t') && line.includes('\tuid'))) return 0.95;
  if (lines.some((line) => /^#(?:fields\tts|path\t\w)/.test(line))) return 0.9;
  return first.startsWith('{') ? recogniseJson(lines, head.whole) : 0;
}

function recogniseJson(lines: readonly string[], whole: boolean): number {
  // The last line of a head may be cut.
  const some = (whole || lines.length === 1 ? lines : lines.slice(0, -1)).slice(0, 20);
  const rows = some.map((line) => readJsonRow(line)).filter((row) => row !== null);
  if (rows.length * 2 < some.length) return 0;
  const sure = rows.some(({ cells, path }) => {
    const zeekish = cells('uid') !== null || cells('fuid') !== null || cells('_path') !== null;
    return path !== null && (zeekish || cells('id.orig_h') !== null);
  });
  if (sure) return 0.9;
  return rows.some(({ cells, path }) => path !== null || cells('id.orig_h') !== null) ? 0.5 : 0;
}

/** Logs of the Zeek network monitor: conn becomes flows, http becomes requests; the others are counted and named. */
export const zeek: Source = {
  id: 'logs/zeek',
  title: 'Zeek logs (conn, http)',
  version: 1,
  kinds: ['flow', 'http'],
  recognise,
  open: (context, sink) => new ZeekReader(context, sink),
  split: null,
};
