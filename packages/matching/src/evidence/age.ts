import type { YearSpan } from '../records/types.ts';
import type { EvidenceSettings } from './parameters.ts';
import { passing } from './room.ts';
import { birthYears, farOff, sumYearErrors, wildYears, yearErrors } from './year-errors.ts';

export { birthYears };

/**
 * Likelihood ratio of an estimated age inside or outside the reported age ± tolerance (whole years, both ends inside):
 * (1 - error) / P(inside) and error / P(outside), population uniform on 1..`oldest` years.
 * Source: the closed form behind mispitools 1.4.0 `lr_age`; `count: 'half-open'` counts 2·tolerance ages as that
 * package does, `inclusive` the 2·tolerance + 1 that are really there.
 */
export function ageIntervalRatio(
  observed: 'inside' | 'outside',
  model: { readonly tolerance: number; readonly errorRate: number; readonly oldest: number; readonly count: 'inclusive' | 'half-open' },
): number {
  const inside = (2 * model.tolerance + (model.count === 'inclusive' ? 1 : 0)) / model.oldest;
  return observed === 'inside' ? (1 - model.errorRate) / inside : model.errorRate / (1 - inside);
}

/** First year of birth that the tables cover. */
export const firstBirthYear = 1900;
/** Highest age in completed years that the tables cover. */
export const oldestAge = 115;

/** What is known of the birth of one individual found, all of it about one hidden true year of birth. */
export interface FoundBirth {
  readonly birthYear: number | null;
  /** Years between which a paper or marker leaves the birth; it goes before `birthYear`. */
  readonly birthYears: YearSpan | null;
  /** Age in completed years as written on marker, paper or list. */
  readonly statedAge: number | null;
  /** The examiner's interval, years at death. */
  readonly estimate: { readonly low: number; readonly high: number } | null;
  /** Year of death; needed for ages. */
  readonly deathYear: number;
}

export interface BirthTable {
  /** Σ P(T) L(T): how probable what was found is among people at large, up to a constant of what was found. */
  readonly expected: number;
  /** log10 LR by reported year of birth, index year - 1900. */
  readonly byYear: Float32Array;
  /** log10 LR by reported age in completed years at `reportYear`. */
  readonly byAge: Float32Array;
  /** log10 LR of each span of years asked for, in its order. */
  readonly bySpan: Float32Array;
}

/**
 * Weights of every reported year of birth and age against what was found of one individual. The true year of birth is
 * hidden; written year, written age and estimated interval are read as three observations of it, so that birth year and
 * age are not counted twice: LR(report) = Σ P(T | report) L(T) / Σ P(T) L(T). Of a year and an age written by one hand
 * only the year is used. Returns null where nothing is known.
 *
 * LIMIT: one population of years of birth for both sexes; errors of written years by a mixture (right, ±1 and near, one
 * digit, far off); of intervals by a normal curve whose tails thin out with growth, flat inside an open side; of spans by
 * the population inside, thinning out beside them.
 * @param spans - spans of years that reports state
 */
export function birthTable(found: FoundBirth, { reportYear, population, spans = [] }: BirthPopulation, settings: EvidenceSettings): BirthTable | null {
  const likelihood = foundLikelihood(found, settings);
  if (likelihood === null) return null;
  let expected = 0;
  for (let t = 0; t < birthYears; t++) expected += at(population, t) * at(likelihood, t);
  const reported = settings.birthYearReportError;
  const years = sumYearErrors(likelihood, reported);
  const byYear = passing.floats(birthYears);
  for (let t = 0; t < birthYears; t++) byYear[t] = Math.log10(at(years, t) / expected);
  const ages = sumAges(ageShares(reportYear, population, settings), likelihood);
  const byAge = passing.floats(oldestAge + 1);
  for (let age = 0; age <= oldestAge; age++) byAge[age] = at(ages, age) > 0 ? Math.log10(at(ages, age) / expected) : 0;
  const bySpan = Float32Array.from(spans, (span) => {
    let [sum, mass] = [0, 0];
    for (let t = 0; t < birthYears; t++) {
      const weight = at(population, t) * spanError(span, t, reported, settings);
      sum += weight * at(likelihood, t);
      mass += weight;
    }
    return mass > 0 ? Math.log10(sum / mass / expected) : 0;
  });
  return { expected, byYear, byAge, bySpan };
}

