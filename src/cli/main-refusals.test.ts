import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answers } from '../model/answers.ts';
import { lockCase } from './case-lock.ts';
import { LIMIT, makeRoot, type Ran, runDoor } from './door-fixture.ts';

let root = '';
const seawall = (line: string, more?: Parameters<typeof runDoor>[2]): Promise<Ran> =>
  runDoor(root, line, more);

beforeAll(() => {
  root = makeRoot();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('what cannot be assessed', () => {
  it.each([
    ['a path that is not there', 'seawall assess evidence nowhere', 'no-such-path'],
    ['intelligence that is not there', 'seawall assess evidence --intel nowhere.json', 'no-such-path'],
    ['an empty folder', 'seawall assess empty --case none', 'no-evidence'],
    ['nothing at all', 'seawall assess --case none', 'no-evidence'],
    ['a home that cannot be written', 'HOME=/dev/null seawall assess evidence --case none', 'no-key-place'],
    ['a place that cannot be written', 'seawall assess evidence --out /dev/null/x', 'disk'],
    [
      'a case that is none',
      'echo junk-junk-junk > empty/case.sqlite; seawall assess evidence --case empty; r=$?; rm -rf empty/*; exit $r',
      'bad-case',
    ],
    ['a flag that does not exist', 'seawall assess evidence --frsh', '--fresh'],
  ])(
    'is said in words, with code 3: %s',
    async (_what, line, wanted) => {
      const ran = await seawall(line);
      expect(ran.err).toContain(wanted);
      expect(ran.err).not.toMatch(/ {4}at |node:/);
      expect(ran).toMatchObject({ code: 3, out: '' });
    },
    LIMIT,
  );

  it(
    'includes a case that another process is at',
    async () => {
      const unlock = lockCase(join(root, 'busy', 'case'), new Date(0));
      const ran = await seawall('seawall assess evidence --out busy');
      unlock();
      expect(ran).toMatchObject({ code: 3, out: '' });
      expect(ran.err).toContain(`process ${process.pid} since 1970`);
      expect(ran.err.trim().split('\n')).toHaveLength(3);
    },
    LIMIT,
  );

  it.skipIf(!existsSync('/proc/self/mem'))(
    'a file that breaks while it is read is in the ledger, and the rest is read',
    async () => {
      const ran = await seawall(
        'seawall assess evidence/pe-01.cfg /proc/self/mem --quiet --out broken --format json',
      );
      const { ledger, files } = JSON.parse(ran.out) as Answers;
      expect(files.map((f) => f.source)).toContain('configs/cisco-ios');
      expect(ledger.filter((row) => row.state === 'failed').map((row) => row.reason)).not.toEqual([]);
    },
    LIMIT,
  );
});
