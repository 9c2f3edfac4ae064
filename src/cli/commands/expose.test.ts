import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONFIG, LIMIT, makeRoot, runDoor } from '../door-fixture.ts';

/** Planted, and in no output. */
const SECRETS = ['Synthetic-Pw1', 'Synthetic-Rw', '08351F1B1D431516475E'];
const STOLEN = CONFIG.replace(
  'ip http server',
  `username noc privilege 15 password 0 ${SECRETS[0]}\nsnmp-server community ${SECRETS[1]} RW\n` +
    `router bgp 64496\n neighbor 203.0.113.9 remote-as 64500\n neighbor 203.0.113.9 password 7 ${SECRETS[2]}`,
);
let root = '';

beforeAll(() => {
  root = makeRoot();
  writeFileSync(join(root, 'stolen.cfg'), STOLEN);
  writeFileSync(join(root, 'evidence', 'pe-02.cfg'), STOLEN.replaceAll('pe-01', 'pe-02'));
  writeFileSync(join(root, 'note.txt'), 'hello\n');
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe(
  'seawall expose',
  () => {
    it('lists what to change, ways in first, and whom to warn, without a single secret', async () => {
      const ran = await runDoor(root, 'seawall expose stolen.cfg');
      expect(ran.code, ran.err).toBe(0);
      expect(ran.out.indexOf('user noc')).toBeGreaterThan(0);
      expect(ran.out.indexOf('user noc')).toBeLessThan(ran.out.indexOf('snmp community'));
      expect(ran.out).toContain('203.0.113.9 AS 64500');
      for (const secret of SECRETS) expect(ran.out + ran.err).not.toContain(secret);
    });

    it('knows from a case which other devices share a secret', async () => {
      await runDoor(root, 'seawall assess evidence --quiet --fail-on never');
      const ran = await runDoor(root, 'seawall expose stolen.cfg --format json');
      const { rotation } = JSON.parse(ran.out) as { rotation: { uses: string[]; alsoOn: string[] }[] };
      expect(rotation.find((r) => r.uses.includes('user noc'))?.alsoOn).toEqual(['pe-02']);
    });

    it.each([
      ['seawall expose', "missing required argument 'configs'"],
      ['seawall expose nowhere.cfg', 'nowhere.cfg'],
      ['seawall expose note.txt', 'note.txt'],
    ])('refuses %s in words', async (line, word) => {
      const ran = await runDoor(root, line);
      expect(ran.code).toBe(3);
      expect(ran.err).toContain(word);
    });
  },
  LIMIT,
);
