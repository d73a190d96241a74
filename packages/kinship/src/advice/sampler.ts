import { KinshipError } from '../kinship-error.ts';

/** Draws an outcome with uniform numbers in [0, 1). */
export type Sampler = (random: () => number) => number;

/** Draws a number of a list by ln weights. @throws KinshipError kinship.not_a_number where every weight is 0 */
export function sampler(ln: Float64Array): Sampler {
  let max = -Infinity;
  for (const x of ln) if (x > max) max = x;
  const upTo = new Float64Array(ln.length);
  let sum = 0;
  ln.forEach((x, i) => (upTo[i] = sum += Math.exp(x - max)));
  if (!(sum > 0)) throw new KinshipError('kinship.not_a_number');
  return (random) => {
    const want = random() * sum;
    let low = 0;
    let high = upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? NaN) > want) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
