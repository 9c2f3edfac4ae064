import { expect, it } from 'vitest';
import { addBlock } from './below.ts';
import type { CiscoScope } from './cisco-scope.ts';
import type { RuleBook } from './rules.ts';
import { leftOver, trial } from './trial.ts';

const add = (book: RuleBook<CiscoScope>): void =>
  addBlock(book, 'ntp', (inner, prefix) =>
    inner.add(`${prefix}source`, ({ statement, args, to }) => {
      to.draft.sourceInterfaces.ntp = args[0] ?? '';
      statement.read();
    }),
  );

it.each([[['ntp source Lo1']], [['ntp', ' source Lo1']]])('reads %j alike', (lines) => {
  const scope = trial(add, ...lines);
  expect(scope.draft.sourceInterfaces).toEqual({ ntp: 'Lo1' });
  expect(leftOver(scope)).toEqual([]);
});

it('leaves what its book does not know', () => {
  expect(leftOver(trial(add, 'ntp', ' unknown'))).toEqual(['unknown']);
});
