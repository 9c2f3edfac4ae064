import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../base/package-root.ts';
import type { Answers } from '../model/answers.ts';
import { answersSchema } from '../reports/json/schema.ts';
import { lockCase } from './case-lock.ts';

const BIN = join(PACKAGE_ROOT, 'bin', 'seawall.js');
const LIMIT = 120_000;
const CONFIG = `pe-01#show clock
02:00:25.123 UTC Thu Oct 15 2026
pe-01#show running-config
Building configuration...

Current configuration : 4000 bytes
!
! synthetic
version 17.6
service timestamps log datetime msec show-timezone
!
hostname pe-01
!
interface Loopback0
 ip address 192.0.2.1 255.255.255.255
!
ip http server
!
line vty 0 4
 transport input ssh
!
end

pe-01#exit
`;
const LOG = [5, 6, 7]
  .map(
    (m) =>
      `<189>Oct 15 02:0${m}:07 pe-01 4${m}: Oct 15 02:0${m}:06.123 UTC: %SYS-5-CONFIG_I: Configured from console by neteng1 on vty0 (192.0.2.10)\n`,
  )
  .join('');

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

let root = '';
let answers: Answers;
let first: Ran;

/** Runs the door as a user would, with nothing of the machine's own settings. */
function seawall(
  line: string,
  more: { input?: string; env?: Record<string, string>; cwd?: string } = {},
): Promise<Ran> {
  const env = {
    PATH: process.env['PATH'],
    HOME: join(root, 'home'),
    NODE_COMPILE_CACHE: undefined,
    XDG_CACHE_HOME: join(tmpdir(), 'seawall-test-cache'),
    SEAWALL_DEV: '1',
    TZ: 'Pacific/Auckland',
    ...more.env,
  };
  const child = spawn(
    'bash',
    ['-c', `set -o pipefail; ${line.replaceAll(/\bseawall\b(?!-)/g, '"$NODE" "$BIN"')}`],
    {
      cwd: more.cwd ?? root,
      env: { ...env, NODE: process.execPath, BIN },
    },
  );
  let out = '';
  let err = '';
  child.stdout.on('data', (piece: Buffer) => (out += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
  child.stdin.end(more.input ?? '');
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

function archives(folder: string): void {
  const inner = join(folder, 'inner');
  mkdirSync(join(inner, 'deep'), { recursive: true });
  writeFileSync(join(inner, 'deep', 'core.log.gz'), gzipSync(LOG));
  execFileSync('tar', ['czf', join(inner, 'deep.tar.gz'), '-C', inner, 'deep']);
  execFileSync('tar', ['czf', join(folder, 'nested.tgz'), '-C', inner, 'deep.tar.gz']);
  rmSync(inner, { recursive: true });
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'seawall-cli-'));
  const evidence = join(root, 'evidence');
  mkdirSync(evidence);
  mkdirSync(join(root, 'home'));
  mkdirSync(join(root, 'empty'));
  writeFileSync(join(evidence, 'pe-01.cfg'), CONFIG);
  writeFileSync(join(evidence, 'odd\u001b[31m.bin'), Buffer.from([1, 2, 3, 0, 255, 254]));
  symlinkSync('nowhere', join(evidence, 'gone.log'));
  archives(evidence);
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
