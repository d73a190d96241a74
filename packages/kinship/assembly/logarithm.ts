// The twin is src/screening/logarithm.ts.

/**
 * Natural logarithm of two doubles at least 2^-1022, to one unit in the last place: the reduction and coefficients of fdlibm
 * (Sun Microsystems 1993), without its branches. `numbers` holds its constants: written into the code, each use would build
 * them anew, which was measured at twice the time.
 */
@inline
export function logarithms(x: v128, numbers: usize): v128 {
  // The exponent after moving the mantissa to sqrt(1/2) .. sqrt(2).
  const moved = i64x2.add(x, v128.load64_splat(numbers));
  const k = f64x2.sub(v128.or(i64x2.shr_u(moved, 52), v128.load64_splat(numbers, 8)), v128.load64_splat(numbers, 16));
  const one = v128.load64_splat(numbers, 24);
  const f = f64x2.sub(i64x2.add(i64x2.sub(x, v128.and(moved, v128.load64_splat(numbers, 32))), one), one);
  const s = f64x2.div(f, f64x2.add(v128.load64_splat(numbers, 40), f));
  const z = f64x2.mul(s, s);
  const w = f64x2.mul(z, z);
  const even = f64x2.mul(w, f64x2.add(v128.load64_splat(numbers, 48), f64x2.mul(w, f64x2.add(v128.load64_splat(numbers, 56), f64x2.mul(w, v128.load64_splat(numbers, 64))))));
  const odd = f64x2.mul(
    z,
    f64x2.add(
      v128.load64_splat(numbers, 72),
      f64x2.mul(w, f64x2.add(v128.load64_splat(numbers, 80), f64x2.mul(w, f64x2.add(v128.load64_splat(numbers, 88), f64x2.mul(w, v128.load64_splat(numbers, 96)))))),
    ),
  );
  const half = f64x2.mul(f64x2.mul(v128.load64_splat(numbers, 104), f), f);
  const low = f64x2.add(f64x2.mul(s, f64x2.add(half, f64x2.add(even, odd))), f64x2.mul(k, v128.load64_splat(numbers, 112)));
  return f64x2.add(f64x2.add(f64x2.sub(low, half), f), f64x2.mul(k, v128.load64_splat(numbers, 120)));
}

/** The same for one number, zero and numbers below 2^-1022 included; NaN for what has no logarithm. */
export function logarithm(x: f64, numbers: usize): f64 {
  if (x == 0) return -Infinity;
  if (!(x > 0 && x < Infinity)) return NaN;
  if (x < 2.2250738585072014e-308) return f64x2.extract_lane(logarithms(f64x2.splat(x * 18014398509481984), numbers), 0) - 54 * 0.6931471805599453;
  return f64x2.extract_lane(logarithms(f64x2.splat(x), numbers), 0);
}
