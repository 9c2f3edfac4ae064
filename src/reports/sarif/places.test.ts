import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ref } from '../../model/evidence.ts';
import { evidence } from '../kit/fixture-parts.ts';
import { artifacts, indexOf, physical, placeOf } from './artifacts.ts';
import { message } from './message.ts';
import { levelOf } from './results.ts';

const name = fc.string({
  unit: fc.constantFrom(
    'a',
    '/',
    '\\',
    ':',
    '?',
    '#',
    '%',
    ' ',
    '@',
    '[',
    '!',
    '\n',
    '\0',
    '\u202e',
    '\u00e9',
    '\u{1f600}',
    '\ud800',
  ),
  minLength: 1,
  maxLength: 30,
});

describe('names of evidence as URIs', () => {
  it('never become a scheme, a host, a query or a fragment', () => {
    fc.assert(
      fc.property(name, (text) => {
        const { uri } = placeOf(text);
        const resolved = new URL(uri, 'https://base.example/evidence/');
        const host = text.startsWith('/') && uri !== '.' ? '' : 'base.example';
        expect([resolved.host, resolved.search, resolved.hash, resolved.username]).toEqual([
          host,
          '',
          '',
          '',
        ]);
        expect(uri).toMatch(/^[\u0021-\u007e]+$/);
      }),
    );
  });

  it('read back as the name, but for doubled slashes', () => {
    const whole = fc.string({
      unit: fc.constantFrom('a', '.b', '/', ':', '%', ' ', '!', '\u00e9'),
      minLength: 1,
    });
    fc.assert(
      fc.property(whole, (text) => {
        const parts = text.split('/').filter((part) => part !== '');
        fc.pre(parts.length > 0);
        const { uri } = placeOf(text);
        const read = uri
          .replace(/^file:\/\/\//, '')
          .split('/')
          .map(decodeURIComponent);
        expect(read).toEqual(parts);
      }),
    );
  });
});

describe('places of proof', () => {
  const files = [evidence('exports/a.log', ['syslog']), evidence('exports/b.bin', ['flow'])];
  const from = { files, index: indexOf(files) };
  const ref = (more: Partial<Ref>): Ref => ({
    evidence: files[0]!.id,
    line: 3,
    lineEnd: 5,
    byte: 10,
    length: 20,
    ...more,
  });

  it.each<[string, Partial<Ref>, object]>([
    ['lines', {}, { startLine: 3, endLine: 5, byteOffset: 10, byteLength: 20 }],
    ['one line', { lineEnd: 3 }, { startLine: 3, endLine: 3 }],
    ['an end before the start', { lineEnd: 1 }, { startLine: 3, endLine: 3 }],
    ['bytes below zero', { byte: -1, length: -1 }, { byteOffset: 0, byteLength: 0 }],
  ])('%s', (_name, more, expected) => {
    expect(physical(ref(more), 'text', from)?.region).toMatchObject(expected);
  });

  it('have no lines where the evidence has none', () => {
    const place = physical(ref({ evidence: files[1]!.id, line: 0, lineEnd: 0 }), 'text', from);
    expect(Object.keys(place!.region).toSorted()).toEqual(['byteLength', 'byteOffset', 'snippet']);
    expect(place!.artifactLocation).toMatchObject({ index: 1, uri: 'exports/b.bin' });
  });

  it('are none where the evidence is not in the case', () => {
    expect(physical(ref({ evidence: 'f'.repeat(64) }), 'text', from)).toBeNull();
  });

  it('point to the first of two files with the same content', () => {
    const twice = [files[0]!, { ...files[0]!, name: 'exports/copy.log' }];
    const place = physical(ref({}), 'text', { files: twice, index: indexOf(twice) });
    expect(place?.artifactLocation.index).toBe(0);
  });

  it('name the SHA-256 of the whole file', () => {
    expect(artifacts(files)[0]).toMatchObject({
      hashes: { 'sha-256': files[0]!.id },
      length: files[0]!.size,
    });
  });

  it('have the archives on the disk as parents, whose hashes stand behind those of all evidence', () => {
    const [a, b] = ['a.tgz', 'b.zip'].map((n) => ({ name: n, sha256: n.padEnd(64, '0'), size: 9 }));
    const packed = [
      { ...files[0]!, containers: [a!, b!] },
      files[1]!,
      { ...files[1]!, hashed: false, containers: [b!] },
    ];
    const list = artifacts(packed);
    expect(list.slice(3)).toMatchObject(
      [a!, b!].map((c) => ({ hashes: { 'sha-256': c.sha256 }, length: 9 })),
    );
    expect(list[0]).toMatchObject({ parentIndex: 3, properties: { containers: [3, 4] } });
    expect(list[1]).not.toHaveProperty('parentIndex');
    expect(list[2]).toMatchObject({ parentIndex: 4 });
    expect(list[2]).not.toHaveProperty('hashes');
  });
});

describe('messages', () => {
  /** Undoes the escapes of SARIF 2.1.0, 3.11.5 and 3.11.6, as a reader of the log does. */
  const undone = (text: string): string =>
    text.replaceAll(/\\([\\[\]])|\{\{|\}\}/g, (whole, char?: string) => char ?? whole[0]!);

  it('say to their reader what was meant, and hold no link and no placeholder', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '[', ']', '(', ')', '{', '}', '\\', '0', ' '),
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, (words) => {
        const written = message(words).text;
        expect(undone(written)).toBe(words);
        expect(written.replaceAll(/\\[\\[\]]/g, '')).not.toMatch(/[[\]]/);
        expect(written.replaceAll(/\{\{|\}\}/g, '')).not.toMatch(/[{}]/);
      }),
    );
  });

  it('are never empty and never endless', () => {
    expect(message('').text.length).toBeGreaterThan(0);
    expect(message('x'.repeat(100_000)).text.length).toBeLessThanOrEqual(1000);
  });
});

it('a worse severity never has a milder level', () => {
  const rank = { note: 0, warning: 1, error: 2 } as const;
  const ranks = (['info', 'low', 'medium', 'high', 'critical'] as const).map(
    (severity) => rank[levelOf(severity)],
  );
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
});
