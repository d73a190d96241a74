import { describe, expect, it } from 'vitest';
import { draftKeyOf } from './statement-form.tsx';

describe('what is typed into a form is kept under a name', () => {
  it('of its own for every statement, subject and correction', () => {
    const base = { type: 'grave.described', scope: 's', subject: 'g' };
    const keys = [draftKeyOf(base), draftKeyOf({ ...base, subject: 'h' }), draftKeyOf({ type: 'grave.marked', scope: 's' }), draftKeyOf({ ...base, supersedes: ['a', 'b'] }), draftKeyOf({ ...base, supersedes: ['c'] })];
    expect(new Set(keys).size).toBe(keys.length);
    expect(draftKeyOf({ ...base, supersedes: ['b', 'a'] })).toBe(draftKeyOf({ ...base, supersedes: ['a', 'b'] }));
  });
});
