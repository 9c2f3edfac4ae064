import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { PACKAGE_ROOT } from '../base/package-root.ts';

const BIN = join(PACKAGE_ROOT, 'bin', 'seawall.js');
/** Milliseconds that a test that starts processes may take on a busy machine. */
export const LIMIT = 120_000;
/** A configuration with an open web server; synthetic. */
export const CONFIG = `pe-01#show clock
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
/** Three log messages; synthetic. */
export const LOG: string = [5, 6, 7]
  .map(
    (m) =>
      `<189>Oct 15 02:0${m}:07 pe-01 4${m}: Oct 15 02:0${m}:06.123 UTC: %SYS-5-CONFIG_I: Configured from console by neteng1 on vty0 (192.0.2.10)\n`,
  )
  .join('');

/** What a run of the program gave. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the door as a user would, with nothing of the machine's own settings; `line` is for bash. */
export function runDoor(
  root: string,
  line: string,
  more: { input?: string; env?: Record<string, string> } = {},
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
      cwd: root,
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

/** Makes a folder with evidence, an empty folder and a home. */
export function makeRoot(): string {
  const root = mkdtempSync(join(tmpdir(), 'seawall-cli-'));
  const evidence = join(root, 'evidence');
  mkdirSync(evidence);
  mkdirSync(join(root, 'home'));
  mkdirSync(join(root, 'empty'));
  writeFileSync(join(evidence, 'pe-01.cfg'), CONFIG);
  writeFileSync(join(evidence, 'odd\u001b[31m.bin'), Buffer.from([1, 2, 3, 0, 255, 254]));
  symlinkSync('nowhere', join(evidence, 'gone.log'));
  archives(evidence);
  return root;
}
