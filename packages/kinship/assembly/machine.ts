// Makes the table of a missing person at a marker: runs the steps of a compiled family shape, joins them over the two alleles
// and takes logarithms. The twin in TypeScript is src/screening/reference-machine.ts; both do the same operations in the same
// order and give the same digits. Vectors have `width` entries, the number of alleles made even; what is beyond is zero.

import { logarithm, logarithms } from './logarithm';
import { product, through } from './products';

/** A marker: i32 fields at these bytes. Pointers are bytes. */
const MARKER_ALLELES: usize = 0;
const MARKER_WIDTH: usize = 4;
/** Vectors: frequencies, ones, moments; then the matrices of fathers and mothers, each followed by its transpose. */
const MARKER_CONSTANTS: usize = 8;
/** Bytes of {a, b} and {b, a} in the joint table, and 1 / P(stranger), halved for a = b, by observation. */
const MARKER_THERE: usize = 12;
const MARKER_BACK: usize = 16;
const MARKER_SCALES: usize = 20;
const MARKER_PAIRS: usize = 24;
/** Observations with one known allele stand behind the others; `there` is the allele. */
const MARKER_SINGLES: usize = 28;
/** 1 where some remains are not typed at the marker: the top is then at least 0. */
const MARKER_GAPS: usize = 32;

/** A compiled shape. */
const CODE_STEPS: usize = 0;
const CODE_END: usize = 4;
const CODE_WEIGHTS: usize = 8;
const CODE_REFERENCES: usize = 12;
const CODE_MATRIX: usize = 16;
const CODE_FACTORS: usize = 20;
const CODE_FACTOR_COUNT: usize = 24;
const CODE_OUTER: usize = 28;
const CODE_OUTER_WEIGHTS: usize = 32;
/** Table of a stranger, -1 where the scales of the marker say it. */
const CODE_UNRELATED: usize = 36;

/** Room to work in: where the slots of each kind lie. */
const WORK_SCALARS: usize = 0;
const WORK_VECTOR_PLACES: usize = 4;
const WORK_VECTORS: usize = 8;
const WORK_TABLE_PLACES: usize = 12;
const WORK_TABLES: usize = 16;
const WORK_JOINT: usize = 20;
const WORK_FACTOR: usize = 24;
const WORK_SCALED: usize = 28;
const WORK_ROWS: usize = 32;
const WORK_NUMBERS: usize = 36;

@inline
function field(at: usize, offset: usize): usize {
  return <usize>load<u32>(at + offset);
}

@inline
function step(at: usize, index: usize): usize {
  return <usize>load<u32>(at + (index << 2));
}

@inline
function scalar(scalars: usize, slot: usize): f64 {
  return load<f64>(scalars + (slot << 3));
}

@inline
function placed(places: usize, slot: usize): usize {
  return <usize>load<u32>(places + (slot << 2));
}

