import { expect, test } from 'vitest';
import { makeRandom } from '@imena/synth';
import { birthYears, sumYearErrors, yearErrors } from './year-errors.ts';

test.each([0.01, 0.06, 0.5])('running sums of the errors of a year are the sums of all its errors, at a rate of %s', (error) => {
  const random = makeRandom(`years ${error}`);
  // Years as improbable as those far outside an estimated interval stand among them.
  const values = Float64Array.from({ length: birthYears }, () => 10 ** -random.int(0, 12));
  const [errors, sums] = [yearErrors(error), sumYearErrors(values, error)];
  for (let written = 0; written < birthYears; written++) {
    const sum = values.reduce((all, value, truth) => all + (errors[written * birthYears + truth] ?? 0) * value, 0);
    expect((sums[written] ?? 0) / sum).toBeCloseTo(1, 12);
  }
});

test('a written year is right, near by, one digit off or anywhere, and one of these', () => {
  const sum = yearErrors(0.06).subarray(65 * birthYears, 66 * birthYears).reduce((all, value) => all + value, 0);
  expect(sum).toBeCloseTo(1, 2);
});
