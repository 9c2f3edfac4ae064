import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../base/package-root.ts';
import { CHECKS } from '../../checks/index.ts';
import type { Check } from '../../checks/kit/contract.ts';
import { EXIT, UserError } from '../errors.ts';

/** Lists checks or shows one. */
export async function run(args: readonly string[]): Promise<number> {
  const [action, id] = args;
  if (action === 'list') process.stdout.write(`${listLines(CHECKS).join('\n')}\n`);
  else if (action === 'show' && id !== undefined) process.stdout.write(`${showLines(find(id)).join('\n')}\n`);
  else throw new UserError('usage', 'seawall check list, or seawall check show ID');
  return EXIT.nothing;
}

function find(id: string): Check {
  const check = CHECKS.find((c) => c.id === id);
  if (!check) throw new UserError('unknown-check', id);
  return check;
}

/** One line a check, by class. */
export function listLines(checks: readonly Check[]): string[] {
  const sorted = [...checks].sort((a, b) => (a.class + a.id < b.class + b.id ? -1 : 1));
  return sorted.map((c) => `${c.class.padEnd(14)} ${c.severity.padEnd(9)} ${c.id.padEnd(30)} ${c.asks}`);
}

/** All of one check; its README where the package carries it. */
export function showLines(check: Check): string[] {
  const readme = join(PACKAGE_ROOT, 'src', 'checks', check.id, 'README.md');
  const needs = check.needs.map(
    (w) =>
      `  - ${w.kinds.join(' and ')}${w.over === 'snapshot' ? ` (snapshots: ${w.snapshots ?? 1} or more)` : ' over the period'}`,
  );
  const lines = [
    `${check.id}  (${check.class}, ${check.severity})`,
    check.asks,
    '',
    `ATT&CK   ${check.attack.join(', ')}`,
    'Needs one of',
    ...needs,
    'Other explanations',
    ...check.otherExplanations.map((t) => `  - ${t}`),
    'What to do next',
    ...check.next.map((t, i) => `  ${i + 1}. ${t}`),
    'Sources',
    ...check.sources.map((s) => `  - ${s.title}: ${s.url}`),
  ];
  if (existsSync(readme)) lines.push('', readFileSync(readme, 'utf8').trim());
  return lines;
}
