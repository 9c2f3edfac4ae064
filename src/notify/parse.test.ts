import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DUTY_LIMITS, parseDuties } from './parse.ts';

const ROW = `id: xx-test-duty
title: A synthetic duty for tests
jurisdiction: US
status: in-force
effectiveFrom: 2024-01-01
effectiveUntil: null
statusNote: Synthetic.
whom: [Nobody]
trigger: { fact: incident.confirmed, op: eq, value: true, says: "It is confirmed" }
clocks:
  - { name: Report, startEvent: awareness, length: 24, unit: hours, text: "Within 24 hours." }
holds: []
contentFields: []
source: { title: Synthetic, url: "https://example.com/rule", citation: Synthetic 1 }
verifiedOn: 2026-11-01
verification: unverified
`;
const changed = (from: string, to: string): string => {
  expect(ROW).toContain(from);
  return ROW.replace(from, to);
};
const codesOf = (text: string): string[] =>
  parseDuties([{ name: 'a.yaml', text }]).problems.map((row) => row.code);
const pathsOf = (text: string): string[] =>
  parseDuties([{ name: 'a.yaml', text }]).problems.map((row) => row.path);

describe('reading a good row', () => {
  it('gives the duty and fills in what may be left out', () => {
    const { duties, problems } = parseDuties([{ name: 'a.yaml', text: ROW }]);
    expect(problems).toEqual([]);
    expect(duties[0]).toMatchObject({ id: 'xx-test-duty', kind: 'duty', questions: {}, note: '' });
    expect(duties[0]?.effectiveFrom).toBe('2024-01-01');
  });

  it('keeps the good rows when one file is bad, in an order that the caller cannot change', () => {
    const other = changed('xx-test-duty', 'aa-other-duty');
    const files = [
      { name: 'z.yaml', text: ROW },
      { name: 'broken.yaml', text: 'id: [' },
      { name: 'b.yaml', text: other },
    ];
    const forwards = parseDuties(files);
    expect(forwards.duties.map((row) => row.id)).toEqual(['aa-other-duty', 'xx-test-duty']);
    expect(forwards.problems.map((row) => [row.file, row.code])).toEqual([['broken.yaml', 'not-yaml']]);
    expect(parseDuties([...files].reverse())).toEqual(forwards);
  });

  it('takes a new fact when the row brings its question', () => {
    const text = changed('incident.confirmed', 'moon.full');
    expect(codesOf(text)).toEqual(['unknown-fact']);
    expect(codesOf(`${text}questions: { moon.full: Is the moon full? }\n`)).toEqual([]);
  });
});

describe('rows that are wrong', () => {
  it.each([
    ['an operator that does not exist', changed('op: eq', 'op: matches'), 'trigger.op'],
    ['a unit that does not exist', changed('unit: hours', 'unit: fortnights'), 'clocks.0.unit'],
    ['a length that is text', changed('length: 24', 'length: "24"'), 'clocks.0.length'],
    ['a negative length', changed('length: 24', 'length: -1'), 'clocks.0.length'],
    ['a length without end', changed('length: 24', 'length: .inf'), 'clocks.0.length'],
    ['a number without a unit', changed('unit: hours', 'unit: none'), 'clocks.0'],
    [
      'an event that does not exist',
      changed('startEvent: awareness', 'startEvent: dawn'),
      'clocks.0.startEvent',
    ],
    ['a date that does not exist', changed('2026-11-01', '2026-02-30'), 'verifiedOn'],
    ['a status that does not exist', changed('status: in-force', 'status: maybe'), 'status'],
    ['a link that runs code', changed('https://example.com/rule', 'javascript:alert(1)'), 'source.url'],
    ['a link in the clear', changed('https://example.com', 'http://example.com'), 'source.url'],
    ['an id with a path in it', changed('xx-test-duty', '../../etc'), 'id'],
  ])('names %s', (_, text, path) => {
    expect(codesOf(text)).toEqual(['wrong-shape']);
    expect(pathsOf(text)[0]).toContain(path.split('.')[0]);
    expect(parseDuties([{ name: 'a.yaml', text }]).duties).toEqual([]);
  });

  it('names a key that nobody knows, and a key that is missing', () => {
    expect(codesOf(`${ROW}exec: rm\n`)).toEqual(['wrong-shape']);
    expect(pathsOf(changed('title: A synthetic duty for tests\n', ''))).toEqual(['title']);
  });

  it('names an empty trigger, which would otherwise always hold', () => {
    const text = changed(
      '{ fact: incident.confirmed, op: eq, value: true, says: "It is confirmed" }',
      '{ all: [] }',
    );
    expect(codesOf(text)).toEqual(['wrong-shape']);
  });

  it('names dates in the wrong order', () => {
    expect(codesOf(changed('effectiveUntil: null', 'effectiveUntil: 2023-01-01'))).toEqual([
      'dates-reversed',
    ]);
  });

  it('takes neither of two rows with one id', () => {
    const { duties, problems } = parseDuties([
      { name: 'a.yaml', text: ROW },
      { name: 'b.yaml', text: ROW },
    ]);
    expect(duties).toEqual([]);
    expect(problems.map((row) => [row.file, row.code])).toEqual([
      ['a.yaml', 'duplicate-id'],
      ['b.yaml', 'duplicate-id'],
    ]);
  });
});

