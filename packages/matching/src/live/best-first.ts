import { Queue } from './queue.ts';

/** What a search says of one place: nothing more than a bound yet, or its weight. */
export interface Weighed {
  readonly place: number;
  readonly weight: number;
}

/** So many places at least are put in order at once, then twice as many, and so on. */
const fewestAtOnce = 64;

/**
 * The `most` places with the highest weights, best first, ties by place: those with the highest bounds are weighed one
 * after another until no other bound reaches the last of the best. Nothing is lost as long as no weight exceeds its bound.
 * Cost: three walks over all bounds; only the highest are put in order, others where these do not suffice.
 * @param bounds - of each place; -Infinity = not to be looked at
 * @param weigh - the weight of a place; -Infinity = it does not count
 */
export function findBestFirst(bounds: Float64Array, most: number, weigh: (place: number) => number): Weighed[] {
  const layers = new Layers(bounds);
  const queue = new Queue();
  const found: Weighed[] = [];
  for (let atOnce = fewestAtOnce; found.length < most;) {
    if (queue.highest <= layers.left && layers.left > -Infinity) {
      layers.putNext(queue, atOnce);
      atOnce *= 2;
      continue;
    }
    const first = queue.take();
    if (first === null) break;
    const { place, value, isKnown } = first;
    if (isKnown) found.push({ place, weight: value });
    else {
      const weight = weigh(place);
      if (weight > -Infinity) queue.put(place, weight, 'known');
    }
  }
  return found;
}

/** Bounds are told apart in so many steps of so much (log10) under the highest; all below them are one more. */
const steps = 255;
const stepsALog10 = 16;

/** Places from the highest bound down, some at a time. */
class Layers {
  readonly #bounds: Float64Array;
  readonly #highest: number;
  readonly #counts = new Int32Array(steps + 1);
  #step = 0;
  /** The highest bound of those that were not put anywhere yet; -Infinity where there is none. */
  left: number;

  constructor(bounds: Float64Array) {
    this.#bounds = bounds;
    let highest = -Infinity;
    for (let place = 0; place < bounds.length; place++) if ((bounds[place] as number) > highest) highest = bounds[place] as number;
    this.#highest = this.left = highest;
    for (let place = 0; place < bounds.length; place++) {
      const bound = bounds[place] as number;
      if (bound > -Infinity) this.#counts[this.#stepOf(bound)] = (this.#counts[this.#stepOf(bound)] as number) + 1;
    }
  }

  /** Puts the next into a queue, `fewest` or more of them as far as there are so many. */
  putNext(queue: Queue, fewest: number): void {
    const from = this.#step;
    for (let count = 0; this.#step <= steps && count < fewest; this.#step++) count += this.#counts[this.#step] as number;
    const [bounds, to] = [this.#bounds, this.#step];
    let left = -Infinity;
    for (let place = 0; place < bounds.length; place++) {
      const bound = bounds[place] as number;
      if (bound === -Infinity) continue;
      const step = this.#stepOf(bound);
      if (step >= to) left = bound > left ? bound : left;
      else if (step >= from) queue.put(place, bound, 'bound');
    }
    this.left = left;
  }

  #stepOf(bound: number): number {
    const below = (this.#highest - bound) * stepsALog10;
    return below < steps ? below | 0 : steps;
  }
}
