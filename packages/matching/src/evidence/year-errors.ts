import { passing } from './room.ts';

/** Years of birth that tables cover; here they are numbered from 0. */
export const birthYears = 130;

const errorsByRate = new Map<number, Float64Array>();
/** Rates that are tried one after the other; more are not kept. */
const mostRates = 64;

/** P(written year | true year) for all years, row by row; the error of a year runs both ways alike. */
export function yearErrors(error: number): Float64Array {
  const known = errorsByRate.get(error);
  if (known !== undefined) return known;
  const table = Float64Array.from({ length: birthYears * birthYears }, (_, i) => yearError(Math.floor(i / birthYears), i % birthYears, error));
  if (errorsByRate.size >= mostRates) errorsByRate.clear();
  errorsByRate.set(error, table);
  return table;
}

/** Of written years that are wrong those near by, with one digit wrong, and anywhere. */
const slips = { near: 0.5, digit: 0.35, far: 0.15 } as const;
/** How near is near by. */
const nearYears = 6;
/** Years that one wrong digit makes of a year. */
const oneDigitOff = 18;

/** P(written year | true year): right, near by, one digit wrong, or anything. */
function yearError(written: number, truth: number, error: number): number {
  const off = Math.abs(written - truth);
  if (off === 0) return 1 - error;
  const near = off <= nearYears ? 0.5 ** off / 2 : 0;
  const digit = isOneDigitOff(written, truth) ? 1 / oneDigitOff : 0;
  return error * (slips.near * near + slips.digit * digit + slips.far * farOff(off));
}

/** Years since 1900 of which the last or the last but one digit differs: 1961 and 1931, not 1965 and 2015. */
function isOneDigitOff(a: number, b: number): boolean {
  return Math.floor(a / 10) === Math.floor(b / 10) || lastDigitOf(a) === lastDigitOf(b);
}

/** The last digit of a year, and its hundred. */
function lastDigitOf(year: number): number {
  return 10 * Math.floor(year / 100) + (year % 10);
}

/** How far off wild years lie: mostly within a generation, in a thousandth of them anywhere. Sums to about 1. */
export function farOff(years: number, spread = wildYears): number {
  return ((1 - anywhere) * Math.exp(-years / spread)) / (2 * spread) + anywhere / birthYears;
}
export const wildYears = 6;
const anywhere = 0.001;

/**
 * For each written year Σ over true years of P(written | true) times a value of the true year: the table of `yearErrors`
 * times a column. The errors are one curve about every year but for its digits, so that running sums take the place of
 * one product for each pair of years.
 */
export function sumYearErrors(values: Float64Array, error: number): Float64Array {
  const [decades, digits] = [passing.doubles(birthYears / 10), passing.doubles(20)];
  let all = 0;
  for (let year = 0; year < birthYears; year++) {
    const value = values[year] as number;
    const [decade, digit] = [Math.floor(year / 10), lastDigitOf(year)];
    decades[decade] = (decades[decade] as number) + value;
    digits[digit] = (digits[digit] as number) + value;
    all += value;
  }
  const near = sumsBeside(values, { ratio: 0.5, reach: nearYears });
  const far = sumsBeside(values, { ratio: Math.exp(-1 / wildYears), reach: birthYears });
  const sums = passing.doubles(birthYears);
  for (let year = 0; year < birthYears; year++) {
    const value = values[year] as number;
    const digit = (decades[Math.floor(year / 10)] as number) + (digits[lastDigitOf(year)] as number) - 2 * value;
    const wild = ((1 - anywhere) * (far[year] as number)) / (2 * wildYears) + (anywhere / birthYears) * (all - value);
    sums[year] = (1 - error) * value + error * ((slips.near / 2) * (near[year] as number) + (slips.digit / oneDigitOff) * digit + slips.far * wild);
  }
  return sums;
}

/** For each year Σ ratio^d of the values d years before and d years after it, d from 1 up to `reach`. */
function sumsBeside(values: Float64Array, { ratio, reach }: { readonly ratio: number; readonly reach: number }): Float64Array {
  const sums = passing.doubles(birthYears);
  const beyond = ratio ** (reach + 1);
  let [before, after] = [0, 0];
  for (let year = 1; year < birthYears; year++) {
    const mirrored = birthYears - 1 - year;
    before = ratio * (before + (values[year - 1] as number));
    after = ratio * (after + (values[mirrored + 1] as number));
    if (year > reach) {
      before -= beyond * (values[year - reach - 1] as number);
      after -= beyond * (values[mirrored + reach + 1] as number);
    }
    sums[year] = (sums[year] as number) + before;
    sums[mirrored] = (sums[mirrored] as number) + after;
  }
  return sums;
}
