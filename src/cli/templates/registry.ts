/** A line to add to a registry: the file that is imported, what of it, and under which name it stands in the list. */
export interface RegistryLine {
  readonly path: string;
  readonly imported: string;
  readonly constant: string;
}

/**
 * Adds a member to the text of a registry: its import before the first of a later path, its name before the first later
 * one of the list. Null when the text is not a registry as we write them.
 */
export function addToRegistry(text: string, line: RegistryLine): string | null {
  const lines = text.split('\n');
  const open = lines.findIndex((l) => /^export const [A-Z]+: readonly \w+\[\] = \[$/.test(l));
  const close = lines.indexOf('];', open);
  if (open < 0 || close < 0) return null;
  const entry = place(lines, { from: open + 1, to: close, key: (l) => nameIn(l), wanted: line.constant });
  lines.splice(entry, 0, `  ${line.constant},`);
  const imports = lines.filter((l) => l.startsWith('import ')).length;
  const at = place(lines, { from: 0, to: imports, key: (l) => pathIn(l), wanted: line.path });
  lines.splice(at, 0, `import { ${line.imported} } from '${line.path}';`);
  return lines.join('\n');
}

interface Place {
  readonly from: number;
  readonly to: number;
  readonly key: (line: string) => string;
  readonly wanted: string;
}

function place(lines: readonly string[], { from, to, key, wanted }: Place): number {
  for (let i = from; i < to; i += 1) {
    const found = key(lines[i] as string);
    if (found !== '' && found > wanted) return i;
  }
  return to;
}

function pathIn(line: string): string {
  return /from '([^']+)';$/.exec(line)?.[1] ?? '';
}

function nameIn(line: string): string {
  return /^ {2}(?:\.{3})?(\w+),$/.exec(line)?.[1] ?? '';
}
