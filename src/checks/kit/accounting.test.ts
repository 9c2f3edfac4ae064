import { describe, expect, it } from 'vitest';
import type { AaaMethodList, TerminalLine } from '../../model/device-facts.ts';
import { accountsForCommands } from './accounting.ts';
import { someFacts } from './fixture.ts';

const list = (name: string, ...methods: string[]): AaaMethodList => {
  return { phase: 'accounting', service: 'commands 15', list: name, methods, line: 1, lineEnd: 1 };
};
const vty = (parts: Partial<TerminalLine> = {}): TerminalLine => {
  return { kind: 'vty', first: 0, last: 4, transportInput: ['ssh'], ...parts } as TerminalLine;
};
const VTY = { accounting: ['exec VTY', 'commands 15 VTY'] };

describe('accountsForCommands', () => {
  it.each([
    ['the default list', [list('default', 'start-stop', 'group tacacs+')], [vty()], true],
    ['the default list without lines', [list('default', 'start-stop', 'group tacacs+')], [], true],
    ['a default list that reports to nobody', [list('default', 'none')], [vty()], false],
    ['a list that no line applies', [list('VTY', 'start-stop', 'group tacacs+')], [vty()], false],
    [
      'a list that every line applies',
      [list('VTY', 'start-stop', 'group tacacs+')],
      [vty(VTY), vty(VTY)],
      true,
    ],
    [
      'a list that one of two lines applies',
      [list('VTY', 'start-stop', 'group t')],
      [vty(VTY), vty()],
      false,
    ],
    [
      'a second line that lets nobody in',
      [list('VTY', 'start-stop', 'group t')],
      [vty(VTY), vty({ transportInput: ['none'] })],
      true,
    ],
    [
      'a line that leaves the default for a list of nothing',
      [list('default', 'start-stop', 'group t'), list('VTY', 'none')],
      [vty(VTY)],
      false,
    ],
    ['no list', [], [vty()], false],
    ['a list that is applied but not there', [list('default', 'start-stop', 'group t')], [vty(VTY)], false],
    [
      'exec sessions only',
      [list('default', 'start-stop', 'group t')],
      [vty({ accounting: ['exec VTY'] })],
      true,
    ],
  ])('%s: %#', (_what, aaaMethods, lines, expected) => {
    expect(accountsForCommands(someFacts({ aaaMethods, lines }))).toBe(expected);
  });
});
