import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answers } from '../model/answers.ts';
import { answersSchema } from '../reports/json/schema.ts';
import { CONFIG, LIMIT, LOG, makeRoot, type Ran, runDoor } from './door-fixture.ts';

let root = '';
const seawall = (line: string, more?: Parameters<typeof runDoor>[2]): Promise<Ran> =>
  runDoor(root, line, more);
let answers: Answers;
let first: Ran;

beforeAll(async () => {
  root = makeRoot();
  first = await seawall('seawall assess evidence --format json');
  answers = JSON.parse(first.out) as Answers;
}, LIMIT);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('seawall assess', () => {
  it('writes answers that the published schema accepts, and exits with 2 for the hit', () => {
    expect(answersSchema.safeParse(JSON.parse(first.out)).success).toBe(true);
    expect(first.code).toBe(2);
    expect(answers.findings.map((f) => f.check)).toContain('http-server-exposed');
  });

  it('reads archives in archives, to the last line', () => {
    const file = answers.files.find((f) => f.name.startsWith('evidence/nested.tgz!'));
    expect(file?.name).toContain('core.log');
    expect(file?.source).toBe('logs/syslog');
    expect(file?.size).toBe(LOG.length);
  });

  it('says what it passed over on standard error, without its control characters, and no progress in a pipe', () => {
    expect(first.err).toContain('passed over evidence/gone.log');
    expect(first.err).not.toMatch(/\u001b|\r/);
    expect(first.err).not.toContain('MiB');
  });

  it('puts the report and the case into --out', () => {
    const report = readFileSync(join(root, 'seawall-out', 'seawall-report.html'), 'utf8');
    expect(report).toMatch(/^<!doctype html>/i);
    expect(report).toContain('pe-01');
    expect(existsSync(join(root, 'seawall-out', 'case', 'case.sqlite'))).toBe(true);
  });

  it(
    'goes on with the case: standard input adds to it, its own report and the key do not',
    async () => {
      const ran = await seawall('seawall assess - . --format json', {
        input: LOG.replaceAll('pe-01', 'pe-02'),
      });
      const more = JSON.parse(ran.out) as Answers;
      expect(ran.err).toContain('going on with the case');
      expect(more.files.map((f) => f.name)).toContain('stdin');
      expect(more.files.map((f) => f.name).filter((name) => /seawall|key/.test(name))).toEqual([]);
      expect(more.devices.map((d) => d.id)).toEqual(expect.arrayContaining(['pe-01', 'pe-02']));
      expect(more.caseId).toBe(answers.caseId);
    },
    LIMIT,
  );

  it(
    'with --fresh begins anew and keeps the old case; NO_COLOR, --quiet and 80 columns hold',
    async () => {
      const line = 'seawall assess evidence --fresh --quiet --out other --fail-on never';
      await seawall(line);
      const ran = await seawall(line, { env: { COLUMNS: '80', NO_COLOR: '1' } });
      expect(ran).toMatchObject({ code: 0, err: '' });
      expect(readdirSync(join(root, 'other')).sort()).toEqual(['case', 'case.old-1', 'seawall-report.html']);
      expect(ran.out).not.toContain('\u001b');
      for (const shown of ran.out.split('\n')) expect(shown.length).toBeLessThanOrEqual(80);
      expect(ran.out).toMatch(
        /ARE WE HIT\?[\s\S]*SINCE WHEN\?[\s\S]*HOW DEEP\?[\s\S]*WHO\?[\s\S]*TELL WHOM\?/,
      );
    },
    LIMIT,
  );

  it(
    'exits with 1 for --strict when something cannot be told, from the environment too',
    async () => {
      const quiet = CONFIG.replace('ip http server', 'no ip http server');
      const ran = await seawall(
        'seawall assess - --quiet --case strict --out strict-out --fail-on critical',
        {
          input: quiet,
          env: { SEAWALL_STRICT: '1' },
        },
      );
      expect(ran).toMatchObject({ code: 1, err: '' });
    },
    LIMIT,
  );
});