/** Runs the steps. genotypes: i32, allele numbers 2 i and 2 i + 1 of person i. */
function run(marker: usize, code: usize, work: usize, genotypes: usize): void {
  const alleles = field(marker, MARKER_ALLELES);
  const width = field(marker, MARKER_WIDTH);
  const constants = field(marker, MARKER_CONSTANTS);
  const stride = width << 3;
  const matrixBytes = alleles * stride;
  const matrices = constants + 4 * stride;
  const weights = field(code, CODE_WEIGHTS);
  const end = field(code, CODE_END);
  const scalars = field(work, WORK_SCALARS);
  const places = field(work, WORK_VECTOR_PLACES);
  const vectors = field(work, WORK_VECTORS);
  const tablePlaces = field(work, WORK_TABLE_PLACES);
  const tables = field(work, WORK_TABLES);
  for (let at = field(code, CODE_STEPS); at < end; ) {
    const slot = step(at, 1);
    switch (<i32>step(at, 0)) {
      case 0: { // number
        store<f64>(scalars + (slot << 3), load<f64>(weights + (step(at, 2) << 3)));
        at += 12;
        break;
      }
      case 1: { // at
        const allele = <usize>load<u32>(genotypes + (step(at, 3) << 2));
        store<f64>(scalars + (slot << 3), load<f64>(placed(places, step(at, 2)) + (allele << 3)));
        at += 16;
        break;
      }
      case 2: { // mixAt
        const person = genotypes + (step(at, 2) << 3);
        const column = matrices + 2 * step(at, 3) * matrixBytes + (<usize>load<u32>(genotypes + (step(at, 4) << 2)) << 3);
        const a = load<f64>(column + <usize>load<u32>(person) * stride);
        const b = load<f64>(column + <usize>load<u32>(person, 4) * stride);
        store<f64>(scalars + (slot << 3), 0.5 * (a + b));
        at += 20;
        break;
      }
      case 3: { // dot
        const a = placed(places, step(at, 2));
        const b = placed(places, step(at, 3));
        let sum = f64x2.splat(0);
        for (let c: usize = 0; c < stride; c += 16) sum = f64x2.add(sum, f64x2.mul(v128.load(a + c), v128.load(b + c)));
        store<f64>(scalars + (slot << 3), f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1));
        at += 16;
        break;
      }
      case 4: { // times
        store<f64>(scalars + (slot << 3), scalar(scalars, step(at, 2)) * scalar(scalars, step(at, 3)));
        at += 16;
        break;
      }
      case 5: { // plus
        let sum: f64 = 0;
        const last = at + 12 + (step(at, 2) << 3);
        for (at += 12; at < last; at += 8) sum += load<f64>(weights + (step(at, 0) << 3)) * scalar(scalars, step(at, 1));
        store<f64>(scalars + (slot << 3), sum);
        break;
      }
      case 6: { // prior
        store<u32>(places + (slot << 2), <u32>constants);
        at += 8;
        break;
      }
      case 7: { // ones
        store<u32>(places + (slot << 2), <u32>(constants + stride));
        at += 8;
        break;
      }
      case 20: { // moment
        store<u32>(places + (slot << 2), <u32>(constants + (2 + step(at, 2)) * stride));
        at += 12;
        break;
      }
      case 8: { // column
        const allele = <usize>load<u32>(genotypes + (step(at, 3) << 2));
        store<u32>(places + (slot << 2), <u32>(matrices + (2 * step(at, 2) + 1) * matrixBytes + allele * stride));
        at += 16;
        break;
      }
      case 9: { // mix
        const to = vectors + slot * stride;
        store<u32>(places + (slot << 2), <u32>to);
        const person = genotypes + (step(at, 2) << 3);
        const matrix = matrices + 2 * step(at, 3) * matrixBytes;
        const a = matrix + <usize>load<u32>(person) * stride;
        const b = matrix + <usize>load<u32>(person, 4) * stride;
        const half = f64x2.splat(0.5);
        for (let c: usize = 0; c < stride; c += 16) v128.store(to + c, f64x2.mul(half, f64x2.add(v128.load(a + c), v128.load(b + c))));
        at += 16;
        break;
      }
      case 10: { // multiply
        const to = vectors + slot * stride;
        store<u32>(places + (slot << 2), <u32>to);
        const a = placed(places, step(at, 2));
        const b = placed(places, step(at, 3));
        for (let c: usize = 0; c < stride; c += 16) v128.store(to + c, f64x2.mul(v128.load(a + c), v128.load(b + c)));
        at += 16;
        break;
      }
      case 11: // up
      case 12: { // down
        const to = vectors + slot * stride;
        store<u32>(places + (slot << 2), <u32>to);
        const isUp: usize = step(at, 0) == 11 ? 1 : 0;
        through(to, placed(places, step(at, 3)), matrices + (2 * step(at, 2) + isUp) * matrixBytes, alleles, width);
        at += 16;
        break;
      }
      case 13: { // combine
        const to = vectors + slot * stride;
        store<u32>(places + (slot << 2), <u32>to);
        const first = at + 12;
        at = first + step(at, 2) * 12;
        for (let c: usize = 0; c < stride; c += 16) v128.store(to + c, f64x2.splat(0));
        for (let term = first; term < at; term += 12) {
          const w = f64x2.splat(load<f64>(weights + (step(term, 0) << 3)) * scalar(scalars, step(term, 1)));
          const v = placed(places, step(term, 2));
          for (let c: usize = 0; c < stride; c += 16) v128.store(to + c, f64x2.add(v128.load(to + c), f64x2.mul(w, v128.load(v + c))));
        }
        break;
      }
      case 14: { // outer
        const to = tables + slot * matrixBytes;
        store<u32>(tablePlaces + (slot << 2), <u32>to);
        const y = placed(places, step(at, 3));
        let row = to;
        let x = placed(places, step(at, 2));
        for (const last = to + matrixBytes; row < last; row += stride, x += 8) {
          const w = v128.load64_splat(x);
          for (let c: usize = 0; c < stride; c += 16) v128.store(row + c, f64x2.mul(w, v128.load(y + c)));
        }
        at += 16;
        break;
      }
      case 15: { // line
        store<u32>(tablePlaces + (slot << 2), <u32>(matrices + 2 * step(at, 2) * matrixBytes));
        at += 12;
        break;
      }
      case 16: { // extend: to[a] = (line[a] * vector) through the matrix
        const to = tables + slot * matrixBytes;
        store<u32>(tablePlaces + (slot << 2), <u32>to);
        const line = placed(tablePlaces, step(at, 2));
        const v = placed(places, step(at, 3));
        const scaled = field(work, WORK_FACTOR);
        for (let row: usize = 0; row < matrixBytes; row += stride)
          for (let c: usize = 0; c < stride; c += 16) v128.store(scaled + row + c, f64x2.mul(v128.load(line + row + c), v128.load(v + c)));
        product(to, scaled, matrices + 2 * step(at, 4) * matrixBytes, alleles, width);
        at += 20;
        break;
      }
      case 17: { // fork: to[a] = sum over u of start[u] x[u][a] y[u]
        const to = tables + slot * matrixBytes;
        store<u32>(tablePlaces + (slot << 2), <u32>to);
        const start = placed(places, step(at, 2));
        const x = placed(tablePlaces, step(at, 3));
        const scaled = field(work, WORK_FACTOR);
        for (let u: usize = 0; u < alleles; u++) {
          const w = load<f64>(start + (u << 3));
          for (let a: usize = 0; a < alleles; a++) store<f64>(scaled + a * stride + (u << 3), w * load<f64>(x + u * stride + (a << 3)));
        }
        product(to, scaled, placed(tablePlaces, step(at, 4)), alleles, width);
        at += 20;
        break;
      }
      case 18: { // mixTables
        const to = tables + slot * matrixBytes;
        store<u32>(tablePlaces + (slot << 2), <u32>to);
        const first = at + 12;
        at = first + (step(at, 2) << 3);
        for (let c: usize = 0; c < matrixBytes; c += 16) v128.store(to + c, f64x2.splat(0));
        for (let term = first; term < at; term += 8) {
          const w = f64x2.splat(load<f64>(weights + (step(term, 0) << 3)));
          const m = placed(tablePlaces, step(term, 1));
          for (let c: usize = 0; c < matrixBytes; c += 16) v128.store(to + c, f64x2.add(v128.load(to + c), f64x2.mul(w, v128.load(m + c))));
        }
        break;
      }
      case 19: { // multiplyTables
        const to = tables + slot * matrixBytes;
        store<u32>(tablePlaces + (slot << 2), <u32>to);
        const a = placed(tablePlaces, step(at, 2));
        const b = placed(tablePlaces, step(at, 3));
        for (let c: usize = 0; c < matrixBytes; c += 16) v128.store(to + c, f64x2.mul(v128.load(a + c), v128.load(b + c)));
        at += 16;
        break;
      }
      case 21: { // urn
        const to = vectors + slot * stride;
        store<u32>(places + (slot << 2), <u32>to);
        const share = v128.load64_splat(weights + (step(at, 2) << 3));
        const each = load<f64>(weights + (step(at, 3) << 3));
        for (let c: usize = 0; c < stride; c += 16) v128.store(to + c, f64x2.mul(share, v128.load(constants + c)));
        const first = at + 20;
        at = first + (step(at, 4) << 2);
        for (let founder = first; founder < at; founder += 4) {
          const person = genotypes + (step(founder, 0) << 3);
          const a = to + (<usize>load<u32>(person) << 3);
          store<f64>(a, load<f64>(a) + each);
          const b = to + (<usize>load<u32>(person, 4) << 3);
          store<f64>(b, load<f64>(b) + each);
        }
        break;
      }
      case 22: { // identity
        const to = tables + slot * matrixBytes;
        store<u32>(tablePlaces + (slot << 2), <u32>to);
        for (let c: usize = 0; c < matrixBytes; c += 16) v128.store(to + c, f64x2.splat(0));
        for (let a: usize = 0; a < alleles; a++) store<f64>(to + a * stride + (a << 3), 1);
        at += 8;
        break;
      }
      default:
        unreachable();
    }
  }
}

