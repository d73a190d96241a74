/** Share of mutations that go one step further, at each step, as in this project's stepwise model of autosomal markers. */
const furtherStep = 0.1;
/** Walks are followed this far beyond both ends; what goes further and comes back is below 1e-18 of the whole. */
const margin = 14;

/**
 * ln P(the number of repeats has changed by `change` after `transmissions` births). Each birth changes it with probability `rate`, up or down alike, by k repeats with probability 0.9 x 0.1^(k - 1).
 * @param change whole number of repeats
 * @param transmissions whole number, 0 for one person: then only no change is possible
 * @param rate probability of a mutation a birth, 0..1
 * Source: the symmetric stepwise model, Ohta and Kimura 1973 (doi:10.1017/S0016672300012994); the share of longer steps is an assumption.
 */
export function lnWalk(change: number, transmissions: number, rate: number): number {
  const distance = Math.abs(change);
  if (transmissions === 0) return distance === 0 ? 0 : -Infinity;
  const width = distance + 2 * margin + 1;
  let now = new Float64Array(width);
  now[margin] = 1;
  const step = Float64Array.from({ length: width }, (_, k) => (k === 0 ? 1 - rate : (rate / 2) * (1 - furtherStep) * furtherStep ** (k - 1)));
  for (let birth = 0; birth < transmissions; birth++) {
    const next = new Float64Array(width);
    for (let to = 0; to < width; to++) {
      let sum = 0;
      for (let from = 0; from < width; from++) sum += (now[from] ?? 0) * (step[Math.abs(to - from)] ?? 0);
      next[to] = sum;
    }
    now = next;
  }
  return Math.log(now[margin + distance] ?? 0);
}
