import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';

/** One file of ours: its path from the root with forward slashes, its lines and its syntax tree. */
export type CodeFile = { path: string; lines: number; isTest: boolean; tree: ts.SourceFile };

/** A case of a check: evidence and the verdict it must give, which the check's test runs. */
export type CaseFile = { path: string; lines: number };

/** What the house rules look at: the code files, the cases of checks, and every folder that they were looked for in. */
export type CodeTree = { files: CodeFile[]; folders: string[]; cases: CaseFile[] };

const LOOKED_IN = ['bin', 'examples', 'src', 'test', 'tools', 'web'];
const CODE = /\.(ts|tsx|js|cjs|mjs)$/;
// Makers of test data count as tests: the example's generator, fixtures, and suites that several tests run.
const TEST =
  /\.(test|fuzz)\.tsx?$|^test\/|^examples\/|\/fixture[-\w]*\.ts$|-suite\.ts$|\/recording-sink\.ts$|\/make-archives\.ts$/;
const CASE = /^src\/checks\/[^/]+\/cases\/[^/]+\.ya?ml$/;
// Evidence and built files are not code, whatever their names end in.
const NOT_CODE = new Set(['node_modules', 'dist', 'evidence', 'samples', 'cases']);

/** Reads every code file below the root, in the order of their paths. */
export function readCodeTree(root: string): CodeTree {
  const tree: CodeTree = { files: [], folders: [], cases: [] };
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (entry.isDirectory() && LOOKED_IN.includes(entry.name)) walk(root, join(root, entry.name), tree);
  }
  tree.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  tree.folders.sort();
  return tree;
}

function walk(root: string, folder: string, into: CodeTree): void {
  into.folders.push(slashes(relative(root, folder)));
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = join(folder, entry.name);
    if (entry.isDirectory() && !NOT_CODE.has(entry.name)) walk(root, full, into);
    if (entry.isDirectory() && entry.name === 'cases') readCases(root, full, into);
    if (entry.isFile() && CODE.test(entry.name)) into.files.push(readCodeFile(root, full));
  }
}

function readCases(root: string, folder: string, into: CodeTree): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = slashes(relative(root, join(folder, entry.name)));
    if (!entry.isFile() || !CASE.test(path)) continue;
    into.cases.push({ path, lines: countLines(readFileSync(join(folder, entry.name), 'utf8')) });
  }
}

function readCodeFile(root: string, full: string): CodeFile {
  const text = readFileSync(full, 'utf8');
  const path = slashes(relative(root, full));
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  return { path, lines: countLines(text), isTest: TEST.test(path), tree };
}

function countLines(text: string): number {
  if (text === '') return 0;
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

function slashes(path: string): string {
  return path.split(sep).join('/');
}
