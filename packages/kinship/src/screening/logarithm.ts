const bits = new DataView(new ArrayBuffer(8));
const least = 2.2250738585072014e-308;

/** Coefficients of fdlibm. */
const series = [3.999999999940941908e-1, 2.222219843214978396e-1, 1.531383769920937332e-1, 6.66666666666673513e-1, 2.857142874366239149e-1, 1.818357216161805012e-1, 1.479819860511658591e-1] as const;
const ln2Low = 1.90821492927058770002e-10;
const ln2High = 6.9314718036912381649e-1;

/** A double with these upper 32 bits, the lower ones zero. */
function fromHigh(high: number): number {
  bits.setUint32(0, high);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}

/** What the vector kernel needs for its logarithm, in the order in which it reads them. */
export const logarithmNumbers: Float64Array = Float64Array.of(
  fromHigh(0x3ff00000 - 0x3fe6a09e), fromHigh(0x43300000), 4503599627370496 + 1023, 1, fromHigh(0x7ff00000), 2, ...series, 0.5, ln2Low, ln2High,
);

/**
 * Natural logarithm with the digits of the vector kernel (assembly/machine.ts), to one unit in the last place: reduction and
 * coefficients of fdlibm (Sun Microsystems 1993). Math.log may differ from engine to engine in the last digit.
 * @returns -Infinity for 0, NaN for negative numbers, NaN and infinity
 */
export function logarithm(x: number): number {
  if (x === 0) return -Infinity;
  if (!(x > 0 && x < Infinity)) return NaN;
  return x < least ? reduced(x * 18014398509481984) - 54 * Math.LN2 : reduced(x);
}

function reduced(x: number): number {
  bits.setFloat64(0, x);
  const high = bits.getUint32(0);
  // The exponent after moving the mantissa to sqrt(1/2) .. sqrt(2).
  const moved = high + (0x3ff00000 - 0x3fe6a09e);
  const k = (moved >>> 20) - 1023;
  bits.setUint32(0, high - (k << 20));
  const f = bits.getFloat64(0) - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (series[0] + w * (series[1] + w * series[2]));
  const odd = z * (series[3] + w * (series[4] + w * (series[5] + w * series[6])));
  const half = 0.5 * f * f;
  const low = s * (half + (even + odd)) + k * ln2Low;
  return low - half + f + k * ln2High;
}
