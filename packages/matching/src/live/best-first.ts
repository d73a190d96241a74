/** What a search says of one place: nothing more than a bound yet, or its weight. */
export interface Weighed {
  readonly place: number;
  readonly weight: number;
}

/**
 * The `most` places with the highest weights, best first, ties by place: those with the highest bounds are weighed one
 * after another until no other bound reaches the last of the best. Nothing is lost as long as no weight exceeds its bound.
 * @param bounds - of each place; -Infinity = not to be looked at. Changed by the search
 */
export function findBestFirst(bounds: Float64Array, most: number, weigh: (place: number) => number): Weighed[] {
  const heap = new Int32Array(bounds.length);
  let size = 0;
  for (let place = 0; place < bounds.length; place++) if ((bounds[place] ?? -Infinity) > -Infinity) heap[size++] = place;
  const before = (a: number, b: number): boolean => {
    const [one, other] = [bounds[a] ?? 0, bounds[b] ?? 0];
    return one > other || (one === other && a < b);
  };
  const sink = (from: number): void => {
    const moved = heap[from] ?? 0;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && before(heap[child + 1] ?? 0, heap[child] ?? 0)) child++;
      if (!before(heap[child] ?? 0, moved)) break;
      heap[at] = heap[child] ?? 0;
      at = child;
    }
    heap[at] = moved;
  };
  for (let at = (size >> 1) - 1; at >= 0; at--) sink(at);
  const isWeighed = new Uint8Array(bounds.length);
  const found: Weighed[] = [];
  while (size > 0 && found.length < most) {
    const place = heap[0] ?? 0;
    if (isWeighed[place] === 1) {
      found.push({ place, weight: bounds[place] ?? 0 });
      size--;
      heap[0] = heap[size] ?? 0;
    } else {
      isWeighed[place] = 1;
      bounds[place] = weigh(place);
    }
    if (size > 0) sink(0);
  }
  return found;
}
