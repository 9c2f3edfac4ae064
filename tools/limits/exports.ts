import ts from 'typescript';
import type { CodeFile } from './files.ts';
import type { Breach } from './report.ts';

/** The exported declarations of a source file that say nothing about themselves. */
export function exportBreaches(file: CodeFile): Breach[] {
  if (file.isTest || file.path.startsWith('bin/')) return [];
  const exported = exportedLater(file.tree);
  return file.tree.statements
    .filter((statement) => isExported(statement, exported) && !hasDocComment(statement))
    .map((statement) => breach(file, statement));
}

function breach(file: CodeFile, statement: ts.Statement): Breach {
  const line = file.tree.getLineAndCharacterOfPosition(statement.getStart(file.tree)).line + 1;
  const name = namesOf(statement).join(', ') || 'default';
  const message = `${name} is exported without a doc comment; say in one sentence what it is, with shapes, units and errors.`;
  return { rule: 'doc-comment', path: file.path, line, name, message };
}

// `export { a, b as c };` further down exports a declaration that carries no `export` of its own.
function exportedLater(tree: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  for (const statement of tree.statements) {
    if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier !== undefined) continue;
    if (statement.exportClause === undefined || !ts.isNamedExports(statement.exportClause)) continue;
    for (const element of statement.exportClause.elements)
      names.add((element.propertyName ?? element.name).text);
  }
  return names;
}

function isExported(statement: ts.Statement, exportedNames: Set<string>): boolean {
  if (ts.isExportAssignment(statement)) return true;
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  if (modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)) return true;
  return namesOf(statement).some((name) => exportedNames.has(name));
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map((declaration) => declaration.name.getText());
  }
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement);
  return isNamed && statement.name !== undefined ? [statement.name.text] : [];
}

function hasDocComment(statement: ts.Statement): boolean {
  if (isLaterOverload(statement)) return true;
  const text = statement.getSourceFile().text;
  const ranges = ts.getLeadingCommentRanges(text, statement.getFullStart()) ?? [];
  return ranges.some((range) => /^\/\*\*[\s*]*[^\s*/]/.test(text.slice(range.pos, range.end)));
}

// The first signature of an overloaded function speaks for the rest.
function isLaterOverload(statement: ts.Statement): boolean {
  if (!ts.isFunctionDeclaration(statement)) return false;
  const { statements } = statement.getSourceFile();
  const before = statements[statements.indexOf(statement) - 1];
  return (
    before !== undefined && ts.isFunctionDeclaration(before) && before.name?.text === statement.name?.text
  );
}
