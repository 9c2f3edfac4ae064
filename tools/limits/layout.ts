import type { CodeFile, CodeTree } from './files.ts';
import type { Breach } from './report.ts';

const MOST_LINES = 300;
const DEEPEST = 5;
// Folders that say where things were put, not what they are.
const NAMELESS = new Set(['utils', 'util', 'common', 'helpers', 'helper']);

/** The files that are too long. */
export function fileBreaches(file: CodeFile): Breach[] {
  if (file.lines <= MOST_LINES) return [];
  const message = `the file has ${file.lines} lines; at most ${MOST_LINES}. Find the second idea in it.`;
  return [{ rule: 'file-lines', path: file.path, line: MOST_LINES + 1, name: '', message }];
}

/** The folders that lie too deep or have a name that says nothing. */
export function folderBreaches(tree: CodeTree): Breach[] {
  return tree.folders.flatMap((path) => {
    const parts = path.split('/');
    const at = { path, line: 1, name: '' };
    const breaches: Breach[] = [];
    if (parts[0] === 'src' && parts.length - 1 > DEEPEST) {
      const message = `the folder lies ${parts.length - 1} deep under src; at most ${DEEPEST}.`;
      breaches.push({ ...at, rule: 'folder-depth', message });
    }
    if (NAMELESS.has(parts.at(-1) ?? '')) {
      breaches.push({ ...at, rule: 'folder-name', message: 'name the folder after what is in it.' });
    }
    return breaches;
  });
}

/** Says so when there are fewer lines of test than of source, with the folders that lack the most. */
export function testLineBreaches(tree: CodeTree): Breach[] {
  const counted = tree.files.filter(
    (file) => !file.path.startsWith('test/bench/') && !file.path.startsWith('bin/'),
  );
  const lines = sumLines(counted);
  lines.test += tree.cases.reduce((sum, file) => sum + file.lines, 0);
  if (lines.test >= lines.source) return [];
  const message = `${lines.test} lines of test for ${lines.source} of source; test what a user would miss. Most lacking: ${lacking(tree.files)}.`;
  return [{ rule: 'test-lines', path: 'src', line: 1, name: '', message }];
}

/** Lines of source and of test over the files; a benchmark is neither. */
export function sumLines(files: readonly CodeFile[]): { source: number; test: number } {
  const sum = { source: 0, test: 0 };
  for (const file of files.filter(({ path }) => !path.startsWith('test/bench/')))
    sum[file.isTest ? 'test' : 'source'] += file.lines;
  return sum;
}

function lacking(files: readonly CodeFile[]): string {
  const folders = Map.groupBy(files, (file) => file.path.split('/').slice(0, 2).join('/'));
  return [...folders]
    .map(([folder, inside]) => ({ folder, lines: sumLines(inside) }))
    .filter(({ lines }) => lines.source > lines.test)
    .toSorted((a, b) => b.lines.source - b.lines.test - (a.lines.source - a.lines.test))
    .slice(0, 4)
    .map(({ folder, lines }) => `${folder} (${lines.test} for ${lines.source})`)
    .join(', ');
}
