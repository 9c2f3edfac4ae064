import { describe, expect, it } from 'vitest';
import { CHECKS } from '../checks/index.ts';
import { COMMANDS } from './command-list.ts';
import { buildProgram } from './program.ts';
import { SETTING_KEYS } from './settings/keys.ts';

const nameOf = (words: string): string => words.split(' ')[0] as string;

function helpOf(name: string): string {
  const command = buildProgram(() => {}).commands.find((c) => c.name() === name);
  let text = '';
  command?.configureOutput({ writeOut: (piece) => (text += piece), getOutHelpWidth: () => 80 });
  command?.outputHelp();
  return text;
}

/** The words of the part of an example that runs seawall, quotes taken off. */
function wordsOf(example: string): string[] {
  const own = example.slice(example.indexOf('seawall ') + 8).split(/ [|>&;]|[;)]/)[0] as string;
  return [...own.matchAll(/"[^"]*"|\S+/g)].map((m) => m[0].replaceAll('"', ''));
}

describe.each(COMMANDS.map((c) => [nameOf(c.words), c] as const))('seawall %s --help', (name, spec) => {
  it('shows three examples that can be typed as they are', () => {
    expect(spec.examples).toHaveLength(3);
    const flags = new Set([...spec.options.map(([flag]) => flag.split(' ')[0]), '--help']);
    for (const [example] of spec.examples) {
      const [command, ...rest] = wordsOf(example);
      expect(command).toBe(name);
      for (const word of rest.filter((w) => w.startsWith('--'))) expect(flags).toContain(word);
      const choices = spec.values?.[''] ?? rest.slice(0, 1);
      expect(choices).toEqual(expect.arrayContaining(rest.slice(0, 1)));
    }
  });

  it('fits a terminal of 80 columns and says everything that was written for it', () => {
    const help = helpOf(name);
    for (const line of help.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    for (const [example] of spec.examples) expect(help).toContain(example);
    expect(help).toContain((spec.after ?? '').trim());
  });
});

describe('the list of commands', () => {
  it('offers as flags of assess every setting there is, so that none can be set in files alone', () => {
    const flags = COMMANDS[0]?.options.map(([flag]) => (flag.split(' ')[0] as string).slice(2));
    expect(SETTING_KEYS.map((k) => k.name).filter((name) => !flags?.includes(name))).toEqual([]);
  });

  it('names checks that exist in its examples', () => {
    const shown = COMMANDS.flatMap((c) => c.examples).map(([e]) => /check show ([\w-]+)/.exec(e)?.[1]);
    const ids = new Set(CHECKS.map((c) => c.id));
    for (const id of shown.filter((s) => s !== undefined)) expect(ids).toContain(id);
  });
});
