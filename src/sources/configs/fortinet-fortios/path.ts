const VERBS: ReadonlySet<string> = new Set(['config', 'edit', 'set', 'unset']);

/** A statement's path without the verbs, and whether it takes a value back. */
export interface PlainPath {
  readonly path: readonly string[];
  readonly unset: boolean;
}

/**
 * Takes `config`, `edit` and `set` out of a path, and the scope `config global` or `config vdom / edit NAME` in front
 * of it: `config vdom edit root config system interface edit port1 set ip A M` gives `system interface port1 ip A M`.
 */
export function plainPath(path: readonly string[]): PlainPath {
  const out: string[] = [];
  let unset = false;
  let i = 0;
  while (i < path.length) {
    const word = path[i] as string;
    i += 1;
    if (word === 'config') {
      while (i < path.length && !VERBS.has(path[i] as string)) {
        out.push(path[i] as string);
        i += 1;
      }
    } else if (word === 'edit') {
      out.push(path[i] ?? '');
      i += 1;
    } else {
      unset = word === 'unset';
      // A verb that no export writes stays and fits no pattern.
      out.push(...path.slice(word === 'set' || unset ? i : i - 1));
      break;
    }
  }
  const scope = out[0] === 'global' ? 1 : out[0] === 'vdom' && out.length > 2 ? 2 : 0;
  return { path: scope === 0 ? out : out.slice(scope), unset };
}
