import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scanner } from '../../../model/indicator.ts';
import { headOf, readWith } from '../../kit/recording-sink.ts';
import { hashList } from './source.ts';

const sample = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'samples', name));
const SAMPLES = ['sha256sums.txt', 'bsd.txt', 'md5-with-errors.txt'];
const A = 'a'.repeat(64);

describe('recognition', () => {
  it.each(SAMPLES)('knows %s', (name) => {
    expect(hashList.recognise(headOf(sample(name)))).toBeGreaterThan(0.8);
  });

  it('leaves bare hashes, other lengths and other text alone', () => {
    for (const text of [`${A}\n`, `${'a'.repeat(50)}  x\n`, 'hostname a\n', '# only a remark\n', ''])
      expect(hashList.recognise(headOf(Buffer.from(text)))).toBe(0);
  });
});

describe('hash lists', () => {
  it('give one file record for each line', () => {
    const files = readWith(hashList, sample('sha256sums.txt')).of('file');
    expect(files.map(({ path, sha256, ref }) => [path, sha256?.[0], ref.line])).toEqual([
      ['/usr/bin/ssh', '1', 2],
      ['/usr/sbin/sshd', '2', 3],
      ['/tmp/two\\u000alines\\x', '3', 4],
      ['/home/noc/with blanks in it', '4', 6],
    ]);
    expect(files[0]).toMatchObject({
      origin: 'system:files',
      md5: null,
      sha1: null,
      size: null,
      strings: [],
    });
  });

  it('tell the kind of hash by its length, in lower case', () => {
    const [first, second, third] = readWith(hashList, sample('bsd.txt')).of('file');
    expect(first?.sha256).toBe(A);
    expect([second?.path, second?.md5?.length]).toEqual(['/bin/with (parentheses)', 32]);
    expect(third?.sha1).toHaveLength(40);
  });

  it('count lines that are no hash as not understood', () => {
    const sink = readWith(hashList, sample('md5-with-errors.txt'));
    expect(sink.of('file')).toHaveLength(4);
    expect(sink.accounts.find((a) => a.state === 'not-understood')?.sample).toMatchObject({ line: 5 });
    expect(sink.unreadLines).toEqual([{ origin: 'system:files', kind: 'file' }]);
  });

  it('report hashes that somebody shared', () => {
    const scanner: Scanner = {
      scan: (bytes, span, found) => {
        if (Buffer.from(bytes).subarray(span.start, span.end).includes(A))
          found({ value: A, valueType: 'hash', near: false, start: span.start, end: span.start + 64 });
      },
    };
    const sink = readWith(hashList, `${A}  /tmp/cmd1\n${'b'.repeat(64)}  /tmp/x\n`, { scanner });
    expect(sink.of('sighting')).toMatchObject([{ value: A, where: 'file', text: `${A}  /tmp/cmd1` }]);
  });
});

describe('the host', () => {
  const origins = (text: string): string[] =>
    readWith(hashList, text)
      .of('file')
      .map((file) => file.origin);

  it.each([
    '# host: jump-02',
    '# Hostname = JUMP-02',
    '; host jump-02',
    '# --host jump-02',
    'root@jump-02:~# sha256sum /tmp/*',
    '[noc@jump-02 tmp]$ find / -type f -exec sha256sum {} +',
    'jump-02$ sha256sum /tmp/x',
    'jump-02# md5sum /tmp/x',
  ])('is named by %s', (line) => {
    const sink = readWith(hashList, `${line}\n${A}  /tmp/x\n`);
    expect(sink.of('file')[0]?.origin).toBe('name:jump-02');
    expect(hashList.recognise(headOf(Buffer.from(`${line}\n${A}  /tmp/x\n`)))).toBeGreaterThan(0.8);
    expect(sink.accounts.filter((each) => each.state === 'not-understood')).toEqual([]);
  });

  it.each([
    '# host:',
    '# host: ../../etc',
    '# hosts of the core',
    '# made on jump-02',
    '# host: 42',
    '# host: localhost',
  ])('is not named by %s', (line) => {
    expect(origins(`${line}\n${A}  /tmp/x\n`)).toEqual(['system:files']);
  });

  it('holds until another is named, and for sightings and unread lines, too', () => {
    const text = `${A}  /a\n# host: one\n${A}  /b\nnothing\n# host: two\n${A}  /c\n`;
    expect(origins(text)).toEqual(['system:files', 'name:one', 'name:two']);
    expect(readWith(hashList, text).unreadLines).toEqual([{ origin: 'name:one', kind: 'file' }]);
  });

  it('is read in linear time', () => {
    for (const unit of ['# host ', '[a@', 'a.', 'a@a:', '[a a'])
      expect(origins(`${unit.repeat(4_000)}\n${A}  /a\n`)).toEqual(['system:files']);
  });
});

describe('any input', () => {
  it('is read without a throw and adds up, whole and in chunks', () => {
    const unit = fc.constantFrom(
      '# host: a\n',
      `${A}  x\n`,
      '\n',
      'SHA256 (a) = ',
      A,
      '\\',
      ' ',
      '\u001b',
      '# r\n',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), fc.integer({ min: 1, max: 90 }), (text, chunk) => {
        const bytes = Buffer.from(text);
        const whole = readWith(hashList, bytes, { evidence: 'e' });
        expect(whole.bytes()).toBe(bytes.length);
        expect(readWith(hashList, bytes, { evidence: 'e', chunk }).records).toEqual(whole.records);
      }),
    );
  });
});
