import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../base/package-root.ts';
import { CHECKS } from '../../checks/index.ts';
import type { Check } from '../../checks/kit/contract.ts';
import { SEVERITIES } from '../../model/verdict.ts';
import { EXIT, UserError } from '../errors.ts';
import { type Row, sayRows } from '../output.ts';

/** Lists checks or shows one. */
export async function run(args: readonly string[]): Promise<number> {
  const [action, id] = args;
  if (action === 'list') sayRows(listRows(CHECKS));
  else if (action === 'show' && id !== undefined) sayRows(showRows(find(id)));
  else throw new UserError('usage', 'seawall check list, or seawall check show ID');
  return EXIT.nothing;
}

function find(id: string): Check {
  const check = CHECKS.find((c) => c.id === id);
  if (!check) throw new UserError('unknown-check', id);
  return check;
}

/** One row a check, by class, worst first. */
export function listRows(checks: readonly Check[]): Row[] {
  const rank = (c: Check): string =>
    `${c.class} ${SEVERITIES.length - SEVERITIES.indexOf(c.severity)} ${c.id}`;
  const sorted = [...checks].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  const width = Math.max(0, ...checks.map((c) => c.id.length));
  return sorted.map((c) => ({
    head: `${c.class.padEnd(13)}  ${c.severity.padEnd(8)}  ${c.id.padEnd(width)}  `,
    text: c.asks,
  }));
}

/** All of one check; its README where the package carries it. */
export function showRows(check: Check): Row[] {
  const readme = join(PACKAGE_ROOT, 'src', 'checks', check.id, 'README.md');
  const item =
    (mark: string) =>
    (text: string): Row => ({ head: `  ${mark} `, text });
  const needs = check.needs.map(
    (w) =>
      `${w.kinds.join(' and ')}${w.over === 'snapshot' ? ` (snapshots: ${w.snapshots ?? 1} or more)` : ' over the period'}`,
  );
  const rows = [
    line(`${check.id}  (${check.class}, ${check.severity})`),
    line(check.asks),
    line(''),
    { head: 'ATT&CK   ', text: check.attack.join(', ') },
    line('Needs one of'),
    ...needs.map(item('-')),
    line('Other explanations'),
    ...check.otherExplanations.map(item('-')),
    line('What to do next'),
    ...check.next.map((text, i) => item(`${i + 1}.`)(text)),
    line('Sources'),
    ...check.sources.map((s) => item('-')(`${s.title}: ${s.url}`)),
  ];
  if (existsSync(readme))
    rows.push(line(''), ...readFileSync(readme, 'utf8').trim().split('\n').map(readmeRow));
  return rows;
}

function readmeRow(text: string): Row {
  const head = /^(?:- |\d+\. )/.exec(text)?.[0] ?? '';
  return { head, text: text.slice(head.length) };
}

function line(text: string): Row {
  return { head: '', text };
}
