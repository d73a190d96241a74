import { describe, expect, it } from 'vitest';
import { groupCounts, screenOf } from './group-counts.ts';

const count = (unit: string, state: string, value: number, scope: string | null = null) => ({ unit, state, value, scope, query: `/api/subjects?kind=${unit}&status=${state}` });

describe('the counts of the overview', () => {
  it('keep unit and place together and never add different units', () => {
    const groups = groupCounts([count('person', 'missing', 4), count('grave', 'marked', 2, 'a'), count('grave', 'emptied', 3, 'b'), count('grave', 'opened', 1, 'a')]);
    expect(groups.map((group) => [group.unit, group.scope, group.states.map((one) => one.value)])).toEqual([['grave', 'a', [2, 1]], ['grave', 'b', [3]], ['person', null, [4]]]);
  });
  it('lead to the list of exactly what was counted', () => {
    expect(screenOf('/api/subjects?kind=grave&status=marked&scope=a&limit=5')).toEqual({ kind: 'grave', conditions: { status: 'marked', scope: 'a' } });
  });
});
