import { describe, expect, it } from 'vitest';
import { richAnswers } from './fixture.ts';
import { playbookSentence } from './hit.ts';

describe('playbook sentence', () => {
  it('counts all steps, those that were not seen and those that cannot be told', () => {
    expect(playbookSentence(richAnswers().hit)).toBe(
      'Salt Typhoon playbook: 3 of 5 steps seen, 1 not seen, 1 cannot tell.',
    );
  });

  it('says nothing where no playbook fits', () => {
    expect(playbookSentence({ ...richAnswers().hit, playbook: null })).toBeNull();
  });
});
