import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headOf, type RecordingSink, readWith } from '../../kit/recording-sink.ts';
import { readHashLine } from './line.ts';
import { hashList } from './source.ts';

const MD5 = 'd41d8cd98f00b204e9800998ecf8427e';
const SHA1 = 'da39a3ee5e6b4b0d3255bfef95601890afd80709';
const SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const SHA512 = `${SHA256}${SHA256}`;
const recognised = (text: string): boolean => hashList.recognise(headOf(Buffer.from(text))) >= 0.3;
const read = (text: string): RecordingSink => readWith(hashList, text);

describe('forms of a line', () => {
  it.each([
    ['md5sum', `${MD5}  /bin/ls`, 'md5', '/bin/ls'],
    ['sha1sum', `${SHA1}  /bin/ls`, 'sha1', '/bin/ls'],
    ['sha256sum', `${SHA256}  /bin/ls`, 'sha256', '/bin/ls'],
    ['sha256sum, binary', `${SHA256} */bin/ls`, 'sha256', '/bin/ls'],
    ['sha512sum', `${SHA512}  /bin/ls`, 'sha512', '/bin/ls'],
    ['sha256sum --tag', `SHA256 (/bin/ls) = ${SHA256}`, 'sha256', '/bin/ls'],
    ['sha256sum, escaped', `\\${SHA256}  /tmp/a\\\\b\\nc`, 'sha256', '/tmp/a\\b\\u000ac'],
    ['md5 of BSD', `MD5 (/bin/a (b)) = ${MD5}`, 'md5', '/bin/a (b)'],
    ['md5 -r of BSD', `${MD5} /bin/ls`, 'md5', '/bin/ls'],
    ['openssl dgst -md5', `MD5(/bin/ls)= ${MD5}`, 'md5', '/bin/ls'],
    ['openssl dgst -sha1', `SHA1(/bin/ls)= ${SHA1}`, 'sha1', '/bin/ls'],
    ['openssl dgst of version 3', `SHA2-256(/bin/ls)= ${SHA256}`, 'sha256', '/bin/ls'],
    ['openssl dgst of version 3, long', `SHA2-512(/bin/ls)= ${SHA512}`, 'sha512', '/bin/ls'],
    [
      'Get-FileHash',
      `SHA256          ${SHA256.toUpperCase()}       C:\\Windows\\a b.exe`,
      'sha256',
      'C:\\Windows\\a b.exe',
    ],
    ['Get-FileHash as CSV', `"SHA256","${SHA256.toUpperCase()}","C:\\a, b.exe"`, 'sha256', 'C:\\a, b.exe'],
    ['Get-FileHash as CSV, MD5', `"MD5","${MD5}","C:\\a.exe"`, 'md5', 'C:\\a.exe'],
    ['standard input', `${MD5}  -`, 'md5', '-'],
    ['a path with a hash in it', `${MD5}  ${SHA256}`, 'md5', SHA256],
  ])('%s', (_, line, field, path) => {
    const found = readHashLine(line);
    expect(found).toMatchObject({ field, path });
    expect([MD5, SHA1, SHA256, SHA512]).toContain(found?.hash);
    expect(recognised(`${line}\n`)).toBe(true);
  });

  it.each([
    ['a digit short', `${SHA256.slice(1)}  /bin/ls`],
    ['a digit long', `0${SHA256}  /bin/ls`],
    ['SHA-224', `${'a'.repeat(56)}  /bin/ls`],
    ['SHA-384', `${'a'.repeat(96)}  /bin/ls`],
    ['not hexadecimal', `${'g'.repeat(64)}  /bin/ls`],
    ['no path', `${SHA256}  `],
    ['a hash alone', SHA256],
    ['a name that contradicts the length', `MD5 (/bin/ls) = ${SHA256}`],
    ['a name that contradicts the length, the other way', `SHA256 (/bin/ls) = ${MD5}`],
    ['a column that contradicts the length', `"SHA1","${SHA256}","C:\\a.exe"`],
    ['an error', 'sha256sum: /root: Permission denied'],
    ['a flow', '10.0.0.1 10.0.0.2 443'],
  ])('%s is none', (_, line) => expect(readHashLine(line)).toBeNull());

  it('with a digest and a path of any sort reads back, and shows nothing that moves a cursor', () => {
    const digest = fc
      .constantFrom(32, 40, 64, 128)
      .chain((size) =>
        fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF'), minLength: size, maxLength: size }),
      );
    fc.assert(
      fc.property(digest, fc.string({ unit: 'binary', minLength: 1 }), (hash, path) => {
        const found = readHashLine(`${hash}  x${path.replaceAll('\n', '')}`);
        if (found === null) return;
        expect(found.hash).toBe(hash.toLowerCase());
        // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there
        expect(found.path).not.toMatch(/[\u0000-\u001f\u007f\u202e]/);
      }),
    );
  });
});

describe('lists', () => {
  it('may mix kinds; each hash stands in its own field', () => {
    const files = read(`${MD5}  a\n${SHA1}  b\n${SHA256}  c\n${SHA512}  d\n`).of('file');
    expect(
      files.map(({ md5, sha1, sha256, sha512 }) => [md5, sha1, sha256, sha512].map((h) => h !== null)),
    ).toEqual([
      [true, false, false, false],
      [false, true, false, false],
      [false, false, true, false],
      [false, false, false, true],
    ]);
  });

  it('of PowerShell have a header that is set aside', () => {
    const table = `\nAlgorithm       Hash                 Path\n---------       ----                 ----\nSHA256          ${SHA256}       C:\\a\n\n`;
    const sheet = `"Algorithm","Hash","Path"\n"SHA256","${SHA256}","C:\\a"\n`;
    for (const text of [table, sheet]) {
      expect(recognised(text)).toBe(true);
      const sink = read(text);
      expect(sink.of('file').map((file) => file.path)).toEqual(['C:\\a']);
      expect(sink.bytes('not-understood')).toBe(0);
    }
  });

  it('may begin with a byte order mark and end lines as Windows does', () => {
    const text = `\ufeff${SHA256}  C:/a\r\n${MD5} *C:/b\r\n`;
    expect(recognised(text)).toBe(true);
    expect(recognised(`\ufeff${SHA256}  a\r\n`)).toBe(true);
    expect(
      read(text)
        .of('file')
        .map((file) => file.path),
    ).toEqual(['C:/a', 'C:/b']);
  });

  it.each([
    [8, 2, true],
    [7, 3, false],
  ])('are recognised with %i good and %i bad lines: %s', (good, bad, expected) => {
    const text = `${`${MD5}  x\n`.repeat(good)}${'ls: cannot open\n'.repeat(bad)}`;
    expect(recognised(text)).toBe(expected);
  });

  it('count a line that is too long once, for files', () => {
    const sink = read(`${MD5}  ${'x'.repeat(20_000)}\n${MD5}  y\n`);
    expect(sink.of('file')).toHaveLength(1);
    expect(sink.unreadLines).toEqual([{ origin: 'system:files', kind: 'file' }]);
  });
});
