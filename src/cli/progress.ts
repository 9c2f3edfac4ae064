import type { Progress } from '../assess/ingest/run.ts';

const EVERY = 100;
const MIB = 1024 * 1024;

function size(bytes: number): string {
  return bytes >= 1024 * MIB ? `${(bytes / 1024 / MIB).toFixed(2)} GiB` : `${(bytes / MIB).toFixed(1)} MiB`;
}

function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return whole >= 60 ? `${Math.floor(whole / 60)} min ${whole % 60} s` : `${whole} s`;
}

/** One line of progress: how much, how fast, how long still. */
export function progressLine(progress: Progress, elapsed: number): string {
  const rate = elapsed > 0 ? progress.bytes / elapsed : 0;
  // Evidence that is read again counts twice; then nobody knows how much is left.
  const known = progress.total !== null && progress.bytes <= progress.total ? progress.total : null;
  const left = known !== null && rate > 0 ? (known - progress.bytes) / rate : null;
  const share = known === null ? '' : ` of ${size(known)}`;
  const tail = left === null ? '' : `, ${clock(left)} left`;
  return `read ${size(progress.bytes)}${share}, ${size(rate)}/s${tail}`;
}

/** Shows progress on standard error when a person is watching; otherwise says nothing. */
export function progressMeter(quiet: boolean): { update: (progress: Progress) => void; done: () => void } {
  if (quiet || !process.stderr.isTTY) return { update: () => {}, done: () => {} };
  const began = performance.now();
  let shown = 0;
  return {
    update: (progress) => {
      const now = performance.now();
      if (now - shown < EVERY) return;
      shown = now;
      process.stderr.write(`\r\u001b[2K${progressLine(progress, (now - began) / 1000)}`);
    },
    done: () => {
      process.stderr.write('\r\u001b[2K');
    },
  };
}
