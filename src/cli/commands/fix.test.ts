import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMIT, makeRoot, runDoor } from '../door-fixture.ts';

let root = '';

beforeAll(async () => {
  root = makeRoot();
  await runDoor(root, 'seawall assess evidence --quiet --fail-on never');
}, LIMIT);

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe(
  'seawall fix',
  () => {
    it('writes one file a device, with the lines to enter and the way back, and says where', async () => {
      const ran = await runDoor(root, 'seawall fix --out plans');
      expect(ran.code).toBe(0);
      expect(readdirSync(join(root, 'plans'))).toEqual(['pe-01.txt']);
      const lines = readFileSync(join(root, 'plans', 'pe-01.txt'), 'utf8').split('\n');
      expect(lines).toContain('no ip source-route');
      expect(lines).toContain('!   ip source-route');
      expect(ran.out).toContain('pe-01');
      expect(ran.out).toContain('plans');
    });

    it('prints one device and writes nothing', async () => {
      const ran = await runDoor(root, 'seawall fix PE-01');
      expect(ran.code).toBe(0);
      expect(ran.out.split('\n')).toContain('no ip source-route');
      expect(existsSync(join(root, 'seawall-out', 'fix'))).toBe(false);
    });

    it('says that it does not know a device', async () => {
      const ran = await runDoor(root, 'seawall fix pe-99');
      expect(ran.code).toBe(3);
      expect(ran.err).toContain('pe-99');
    });
  },
  LIMIT,
);
