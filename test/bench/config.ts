import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/base/package-root.ts';
import { findOnce } from '../find-once.ts';
import { figures, type Measured, measure } from './measure.ts';

/** How many configurations the row has, and how many lines each. */
export const FILES = 40;
/** Lines of each configuration. */
export const LINES = 6500;

/** A long synthetic configuration: interfaces, access lists, routes and neighbours, with the usual head and tail. */
export function syntheticConfig(number: number, lines: number): string {
  const name = `bench-${String(number).padStart(2, '0')}`;
  const out = [
    `${name}#show clock`,
    '02:00:25.123 UTC Thu Oct 15 2026',
    `${name}#show running-config`,
    'Building configuration...',
    '',
    'version 17.6',
    'service timestamps log datetime msec show-timezone',
    `hostname ${name}`,
    'aaa new-model',
    'aaa accounting commands 15 default start-stop group tacacs+',
    'tacacs server T1',
    ' address ipv4 10.250.0.11',
    'ip access-list extended EDGE',
  ];
  for (let i = 0; out.length < lines - 12; i += 1) {
    if (i % 9 === 0) out.push(`interface GigabitEthernet0/${number}/${i}`, ` description customer ${i}`);
    else if (i % 9 < 3)
      out.push(` ip address 10.${i % 250}.${(i >> 8) % 250}.${1 + (i % 200)} 255.255.255.252`);
    else if (i % 9 < 5) out.push(' no ip redirects');
    else if (i % 9 < 7) out.push(`ip route 10.${i % 250}.${(i >> 8) % 250}.0 255.255.255.0 10.0.0.1`);
    else out.push(`access-list 120 permit tcp 10.${i % 250}.0.0 0.0.255.255 any eq ${1024 + (i % 1000)}`);
  }
  out.push(
    'snmp-server group G v3 priv',
    'no ip http server',
    'line vty 0 4',
    ' transport input ssh',
    'end',
    '',
  );
  return out.join('\n');
}

/** Configurations of 6,500 lines through recognition, facts, identity, and every check. */
export async function benchConfig(): Promise<Measured> {
  const encoder = new TextEncoder();
  const evidence = Array.from({ length: FILES }, (_, i) => ({
    name: `bench-${i}.cfg`,
    bytes: encoder.encode(syntheticConfig(i, LINES)),
  }));
  await findOnce(evidence.slice(0, 2));
  const measured = await measure(async () => {
    await findOnce(evidence);
    return {
      units: FILES * LINES,
      unit: 'lines',
      bytes: evidence.reduce((sum, e) => sum + e.bytes.length, 0),
    };
  });
  console.log(figures('C1 configurations, facts and all checks', measured));
  return measured;
}

const MANY = 1000;
const MANY_LINES = 60;

/** A thousand configurations as files through `seawall assess`, start-up and all, beside `cat` of the same files. */
export function benchManyConfigs(): void {
  const folder = mkdtempSync(join(tmpdir(), 'seawall-bench-'));
  try {
    const evidence = join(folder, 'evidence');
    mkdirSync(evidence);
    for (let i = 0; i < MANY; i += 1)
      writeFileSync(join(evidence, `r${i}.cfg`), syntheticConfig(i, MANY_LINES));
    const seawall = [process.execPath, join(PACKAGE_ROOT, 'bin', 'seawall.js')];
    const flags = ['--out', join(folder, 'out'), '--key-file', join(folder, 'key'), '--fresh', '--quiet'];
    const cat = cpuOf(['cat', '--', ...Array.from({ length: MANY }, (_, i) => join(evidence, `r${i}.cfg`))]);
    const start = cpuOf([...seawall, '--version']);
    const assess = cpuOf([...seawall, 'assess', evidence, ...flags]);
    const ratio = (assess - start) / cat;
    console.log(
      `C1 ${MANY} configurations of ${MANY_LINES} lines: ${assess.toFixed(2)} CPU seconds, start-up ${start.toFixed(2)}, ` +
        `cat ${cat.toFixed(2)}: ${ratio.toFixed(0)} times cat`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Processor time of a command and of all that it starts, in seconds. */
function cpuOf(command: readonly string[]): number {
  const done = spawnSync('sh', ['-c', '"$@" >/dev/null 2>&1; times', 'sh', ...command], { encoding: 'utf8' });
  const children = done.stdout.trim().split('\n').at(-1) ?? '';
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, m) => sum + Number(m[1]) * 60 + Number(m[2]),
    0,
  );
}
