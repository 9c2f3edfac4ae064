import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { camelCase, constantName } from './names.ts';
import { addToRegistry } from './registry.ts';

const EMPTY =
  "import type { Check } from './kit/contract.ts';\n\n/** All. */\nexport const CHECKS: readonly Check[] = [\n];\n";

const lineOf = (name: string): Parameters<typeof addToRegistry>[1] => ({
  path: `./${name}/check.ts`,
  imported: `check as ${camelCase(name)}`,
  constant: camelCase(name),
});

describe('a registry', () => {
  it('ends in alphabetical order, whatever the order in which members came', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[b-z]{1,6}$/), { maxLength: 8 });
    fc.assert(
      fc.property(names, (members) => {
        const text = members.reduce((t, name) => addToRegistry(t, lineOf(name)) ?? '', EMPTY);
        const imports = text.split('\n').filter((l) => l.startsWith('import'));
        const paths = imports.map((l) => l.split("'")[1] as string);
        expect(paths).toEqual([...members.map((m) => `./${m}/check.ts`), './kit/contract.ts'].sort());
        const listed = [...text.matchAll(/^ {2}(\w+),$/gm)].map((m) => m[1]);
        expect(listed).toEqual([...members].sort());
      }),
    );
  });

  it('keeps what it does not know in its place', () => {
    const text = EMPTY.replace('= [\n', '= [\n  alpha,\n  ...OTHERS, // a family\n');
    expect(addToRegistry(text, lineOf('beta'))).toContain(
      '[\n  alpha,\n  ...OTHERS, // a family\n  beta,\n];',
    );
  });

  it.each(['', 'export const CHECKS = [];\n', 'import x from "y";\n'])(
    'of another shape is left alone',
    (text) => {
      expect(addToRegistry(text, lineOf('beta'))).toBeNull();
    },
  );
});

describe('the name of a member', () => {
  it('is its folder in camel case', () => {
    expect(constantName('tunnel-from-2-nowhere', 'Check', '')).toBe('tunnelFrom2Nowhere');
  });

  it('gives way to names that are taken, and to words of the language', () => {
    expect(constantName('syslog', 'Source', "import { syslog } from './logs/index.ts';")).toBe(
      'syslogSource',
    );
    expect(constantName('syslog', 'Source', 'syslogs')).toBe('syslog');
    expect(constantName('delete', 'Check', '')).toBe('deleteCheck');
  });
});
