// Makes the table of a missing person at a marker: runs the steps of a compiled family shape, joins them over the two alleles
// and takes logarithms. The twin in TypeScript is src/screening/reference-machine.ts; both do the same operations in the same
// order and give the same digits. Vectors have `width` entries, the number of alleles made even; what is beyond is zero.

import { join } from './join';
import { CODE_REFERENCES, CODE_UNRELATED, MARKER_ALLELES, MARKER_BACK, MARKER_GAPS, MARKER_PAIRS, MARKER_SCALES, MARKER_SINGLES, MARKER_THERE, MARKER_WIDTH, WORK_NUMBERS, WORK_SCALARS, WORK_TABLE_PLACES, field, placed, scalar } from './layout';
import { logarithm, logarithms } from './logarithm';
import { run } from './steps';

/** Sums of both places of two observations. */
@inline
function bothPlaces(joint: usize, there: usize, back: usize): v128 {
  const a = v128.load64_lane(joint + placed(there, 1), v128.load64_zero(joint + placed(there, 0)), 1);
  const b = v128.load64_lane(joint + placed(back, 1), v128.load64_zero(joint + placed(back, 0)), 1);
  return f64x2.add(a, b);
}

/** Sum of a joint table over the genotypes that hold an allele. */
function withAllele(joint: usize, allele: usize, alleles: usize, width: usize): f64 {
  let sum: f64 = 0;
  const row = joint + allele * (width << 3);
  for (let x: usize = 0; x < alleles; x++) {
    sum += load<f64>(row + (x << 3));
    if (x != allele) sum += load<f64>(joint + x * (width << 3) + (allele << 3));
  }
  return sum;
}

/**
 * Writes ln P(observation | references) / P(observation): entry 0 (not typed), then every observation of the marker; before
 * them the largest that occurs. Returns 1; 0 where the references are impossible together (all entries are then 0); -1 where
 * something is no number.
 */
export function fill(marker: usize, code: usize, work: usize, genotypes: usize, out: usize): i32 {
  run(marker, code, work, genotypes);
  const references = scalar(field(work, WORK_SCALARS), field(code, CODE_REFERENCES));
  const pairs = field(marker, MARKER_PAIRS);
  const count = pairs + field(marker, MARKER_SINGLES);
  if (references != references) return -1;
  if (!(references > 0)) {
    for (let i: usize = 0; i < count + 2; i++) store<f64>(out - 8 + (i << 3), 0);
    return 0;
  }
  const alleles = field(marker, MARKER_ALLELES);
  const width = field(marker, MARKER_WIDTH);
  const joint = join(code, work, alleles, width);
  const there = field(marker, MARKER_THERE);
  const back = field(marker, MARKER_BACK);
  const scales = field(marker, MARKER_SCALES);
  const numbers = field(work, WORK_NUMBERS);
  const unrelated = load<i32>(code + CODE_UNRELATED);
  const stranger = unrelated >= 0 ? placed(field(work, WORK_TABLE_PLACES), <usize>unrelated) : 0;
  const per = 1 / references;
  const pers = f64x2.splat(per);
  const entries = out + 8;
  let smallest = f64x2.splat(1);
  let most = f64x2.splat(0);
  let i: usize = 0;
  for (; i + 4 <= pairs; i += 4) {
    const at = i << 2;
    const to = i << 3;
    let p = bothPlaces(joint, there + at, back + at);
    let q = bothPlaces(joint, there + at + 8, back + at + 8);
    if (unrelated >= 0) {
      p = f64x2.div(p, bothPlaces(stranger, there + at, back + at));
      q = f64x2.div(q, bothPlaces(stranger, there + at + 8, back + at + 8));
    } else {
      p = f64x2.mul(f64x2.mul(p, v128.load(scales + to)), pers);
      q = f64x2.mul(f64x2.mul(q, v128.load(scales + to, 16)), pers);
    }
    smallest = f64x2.pmin(smallest, f64x2.pmin(p, q));
    // What is no number stays: the maximum hands it on.
    most = f64x2.max(most, f64x2.max(p, q));
    v128.store(entries + to, logarithms(p, numbers));
    v128.store(entries + to, logarithms(q, numbers), 16);
  }
  const top = max(f64x2.extract_lane(most, 0), f64x2.extract_lane(most, 1));
  // Zeros and what is too small for the fast logarithm: once more, one after the other.
  if (!(min(f64x2.extract_lane(smallest, 0), f64x2.extract_lane(smallest, 1)) >= 2.2250738585072014e-308 && top < Infinity)) i = 0;
  let largest = i > 0 ? logarithm(top, numbers) : -Infinity;
  for (; i < count; i++) {
    const first = placed(there + (i << 2), 0);
    const second = placed(back + (i << 2), 0);
    let ratio = i < pairs ? load<f64>(joint + first) + load<f64>(joint + second) : withAllele(joint, first, alleles, width);
    if (unrelated < 0) ratio = ratio * load<f64>(scales + (i << 3)) * per;
    else ratio /= i < pairs ? load<f64>(stranger + first) + load<f64>(stranger + second) : withAllele(stranger, first, alleles, width);
    const ln = logarithm(ratio, numbers);
    largest = max(largest, ln);
    store<f64>(entries + (i << 3), ln);
  }
  if (largest != largest) return -1;
  store<f64>(out, 0);
  store<f64>(out - 8, field(marker, MARKER_GAPS) == 1 ? max(largest, 0) : largest);
  return 1;
}
