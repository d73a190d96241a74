const none = new Int32Array();

/** Lists one after another: that of key k from `starts[k]` up to `starts[k + 1]`, ascending. */
export interface LaidOutPlaces {
  readonly starts: Int32Array;
  readonly places: Int32Array;
}

/** The places of each key below `keys`. @param forEach - goes to every place and a key that it has, twice in the same order, places of one key ascending */
export function placesByKeys(keys: number, forEach: (visit: (place: number, key: number) => void) => void): LaidOutPlaces {
  const starts = new Int32Array(keys + 1);
  forEach((_, key) => { starts[key + 1] = (starts[key + 1] as number) + 1; });
  for (let key = 0; key < keys; key++) starts[key + 1] = (starts[key + 1] as number) + (starts[key] as number);
  const next = starts.slice();
  const places = new Int32Array(starts[keys] as number);
  forEach((place, key) => {
    const at = next[key] as number;
    places[at] = place;
    next[key] = at + 1;
  });
  return { starts, places };
}

/** The same, given the key of each place. */
export function placesByKey(keyAt: ArrayLike<number>, keys: number): LaidOutPlaces {
  return placesByKeys(keys, (visit) => { for (let place = 0; place < keyAt.length; place++) visit(place, keyAt[place] as number); });
}

/** Lists of places by a whole number, each in the order in which places were added. */
export class PlaceLists {
  readonly #lists = new Map<number, { places: Int32Array<ArrayBuffer>; count: number }>();

  /** Puts a place at the end of a list, once. */
  add(key: number, place: number): void {
    const list = this.#lists.get(key);
    if (list === undefined) {
      this.#lists.set(key, { places: Int32Array.of(place), count: 1 });
      return;
    }
    if (list.places[list.count - 1] === place) return;
    if (list.count === list.places.length) {
      const larger = new Int32Array(list.count * 2);
      larger.set(list.places);
      list.places = larger;
    }
    list.places[list.count++] = place;
  }

  of(key: number): Int32Array {
    const list = this.#lists.get(key);
    return list === undefined ? none : list.count === list.places.length ? list.places : list.places.subarray(0, list.count);
  }

  /** The lists of the keys below `keys` side by side. */
  laidOut(keys: number): LaidOutPlaces {
    const starts = new Int32Array(keys + 1);
    for (let key = 0; key < keys; key++) starts[key + 1] = (starts[key] ?? 0) + this.of(key).length;
    const places = new Int32Array(starts[keys] ?? 0);
    for (let key = 0; key < keys; key++) places.set(this.of(key), starts[key]);
    return { starts, places };
  }
}
