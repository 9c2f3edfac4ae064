import { describe, expect, it } from 'vitest';
import { plant } from './plant.ts';
import { caseGaps, readmeGaps, sampleGaps, unknownLayers, unnamedMembers } from './rules.ts';

const SOURCE_README = '# X\n## Reads\na\n## Does not read\nb\n## Versions seen\nc\n## How to export it\nd\n';
const CHECK_README =
  '# X\n## Asks\na\n## Needs\nb\n## Cannot see\nc\n## Other explanations\nd\n## What to do next\ne\n## Sources\nf\n';

const GOOD: Readonly<Record<string, string>> = {
  'src/sources/index.ts': "export const sources = [() => import('./configs/acme-os/source.ts')];\n",
  'src/sources/kit/contract.ts': '',
  'src/sources/configs/kit/tree.ts': '',
  'src/sources/configs/acme-os/README.md': SOURCE_README,
  'src/sources/configs/acme-os/source.ts': '',
  'src/sources/configs/acme-os/samples/a.cfg': '',
  'src/sources/configs/acme-os/samples/b.cfg': '',
  'src/sources/configs/acme-os/samples/c.cfg': '',
  'src/checks/index.ts': "import { check } from './tunnel/check.ts';\nexport const checks = [check];\n",
  'src/checks/kit/contract.ts': '',
  'src/checks/tunnel/README.md': CHECK_README,
  'src/checks/tunnel/check.ts': '',
  'src/checks/tunnel/cases/hit-gre.json': '',
  'src/checks/tunnel/cases/quiet-known-peer.json': '',
  'src/checks/tunnel/cases/cannot-tell-no-config.json': '',
  'src/reports/index.ts': "export { html } from './html/report.ts';\n",
  'src/reports/html/report.ts': '',
  'src/store/engines/index.ts': "export { sqlite } from './sqlite/engine.ts';\n",
  'src/store/engines/sqlite/engine.ts': '',
};

function plantBut(changes: Record<string, string | undefined>): string {
  const files = Object.entries({ ...GOOD, ...changes });
  return plant(Object.fromEntries(files.filter((file): file is [string, string] => file[1] !== undefined)));
}

const ALL_RULES = [unnamedMembers, readmeGaps, sampleGaps, caseGaps, unknownLayers];

describe('a tree in order', () => {
  it('has nothing said against it', () => {
    const root = plantBut({});
    expect(ALL_RULES.flatMap((rule) => rule(root))).toEqual([]);
  });

  it('may be empty, as on the first day', () => {
    const root = plant({});
    expect(ALL_RULES.flatMap((rule) => rule(root))).toEqual([]);
  });

  it('may name a member of a family in the index of that family', () => {
    const root = plantBut({
      'src/sources/index.ts': "import './configs/index.ts';\n",
      'src/sources/configs/index.ts': "import './acme-os/source.ts';\n",
    });
    expect(unnamedMembers(root)).toEqual([]);
  });
});

describe('unnamedMembers', () => {
  it.each([
    ['src/sources/index.ts', 'src/sources/configs/acme-os'],
    ['src/checks/index.ts', 'src/checks/tunnel'],
    ['src/reports/index.ts', 'src/reports/html'],
    ['src/store/engines/index.ts', 'src/store/engines/sqlite'],
  ])('sees that %s is missing', (index, member) => {
    expect(unnamedMembers(plantBut({ [index]: undefined }))).toEqual([expect.stringContaining(member)]);
  });

  it('does not take a comment, or a name that begins alike, for an import', () => {
    const root = plantBut({
      'src/checks/index.ts': "// import './tunnel/check.ts';\nimport './tunnel-two/check.ts';\n",
    });
    expect(unnamedMembers(root)).toEqual([expect.stringContaining('src/checks/tunnel ')]);
  });
});

describe('readmeGaps', () => {
  it.each(['Reads', 'Does not read', 'Versions seen', 'How to export it'])(
    'misses "%s" in a source',
    (heading) => {
      const path = 'src/sources/configs/acme-os/README.md';
      const root = plantBut({ [path]: SOURCE_README.replace(`## ${heading}\n`, '') });
      expect(readmeGaps(root)).toEqual([expect.stringContaining(`"${heading}"`)]);
    },
  );

  it.each(['Asks', 'Needs', 'Cannot see', 'Other explanations', 'What to do next', 'Sources'])(
    'misses "%s" in a check',
    (heading) => {
      const root = plantBut({ 'src/checks/tunnel/README.md': CHECK_README.replace(`## ${heading}\n`, '') });
      expect(readmeGaps(root)).toEqual([expect.stringContaining(`"${heading}"`)]);
    },
  );

  it('does not take a heading with nothing below it for an answer', () => {
    const root = plantBut({ 'src/checks/tunnel/README.md': CHECK_README.replace('b\n', '\n') });
    expect(readmeGaps(root)).toEqual([expect.stringContaining('"Needs"')]);
  });

  it('misses a whole README', () => {
    const root = plantBut({ 'src/checks/tunnel/README.md': undefined });
    expect(readmeGaps(root)).toEqual(['src/checks/tunnel has no README.md.']);
  });
});

describe('sampleGaps', () => {
  it('does not count what a sample is expected to give', () => {
    const root = plantBut({
      'src/sources/configs/acme-os/samples/c.cfg': undefined,
      'src/sources/configs/acme-os/samples/a.facts.json': '{}',
      'src/sources/configs/acme-os/samples/a.ledger.json': '{}',
    });
    expect(sampleGaps(root)).toEqual(['src/sources/configs/acme-os/samples holds 2 samples; at least 3.']);
  });
});

describe('caseGaps', () => {
  it.each(['hit-gre', 'quiet-known-peer', 'cannot-tell-no-config'])('misses %s', (name) => {
    const root = plantBut({ [`src/checks/tunnel/cases/${name}.json`]: undefined });
    expect(caseGaps(root)).toHaveLength(1);
  });
});

describe('unknownLayers', () => {
  it('sees a folder that no import rule names', () => {
    expect(unknownLayers(plantBut({ 'src/misc/a.ts': '' }))).toEqual([expect.stringContaining('src/misc')]);
  });
});
