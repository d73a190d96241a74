import type { Marker } from '../types.ts';

/**
 * Frequencies of a subpopulation drawn from the Dirichlet distribution of Balding and Nichols: parameters p (1 - theta) / theta. Alleles of the subpopulation are then
 * independent draws, and over many subpopulations two of them coincide as theta says. Source: Balding and Nichols 1994 (doi:10.1016/0379-0738(94)90222-4).
 */
export function drawSubpopulation(marker: Marker, theta: number, random: () => number): Marker {
  const raw = marker.freqs.map((p) => (p === 0 ? 0 : gamma((p * (1 - theta)) / theta, random)));
  const sum = raw.reduce((x, y) => x + y, 0);
  return { ...marker, freqs: raw.map((x) => x / sum) };
}

/** A gamma number of scale 1 (Marsaglia and Tsang 2000, doi:10.1145/358407.358414), by the power of a uniform number below shape 1. */
function gamma(shape: number, random: () => number): number {
  if (shape < 1) return gamma(shape + 1, random) * (random() + 2 ** -33) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    const u = random() + 2 ** -33;
    if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A standard normal number (Box and Muller 1958). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random() + 2 ** -33)) * Math.cos(2 * Math.PI * random());
}
