import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/base/package-root.ts';

const EVENTS_A_BLOCK = 20_000;
const HEADER =
  'event_time,db_user,user_type,client_ip,client_host,action,object_type,object_value,sql_text,query_from,query_to,rows_returned,bytes_returned,destination,ticket,status\n';
const START = Date.UTC(2026, 9, 1);
const STAFF = 40;

/** One event: staff look at single subscribers by day; one account takes large lists by night, as an intruder would. */
function line(i: number, events: number): string {
  const at = new Date(START + Math.floor((i / events) * 30 * 86_400_000)).toISOString();
  const person = `1202555${String((i * 7919) % 10_000).padStart(4, '0')}`;
  if (i % 50_000 === 49_999)
    return `${at},etl_batch,service,198.51.100.77,,export,table,cdr.calls,"SELECT * FROM cdr.calls WHERE day = '2026-10-01'",,,${100_000 + i},,198.51.100.77,,ok\n`;
  const who = `analyst${String(i % STAFF).padStart(2, '0')}`;
  return `${at},${who},employee,10.20.0.${10 + (i % STAFF)},ws-${i % STAFF},search,msisdn,${person},"SELECT calling, called, start_time FROM cdr.calls WHERE calling = '${person}'",,,${i % 90},,,T-${1000 + (i % 500)},ok\n`;
}

/** A synthetic access log of a warehouse of call records, the same on every machine; returns its size in bytes. */
function writeAccessLog(path: string, events: number): number {
  const file = openSync(path, 'w');
  let size = writeSync(file, HEADER);
  for (let i = 0; i < events; i += EVENTS_A_BLOCK) {
    let block = '';
    for (let j = i; j < Math.min(events, i + EVENTS_A_BLOCK); j += 1) block += line(j, events);
    size += writeSync(file, block);
  }
  closeSync(file);
  return size;
}

/** Row S1: an access log of so many events, read and concluded, with the peak memory of the process; wanted: 512 MiB. */
export function benchAccess(events: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'seawall-bench-'));
  try {
    const path = join(folder, 'cdr-warehouse.csv');
    const size = writeAccessLog(path, events);
    const args = [join(PACKAGE_ROOT, 'test', 'bench', 'memory-child.ts'), path];
    const began = performance.now();
    const run = spawnSync(process.execPath, args, { encoding: 'utf8' });
    const seconds = (performance.now() - began) / 1000;
    const told = run.status === 0 ? run.stdout.trim() : `failed: ${run.stderr.slice(-500)}`;
    console.log(
      `S1 access log of ${events} events, ${(size / 1e6).toFixed(0)} MB: ${seconds.toFixed(0)} s, ${told} (wanted: 512 MiB)`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
