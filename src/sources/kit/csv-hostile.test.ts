import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type CsvPlace, CsvReader, guessDelimiter, splitHeader } from './csv-rows.ts';

interface Read {
  readonly rows: (readonly string[])[];
  readonly broken: string[];
  readonly places: CsvPlace[];
}

function read(text: string, chunk = 65_536): Read {
  const bytes = new TextEncoder().encode(text);
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

describe('one row', () => {
  it.each([
    ['empty fields', ',,', ['', '', '']],
    ['empty quoted fields', '"","",""', ['', '', '']],
    ['a quote that was doubled', '"a""b",c,', ['a"b', 'c', '']],
    ['only quotes that were doubled', '"""",x,y', ['"', 'x', 'y']],
    ['blanks around fields', ' a , "b" ,c ', ['a', 'b', 'c']],
    ['blanks inside quotes', '" a ",b,c', ['a', 'b', 'c']],
    ['a quote inside a bare field', 'a"b,5",c', ['a"b', '5"', 'c']],
    ['other delimiters', 'a;b|c,"d,e",f', ['a;b|c', 'd,e', 'f']],
    ['a byte that is no UTF-8', 'a\ufffd,b,c', ['a\ufffd', 'b', 'c']],
    ['a NUL', 'a\u0000b,c,d', ['a\u0000b', 'c', 'd']],
    ['a lone carriage return', 'a\rb,c,d', ['a\rb', 'c', 'd']],
  ])('with %s', (_, line, expected) => {
    expect(read(`x,y,z\n${line}\n`)).toMatchObject({ rows: [['x', 'y', 'z'], expected], broken: [] });
  });

  it('may lack the last line end, or be empty', () => {
    expect(read('x,y\n1,2').rows).toEqual([
      ['x', 'y'],
      ['1', '2'],
    ]);
    expect(read('').rows).toEqual([]);
    expect(read('x,y\n\n1,2\n').rows[1]).toEqual(['']);
  });

  it('drops a byte order mark only at the start', () => {
    expect(read('\ufeff"x",y\n').rows).toEqual([['x', 'y']]);
    expect(splitHeader('\ufeff"x";y')).toEqual(['x', 'y']);
  });
});

describe('the delimiter', () => {
  it.each([
    ['a,b;c', ','],
    ['a;b;c,d', ';'],
    ['a\tb\tc', '\t'],
    ['a|b', '|'],
    ['"a,b,c";d', ';'],
    ['', ','],
    ['"open,a,b', ','],
    ['a,b;c,d;e', ','],
  ])('of %j is %j', (line, expected) => expect(guessDelimiter(line)).toBe(expected));
});

describe('quotes that never close', () => {
  it('cost one line each, wherever they stand', () => {
    const lines = Array.from({ length: 50 }, (_, i) => (i % 10 === 3 ? `${i},"open` : `${i},"ok"`));
    const { rows, broken } = read(['a,b', ...lines, ''].join('\n'));
    expect(broken).toEqual([3, 13, 23, 33, 43].map((i) => `${i + 2} open quote`));
    expect(rows).toHaveLength(46);
  });

  it.each(['x","\n', '"\n', '"a\n', ',"""\n', '"",""\n"\n', '"x\ny"z\n', `${'"'.repeat(99)}\n`])(
    'do not make a flood of %j slow or lose a byte of it',
    (unit) => {
      const text = `a,b\n${unit.repeat(20_000)}`;
      const { places } = read(text);
      expect(places.reduce((sum, place) => sum + place.size, 0)).toBe(text.length);
      const ends = places.map(({ byte, size }) => byte + size);
      expect(places.slice(1).map(({ byte }) => byte)).toEqual(ends.slice(0, -1));
    },
  );

  it('are not read again and again: a flood costs what twice as many bytes cost in peace', () => {
    // The text of every line that is looked at passes through `includes` or `indexOf`, which count here.
    const lines = 3000;
    const find = vi.spyOn(String.prototype, 'indexOf');
    read(`a,b\n${'x","\n'.repeat(lines)}`);
    const calls = find.mock.calls.length;
    find.mockRestore();
    expect(calls).toBeGreaterThan(lines);
    expect(calls).toBeLessThan(lines * 20);
  });

  it('still leave room for long fields afterwards', () => {
    const field = Array.from({ length: 100 }, (_, i) => `l${i}`).join('\n');
    const peace = '1,2\n'.repeat(300);
    const { rows } = read(`a,b\n${'x","\n'.repeat(500)}${peace}1,"${field}"\n`);
    expect(rows.at(-1)).toEqual(['1', field]);
  });

  it('let a field of many lines through, up to the limit', () => {
    const field = (lines: number): string => Array.from({ length: lines }, (_, i) => `l${i}`).join('\n');
    expect(read(`a,b\n1,"${field(200)}"\n2,x\n`)).toMatchObject({
      rows: [{}, ['1', field(200)], ['2', 'x']],
    });
    expect(read(`a,b\n1,"${field(202)}"\n2,x\n`).broken[0]).toBe('2 open quote');
  });
});

describe('any table', () => {
  it('reads back with any delimiter, in any chunks', () => {
    const delimiters = fc.constantFrom(',', ';', '\t', '|');
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '|', '\n', 'é', '€'), maxLength: 8 });
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(delimiters, table, fc.integer({ min: 1, max: 20 }), (delimiter, rows, chunk) => {
        const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const text = [['x', 'y', 'z'], ...rows].map((row) => row.map(quote).join(delimiter)).join('\r\n');
        expect(read(text, chunk).rows.slice(1)).toEqual(rows.map((row) => row.map((field) => field.trim())));
      }),
    );
  });
});
