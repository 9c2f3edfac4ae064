import ts from 'typescript';
import type { CodeFile } from './files.ts';
import type { Breach } from './report.ts';

const MOST_LINES = 60;
const MOST_PARAMETERS = 3;
// A `describe` is a chapter, not a function: the tests in it are measured one by one.
const CHAPTERS = new Set(['describe', 'suite']);

/** One function with a body: its name ('' when it has none), its first line and how many it takes. */
export type MeasuredFunction = { name: string; line: number; lines: number; parameters: number };

/** Measures every function with a block body in the file, outer and inner alike. */
export function measureFunctions(file: CodeFile): MeasuredFunction[] {
  const found: MeasuredFunction[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && hasBody(node) && !isChapter(node)) found.push(measure(file.tree, node));
    ts.forEachChild(node, visit);
  };
  visit(file.tree);
  return found;
}

/** The functions of the file that are too long or take too many positional parameters. */
export function functionBreaches(file: CodeFile): Breach[] {
  return measureFunctions(file).flatMap((measured) => {
    const { name, line, lines, parameters } = measured;
    const called = name === '' ? 'a function without a name' : name;
    const at = { path: file.path, line, name };
    const breaches: Breach[] = [];
    if (lines > MOST_LINES) {
      const message = `${called} has ${lines} lines; at most ${MOST_LINES}. Give its steps names.`;
      breaches.push({ ...at, rule: 'function-lines', message });
    }
    if (parameters > MOST_PARAMETERS) {
      const message = `${called} takes ${parameters} positional parameters; at most ${MOST_PARAMETERS}, then one object.`;
      breaches.push({ ...at, rule: 'parameters', message });
    }
    return breaches;
  });
}

function hasBody(node: ts.SignatureDeclaration): boolean {
  return 'body' in node && node.body !== undefined;
}

function isChapter(node: ts.Node): boolean {
  if (!ts.isCallExpression(node.parent)) return false;
  let callee: ts.Expression = node.parent.expression;
  while (ts.isCallExpression(callee) || ts.isPropertyAccessExpression(callee)) callee = callee.expression;
  return ts.isIdentifier(callee) && CHAPTERS.has(callee.text);
}

function measure(tree: ts.SourceFile, node: ts.SignatureDeclaration): MeasuredFunction {
  const first = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line;
  const last = tree.getLineAndCharacterOfPosition(node.getEnd()).line;
  return {
    name: nameOf(tree, node),
    line: first + 1,
    lines: last - first + 1,
    parameters: positionalParameters(node),
  };
}

// Whoever calls a callback decides what it is given, so its parameters are not ours to count.
function positionalParameters(node: ts.SignatureDeclaration): number {
  const isCallback =
    (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) && ts.isCallExpression(node.parent);
  if (isCallback) return 0;
  return node.parameters.filter((parameter) => parameter.name.getText() !== 'this').length;
}

function nameOf(tree: ts.SourceFile, node: ts.SignatureDeclaration): string {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  if (node.name !== undefined) return node.name.getText(tree);
  const { parent } = node;
  const isNamedByParent = ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent);
  return isNamedByParent ? parent.name.getText(tree) : '';
}
