import type { TerminalLine } from '../../../../model/device-facts.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, atBlock, type Line, type Scope, type Template, wholeNumber } from '../scope.ts';
import { readLineSetting, UNSET } from './line-settings.ts';

/** Console and virtual terminals: templates, and the pools of terminals that they apply to. */
export function addLines(book: RuleBook<Scope>): void {
  book.add('line', readLine).add('vty-pool', readPool);
}

function readLine({ statement, no, args, to }: Line): void {
  const name = args[0] === 'template' ? args[1] : args[0];
  if (name === undefined || no) return;
  const line: Template = { ...atBlock(statement, to.tree), ...UNSET };
  statement.read();
  for (const child of statement.children)
    if (readLineSetting(child, { line, to, name }) && child.fate === null) child.read();
  to.templates.set(args[0] === 'template' ? `template ${name}` : name, line);
}

/** `vty-pool default 0 4 line-template NAME`. */
function readPool({ statement, no, args, to }: Line): void {
  const [name, from, until] = args;
  const first = wholeNumber(from);
  const last = wholeNumber(until);
  if (name === undefined || first === null || last === null || no) return;
  const template = args[3] === 'line-template' ? (args[4] ?? 'default') : 'default';
  to.pools.push({ name, first, last, template, line: statement });
  statement.read();
}

/**
 * The lines of the device. Without a pool of its own the terminals 0 to 4 take the settings of `line default` (IOS XR
 * system management configuration guide, terminal services).
 */
export function settleLines({ draft, templates, pools }: Scope): void {
  const main = templates.get('default');
  const lines: TerminalLine[] = [];
  const console = templates.get('console');
  if (console) lines.push({ ...console, kind: 'console', first: 0, last: 0 });
  for (const { first, last, template, line } of pools) {
    const own = template === 'default' ? main : templates.get(`template ${template}`);
    const place = own ?? { ...at(line), ...UNSET };
    lines.push({ ...place, kind: 'vty', first, last });
  }
  if (main && !pools.some(({ name }) => name === 'default'))
    lines.push({ ...main, kind: 'vty', first: 0, last: 4 });
  draft.lines = lines.sort((a, b) => a.line - b.line);
}