/** Σ over years of P(year of birth | reported age) times the likelihood. Four ages at a time: a sum waits for itself, not for others. */
function sumAges({ shares, from, to }: AgeShares, likelihood: Float64Array): Float64Array {
  const sums = passing.doubles(oldestAge + 1);
  for (let age = 0; age <= oldestAge; age += 4) {
    let [one, two, three, four] = [0, 0, 0, 0];
    const first = age * birthYears;
    // Ages beyond the last are read as the last: their sums are not kept.
    const [second, third, fourth] = [birthYears * Math.min(age + 1, oldestAge), birthYears * Math.min(age + 2, oldestAge), birthYears * Math.min(age + 3, oldestAge)];
    for (let t = from; t < to; t++) {
      const value = likelihood[t] as number;
      one += (shares[first + t] as number) * value;
      two += (shares[second + t] as number) * value;
      three += (shares[third + t] as number) * value;
      four += (shares[fourth + t] as number) * value;
    }
    sums[age] = one;
    sums[age + 1] = two;
    sums[age + 2] = three;
    sums[age + 3] = four;
  }
  return sums;
}

/**
 * log10 of how probable the examiner's interval is if the report's year of birth or age is right: the numerator of the
 * ratio, by which settings are learned; the population divides all pairs alike only where these settings stay. Null where
 * either says nothing, or no more than a span.
 */
export function intervalFit(found: Pick<FoundBirth, 'estimate' | 'deathYear'>, reported: { readonly year: number | null; readonly age: number | null }, { reportYear, population }: BirthPopulation, settings: EvidenceSettings): number | null {
  const { estimate, deathYear } = found;
  const { year, age } = reported;
  const errors = yearErrors(settings.birthYearReportError);
  if (estimate === null || (year === null && age === null)) return null;
  const likelihood = intervalsOf(settings).of(estimate, deathYear);
  let [sum, mass] = [0, 0];
  for (let t = 0; t < birthYears; t++) {
    const chance = year !== null ? at(errors, (year - firstBirthYear) * birthYears + t) : ageError(age ?? 0, reportYear - firstBirthYear - t, settings) * at(population, t);
    if (chance === 0) continue;
    mass += chance;
    sum += chance * at(likelihood, t);
  }
  return mass > 0 && sum > 0 ? Math.log10(sum / mass) : null;
}

/** Intervals under the last settings asked for, for each year of birth: many bodies of a list have one. */
let lastIntervals: { readonly settings: EvidenceSettings; readonly of: (estimate: AgeInterval, deathYear: number) => Float64Array } | null = null;
/** Beyond so many they are made anew. */
const mostIntervals = 4096;

function intervalsOf(settings: EvidenceSettings): NonNullable<typeof lastIntervals> {
  if (lastIntervals?.settings === settings) return lastIntervals;
  const known = new Map<string, Float64Array>();
  return (lastIntervals = {
    settings,
    of: (estimate, deathYear) => {
      const key = `${estimate.low} ${estimate.high} ${deathYear}`;
      const kept = known.get(key);
      if (kept !== undefined) return kept;
      if (known.size >= mostIntervals) known.clear();
      const likelihood = openInterval(estimate, settings);
      const made = new Float64Array(birthYears);
      for (let t = 0; t < birthYears; t++) made[t] = likelihood(deathYear - firstBirthYear - t - 0.5);
      known.set(key, made);
      return made;
    },
  });
}

/** Whom births are compared with. */
export interface BirthPopulation {
  readonly reportYear: number;
  /** Shares of years of birth, index year - 1900. */
  readonly population: Float64Array;
  readonly spans?: readonly YearSpan[];
}

interface AgeShares {
  /** P(year of birth T | reported age), row by row. */
  readonly shares: Float64Array;
  /** Before and from here on nobody was born. */
  readonly from: number;
  readonly to: number;
}

let lastShares: { readonly reportYear: number; readonly population: Float64Array; readonly settings: EvidenceSettings; readonly made: AgeShares } | null = null;

/** The same for all individuals of a run, so the last one is kept. */
function ageShares(reportYear: number, population: Float64Array, settings: EvidenceSettings): AgeShares {
  if (lastShares?.population === population && lastShares.settings === settings && lastShares.reportYear === reportYear) return lastShares.made;
  const shares = new Float64Array((oldestAge + 1) * birthYears);
  for (let age = 0; age <= oldestAge; age++) {
    let mass = 0;
    for (let t = 0; t < birthYears; t++) {
      const weight = ageError(age, reportYear - firstBirthYear - t, settings) * at(population, t);
      shares[age * birthYears + t] = weight;
      mass += weight;
    }
    for (let t = 0; t < birthYears; t++) shares[age * birthYears + t] = mass > 0 ? at(shares, age * birthYears + t) / mass : 0;
  }
  const isBorn = (share: number): boolean => share > 0;
  const made = { shares, from: Math.max(0, population.findIndex(isBorn)), to: 1 + population.findLastIndex(isBorn) };
  lastShares = { reportYear, population, settings, made };
  return made;
}

