import { describe, expect, it } from 'vitest';
import { extractStatements, type Quantity } from './index.ts';

const figures = (text: string): readonly Quantity[] => extractStatements({ id: 'synthetic', text, publishedOn: '2024-03-10' }).statements.flatMap(({ quantities }) => quantities);

describe('a share', () => {
  it.each([
    ['One in three of the bodies has a name, the mayor said.', 'exact', 0.333],
    ['About two thirds of the graves have been opened, the mayor said.', 'approx', 0.667],
    ['Up to half of the houses were destroyed, the mayor said.', 'up_to', 0.5],
    ['За словами мера, кожна третя родина ще не здала зразків.', 'exact', 0.333],
  ])('is a number in 1: %s', (text, bound, value) => {
    expect(figures(text).find(({ unit }) => unit === 'fraction')).toMatchObject({ bound, value });
  });

  it('is not read out of an ordinal or half a dozen', () => {
    for (const text of ['A third grave was opened, the mayor said.', 'Half a dozen bodies were found, the mayor said.']) expect(figures(text).some(({ unit }) => unit === 'fraction')).toBe(false);
  });

  it('is not read out of a day: two days ago counts nothing', () => {
    expect(figures('The pit was opened two days ago, the mayor said.')).toEqual([]);
  });
});
