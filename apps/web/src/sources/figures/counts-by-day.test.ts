import { describe, expect, it } from 'vitest';
import { countedBy, ownCount } from './counts-by-day.ts';
import { daysOf } from './figures.ts';

const day = (iso: string): number => daysOf(iso)?.first ?? NaN;

describe('the register’s own count by day', () => {
  const own = ownCount([{ day: '2022-09-16', count: 110 }, { day: '2022-09-18', count: 5 }, { day: null, count: 3 }]);
  it('grows day by day; what has no stated day is in the total and in no step', () => {
    expect(own).toMatchObject({ steps: [{ iso: '2022-09-16', added: 110, all: 110 }, { iso: '2022-09-18', added: 5, all: 115 }], undated: 3, total: 118 });
  });
  it('is what there was by the end of the day on which somebody gave a figure', () => {
    expect(['2022-09-15', '2022-09-16', '2022-09-17', '2022-09-18', '2023-01-01'].map((iso) => countedBy(own, day(iso)))).toEqual([0, 110, 110, 115, 115]);
  });
});
