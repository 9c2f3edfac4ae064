/** One row of the benchmark: what was done, how much of it, in what time. */
export interface Measured {
  /** Lines, records or files. */
  readonly units: number;
  readonly unit: string;
  readonly bytes: number;
  readonly seconds: number;
  /** Processor time of all threads, in seconds; other work on the machine disturbs it less. */
  readonly cpu: number;
}

/** Times some work by the clock and by processor time. */
export async function measure(
  work: () => Promise<Pick<Measured, 'units' | 'unit' | 'bytes'>>,
): Promise<Measured> {
  const used = process.cpuUsage();
  const began = performance.now();
  const done = await work();
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(used);
  return { ...done, seconds, cpu: (user + system) / 1e6 };
}

function count(n: number): string {
  return n >= 1e6 ? `${(n / 1e6).toFixed(2)} M` : n >= 1e4 ? `${(n / 1e3).toFixed(1)} k` : n.toFixed(0);
}

/** One line of figures: by the clock first, by processor time in brackets, peak memory of the process last. */
export function figures(name: string, { units, unit, bytes, seconds, cpu }: Measured): string {
  const peak = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  const rate = `${count(units / seconds)} ${unit}/s (${count(units / Math.max(cpu, 1e-9))} a CPU second)`;
  return `${name}: ${rate}, ${(bytes / seconds / 1e6).toFixed(0)} MB/s, ${seconds.toFixed(2)} s, peak memory ${peak} MiB`;
}
