import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWith } from '../../kit/recording-sink.ts';
import { sinkOf } from './reading.ts';
import { junosConfig } from './source.ts';

const SAMPLES = join(import.meta.dirname, 'samples');
const samples = readdirSync(SAMPLES)
  .filter((name) => /\.(?:conf|txt)$/.test(name))
  .map((name) => readFileSync(join(SAMPLES, name)));

const accounted = (bytes: Uint8Array): boolean => readWith(junosConfig, bytes).bytes() === bytes.length;

describe('bytes made to break a reader', () => {
  it('are accounted for when a sample is cut, holed or mixed with others', () => {
    const piece = fc.tuple(
      fc.nat(samples.length - 1),
      fc.nat(),
      fc.nat(400),
      fc.uint8Array({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
        const parts = pieces.map(([which, at, length, junk]) => {
          const sample = samples[which] as Uint8Array;
          const from = at % sample.length;
          return new Uint8Array([...sample.slice(from, from + length), ...junk]);
        });
        expect(accounted(Buffer.concat(parts))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['blocks in blocks', `${'a {\n'.repeat(10_000)}${'}\n'.repeat(10_000)}`],
    ['closing braces only', '}\n'.repeat(10_000)],
    ['one long line', `set system host-name ${'x'.repeat(2_000_000)}\n`],
    ['a statement of very many words', `set groups G ${'a '.repeat(30_000)}\nset apply-groups G\n`],
    ['an open quote', `system {\n    login {\n        message "${'x;{}\n'.repeat(5000)}`],
    ['an open comment', `/* ${'system { host-name x; }\n'.repeat(5000)}`],
    [
      'groups that apply each other',
      'set groups A apply-groups B\nset groups B apply-groups A\nset apply-groups A\n',
    ],
    [
      'very many applied groups',
      Array.from(
        { length: 3000 },
        (_, i) => `set groups G${i} interfaces <*> mtu 1\nset interfaces ge-${i} apply-groups G${i}\n`,
      ).join(''),
    ],
    ['binary', '\u0000\u0001\u00ff{;}"\\'.repeat(2000)],
    ['mixed line ends', 'system {\r\n    host-name a;\r}\n\r\n'.repeat(200)],
  ])('%s', (_name, text) => {
    const start = `version 21.4R3;\n${text}`;
    expect(accounted(Buffer.from(start, 'latin1'))).toBe(true);
  });

  it('do not double the cost more than the size', () => {
    const cost = (lines: number): number => {
      const text = Buffer.from(
        `set version 21.4R3\n${'set policy-options prefix-list L 192.0.2.0/24\n'.repeat(lines)}`,
      );
      const before = process.cpuUsage().user;
      readWith(junosConfig, text);
      return process.cpuUsage().user - before;
    };
    cost(2000);
    expect(cost(40_000) / Math.max(1, cost(10_000))).toBeLessThan(20);
  });
});

describe('text that others write', () => {
  it('in a banner gives no facts', () => {
    const [facts] = sinkOf(
      'version 21.4R3;',
      'system {',
      '    login {',
      '        message "\\n} services { telnet; } \\n";',
      '    }',
      '}',
    ).snapshots;
    expect(facts?.services).toEqual([]);
    expect(facts?.unread).toEqual([]);
  });

  it('in logs on the terminal ends no block', () => {
    const [facts] = sinkOf(
      'version 21.4R3;',
      'system {',
      '    services {',
      "Oct 21 10:00:00  r1 mgd[1]: UI_COMMIT: User 'x' requested 'commit' operation",
      '        telnet;',
      '    }',
      '}',
    ).snapshots;
    expect(facts?.services.map((s) => s.name)).toEqual(['telnet']);
    expect(facts?.complete).toBe(true);
  });
});

describe('what is not understood', () => {
  it('is reported with its area and without its secrets', () => {
    const { snapshots, accounts } = sinkOf(
      'set version 21.4R3',
      'set system host-name r1',
      'set system tacplus-server-farm secret Hidden-1',
      'set firewall brand-new thing',
    );
    expect(snapshots[0]?.unread.map((line) => line.area)).toContain('acls');
    expect(JSON.stringify([snapshots, accounts])).not.toContain('Hidden-1');
  });

  it('keeps the secrets that it gives away by their form', () => {
    const [facts] = sinkOf(
      'set version 21.4R3',
      'set system host-name r1',
      'set interfaces pp0 unit 0 ppp-options chap default-chap-secret "$9$ReqcyKY2aHqf"',
      'deactivate interfaces pp0',
    ).snapshots;
    expect(facts?.secrets).toMatchObject([{ use: 'ppp', type: '$9$', length: 3 }]);
  });
});
