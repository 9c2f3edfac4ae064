import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { caseGaps, readmeGaps, sampleGaps, unknownLayers, unnamedMembers } from './rules.ts';

const ROOT = join(import.meta.dirname, '../..');

describe('the shape of this repository', () => {
  it('names every member in its registry', () => expect(unnamedMembers(ROOT)).toEqual([]));
  it('says in every README what that member is for', () => expect(readmeGaps(ROOT)).toEqual([]));
  it('gives every source at least three samples', () => expect(sampleGaps(ROOT)).toEqual([]));
  it('gives every check a hit, a quiet and a cannot-tell case', () => expect(caseGaps(ROOT)).toEqual([]));
  it('has no folder that the import rule does not watch', () => expect(unknownLayers(ROOT)).toEqual([]));
});
