/** Words before a path that say where it holds and not what, with the number of names that follow each. */
const SCOPES: ReadonlyMap<string, number> = new Map([
  ['set', 0],
  ['config', 0],
  ['response', 0],
  ['result', 0],
  ['devices', 1],
  ['vsys', 1],
  ['shared', 0],
  ['readonly', 0],
  ['template', 1],
  ['template-stack', 1],
  ['device-group', 1],
  ['panorama', 0],
]);

/** A path as the device reads it: scopes and the brackets of lists taken off. */
export function plainPath(path: readonly string[]): string[] {
  let from = 0;
  for (;;) {
    const names = SCOPES.get(path[from] ?? '');
    // A scope that stands alone is what the statement says.
    if (names === undefined || from + names + 1 >= path.length) break;
    from += names + 1;
  }
  const out: string[] = [];
  for (let i = from; i < path.length; i += 1) {
    const word = path[i] as string;
    if (word === '[' || word === ']') continue;
    const bare = word.startsWith('[') || word.endsWith(']') ? bracketless(word, i === path.length - 1) : word;
    if (bare !== '') out.push(bare);
  }
  return out;
}

function bracketless(word: string, last: boolean): string {
  const open = word.startsWith('[') ? word.slice(1) : word;
  return last && open.endsWith(']') && !open.includes('[') ? open.slice(0, -1) : open;
}
