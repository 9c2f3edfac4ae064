import { isDeepStrictEqual } from 'node:util';
import { recorded } from '../src/base/compiled.ts';
import { readContent } from '../src/base/package-root.ts';
import { loadPlatformDefaults } from '../src/checks/kit/platform-defaults.ts';
import { parseCampaigns } from '../src/incidents/index.ts';
import { builtinPacks } from '../src/intel/index.ts';
import { parseDuties } from '../src/notify/index.ts';
import { loadColumnMaps } from '../src/sources/access/column-map/map-schema.ts';
import { loadToolStrings } from '../src/sources/files/executable/tool-strings.ts';

function problemsOf(content: ReadonlyMap<string, string>): unknown[] {
  const filesOf = (folder: string): { name: string; text: string }[] =>
    [...content]
      .filter(([path]) => path.startsWith(`${folder}/`) && path.endsWith('.yaml'))
      .map(([name, text]) => ({ name, text }));
  return [
    builtinPacks(content).flatMap((pack) => pack.problems),
    parseDuties(filesOf('duties')).problems,
    parseCampaigns(filesOf('campaigns')).problems,
    loadColumnMaps(content).problems,
    loadToolStrings(content).problems,
    loadPlatformDefaults(content).problems,
  ].flat();
}

/**
 * Reads and checks content (what lies in content/) with the readers that the program uses, and gives what they found as
 * JSON. Throws on a file that has a problem: what we ship must be in order.
 */
export function compileContent(content: ReadonlyMap<string, string> = readContent()): string {
  let problems: unknown[] = [];
  const values = recorded(() => {
    problems = problemsOf(content);
  });
  if (problems.length > 0) throw new Error(`content/ has problems: ${JSON.stringify(problems, null, 1)}`);
  const json = `${JSON.stringify(values)}\n`;
  if (!isDeepStrictEqual(JSON.parse(json), values))
    throw new Error('a value of content/ does not survive JSON');
  return json;
}
