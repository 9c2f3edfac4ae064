import { describe, expect, it } from 'vitest';
import { Budget, DEFAULT_LIMITS } from './budget.ts';
import { ByteCursor } from './byte-cursor.ts';
import { type MadeMember, makeZip } from './make-archives.ts';
import { safeName } from './member.ts';
import { readZip } from './zip.ts';

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function members(bytes: Uint8Array, chunk = 65536): Promise<[name: string, text: string][]> {
  const seen: [string, string][] = [];
  const cursor = new ByteCursor(pieces(bytes, chunk));
  for await (const member of readZip(cursor, new Budget(DEFAULT_LIMITS))) {
    let text = member.problem ? `(${member.problem.code})` : '';
    for await (const part of member.bytes ?? []) text += Buffer.from(part).toString();
    seen.push([member.name, text]);
  }
  return seen;
}

const log = 'line of a log\n'.repeat(400);
const next: MadeMember = { name: 'next', bytes: 'next' };

describe('readZip', () => {
  it.each([
    ['deflated', {}],
    ['stored', { stored: true }],
    ['with sizes behind', { behind: 'signed' }],
    ['with sizes behind and no signature', { behind: 'bare' }],
    ['with large sizes behind', { behind: 'wide' }],
    ['stored with sizes behind', { behind: 'signed', stored: true }],
  ] as const)('reads a member that is %s', async (_, how) => {
    for (const chunk of [1, 7, 65536]) {
      const zip = makeZip([{ name: 'a.log', bytes: log, ...how }, next]);
      expect(await members(zip, chunk)).toEqual([
        ['a.log', log],
        ['next', 'next'],
      ]);
    }
  });

  it('is not misled by a descriptor mark inside stored bytes', async () => {
    const bytes = `PK\x07\x08${'x'.repeat(30)}PK\x07\x08PK\x03\x04PKPK\x07`;
    const zip = makeZip([{ name: 'a', bytes, stored: true, behind: 'signed' }, next]);
    expect(await members(zip, 3)).toEqual([
      ['a', bytes],
      ['next', 'next'],
    ]);
  });

  it('reads an empty archive, empty members and passes over directories', async () => {
    expect(await members(makeZip([]))).toEqual([]);
    expect(await members(makeZip([{ name: 'd/', stored: true }, { name: 'e' }]))).toEqual([['e', '']]);
  });

  it('takes zip64 sizes from the extra field', async () => {
    const zip = makeZip([{ name: 'a', bytes: 'abc', stored: true }]);
    const extra = Buffer.alloc(20);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(16, 2);
    extra.writeBigUInt64LE(3n, 4);
    extra.writeBigUInt64LE(3n, 12);
    zip.writeUInt32LE(0xffffffff, 18);
    zip.writeUInt32LE(0xffffffff, 22);
    zip.writeUInt16LE(20, 28);
    expect(await members(Buffer.concat([zip.subarray(0, 31), extra, zip.subarray(31)]))).toEqual([
      ['a', 'abc'],
    ]);
  });
});

describe('zip members that cannot be had', () => {
  it('tells encrypted members and unknown methods, and reads on', async () => {
    const zip = makeZip([
      { name: 'secret', bytes: 'x', flags: 1 },
      { name: 'odd', bytes: 'y', method: 99 },
      next,
    ]);
    expect(await members(zip)).toEqual([
      ['secret', '(encrypted)'],
      ['odd', '(unsupported)'],
      ['next', 'next'],
    ]);
  });

  it('tells that the rest is lost behind an encrypted member without a size', async () => {
    const zip = makeZip([{ name: 'secret', bytes: 'x', flags: 1, behind: 'signed' }, next]);
    expect(await members(zip)).toEqual([
      ['secret', '(encrypted)'],
      ['secret', '(damaged)'],
    ]);
  });

  it('delivers bytes whose checksum does not hold, and tells', async () => {
    const zip = makeZip([{ name: 'a', bytes: 'abc', stored: true }, next]);
    zip[31] = 'X'.charCodeAt(0);
    expect(await members(zip)).toEqual([
      ['a', 'Xbc'],
      ['a', '(damaged)'],
      ['next', 'next'],
    ]);
  });

  it('tells a stated size that is a lie', async () => {
    expect(await members(makeZip([{ name: 'a', bytes: log, size: 3 }]))).toEqual([
      ['a', log],
      ['a', '(mismatch)'],
    ]);
  });

  it('reads dangerous names as harmless ones and tells', async () => {
    expect(await members(makeZip([{ name: '..\\..\\x', bytes: 'x' }]))).toEqual([
      ['__/__/x', '(unsafe-path)'],
      ['__/__/x', 'x'],
    ]);
  });
});

describe('the directory of a zip file', () => {
  const zip = makeZip([{ name: 'a', bytes: 'abc', stored: true }, next]);

  it('must name as many members as were found', async () => {
    const entries = zip.indexOf('PK\x01\x02');
    const firstEntry = zip.subarray(entries, entries + 47);
    const doubled = Buffer.concat([zip.subarray(0, entries), firstEntry, zip.subarray(entries)]);
    expect((await members(doubled)).at(-1)).toEqual(['', '(mismatch)']);
  });

  it('missing or cut means that members may be missing', async () => {
    const start = zip.indexOf('PK\x01\x02');
    for (const at of [start, start + 20, zip.length - 30, zip.length - 3]) {
      expect((await members(zip.subarray(0, at))).at(-1)).toEqual(['', '(truncated)']);
    }
  });

  it('tells what follows or stands between', async () => {
    expect((await members(Buffer.concat([zip, Buffer.from('more')]))).at(-1)).toEqual([
      '',
      '(trailing-data)',
    ]);
    const between = Buffer.concat([
      zip.subarray(0, 34),
      Buffer.from('between the members'),
      zip.subarray(34),
    ]);
    expect((await members(between)).at(-1)).toEqual(['', '(damaged)']);
  });
});

describe('safeName', () => {
  it.each([
    ['a/b.log', 'a/b.log', false],
    ['./a//b', 'a/b', false],
    ['C:\\Windows\\x', 'Windows/x', true],
    ['a!b', 'a_b', false],
    ['', '(no name)', false],
    ['a..b/..c', 'a..b/..c', false],
    ['\u202Egol.exe', '\\u202egol.exe', false],
  ])('makes %j into %j', (raw, text, unsafe) => {
    expect(safeName(raw)).toEqual({ text, unsafe });
  });

  it('cuts names that are long enough to fill a screen', () => {
    expect(safeName('x'.repeat(9000)).text.length).toBeLessThanOrEqual(400);
  });
});
