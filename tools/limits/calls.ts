import ts from 'typescript';
import type { CodeFile } from './files.ts';
import type { Breach } from './report.ts';

// The clock and chance of the machine enter here and go on as parameters, so that answers repeat.
const MAY_READ_CLOCK = /^src\/(base|cli|server)\//;

/** The calls in shipped code that make answers depend on the machine or a pattern depend on data. */
export function callBreaches(file: CodeFile): Breach[] {
  if (file.isTest || !file.path.startsWith('src/')) return [];
  const found: Breach[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) found.push(...judge(file, node));
    ts.forEachChild(node, visit);
  };
  visit(file.tree);
  return found;
}

function judge(file: CodeFile, node: ts.CallExpression | ts.NewExpression): Breach[] {
  const line = file.tree.getLineAndCharacterOfPosition(node.getStart(file.tree)).line + 1;
  const name = node.expression.getText(file.tree);
  const at = { path: file.path, line, name };
  if (name === 'RegExp' && !isFixedPattern(node)) {
    const message = 'a RegExp from data can hang the reader; use re2js, or a pattern written in the code.';
    return [{ ...at, rule: 'regexp-from-data', message }];
  }
  if (readsClockOrChance(name, node) && !MAY_READ_CLOCK.test(file.path)) {
    const message = `${name} makes the answer depend on the machine; take the clock or the chance as a parameter.`;
    return [{ ...at, rule: 'clock-and-chance', message }];
  }
  return [];
}

function isFixedPattern(node: ts.CallExpression | ts.NewExpression): boolean {
  const pattern = node.arguments?.[0];
  return pattern !== undefined && (ts.isStringLiteralLike(pattern) || ts.isRegularExpressionLiteral(pattern));
}

function readsClockOrChance(name: string, node: ts.CallExpression | ts.NewExpression): boolean {
  if (name === 'Date.now' || name === 'Math.random') return true;
  return name === 'Date' && ts.isNewExpression(node) && (node.arguments?.length ?? 0) === 0;
}
