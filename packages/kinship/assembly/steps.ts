// The steps of a compiled family shape; the numbers of the operations are those of src/screening/descent-code.ts.

import { CODE_END, CODE_STEPS, CODE_WEIGHTS, MARKER_ALLELES, MARKER_CONSTANTS, MARKER_WIDTH, WORK_FACTOR, WORK_ROWS, WORK_SCALARS, WORK_TABLES, WORK_TABLE_PLACES, WORK_VECTORS, WORK_VECTOR_PLACES, field, placed, scalar, step } from './layout';
import { product, through } from './products';
import { siblingTables } from './siblings';

/** Notes where the value of a slot lies. */
@inline
function place(places: usize, slot: usize, at: usize): usize {
  store<u32>(places + (slot << 2), <u32>at);
  return at;
}

@inline
function clear(to: usize, bytes: usize): void {
  for (let c: usize = 0; c < bytes; c += 16) v128.store(to + c, f64x2.splat(0));
}

/** to = a b, entry by entry. */
@inline
function multiply(to: usize, a: usize, b: usize, bytes: usize): void {
  for (let c: usize = 0; c < bytes; c += 16) v128.store(to + c, f64x2.mul(v128.load(a + c), v128.load(b + c)));
}

/** to += w a, entry by entry. */
@inline
function addTimes(to: usize, w: v128, a: usize, bytes: usize): void {
  for (let c: usize = 0; c < bytes; c += 16) v128.store(to + c, f64x2.add(v128.load(to + c), f64x2.mul(w, v128.load(a + c))));
}

/** Runs the steps. genotypes: i32, allele numbers 2 i and 2 i + 1 of person i. */
export function run(marker: usize, code: usize, work: usize, genotypes: usize): void {
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
        place(places, slot, constants);
        at += 8;
        break;
      }
      case 7: { // ones
        place(places, slot, constants + stride);
        at += 8;
        break;
      }
      case 20: { // moment
        place(places, slot, constants + (2 + step(at, 2)) * stride);
        at += 12;
        break;
      }
      case 8: { // column
        const allele = <usize>load<u32>(genotypes + (step(at, 3) << 2));
        place(places, slot, matrices + (2 * step(at, 2) + 1) * matrixBytes + allele * stride);
        at += 16;
        break;
      }
      case 9: { // mix
        const to = place(places, slot, vectors + slot * stride);
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
        const to = place(places, slot, vectors + slot * stride);
        const a = placed(places, step(at, 2));
        const b = placed(places, step(at, 3));
        multiply(to, a, b, stride);
        at += 16;
        break;
      }
      case 11: // up
      case 12: { // down
        const to = place(places, slot, vectors + slot * stride);
        const isUp: usize = step(at, 0) == 11 ? 1 : 0;
        through(to, placed(places, step(at, 3)), matrices + (2 * step(at, 2) + isUp) * matrixBytes, alleles, width);
        at += 16;
        break;
      }
      case 13: { // combine
        const to = place(places, slot, vectors + slot * stride);
        const first = at + 12;
        at = first + step(at, 2) * 12;
        clear(to, stride);
        for (let term = first; term < at; term += 12) {
          const w = f64x2.splat(load<f64>(weights + (step(term, 0) << 3)) * scalar(scalars, step(term, 1)));
          const v = placed(places, step(term, 2));
          addTimes(to, w, v, stride);
        }
        break;
      }
      case 14: { // outer
        const to = place(tablePlaces, slot, tables + slot * matrixBytes);
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
        place(tablePlaces, slot, matrices + 2 * step(at, 2) * matrixBytes);
        at += 12;
        break;
      }
      case 16: { // extend: to[a] = (line[a] * vector) through the matrix
        const to = place(tablePlaces, slot, tables + slot * matrixBytes);
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
        const to = place(tablePlaces, slot, tables + slot * matrixBytes);
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
      case 26: { // rows: to[a] = sum over terms of vector[a] table[a]
        const to = place(tablePlaces, slot, tables + slot * matrixBytes);
        const first = at + 12;
        at = first + (step(at, 2) << 3);
        clear(to, matrixBytes);
        for (let term = first; term < at; term += 8) {
          const v = placed(places, step(term, 0));
          const m = placed(tablePlaces, step(term, 1));
          for (let a: usize = 0; a < alleles; a++) {
            const w = v128.load64_splat(v + (a << 3));
            const row = a * stride;
            addTimes(to + row, w, m + row, stride);
          }
        }
        break;
      }
      case 18: { // mixTables
        const to = place(tablePlaces, slot, tables + slot * matrixBytes);
        const first = at + 12;
        at = first + (step(at, 2) << 3);
        clear(to, matrixBytes);
        for (let term = first; term < at; term += 8) {
          const w = f64x2.splat(load<f64>(weights + (step(term, 0) << 3)));
          const m = placed(tablePlaces, step(term, 1));
          addTimes(to, w, m, matrixBytes);
        }
        break;
      }
      case 19: { // multiplyTables
        const to = place(tablePlaces, slot, tables + slot * matrixBytes);
        const a = placed(tablePlaces, step(at, 2));
        const b = placed(tablePlaces, step(at, 3));
        multiply(to, a, b, matrixBytes);
        at += 16;
        break;
      }
      case 21: { // urn
        const to = place(places, slot, vectors + slot * stride);
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
        const to = place(tablePlaces, slot, tables + slot * matrixBytes);
        clear(to, matrixBytes);
        for (let a: usize = 0; a < alleles; a++) store<f64>(to + a * stride + (a << 3), 1);
        at += 8;
        break;
      }
      case 23: // known
      case 24: { // other
        const to = place(places, slot, vectors + slot * stride);
        const isOther = step(at, 0) == 24;
        for (let c: usize = 0; c < stride; c += 16) v128.store(to + c, isOther ? v128.load(constants + stride + c) : f64x2.splat(0));
        store<f64>(to + (<usize>load<u32>(genotypes + (step(at, 2) << 3)) << 3), isOther ? 0 : 1);
        at += 12;
        break;
      }
      case 25: { // siblings
        const count = step(at, 3);
        const unseen = load<f64>(weights + (step(at, 2) << 3));
        const references = siblingTables(at + 16, count, unseen, genotypes, constants, alleles, stride, tables, vectors, field(work, WORK_ROWS));
        store<f64>(scalars + (slot << 3), references);
        store<u32>(tablePlaces, <u32>tables);
        store<u32>(tablePlaces + 4, <u32>(tables + matrixBytes));
        at += 16 + (count << 3);
        break;
      }
      default:
        unreachable();
    }
  }
}