/** The joint table over (paternal, maternal) allele: the product of the factors, each a sum of weighted products of vectors. */
function join(code: usize, work: usize, alleles: usize, width: usize): usize {
  const matrix = load<i32>(code + CODE_MATRIX);
  if (matrix >= 0) return placed(field(work, WORK_TABLE_PLACES), <usize>matrix);
  const stride = width << 3;
  const matrixBytes = alleles * stride;
  const joint = field(work, WORK_JOINT);
  const scaled = field(work, WORK_SCALED);
  const rows = field(work, WORK_ROWS);
  const places = field(work, WORK_VECTOR_PLACES);
  const factors = field(code, CODE_FACTORS);
  const outer = field(code, CODE_OUTER);
  const outerWeights = field(code, CODE_OUTER_WEIGHTS);
  const count = field(code, CODE_FACTOR_COUNT);
  for (let f: usize = 0; f < count; f++) {
    const to = f == 0 ? joint : field(work, WORK_FACTOR);
    const first = step(factors, f);
    const terms = step(factors, f + 1) - first;
    for (let r: usize = 0; r < terms; r++) {
      const w = v128.load64_splat(outerWeights + ((first + r) << 3));
      const x = placed(places, step(outer, 2 * (first + r)));
      store<u32>(rows + (r << 2), <u32>placed(places, step(outer, 2 * (first + r) + 1)));
      for (let c: usize = 0; c < stride; c += 16) v128.store(scaled + r * stride + c, f64x2.mul(w, v128.load(x + c)));
    }
    for (let a: usize = 0; a < alleles; a++) {
      let c: usize = 0;
      const x = scaled + (a << 3);
      const row = to + a * stride;
      for (; c + 64 <= stride; c += 64) {
        let p = f64x2.splat(0);
        let q = f64x2.splat(0);
        let s = f64x2.splat(0);
        let t = f64x2.splat(0);
        for (let r: usize = 0; r < terms; r++) {
          const w = v128.load64_splat(x + r * stride);
          const y = placed(rows, r) + c;
          p = f64x2.add(p, f64x2.mul(w, v128.load(y)));
          q = f64x2.add(q, f64x2.mul(w, v128.load(y, 16)));
          s = f64x2.add(s, f64x2.mul(w, v128.load(y, 32)));
          t = f64x2.add(t, f64x2.mul(w, v128.load(y, 48)));
        }
        v128.store(row + c, p);
        v128.store(row + c, q, 16);
        v128.store(row + c, s, 32);
        v128.store(row + c, t, 48);
      }
      for (; c < stride; c += 16) {
        let p = f64x2.splat(0);
        for (let r: usize = 0; r < terms; r++) p = f64x2.add(p, f64x2.mul(v128.load64_splat(x + r * stride), v128.load(placed(rows, r) + c)));
        v128.store(row + c, p);
      }
    }
    if (f > 0) for (let c: usize = 0; c < matrixBytes; c += 16) v128.store(joint + c, f64x2.mul(v128.load(joint + c), v128.load(to + c)));
  }
  return joint;
}

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
