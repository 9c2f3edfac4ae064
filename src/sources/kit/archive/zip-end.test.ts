import { describe, expect, it } from 'vitest';
import { Budget, DEFAULT_LIMITS } from './budget.ts';
import { ByteCursor } from './byte-cursor.ts';
import { makeZip } from './make-archives.ts';
import { readZip } from './zip.ts';

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Names of the members read, and the codes of all problems in round brackets. */
async function read(bytes: Uint8Array): Promise<string[]> {
  const seen: string[] = [];
  for await (const member of readZip(new ByteCursor(once(bytes)), new Budget(DEFAULT_LIMITS))) {
    seen.push(member.problem ? `(${member.problem.code})` : member.name);
    for await (const part of member.bytes ?? []) expect(part.length).toBeGreaterThan(0);
  }
  return seen;
}

const zip = makeZip([{ name: 'a', bytes: 'abc' }]);
const END = zip.length - 22;

function withComment(text: string, stated = text.length): Buffer {
  const bytes = Buffer.from(zip);
  bytes.writeUInt16LE(stated, zip.length - 2);
  return Buffer.concat([bytes, Buffer.from(text)]);
}

/** The parts that zip64 puts before the end of the directory. */
function zip64(length: bigint): Buffer {
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(length, 4);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  return Buffer.concat([zip.subarray(0, END), end64, locator, zip.subarray(END)]);
}

describe('the end of a zip file', () => {
  it.each([
    ['no comment', zip, []],
    ['a comment', withComment('synthetic'), []],
    ['a comment that looks like a member', withComment('PK\x03\x04'), []],
    ['a comment that was cut', withComment('syn', 9), ['(truncated)']],
    [
      'something behind the comment',
      Buffer.concat([withComment('c'), Buffer.from('x')]),
      ['(trailing-data)'],
    ],
    ['the parts of zip64', zip64(44n), []],
    ['parts of zip64 that lie about their length', zip64(9_000_000n), ['(truncated)']],
    ['parts of zip64 of an absurd length', zip64(2n ** 60n), ['(damaged)']],
    ['no directory at all', zip.subarray(0, zip.indexOf('PK\x01\x02')), ['(truncated)']],
    [
      'something else in its place',
      Buffer.concat([zip.subarray(0, END), Buffer.alloc(80, 'x')]),
      ['(damaged)'],
    ],
  ])('with %s', async (_, bytes, problems) => {
    expect(await read(bytes)).toEqual(['a', ...problems]);
  });

  it('counts members that the directory does not name: somebody may have hidden one', async () => {
    const two = makeZip([
      { name: 'a', bytes: 'abc' },
      { name: 'b', bytes: 'abc' },
    ]);
    const first = two.indexOf('PK\x01\x02');
    const second = two.indexOf('PK\x01\x02', first + 1);
    const hidden = Buffer.concat([two.subarray(0, first), two.subarray(second)]);
    expect(await read(hidden)).toEqual(['a', 'b', '(mismatch)']);
  });
});

describe('methods', () => {
  it.each([1, 6, 9, 12, 14, 95, 97, 99])(
    'that are not read (%i) are told, and the next member is read',
    async (method) => {
      const bytes = makeZip([
        { name: 'x', bytes: 'abc', method },
        { name: 'y', bytes: 'abc' },
      ]);
      expect(await read(bytes)).toEqual(['(unsupported)', 'y']);
    },
  );
});
