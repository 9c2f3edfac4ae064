import { describe, expect, it } from 'vitest';
import type { Scanner } from '../../model/indicator.ts';
import type { RecordBase } from '../../model/record.ts';
import type { ReadContext } from './contract.ts';
import { RecordingSink, TEST_KEYED } from './recording-sink.ts';
import { Sightings } from './sightings.ts';

const BASE: RecordBase = {
  origin: 'name:pe-syn-01',
  at: 5,
  timeQuality: 'exact',
  count: 1,
  last: null,
  ref: { evidence: 'e', line: 3, lineEnd: 3, byte: 9, length: 4 },
  text: 'shown',
};

/** Finds the word `bad` wherever it stands inside the span. */
const words: Scanner = {
  scan: (bytes, { start, end }, found) => {
    const text = Buffer.from(bytes.subarray(start, end)).toString();
    for (const { index } of text.matchAll(/bad/g)) {
      found({ value: 'bad', valueType: 'domain', near: false, start: start + index, end: start + index + 3 });
    }
  },
};

function open(scanner: Scanner | null): { sink: RecordingSink; sightings: Sightings } {
  const sink = new RecordingSink();
  const context: ReadContext = {
    evidence: 'e',
    name: 'test',
    anchor: 0,
    keyed: TEST_KEYED,
    scanner,
    templates: new Map(),
    start: { line: 1, byte: 0 },
    content: new Map(),
  };
  return { sink, sightings: new Sightings(context, sink, 'access') };
}

describe('Sightings', () => {
  it('tell value and place in the words of the record around them', () => {
    const { sink, sightings } = open(words);
    sightings.text('a bad word', () => BASE);
    expect(sink.records).toEqual([
      { ...BASE, kind: 'sighting', value: 'bad', valueType: 'domain', near: false, where: 'access' },
    ]);
    expect(sink.observations).toEqual([{ origin: BASE.origin, kind: 'access', at: 5 }]);
  });

  it.each([
    ['bad', 1],
    ['bad bad', 2],
    ['good', 0],
    ['', 0],
    ['ba\u0000d', 0],
    ['é bad', 1],
  ])('in %j are %i', (text, count) => {
    const { sink, sightings } = open(words);
    sightings.text(text, () => BASE);
    expect(sink.of('sighting')).toHaveLength(count);
  });

  it('are looked for inside the line only, not in what stands around it', () => {
    const { sink, sightings } = open(words);
    const bytes = Buffer.from('bad|fine|bad');
    sightings.bytes({ bytes, start: 4, end: 8 }, () => BASE);
    expect(sink.records).toEqual([]);
    sightings.bytes({ bytes, start: 4, end: 12 }, () => BASE);
    expect(sink.records).toHaveLength(1);
  });

  it('cost no record where nothing stands, and nothing at all without intelligence', () => {
    let asked = 0;
    const base = (): RecordBase => {
      asked += 1;
      return BASE;
    };
    open(words).sightings.text('good', base);
    const { sink, sightings } = open(null);
    sightings.text('bad', base);
    sightings.bytes({ bytes: Buffer.from('bad'), start: 0, end: 3 }, base);
    expect([asked, sink.records.length]).toEqual([0, 0]);
  });

  it('keep whether only the neighbourhood was hit', () => {
    const near: Scanner = {
      scan: (_, { start, end }, found) =>
        found({ value: '192.0.2.1', valueType: 'ipv4', near: true, start, end }),
    };
    const { sink, sightings } = open(near);
    sightings.text('192.0.2.7', () => BASE);
    expect(sink.of('sighting')[0]).toMatchObject({ near: true, value: '192.0.2.1' });
  });
});
