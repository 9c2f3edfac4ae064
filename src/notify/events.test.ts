import { describe, expect, it } from 'vitest';
import { eventFact, START_EVENTS } from './events.ts';
import { knownFact } from './facts.ts';

describe('start events', () => {
  it('each have a fact of their own, which only a person settles', () => {
    const facts = START_EVENTS.map((event) => eventFact(event).fact);
    expect(new Set(facts).size).toBe(START_EVENTS.length);
    expect(facts.map((fact) => knownFact(fact)?.settledBy)).toEqual(START_EVENTS.map(() => 'person'));
  });

  it('read well after the words of a length', () => {
    for (const event of START_EVENTS) expect(eventFact(event).words).toMatch(/^the [a-z]/);
  });
});
