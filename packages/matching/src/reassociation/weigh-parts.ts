import { refuse } from '@imena/problem';
import { asymmetries, fitRates, joints, type FitGrade, type Joint } from './size-tables.ts';
import { asymmetryWeight, sumOfSizes, type Asymmetry, type MeasuredBone } from './match-pairs.ts';
import { studentDensity } from './student.ts';
import type { Association, Specimen } from './types.ts';

/** Chance that a measurement is of another bone, misread or altered by fire, gnawing, disease: keeps every weight finite. */
const measuredWrong = 0.01;

/** One reason why two specimens may be of one individual, or not; log10 of a likelihood ratio. */
export interface PartsReason {
  readonly kind: 'size_of_pair' | 'size_of_joint' | 'fit_of_joint';
  readonly log10Lr: number;
  /** Measurements compared; none for a graded fit. */
  readonly measurements: readonly string[];
  readonly differenceMm: number | null;
}

export interface PartsWeight {
  readonly log10Lr: number;
  readonly reasons: readonly PartsReason[];
}

/** A specimen with what was measured of it, millimetres by name. */
export type MeasuredSpecimen = Pick<Specimen, 'id' | 'element' | 'side'> & MeasuredBone;

/**
 * What size and fit say of two specimens: one person against two of the population. Left and right of one element by
 * their asymmetry, two bones that meet by their sizes, and the fit as an examiner graded it. Of several measurements of
 * one pair the one that speaks most clearly counts, and the fit of a joint counts beside its sizes only as far as it says
 * more: all of them say how large one person was.
 * LIMIT: it never joins by itself; two people of one size are common. Sexes are mixed, so among men alone it weighs less.
 * @param reference - asymmetry by element; the estimates built in (unverified) where left out
 * @throws Problem `matching.asymmetry_unusable`, `matching.joint_unknown` where a fit is graded of bones that do not meet
 */
export function weighParts(a: MeasuredSpecimen, b: MeasuredSpecimen, { fit = null, reference = asymmetries }: { readonly fit?: FitGrade | null; readonly reference?: Readonly<Record<string, readonly Asymmetry[]>> } = {}): PartsWeight {
  const joint = jointOf(a, b);
  if (fit !== null && joint === null) refuse('matching.joint_unknown', { a: a.element, b: b.element });
  const sizes = [...pairReasons(a, b, reference), ...(joint === null ? [] : jointReasons(a, b, joint))];
  const fits = fit === null || joint === null ? [] : [weighFit(joint, fit)];
  const reasons = [...sizes, ...fits];
  return { log10Lr: extremeOf(reasons), reasons };
}

/** The graded weight as a note for `reassociate`: by size it excludes or hints, a graded fit joins like a stated one. */
export function associationOf(a: MeasuredSpecimen, b: MeasuredSpecimen, weight: PartsWeight): Association | null {
  if (weight.reasons.length === 0) return null;
  const isFit = weight.reasons.some(({ kind }) => kind === 'fit_of_joint');
  return { a: a.id, b: b.id, basis: isFit ? 'joint_fit' : 'osteometry', says: weight.log10Lr < 0 ? 'apart' : 'together', note: null, log10Lr: weight.log10Lr };
}

/** What the examiner's grade of a joint says. */
export function weighFit({ tells }: Joint, grade: FitGrade): PartsReason {
  return { kind: 'fit_of_joint', log10Lr: Math.log10(fitRates[tells].one[grade] / fitRates[tells].two[grade]), measurements: [], differenceMm: null };
}

/** The strongest for and the strongest against, together: what agrees in several ways is one size. */
export function extremeOf(reasons: readonly Pick<PartsReason, 'log10Lr'>[]): number {
  const weights = reasons.map(({ log10Lr }) => log10Lr);
  return Math.max(0, ...weights) + Math.min(0, ...weights);
}

function pairReasons(a: MeasuredSpecimen, b: MeasuredSpecimen, reference: Readonly<Record<string, readonly Asymmetry[]>>): PartsReason[] {
  const [left, right] = a.side === 'left' ? [a, b] : [b, a];
  if (a.element !== b.element || left.side !== 'left' || right.side !== 'right') return [];
  return (reference[a.element] ?? []).flatMap((asymmetry): PartsReason[] => {
    const [l, r] = [sumOfSizes(left, asymmetry.measurements), sumOfSizes(right, asymmetry.measurements)];
    if (l === null || r === null) return [];
    const log10Lr = asymmetryWeight(l - r, asymmetry, measuredWrong);
    return log10Lr === null ? [] : [{ kind: 'size_of_pair', log10Lr, measurements: asymmetry.measurements, differenceMm: l - r }];
  });
}

function jointOf(a: MeasuredSpecimen, b: MeasuredSpecimen): Joint | null {
  const found = joints.find(({ elements: [one, other] }) => (a.element === one && b.element === other) || (a.element === other && b.element === one));
  // A left thigh bone never met a right hip bone.
  return found === undefined || (isSided(a) && isSided(b) && a.side !== b.side) ? null : found;
}

function isSided({ side }: MeasuredSpecimen): boolean {
  return side === 'left' || side === 'right';
}

function jointReasons(a: MeasuredSpecimen, b: MeasuredSpecimen, { elements: [first], size }: Joint): PartsReason[] {
  if (size === null) return [];
  const [one, other] = a.element === first ? [a, b] : [b, a];
  const [x, y] = [one.mm[size.measurements[0]], other.mm[size.measurements[1]]];
  if (x === undefined || y === undefined || !Number.isFinite(x) || !Number.isFinite(y)) return [];
  const scale = size.sdMm * Math.sqrt(1 + 1 / size.people);
  const differenceMm = x - y;
  const within = studentDensity((differenceMm - size.meanMm) / scale, size.people - 1) / scale;
  const between = Math.exp(-0.5 * ((differenceMm - size.meanMm) / size.betweenSdMm) ** 2) / (size.betweenSdMm * Math.sqrt(2 * Math.PI));
  return [{ kind: 'size_of_joint', log10Lr: Math.log10(((1 - measuredWrong) * within) / between + measuredWrong), measurements: size.measurements, differenceMm }];
}