describe('hostile files', () => {
  it('refuses aliases, so that nothing can be blown up', () => {
    const levels = Array.from({ length: 9 }, (_, n) => `l${n + 1}: &l${n + 1} [${`*l${n},`.repeat(9)}]`);
    expect(codesOf(['l0: &l0 [x]', ...levels].join('\n'))).toEqual(['alias']);
    expect(codesOf(changed('statusNote: Synthetic.', 'statusNote: &a Synthetic.\nnote: *a'))).toEqual([
      'alias',
    ]);
  });

  it('refuses deep nesting of every style', () => {
    const styles = ['['.repeat(5000), '{a: '.repeat(3000), '- '.repeat(6000), '? '.repeat(6000)];
    const indented = Array.from({ length: 120 }, (_, n) => `${' '.repeat(n)}a:`).join('\n');
    for (const text of [...styles, indented]) expect(codesOf(text)).toEqual(['too-deep']);
  });

  it('refuses indentation that grows one space at a time', () => {
    const text = Array.from({ length: 60 }, (_, n) => `${' '.repeat(n)}a:`).join('\n');
    expect(codesOf(text)).toEqual(['too-deep']);
  });

  it('refuses a file over the limit, and files over the limit', () => {
    expect(codesOf(`# ${'x'.repeat(DUTY_LIMITS.bytes)}`)).toEqual(['too-large']);
    const many = Array.from({ length: DUTY_LIMITS.files + 2 }, (_, n) => ({ name: `${n}.yaml`, text: '' }));
    const { problems } = parseDuties(many);
    expect(problems.filter((row) => row.code === 'too-many-files').map((row) => row.message)).toEqual([
      '2 files were not read',
    ]);
  });

  it('refuses control characters and marks that turn text around', () => {
    expect(codesOf(changed('Synthetic.', 'Red \u001b[31malert'))).toEqual(['control-characters']);
    expect(codesOf(changed('Synthetic.', 'a \u202e b'))).toEqual(['control-characters']);
  });

  it('refuses control characters that are written as escapes', () => {
    const text = changed('statusNote: Synthetic.', 'statusNote: "Red \\e[31malert"');
    expect(parseDuties([{ name: 'a.yaml', text }]).duties).toEqual([]);
    expect(codesOf(text)).toEqual(['control-characters']);
  });

  it('never lets a file name or a key reach the terminal raw', () => {
    const { problems } = parseDuties([{ name: 'a\u001b[2J.yaml', text: '"\\e[2J": 1' }]);
    expect(JSON.stringify(problems)).not.toMatch(/\\u001b|\u001b/);
    expect(problems[0]?.file).toBe('a?[2J.yaml');
  });

  it('refuses tags, repeated keys and more than one document', () => {
    expect(codesOf(changed('Synthetic.', '!!js/function "x"'))).not.toEqual([]);
    expect(codesOf(`${ROW}title: Again\n`)).toEqual(['not-yaml']);
    expect(codesOf(`${ROW}---\n${ROW}`)).toEqual(['not-yaml']);
  });

  it('does not let a key reach into prototypes', () => {
    expect(codesOf(`${ROW}__proto__: { polluted: true }\n`)).toEqual(['wrong-shape']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('gives an answer for any text at all', () => {
    const noise = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300 }));
    const spliced = fc
      .tuple(fc.nat({ max: ROW.length }), fc.nat({ max: 40 }), fc.string({ maxLength: 20 }))
      .map(([at, cut, put]) => ROW.slice(0, at) + put + ROW.slice(at + cut));
    fc.assert(
      fc.property(fc.oneof(noise, spliced), (text) => {
        const { duties, problems } = parseDuties([{ name: 'a.yaml', text }]);
        expect(duties.length + Math.min(problems.length, 1)).toBe(1);
      }),
      { numRuns: 200 },
    );
  });
});
