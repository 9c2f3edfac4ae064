import { join } from 'node:path';
import { callBreaches } from './calls.ts';
import { applyExceptions, type Exception, readExceptions } from './exceptions.ts';
import { exportBreaches } from './exports.ts';
import { type CodeTree, readCodeTree } from './files.ts';
import { functionBreaches, measureFunctions } from './functions.ts';
import { fileBreaches, folderBreaches, sumLines, testLineBreaches } from './layout.ts';
import { type Breach, describeBreach, median } from './report.ts';

const LIST = 'tools/house-limits.exceptions.json';

/** What is wrong, one line each, and the medians in one line. No problems means that the house is in order. */
export type Judgement = { problems: string[]; summary: string };

/** Judges the code below the root by the house limits. Throws when the list of exceptions is malformed. */
export function judge(root: string): Judgement {
  const tree = readCodeTree(root);
  if (tree.files.length === 0)
    return { problems: [`${root}:1 holds no code: nothing was checked.`], summary: '' };
  const { left, unused } = applyExceptions(findBreaches(tree), readExceptions(join(root, LIST)));
  return { problems: [...left.map(describeBreach), ...unused.map(describeUnused)], summary: summarise(tree) };
}

function findBreaches(tree: CodeTree): Breach[] {
  const perFile = [fileBreaches, functionBreaches, exportBreaches, callBreaches];
  const inFiles = tree.files.flatMap((file) => perFile.flatMap((rule) => rule(file)));
  return [...inFiles, ...folderBreaches(tree), ...testLineBreaches(tree)];
}

function describeUnused(exception: Exception): string {
  return `${LIST}:1 the exception ${exception.rule} for ${exception.path} covers nothing any more; remove it.`;
}

function summarise(tree: CodeTree): string {
  const source = tree.files.filter((file) => !file.isTest);
  const fileMedian = median(source.map((file) => file.lines));
  const functionMedian = median(source.flatMap((file) => measureFunctions(file).map((found) => found.lines)));
  const lines = sumLines(tree.files);
  return [
    `median file ${fileMedian} lines (aim: at most 80)`,
    `median function ${functionMedian} lines (aim: at most 10)`,
    `${lines.source} lines of source, ${lines.test} of test`,
  ].join('; ');
}
