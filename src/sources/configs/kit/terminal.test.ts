import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Line, LineReader } from '../../kit/lines.ts';
import type { Entry } from './entry.ts';
import { toEntry } from './terminal.ts';

function entryOf(text: string | Uint8Array): Entry {
  const entries: Entry[] = [];
  const keep = (line: Line): void => {
    entries.push(toEntry(line));
  };
  const reader = new LineReader({ line: keep, tooLong: keep }, { limit: 4096, start: { line: 1, byte: 0 } });
  reader.push(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  reader.end();
  return entries[0]!;
}

const BACK = '\b'.repeat(9);
const BLANKS = ' '.repeat(8);

describe('toEntry', () => {
  it.each([
    [' ip address dhcp', 1],
    ['interface Gi0/0', 0],
    ['   three', 3],
  ])('counts the indentation of %j', (text, indent) => {
    expect(entryOf(text)).toMatchObject({ text, indent });
  });

  it.each([
    [`  ---- More ----\u001b[42D${' '.repeat(42)}\u001b[42D rule 10 permit`, ' rule 10 permit', 1],
    [`  ---- More ----${' '.repeat(42)} rule 10 permit`, ' rule 10 permit', 1],
    [`  ---- More ----\u001b[16D${' '.repeat(16)}\u001b[16Dsysname a`, 'sysname a', 0],
    ['a text about ---- More ---- pages', 'a text about ---- More ---- pages', 0],
  ])('takes the pager of VRP off %j', (raw, text, indent) => {
    expect(entryOf(raw)).toMatchObject({ text, indent });
  });

  it('takes the pager off and keeps the indentation behind it', () => {
    expect(entryOf(` --More-- ${BACK}${BLANKS}${BACK} shutdown`)).toMatchObject({
      text: ' shutdown',
      indent: 1,
    });
  });

  it('takes the pager off where the logger dropped the backspaces', () => {
    expect(entryOf(` --More-- ${BLANKS}  shutdown`)).toMatchObject({ text: '  shutdown', indent: 2 });
  });

  it('leaves an empty line behind the pager empty', () => {
    expect(entryOf(` --More-- ${BACK}${BLANKS}${BACK}\r\n`).text).toBe('');
  });

  it('does what a terminal does with a return in the line', () => {
    expect(entryOf(' --More-- \r          \r ip route').text.trim()).toBe('ip route');
  });

  it('drops escape sequences', () => {
    expect(entryOf('\u001b[0m\u001b[2Khostname r1\u001b[K').text).toBe('hostname r1');
  });

  it.each(['---(more)---', '---(more 42%)---', '---(more)---                                        '])(
    'takes off the pager of Junos: %j',
    (pager) => {
      expect(entryOf(`${pager}    telnet;`)).toMatchObject({ text: 'telnet;', indent: 0 });
      expect(entryOf(pager).text).toBe('');
    },
  );

  it('shows the banner character as captures do', () => {
    expect(entryOf('banner motd \u0003hi\u0003').text).toBe('banner motd ^Chi^C');
  });

  it('keeps UTF-8 and makes direction marks visible', () => {
    expect(entryOf(' description Zürich \u202e evil').text).toBe(' description Zürich \\u202e evil');
  });

  it('cuts CRLF and blanks at the end', () => {
    expect(entryOf('end  \r\n').text).toBe('end');
  });

  it('finds where a prompt may end', () => {
    expect(entryOf('pe-01#show run').prompt).toBe(5);
    expect(entryOf('pe-01>').prompt).toBe(5);
    expect(entryOf('description to pe-01#').prompt).toBe(0);
  });

  it('never lets a control character through, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = entryOf(Uint8Array.from([120, ...bytes.filter((b) => b !== 10)])).text;
        expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
      }),
    );
  });
});
