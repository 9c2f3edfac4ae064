import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { END, HOUR, START } from './fleet/clock.ts';
import { FLEET } from './fleet/fleet.ts';
import { generate } from './generate.ts';
import { type OutputFile, writeFiles } from './output.ts';
import { contentOf, filesBelow } from './read-back.ts';

const EXAMPLE = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'harbor-'));
const made = generate();
writeFiles(scratch, made);
const committed = [
  ...filesBelow(EXAMPLE, ['evidence', 'intel']),
  { path: 'answer-key.json', bytes: readFileSync(join(EXAMPLE, 'answer-key.json')) },
];

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const sums = (files: readonly OutputFile[]): Record<string, string> =>
  Object.fromEntries(files.map((file) => [file.path, sha256(contentOf(file))]));
const textOf = (file: OutputFile): string => Buffer.from(contentOf(file)).toString('latin1');
const readable = made.filter((file) => !/\.(pcap\.gz|bin)$/.test(file.path));

describe('the committed example', () => {
  it('is what the generator writes', () => {
    // Packed files are compared unpacked: another version of zlib may pack the same text differently.
    expect(sums(committed)).toEqual(
      sums(
        filesBelow(scratch, ['evidence', 'intel']).concat(made.filter((f) => f.path === 'answer-key.json')),
      ),
    );
  });

  it('is written with the same bytes each time', { timeout: 60_000 }, () => {
    const again = generate().map((file) => [file.path, sha256(file.bytes)]);
    expect(again).toEqual(made.map((file) => [file.path, sha256(file.bytes)]));
  });

  it('stays within twelve megabytes and packs without a time stamp', () => {
    expect(committed.reduce((sum, file) => sum + file.bytes.length, 0)).toBeLessThan(12_000_000);
    for (const file of made.filter((one) => one.path.endsWith('.gz'))) {
      expect(Array.from(file.bytes.slice(0, 10)), file.path).toEqual([
        0x1f,
        0x8b,
        8,
        0,
        0,
        0,
        0,
        0,
        file.bytes[8],
        255,
      ]);
    }
  });
});

const PERMITTED = [
  /^10\./,
  /^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
  /^(192\.0\.2|198\.51\.100|203\.0\.113)\./,
  /^255\.255\./, // masks
  /^0\.0\./, // wildcards
];

describe('harmless data', () => {
  it('uses private, shared and documentation addresses only', () => {
    for (const file of readable) {
      for (const [address] of textOf(file).matchAll(/(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g)) {
        expect(
          PERMITTED.some((form) => form.test(address)),
          `${file.path}: ${address}`,
        ).toBe(true);
      }
    }
  });

  it('uses telephone numbers kept for fiction only', () => {
    const numbers = readable.flatMap((file) =>
      [...textOf(file).matchAll(/\+1 ?\d{3} ?\d{3} ?\d{4}/g)].map((one) => one[0]),
    );
    expect(numbers.length).toBeGreaterThan(1000);
    expect(numbers.filter((number) => !/^\+1 ?\d{3} ?555 ?01\d\d$/.test(number))).toEqual([]);
  });

  it('says that it is synthetic', () => {
    const configs = made.filter((file) => file.path.startsWith('evidence/configs/'));
    expect(configs).toHaveLength(76);
    for (const file of configs)
      expect(textOf(file), file.path).toContain('! SYNTHETIC EXAMPLE - Harbor Telecom does not exist');
    for (const path of ['README.md', 'answer-key.json', 'intel/harbor-sharing-group.json']) {
      expect(readFileSync(join(EXAMPLE, path), 'utf8').toLowerCase()).toContain('synthetic');
    }
  });
});

describe('the answer key', () => {
  const key = JSON.parse(readFileSync(join(EXAMPLE, 'answer-key.json'), 'utf8')) as {
    hit: { check: string; device: string; at: string }[];
    quiet: { check: string; device: string }[];
    cannotTell: { check: string; device: string }[];
  };
  const subjects = new Set([...FLEET.map((one) => one.name), 'cdr-warehouse', 'intercept-admin', 'jump-02']);

  it('names subjects that exist and instants inside the period', () => {
    const all = [...key.hit, ...key.quiet, ...key.cannotTell];
    expect(all.filter((one) => !subjects.has(one.device))).toEqual([]);
    expect(key.hit.filter((one) => Date.parse(one.at) < START || Date.parse(one.at) >= END)).toEqual([]);
  });

  it('never asks for two answers to one question', () => {
    const asked = [...key.hit, ...key.quiet, ...key.cannotTell].map((one) => `${one.check} ${one.device}`);
    expect(asked.filter((one, i) => asked.indexOf(one) !== i)).toEqual([]);
  });

  it('keeps the intruder out of the configurations of all devices but one', () => {
    const named = made
      .filter(
        (file) =>
          file.path.startsWith('evidence/configs/') && /198\.51\.100\.77|203\.0\.113\./.test(textOf(file)),
      )
      .map((file) => file.path);
    expect(named).toEqual(['evidence/configs/2026-11-13/pe-chi-02.cfg']);
  });
});

describe('the flow capture', () => {
  const packets = (file: OutputFile): { at: number; version: number; count: number }[] => {
    const bytes = Buffer.from(contentOf(file));
    const found = [];
    for (let at = 24; at < bytes.length; at += 16 + bytes.readUInt32LE(at + 8)) {
      const seconds = bytes.readUInt32LE(at);
      found.push({
        at: seconds * 1000,
        version: bytes.readUInt16BE(at + 16 + 42),
        count: bytes.readUInt16BE(at + 16 + 44),
      });
    }
    return found;
  };
  const all = made.filter((file) => file.path.endsWith('.pcap.gz')).flatMap(packets);

  it('holds all three export versions, in order of time, to the end of the period', () => {
    expect([...new Set(all.map((one) => one.version))].toSorted((a, b) => a - b)).toEqual([5, 9, 10]);
    expect(all.every((one, i) => i === 0 || one.at >= all[i - 1]!.at)).toBe(true);
    expect(all.at(-1)!.at).toBeGreaterThan(END - HOUR);
  });

  it('holds about a hundred thousand flows', () => {
    const counted = all.filter((one) => one.version !== 10).reduce((sum, one) => sum + one.count, 0);
    expect(counted).toBeGreaterThan(70_000);
    expect(counted).toBeLessThan(120_000);
  });
});
