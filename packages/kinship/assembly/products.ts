// Vectors and tables of doubles through a matrix; the twin is `#through` in src/screening/reference-machine.ts. Rows have `width`
// entries, the number of alleles made even.

/** to[c] = sum over u of vector[u] * matrix[u][c], u upwards from zero. */
export function through(to: usize, vector: usize, matrix: usize, alleles: usize, width: usize): void {
  const stride = width << 3;
  const end = vector + (alleles << 3);
  let c: usize = 0;
  for (; c + 64 <= stride; c += 64) {
    let p = f64x2.splat(0);
    let q = f64x2.splat(0);
    let r = f64x2.splat(0);
    let s = f64x2.splat(0);
    let row = matrix + c;
    for (let v = vector; v < end; v += 8, row += stride) {
      const w = v128.load64_splat(v);
      p = f64x2.add(p, f64x2.mul(w, v128.load(row)));
      q = f64x2.add(q, f64x2.mul(w, v128.load(row, 16)));
      r = f64x2.add(r, f64x2.mul(w, v128.load(row, 32)));
      s = f64x2.add(s, f64x2.mul(w, v128.load(row, 48)));
    }
    v128.store(to + c, p);
    v128.store(to + c, q, 16);
    v128.store(to + c, r, 32);
    v128.store(to + c, s, 48);
  }
  for (; c < stride; c += 16) {
    let p = f64x2.splat(0);
    let row = matrix + c;
    for (let v = vector; v < end; v += 8, row += stride) p = f64x2.add(p, f64x2.mul(v128.load64_splat(v), v128.load(row)));
    v128.store(to + c, p);
  }
}

/** Every row of a table through the matrix, two rows at a time: their sums hide each other's waiting, and share its loads. */
export function product(to: usize, left: usize, matrix: usize, alleles: usize, width: usize): void {
  const stride = width << 3;
  const end = left + alleles * stride;
  const line = alleles << 3;
  let row = left;
  for (; row + stride < end; row += 2 * stride, to += 2 * stride) {
    let c: usize = 0;
    for (; c + 64 <= stride; c += 64) {
      let p = f64x2.splat(0);
      let q = f64x2.splat(0);
      let r = f64x2.splat(0);
      let s = f64x2.splat(0);
      let p2 = f64x2.splat(0);
      let q2 = f64x2.splat(0);
      let r2 = f64x2.splat(0);
      let s2 = f64x2.splat(0);
      let m = matrix + c;
      for (let v = row, last = row + line; v < last; v += 8, m += stride) {
        const w = v128.load64_splat(v);
        const w2 = v128.load64_splat(v + stride);
        const m0 = v128.load(m);
        p = f64x2.add(p, f64x2.mul(w, m0));
        p2 = f64x2.add(p2, f64x2.mul(w2, m0));
        const m1 = v128.load(m, 16);
        q = f64x2.add(q, f64x2.mul(w, m1));
        q2 = f64x2.add(q2, f64x2.mul(w2, m1));
        const m2 = v128.load(m, 32);
        r = f64x2.add(r, f64x2.mul(w, m2));
        r2 = f64x2.add(r2, f64x2.mul(w2, m2));
        const m3 = v128.load(m, 48);
        s = f64x2.add(s, f64x2.mul(w, m3));
        s2 = f64x2.add(s2, f64x2.mul(w2, m3));
      }
      v128.store(to + c, p);
      v128.store(to + c, q, 16);
      v128.store(to + c, r, 32);
      v128.store(to + c, s, 48);
      v128.store(to + stride + c, p2);
      v128.store(to + stride + c, q2, 16);
      v128.store(to + stride + c, r2, 32);
      v128.store(to + stride + c, s2, 48);
    }
    for (; c < stride; c += 16) {
      let p = f64x2.splat(0);
      let p2 = f64x2.splat(0);
      let m = matrix + c;
      for (let v = row, last = row + line; v < last; v += 8, m += stride) {
        const m0 = v128.load(m);
        p = f64x2.add(p, f64x2.mul(v128.load64_splat(v), m0));
        p2 = f64x2.add(p2, f64x2.mul(v128.load64_splat(v + stride), m0));
      }
      v128.store(to + c, p);
      v128.store(to + stride + c, p2);
    }
  }
  if (row < end) through(to, row, matrix, alleles, width);
}