/** L(T) of what was found, for each year of birth T; null where nothing was. */
function foundLikelihood(found: FoundBirth, settings: EvidenceSettings): Float64Array | null {
  const written = found.birthYears ?? found.birthYear ?? found.statedAge;
  if (written === null && found.estimate === null) return null;
  const likelihood = passing.doubles(birthYears);
  const errors = yearErrors(settings.birthYearFoundError);
  const estimated = found.estimate === null ? null : intervalsOf(settings).of(found.estimate, found.deathYear);
  for (let t = 0; t < birthYears; t++) {
    const years = found.deathYear - firstBirthYear - t;
    let value = 1;
    if (found.birthYears !== null) value *= spanError(found.birthYears, t, settings.birthYearFoundError, settings);
    else if (found.birthYear !== null) value *= at(errors, (found.birthYear - firstBirthYear) * birthYears + t);
    else if (found.statedAge !== null) value *= ageError(found.statedAge, years, settings);
    if (estimated !== null) value *= at(estimated, t);
    likelihood[t] = value;
  }
  return likelihood;
}

/** P(span stated | true year), up to a constant: inside it by (1 - error), beside it thinning out, anywhere by the rest of the error. */
function spanError(span: YearSpan, t: number, error: number, { doubtfulYearsSpread }: EvidenceSettings): number {
  const year = firstBirthYear + t;
  const off = span.from !== null && year < span.from ? span.from - year : span.to !== null && year > span.to ? year - span.to : 0;
  const wrong = span.isDoubtful ? Math.min(0.5, 5 * error) : error;
  const near = Math.exp(-off / doubtfulYearsSpread);
  return off === 0 ? 1 : wrong * (0.85 * near + 0.15 * farOff(off));
}

/** P(stated age | years from birth year to the year of the statement). */
function ageError(stated: number, years: number, settings: EvidenceSettings): number {
  // Before or after the birthday of that year, half and half.
  const exact = stated === years || stated === years - 1 ? 0.5 : 0;
  const off = Math.max(0, Math.abs(stated - years + 0.5) - 0.5);
  // A child's age is not misstated by as many years as that of the old.
  const ofAge = Math.min(1, Math.max(0.2, stated / 40));
  const spread = ofAge * settings.ageStatementSpreadYears;
  const near = Math.exp(-off / spread) / (2 * spread);
  return (1 - settings.ageStatementError) * exact + settings.ageStatementError * (0.95 * near + 0.05 * farOff(off, ofAge * wildYears));
}

/** From this bound on an interval is open: nobody is kept out by it. */
export const openAbove = 100;

/**
 * P(interval estimated | age), up to a constant. Inside an open side every age fits alike; a closed interval is a normal
 * curve. Outside, an estimate is as improbable as the bodies differ: ages grow together with the years, and a child is
 * hardly taken for a grown person; the old are estimated too young.
 */
function openInterval({ low, high }: AgeInterval, { ageIntervalCoverage: coverage, ageIntervalSpread, ageOldShortfallYears }: EvidenceSettings): (years: number) => number {
  const [grownLow, grownHigh] = [grown(low), grown(high + 1)];
  const half = Math.max(1, (high - low + 1) / 2);
  const sd = (ageIntervalSpread * half) / 1.645;
  return (years) => {
    const age = years - Math.min(0.9 * Math.max(0, years - 50), (ageOldShortfallYears * Math.max(0, years - 50)) / 10);
    const own = grown(age);
    const apart = Math.max(0, own - grownHigh, grownLow - own);
    const gross = grossAgeError * Math.exp(-apart);
    if (low <= 0 || high >= openAbove) return apart === 0 ? 1 : (1 - coverage) * Math.exp(-3 * apart) + gross;
    const z = (age - (low + high) / 2) / sd;
    return (coverage / 0.9) * Math.exp(-0.5 * z * z) / (sd * 2.5066) * (1 - grossAgeError) + gross / (2 * half + 2 * yearsApart(age));
  };
}

interface AgeInterval {
  readonly low: number;
  readonly high: number;
}

/** Share of estimates that are off by more than their interval allows: judgement, unverified. */
const grossAgeError = 0.03;
/** Years by which bodies of an age are told from others with certainty e: about one at birth, three at twenty, ten at sixty. */
function yearsApart(age: number): number {
  return age < 20 ? (8 + Math.max(0, age)) / 10 : 2.8 + (age - 20) / 5;
}

/** The integral of 1 / `yearsApart` from 0. */
function grown(age: number): number {
  const young = 10 * Math.log((8 + Math.min(20, Math.max(0, age))) / 8);
  return age <= 20 ? young : young + 5 * Math.log((2.8 + (age - 20) / 5) / 2.8);
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? 0;
}
