import { CODE_FACTORS, CODE_FACTOR_COUNT, CODE_MATRIX, CODE_OUTER, CODE_OUTER_WEIGHTS, WORK_FACTOR, WORK_JOINT, WORK_ROWS, WORK_SCALED, WORK_TABLE_PLACES, WORK_VECTOR_PLACES, field, placed, step } from './layout';

/** The joint table over (paternal, maternal) allele: the product of the factors, each a sum of weighted products of vectors. */
export function join(code: usize, work: usize, alleles: usize, width: usize): usize {
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
