import { spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { absentPeer, findPeer } from './peers.ts';

const PORT = 29_955;
const TICKS_A_SECOND = 100;
const BATCH = 100;

/** Sends datagrams to this machine, with rests so that the receiver keeps up. */
async function send(datagrams: readonly Uint8Array[]): Promise<void> {
  const socket = createSocket('udp4');
  for (let i = 0; i < datagrams.length; i += BATCH) {
    const batch = datagrams.slice(i, i + BATCH);
    await Promise.all(
      batch.map((d) => new Promise<void>((done) => socket.send(d, PORT, '127.0.0.1', () => done()))),
    );
    await pause(2);
  }
  socket.close();
}

/** Processor seconds of another process so far (Linux). */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

function countStored(nfdump: string, folder: string): number {
  return readdirSync(folder)
    .filter((name) => name.startsWith('nfcapd.'))
    .reduce((sum, name) => {
      const { stdout } = spawnSync(nfdump, ['-I', '-r', join(folder, name)], { encoding: 'utf8' });
      return sum + Number(/^Flows: (\d+)/m.exec(stdout)?.[1] ?? 0);
    }, 0);
}

/**
 * Row F2: nfcapd over the same datagrams, sent to it over loopback. It stores what it decodes and we do not, so the ratio
 * flatters us; both figures are records a second of processor time.
 */
export async function nfcapdLine(datagrams: readonly Uint8Array[], ours: number): Promise<string> {
  const [nfcapd, nfdump] = [findPeer('nfcapd'), findPeer('nfdump')];
  if (nfcapd === null || nfdump === null) return absentPeer('nfcapd with nfdump');
  const folder = mkdtempSync(join(tmpdir(), 'seawall-bench-'));
  try {
    const args = ['-4', '-b', '127.0.0.1', '-p', String(PORT), '-w', folder, '-t', '3600', '-B', '33554432'];
    const child = spawn(nfcapd, args, { stdio: 'ignore' });
    const ended = new Promise((done) => child.once('exit', done));
    await pause(500);
    await send(datagrams);
    await pause(500);
    const cpu = child.exitCode === null ? cpuOf(child.pid as number) : 0;
    child.kill('SIGTERM');
    await ended;
    const stored = countStored(nfdump, folder);
    if (stored === 0 || cpu === 0) return '   peer nfcapd: received nothing';
    const rate = `${(stored / cpu / 1e6).toFixed(2)} M records a CPU second (${stored} records arrived, stored)`;
    return `   peer nfcapd: ${rate}; Seawall is ${(ours / (stored / cpu)).toFixed(2)} × as fast (decode only)`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
