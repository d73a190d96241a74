import { refuse } from '@imena/problem';
import { inWords } from '../records/in-order.ts';
import { studentDensity, studentTwoSided } from './student.ts';

/** One measured bone; measurements in millimetres by name. */
export interface MeasuredBone {
  readonly id: string;
  readonly mm: Readonly<Record<string, number>>;
}

/** Left minus right of one person, summed over the measurements, in a reference collection. */
export interface Asymmetry {
  readonly measurements: readonly string[];
  readonly meanMm: number;
  readonly sdMm: number;
  /** People measured, at least 3. */
  readonly people: number;
  /** Spread of the summed measurements among people of the population, both sexes; without it no weight is given. */
  readonly betweenSdMm?: number;
  readonly source: string;
  /** Whether somebody has checked the figures against the source. */
  readonly verified?: boolean;
}

export interface PairCandidate {
  readonly left: string;
  readonly right: string;
  readonly differenceMm: number;
  /** Two-sided probability of so large a difference between left and right of one person. */
  readonly probability: number;
  /** log10 LR of the difference, one person against two; null where the spread among people is not given. */
  readonly log10Lr: number | null;
  /** `excluded` below `excludeBelow`. Nothing else: that sizes agree never shows a pair. */
  readonly verdict: 'excluded' | 'not_excluded';
}

export interface PairMatching {
  readonly candidates: readonly PairCandidate[];
  /** Bones for which the measurements that the collection knows are not all there. */
  readonly notMeasured: readonly string[];
}

/**
 * Compares every left bone of an element with every right one by the summed difference of their measurements against the
 * asymmetry within people: t = (D - mean) / (sd * sqrt(1 + 1/n)) with n - 1 degrees of freedom. It excludes only: a pair is a
 * judgement of an examiner. Source: Byrd and Adams 2003, J Forensic Sci 48:717 (osteometric sorting; recalled, the prediction
 * form with 1 + 1/n is the textbook one). Candidates come least different first.
 * @param options.excludeBelow - probability, 0..1; 0.1 is usual (unverified)
 * @throws Problem `matching.asymmetry_unusable`
 */
export function matchPairs(
  { left, right }: { readonly left: readonly MeasuredBone[]; readonly right: readonly MeasuredBone[] },
  asymmetry: Asymmetry,
  { excludeBelow = 0.1 }: { readonly excludeBelow?: number } = {},
): PairMatching {
  const { measurements, meanMm, sdMm, people } = asymmetry;
  if (measurements.length === 0 || !Number.isFinite(meanMm) || !(sdMm > 0) || !(people >= 3)) refuse('matching.asymmetry_unusable', { sd: sdMm, people });
  const scale = sdMm * Math.sqrt(1 + 1 / people);
  const lefts = left.map((bone) => ({ id: bone.id, sum: sumOfSizes(bone, measurements) }));
  const rights = right.map((bone) => ({ id: bone.id, sum: sumOfSizes(bone, measurements) }));
  const candidates = lefts.flatMap((l) => rights.flatMap((r): PairCandidate[] => {
    if (l.sum === null || r.sum === null) return [];
    const differenceMm = l.sum - r.sum;
    const probability = studentTwoSided((differenceMm - meanMm) / scale, people - 1);
    return [{ left: l.id, right: r.id, differenceMm, probability, log10Lr: asymmetryWeight(differenceMm, asymmetry), verdict: probability < excludeBelow ? 'excluded' : 'not_excluded' }];
  }));
  return {
    candidates: candidates.sort((a, b) => b.probability - a.probability || inWords(a.left, b.left) || inWords(a.right, b.right)),
    notMeasured: [...lefts, ...rights].filter(({ sum }) => sum === null).map(({ id }) => id),
  };
}

/**
 * log10 LR of a difference of left and right: P(difference | one person), Student's distribution as above, against two
 * people drawn from the population, normal with twice its variance. At most about log10 of the ratio of both spreads.
 * @param measuredWrong - share of measurements that say nothing, 0..1; it keeps the weight finite
 */
export function asymmetryWeight(differenceMm: number, { meanMm, sdMm, people, betweenSdMm }: Asymmetry, measuredWrong = 0.01): number | null {
  if (betweenSdMm === undefined) return null;
  const scale = sdMm * Math.sqrt(1 + 1 / people);
  const within = studentDensity((differenceMm - meanMm) / scale, people - 1) / scale;
  const spread = betweenSdMm * Math.SQRT2;
  const between = Math.exp(-0.5 * ((differenceMm - meanMm) / spread) ** 2) / (spread * Math.sqrt(2 * Math.PI));
  return Math.log10((1 - measuredWrong) * (within / between) + measuredWrong);
}

/** Sum of these measurements, mm; null where one of them was not taken. */
export function sumOfSizes({ mm }: MeasuredBone, measurements: readonly string[]): number | null {
  let sum = 0;
  for (const name of measurements) {
    const value = mm[name];
    if (value === undefined || !Number.isFinite(value)) return null;
    sum += value;
  }
  return sum;
}
