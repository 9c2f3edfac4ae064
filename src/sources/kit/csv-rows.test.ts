import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CsvPlace } from './csv-rows.ts';
import { CsvReader, guessDelimiter, splitHeader } from './csv-rows.ts';

interface Read {
  readonly rows: (readonly string[])[];
  readonly broken: string[];
  readonly places: CsvPlace[];
}

function read(input: string | Uint8Array, chunk = 1 << 20): Read {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const seen: Read = { rows: [], broken: [], places: [] };
  const reader = new CsvReader(
    {
      row: (row) => {
        seen.rows.push(row.fields);
        seen.places.push(row);
      },
      broken: (place, reason) => {
        seen.broken.push(`${place.line} ${reason}`);
        seen.places.push(place);
      },
    },
    { line: 1, byte: 0 },
  );
  for (let at = 0; at < bytes.length; at += chunk) reader.push(bytes.slice(at, at + chunk));
  reader.end();
  return seen;
}

describe('CsvReader', () => {
  it('reads quoted fields with delimiters, quotes and line ends in them', () => {
    const { rows, places } = read('a,b,c\r\n"x, y","say ""hi""","two\r\nlines"\n1,,\n');
    expect(rows).toEqual([
      ['a', 'b', 'c'],
      ['x, y', 'say "hi"', 'two\nlines'],
      ['1', '', ''],
    ]);
    expect(places.map((p) => [p.line, p.lineEnd, p.byte])).toEqual([
      [1, 1, 0],
      [2, 3, 7],
      [4, 4, 40],
    ]);
  });

  it('takes the delimiter from the first line and drops a byte order mark', () => {
    expect(read('\ufeffname;city\nA;"B; C"\n').rows).toEqual([
      ['name', 'city'],
      ['A', 'B; C'],
    ]);
    expect(read('name\tcity\nA, B\tC\n').rows[1]).toEqual(['A, B', 'C']);
  });

  it('keeps a quote in the middle of an unquoted field', () => {
    expect(read('item,size\npipe,5" wide\n').rows[1]).toEqual(['pipe', '5" wide']);
  });

  it('loses one line, not the file, to a quote that never closes', () => {
    const good = Array.from({ length: 300 }, (_, i) => `${i},ok`);
    const { rows, broken } = read(['a,b', '1,"open', ...good, ''].join('\n'));
    expect(broken).toEqual(['2 open quote']);
    expect(rows).toHaveLength(301);
  });

  it('goes on after a closing quote with text behind it, and after an open one at the end', () => {
    expect(read('a,b\n"x"y,1\n2,3\n')).toMatchObject({ broken: ['2 open quote'], rows: [{}, ['2', '3']] });
    expect(read('a,b\n2,3\n4,"5\n6,7')).toMatchObject({
      broken: ['3 open quote'],
      rows: [{}, {}, ['6', '7']],
    });
  });

  it('reports a line that is too long and reads the next', () => {
    const { rows, broken } = read(`a,b\n${'x'.repeat(300_000)}\n1,2\n`);
    expect(broken).toEqual(['2 line too long']);
    expect(rows[1]).toEqual(['1', '2']);
  });

  it('reads back what was written, however it arrives, and accounts for every byte', () => {
    const field = fc
      .string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'é', ';') })
      .map((s) => s.trim());
    const table = fc.array(fc.tuple(field, field, field), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), (rows, chunk) => {
        const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const text = [['h1', 'h2', 'h3'], ...rows].map((row) => row.map(quote).join(',')).join('\n');
        expect(read(text, chunk).rows.slice(1)).toEqual(rows);
      }),
    );
  });

  it('accounts for every byte of any input', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r') }), (text) => {
        const { places } = read(text, 3);
        expect(places.reduce((sum, place) => sum + place.size, 0)).toBe(text.length);
        expect(read(text)).toEqual(read(text, 1));
      }),
    );
  });
});

describe('splitHeader', () => {
  it('parts a header by whatever parts it best', () => {
    expect(guessDelimiter('a;b;c,d')).toBe(';');
    expect(guessDelimiter('single')).toBe(',');
    expect(splitHeader('\u00ef\u00bb\u00bf"Host name"|Serial')).toEqual(['Host name', 'Serial']);
    expect(splitHeader('a,"open')).toEqual([]);
  });
});