describe('commands over a case', () => {
  it(
    'prove, list and show what assess found',
    async () => {
      const id = answers.findings[0]?.id as string;
      const lines = [
        'seawall why',
        `seawall why ${id.toLowerCase()}`,
        'seawall files',
        'seawall files --unknown',
        'seawall coverage pe-01 --case seawall-out',
        'seawall case list',
        'seawall case show',
      ];
      const ran = await Promise.all(lines.map((line) => seawall(line)));
      expect(ran.map((r) => [r.code, r.err])).toEqual(lines.map(() => [0, '']));
      const [list, proof, files, unknown, coverage, cases, shown] = ran.map((r) => r.out) as [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
      ];
      expect(list).toContain(id);
      expect(proof).toMatch(/sha256 [0-9a-f]{64}/);
      expect(proof).toMatch(
        /Proof[\s\S]*What we could see[\s\S]*What else could explain it[\s\S]*What to do next/,
      );
      expect(files).toContain('evidence/pe-01.cfg');
      expect(unknown).toMatch(/odd\\u001b\[31m\.bin .*unknown format, begins with 01020300fffe/);
      expect(coverage).toMatch(/^pe-01 +config/m);
      expect(cases).toContain(answers.caseId);
      expect(shown).toContain('are we hit');
    },
    LIMIT,
  );

  it(
    'set a finding aside: it stays, and no longer counts',
    async () => {
      const ids = answers.findings.map((f) => f.id);
      for (const id of ids) {
        const ran = await seawall(`seawall case suppress ${id} --by "A. Reyes" --why "planned, CHG-10442"`);
        expect(ran).toMatchObject({ code: 0, err: '' });
      }
      const again = await seawall('seawall assess --quiet --format json --fail-on info');
      expect(again.code).toBe(0);
      const kept = (JSON.parse(again.out) as Answers).findings;
      expect(kept.filter((f) => ids.includes(f.id)).map((f) => f.suppressed?.by)).toEqual(
        ids.map(() => 'A. Reyes'),
      );
      const why = await seawall(`seawall why ${ids[0] as string}`);
      expect(why.out).toContain('set aside    by A. Reyes: planned, CHG-10442');
    },
    LIMIT,
  );

  it(
    'know nothing where there is nothing, and say so with code 3',
    async () => {
      const lines = [
        'seawall why F-NOTHERE',
        'seawall why --case nowhere',
        'seawall coverage no-such-device',
        'seawall case suppress F-NOTHERE --by a',
        'seawall case frobnicate',
      ];
      const ran = await Promise.all(lines.map((line) => seawall(line)));
      expect(ran.map((r) => r.code)).toEqual([3, 3, 3, 3, 3]);
      expect(ran.map((r) => /\(([\w-]+)\)/.exec(r.err)?.[1])).toEqual([
        'unknown-finding',
        'no-case',
        'unknown-device',
        'usage',
        'usage',
      ]);
    },
    LIMIT,
  );
});

describe('commands without a case', () => {
  it(
    'list checks, show one, explain, look after themselves',
    async () => {
      const lines = [
        'seawall check list',
        'seawall check show http-server-exposed',
        'seawall explain truncated',
        'seawall doctor',
        'seawall config show --origin',
        'seawall --help',
      ];
      const ran = await Promise.all(lines.map((line) => seawall(line, { env: { SEAWALL_FAIL_ON: 'high' } })));
      expect(ran.map((r) => [r.code, r.err])).toEqual(lines.map(() => [0, '']));
      const out = ran.map((r) => r.out);
      expect(out[0]).toContain('http-server-exposed');
      expect(out[1]).toMatch(/Needs one of[\s\S]*Cannot see/);
      expect(out[2]).toContain('terminal length 0');
      expect(out[3]).toMatch(/^ok +flows +DuckDB/m);
      expect(out[4]).toMatch(/^fail-on +high +from SEAWALL_FAIL_ON$/m);
      expect(out[5]).toContain('assess');
    },
    LIMIT,
  );

  it(
    'end quietly when nobody reads on, with the exit code of the answers',
    async () => {
      const ran = await seawall(
        'seawall check list | head -1; seawall assess evidence --quiet --format json --fresh --out pipe | head -c 10; echo " ${PIPESTATUS[0]}"',
      );
      expect(ran.err).toBe('');
      expect(ran.out).toMatch(/ 2$/m);
    },
    LIMIT,
  );
});
