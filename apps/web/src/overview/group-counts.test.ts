import { describe, expect, it } from 'vitest';
import { groupCounts, screenOf } from './group-counts.ts';

const count = (unit: string, state: string, value: number, scope: string | null = null) => ({ unit, state, value, scope, query: `/subjects?kind=${unit}&status=${state}` });

describe('the counts of the overview', () => {
  it('keep place, unit and state apart, in the order of the work, and add nothing', () => {
    const places = groupCounts([
      count('person', 'missing', 4, 'office'), count('remains', 'recovered', 9, 'a'), count('grave', 'emptied', 1, 'a'), count('grave', 'marked', 2, 'a'), count('device', 'enrolled', 3, 'office'),
    ]);
    expect(places.map(({ scope, units }) => [scope, units.map(({ unit, states }) => [unit, states.map(({ state, value }) => `${state} ${value}`)])])).toEqual([
      ['a', [['grave', ['marked 2', 'emptied 1']], ['remains', ['recovered 9']]]],
      ['office', [['person', ['missing 4']]]],
    ]);
  });
  it('lead to the list of exactly what was counted', () => {
    expect(screenOf('/subjects?kind=grave&status=marked&scope=a&limit=5')).toEqual({ kind: 'grave', conditions: { status: 'marked', scope: 'a' } });
  });
});
