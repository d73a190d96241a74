import type { Steps } from './steps.ts';

/** From the values of the states of one layer to those of the next. */
export type Forward = (steps: Steps, values: Float64Array, how: { readonly weights: Float64Array; readonly states: number }) => Float64Array;

/** ln of the sum of weights of all ways to each state of the next layer: the largest first, so that one exponential a step does. */
export function forwardSums(steps: Steps, values: Float64Array, how: { readonly weights: Float64Array; readonly states: number }): Float64Array {
  const { weights, states } = how;
  const largest = forwardLargest(steps, values, how);
  const sums = new Float64Array(states);
  const { fills, to } = steps;
  for (let s = 0; s < steps.states; s++) {
    const own = values[s] ?? NaN;
    const end = steps.load(s) + steps.start;
    for (let i = steps.start; i < end; i++) {
      const t = to[i] ?? 0;
      sums[t] = (sums[t] ?? NaN) + Math.exp(own + (weights[fills[i] ?? 0] ?? NaN) - (largest[t] ?? NaN));
    }
  }
  for (let t = 0; t < states; t++) largest[t] = (largest[t] ?? NaN) === -Infinity ? -Infinity : (largest[t] ?? NaN) + Math.log(sums[t] ?? NaN);
  return largest;
}

/** ln of the largest weight of all ways to each state of the next layer. */
export function forwardLargest(steps: Steps, values: Float64Array, how: { readonly weights: Float64Array; readonly states: number }): Float64Array {
  const { weights } = how;
  const out = new Float64Array(how.states).fill(-Infinity);
  const { fills, to } = steps;
  for (let s = 0; s < steps.states; s++) {
    const own = values[s] ?? NaN;
    const end = steps.load(s) + steps.start;
    for (let i = steps.start; i < end; i++) {
      const x = own + (weights[fills[i] ?? 0] ?? NaN);
      const t = to[i] ?? 0;
      if (x > (out[t] ?? NaN)) out[t] = x;
    }
  }
  return out;
}
