/** How many sounds only one of two sets has; a set is one bit a sound (`PreparedWord.mask`). Population count after Warren 2002. */
export function countDifferentSounds(a: number, b: number): number {
  let bits = a ^ b;
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
