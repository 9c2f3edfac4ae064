import type { PathBook, PathRule } from '../kit/path-book.ts';
import { type Line, removed, type Scope } from './scope.ts';

/** Words of a list as MD-CLI writes it: `["a" "b"]`, `[a b]`; a single word is a list of one. */
export function listOf(args: readonly string[]): { readonly words: string[]; readonly used: number } {
  const [first] = args;
  if (first === undefined) return { words: [], used: 0 };
  if (!first.startsWith('[')) return { words: [first], used: 1 };
  const words: string[] = [];
  for (let i = 0; i < args.length; i += 1) {
    const word = args[i] as string;
    const bare = word.replace(/^\[/, '').replace(/\]$/, '');
    if (bare !== '') words.push(bare);
    if (word.endsWith(']')) return { words, used: i + 1 };
  }
  return { words, used: args.length };
}

/** Reads one value, or a list of values; what a flat line of MD-CLI says behind it is read by itself. */
export type LeafReader = (line: Line, value: string, all: readonly string[]) => void;

/** A rule for a statement that ends in a value. */
export function leaf(read: LeafReader): PathRule<Scope> {
  return (line) => {
    const { args, to, path } = line;
    if (!to.modern) {
      read(line, args[0] ?? '', args);
      return;
    }
    const { words, used } = listOf(args);
    read(line, words[0] ?? '', words);
    if (args.length <= used) return;
    const parent = path.slice(0, path.length - args.length - 1);
    to.again(line.statement, [...parent, ...args.slice(used)]);
  };
}

/** Adds one rule for several patterns, given with commas between them. */
export function on(book: PathBook<Scope>, patterns: string, rule: PathRule<Scope>): void {
  for (const pattern of patterns.split(',')) book.add(pattern.trim(), rule);
}

/** Adds a rule for a statement that ends in a value. */
export function onLeaf(book: PathBook<Scope>, patterns: string, read: LeafReader): void {
  on(book, patterns, leaf(read));
}

/**
 * Adds rules for the switch of something: `shutdown` and `no shutdown` in the classic form, `admin-state` in MD-CLI.
 * `patterns` are those of the thing itself.
 */
export function onState(
  book: PathBook<Scope>,
  patterns: string,
  read: (line: Line, enabled: boolean) => void,
): void {
  for (const pattern of patterns.split(',').map((each) => each.trim())) {
    book.add(`${pattern} shutdown`, (line) => read(line, removed(line)));
    book.add(
      `${pattern} admin-state`,
      leaf((line, value) => read(line, value === 'enable')),
    );
  }
}

/** True for what switches a thing on in either form: a bare word, or `true` or `enable`. */
export function isOn(line: Line, value: string): boolean {
  return line.to.modern ? value === 'true' || value === 'enable' || value === '' : !removed(line);
}
