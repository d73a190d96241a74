import { describe, expect, it } from 'vitest';
import { relations } from '../packages/matching/src/index.ts';
import { relations as relationsWithWords } from '../apps/web/src/advice/relations.ts';

describe('advice', () => {
  it('has words for every relation that is computed', () => {
    expect([...relationsWithWords].sort()).toEqual([...relations].sort());
  });
});
