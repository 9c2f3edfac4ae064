import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ts from 'typescript';
import { flatMembers, type Member, sourceMembers } from './members.ts';

const SOURCE_HEADINGS = ['Reads', 'Does not read', 'Versions seen', 'How to export it'];
const CHECK_HEADINGS = ['Asks', 'Needs', 'Cannot see', 'Other explanations', 'What to do next', 'Sources'];
const FEWEST_SAMPLES = 3;
const CASE_KINDS = ['hit-', 'quiet-', 'cannot-tell-'];
// What a sample is expected to give lies beside it and is not a sample itself.
const EXPECTATION = /\.(facts|ledger|records|expected|tree)\.json$|\.md$/;
const LAYERS =
  'assess base checks cli coverage findings identity incidents intel live model notify plan reports scope server share sources standards store';

/** The members that no index.ts of their registry imports, one sentence each. */
export function unnamedMembers(root: string): string[] {
  const registries = ['src/checks', 'src/reports', 'src/store/engines'];
  const members = [...sourceMembers(root), ...registries.flatMap((registry) => flatMembers(root, registry))];
  return members
    .filter((member) => !member.namedIn.some((index) => importsFrom(root, index, member)))
    .map((member) => `${member.folder} is not named in ${member.namedIn.join(' or ')}.`);
}

function importsFrom(root: string, index: string, member: Member): boolean {
  if (!existsSync(join(root, index))) return false;
  const { importedFiles } = ts.preProcessFile(readFileSync(join(root, index), 'utf8'), true, true);
  return importedFiles.some(({ fileName }) =>
    posix.join(dirname(index), fileName).startsWith(`${member.folder}/`),
  );
}

/** The READMEs of sources and checks that are absent, lack a heading, or say nothing below one. */
export function readmeGaps(root: string): string[] {
  const sources = sourceMembers(root).flatMap(({ folder }) => gaps(root, folder, SOURCE_HEADINGS));
  const checks = flatMembers(root, 'src/checks').flatMap(({ folder }) => gaps(root, folder, CHECK_HEADINGS));
  return [...sources, ...checks];
}

function gaps(root: string, folder: string, headings: readonly string[]): string[] {
  const file = join(root, folder, 'README.md');
  if (!existsSync(file)) return [`${folder} has no README.md.`];
  const sections = readSections(readFileSync(file, 'utf8'));
  return headings
    .filter((heading) => (sections.get(heading) ?? '') === '')
    .map((heading) => `${folder}/README.md says nothing under the heading "${heading}".`);
}

function readSections(markdown: string): Map<string, string> {
  const sections = new Map<string, string>();
  let heading = '';
  for (const line of markdown.split(/\r?\n/)) {
    if (/^#{1,6} /.test(line)) heading = line.replace(/^#+ /, '').trim();
    else sections.set(heading, (sections.get(heading) ?? '') + line.trim());
  }
  return sections;
}

/** The sources with fewer than three samples. */
export function sampleGaps(root: string): string[] {
  return sourceMembers(root)
    .map(({ folder }) => ({ folder, count: entries(root, `${folder}/samples`).length }))
    .filter(({ count }) => count < FEWEST_SAMPLES)
    .map(({ folder, count }) => `${folder}/samples holds ${count} samples; at least ${FEWEST_SAMPLES}.`);
}

/** The checks that lack a case of a kind: a hit, a quiet one, one that cannot be told. */
export function caseGaps(root: string): string[] {
  return flatMembers(root, 'src/checks').flatMap(({ folder }) => {
    const cases = entries(root, `${folder}/cases`);
    return CASE_KINDS.filter((kind) => !cases.some((name) => name.startsWith(kind))).map(
      (kind) => `${folder}/cases has no case called ${kind}*.`,
    );
  });
}

function entries(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder)).filter((name) => !EXPECTATION.test(name) && !name.startsWith('.'));
}

/** The folders directly under src that the import rule does not know, and so would not watch. */
export function unknownLayers(root: string): string[] {
  const known = new Set(LAYERS.split(' '));
  if (!existsSync(join(root, 'src'))) return [];
  return readdirSync(join(root, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !known.has(entry.name))
    .map((entry) => `src/${entry.name} is no layer of the import rule in .dependency-cruiser.cjs.`);
}
