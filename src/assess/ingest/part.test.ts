import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../base/package-root.ts';
import { SOURCES } from '../../sources/index.ts';
import { TEST_KEYED } from '../../sources/kit/recording-sink.ts';
import { joinParts, PartJoiner, type PartResult } from './part.ts';
import { labelOf, type ReadEnvironment, readPart } from './read-part.ts';
import { Selection } from './selection.ts';

const ENV: ReadEnvironment = {
  sources: SOURCES,
  selection: new Selection([{ records: ['log', 'command', 'login'], mnemonics: ['*'] }]),
  anchor: Date.UTC(2026, 10, 22),
  keyed: TEST_KEYED,
  scanner: null,
  templates: new Map(),
  content: readContent(),
};
const ENCODER = new TextEncoder();
const line = fc
  .record({
    device: fc.constantFrom('pe-01', 'pe-02'),
    minute: fc.integer({ min: 10, max: 59 }),
    number: fc.integer({ min: 1, max: 40 }),
  })
  .map(
    ({ device, minute, number }) =>
      `<189>Oct 20 02:${minute}:07 ${device} ${number}: Oct 20 02:${minute}:06.123 UTC: %SYS-5-CONFIG_I: Configured from console by a on vty0 (192.0.2.10)\n`,
  );
const lines = fc.array(
  fc.oneof({ weight: 5, arbitrary: line }, { weight: 1, arbitrary: fc.constant('no message\n') }),
  { minLength: 2, maxLength: 30 },
);

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function read(text: string, place: { line: number; byte: number; label: string }): Promise<PartResult> {
  const { label, ...start } = place;
  const outlet = { records: () => {}, flows: () => {} };
  return await readPart(
    { name: 'x', bytes: once(ENCODER.encode(text)), start, source: 'logs/syslog', label, outlet },
    ENV,
  );
}

describe('parts of a large file', () => {
  it('joined are what the whole file gives, wherever it is cut between lines', async () => {
    await fc.assert(
      fc.asyncProperty(lines, fc.nat(), async (all, cut) => {
        const at = 1 + (cut % (all.length - 1));
        const [head, tail] = [all.slice(0, at).join(''), all.slice(at).join('')];
        const label = labelOf(ENCODER.encode(head + tail));
        const whole = await read(head + tail, { line: 1, byte: 0, label });
        const parts = [
          await read(head, { line: 1, byte: 0, label }),
          await read(tail, { line: at + 1, byte: head.length, label }),
        ];
        const bare = (part: PartResult): unknown => ({
          ...part,
          records: 0,
          magic: '',
          tracks: part.tracks.map((t) => ({ ...t, sequences: [] })),
        });
        expect(bare(joinParts(parts))).toEqual(bare(whole));
      }),
      { numRuns: 40 },
    );
  });

  it('may be done in any order', async () => {
    const label = 'x';
    const parts = await Promise.all(
      [0, 1, 2, 3].map((n) => read(`line ${n}\n`, { line: n + 1, byte: n * 7, label })),
    );
    const wanted = joinParts(parts);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), async (order) => {
        const joiner = new PartJoiner();
        for (const index of order) joiner.add(index, parts[index] as PartResult);
        expect(joiner.result()).toEqual(wanted);
      }),
    );
  });

  it('are never taken for the whole when one is missing', async () => {
    const part = await read('line\n', { line: 1, byte: 0, label: 'x' });
    const joiner = new PartJoiner();
    expect(() => joiner.result()).toThrow('missing');
    joiner.add(1, part);
    expect(() => joiner.result()).toThrow('missing');
  });
});
