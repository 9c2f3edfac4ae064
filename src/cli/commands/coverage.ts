import { formatMinute, HOUR } from '../../base/time.ts';
import type { Answers, DeviceCoverage } from '../../model/answers.ts';
import type { KindCoverage } from '../../model/coverage.ts';
import { EXIT, UserError } from '../errors.ts';
import { readAnswers } from '../opening.ts';
import { say } from '../output.ts';
import { resolveSettings, usualSources } from '../settings/resolve.ts';

const CELLS = 40;
const NAME = 18;

/** Prints device × evidence × period. */
export async function run(
  args: readonly string[],
  flags: Readonly<Record<string, unknown>>,
): Promise<number> {
  const answers = await readAnswers(await resolveSettings(usualSources(flags)));
  const wanted = args[0]?.toLowerCase();
  const shown = answers.coverage.filter((c) => wanted === undefined || c.device.toLowerCase() === wanted);
  const { from, to } = answers.period;
  const lines = [
    `${formatMinute(from)} to ${formatMinute(to)}`,
    '█ seen   ▒ partly   · blind   | snapshot   (one cell is about ' + cellText(to - from) + ')',
    '',
  ];
  for (const device of shown) lines.push(...deviceLines(device, answers, wanted !== undefined));
  if (shown.length === 0 && wanted !== undefined) throw new UserError('unknown-device', args[0] as string);
  say(lines);
  return EXIT.nothing;
}

/** One line for each kind of evidence of a device; with every blind window where asked. */
export function deviceLines(coverage: DeviceCoverage, answers: Answers, windows: boolean): string[] {
  const out: string[] = [];
  for (const [index, kind] of coverage.kinds.entries()) {
    const name = index === 0 ? coverage.device : '';
    if (name.length > NAME) out.push(name);
    const shown = name.length > NAME ? '' : name;
    out.push(`${shown.padEnd(NAME)}  ${kind.kind.padEnd(10)}  ${strip(kind, answers)}  ${kind.count}`);
    if (!windows) continue;
    for (const b of kind.blind) {
      const hours = ((b.to - b.from) / HOUR).toFixed(1);
      const missing = b.missing === null ? '' : `, ${b.missing} messages missing`;
      out.push(
        `${' '.repeat(20)}blind ${formatMinute(b.from)} to ${formatMinute(b.to)}, ${hours} h: ${b.reason}${missing}`,
      );
    }
  }
  return out.length > 0 ? out : [`${coverage.device.padEnd(NAME)}  nothing`];
}

function cellText(length: number): string {
  const hours = length / CELLS / HOUR;
  return hours >= 1 ? `${hours.toFixed(1)} h` : `${(hours * 60).toFixed(0)} min`;
}

/** Kinds that are no stream and carry no time show neither sight nor blindness. */
function strip(kind: KindCoverage, { period }: Answers): string {
  if (kind.rhythm === null && kind.seen.length === 0 && kind.instants.length === 0 && kind.blind.length === 0)
    return 'no time'.padEnd(CELLS);
  const step = Math.max(1, (period.to - period.from) / CELLS);
  let out = '';
  for (let i = 0; i < CELLS; i += 1) {
    const from = period.from + i * step;
    const to = from + step;
    const seen = kind.seen.reduce(
      (sum, p) => sum + Math.max(0, Math.min(p.to, to) - Math.max(p.from, from)),
      0,
    );
    if (kind.instants.some((t) => t >= from && t < to)) out += '|';
    else out += seen >= step * 0.999 ? '█' : seen > 0 ? '▒' : '·';
  }
  return out;
}
