/** A place with its weight, or with a bound of it. */
export interface Queued {
  readonly place: number;
  readonly value: number;
  readonly isKnown: boolean;
}

/** Places in the order of their values, the highest first, ties by place: a binary heap. */
export class Queue {
  #values = new Float64Array(64);
  /** Of what is known the place, of bounds -1 less the place. */
  #entries = new Int32Array(64);
  #size = 0;

  /** -Infinity where nothing waits. */
  get highest(): number {
    return this.#size === 0 ? -Infinity : (this.#values[0] as number);
  }

  put(place: number, value: number, kind: 'known' | 'bound'): void {
    if (this.#size === this.#values.length) this.#grow();
    const entry = kind === 'known' ? place : -1 - place;
    let at = this.#size++;
    for (let above = (at - 1) >> 1; at > 0 && this.#isBefore(value, entry, above); at = above, above = (at - 1) >> 1) this.#move(above, at);
    this.#set(at, value, entry);
  }

  /** Takes the first; null where nothing waits. */
  take(): Queued | null {
    if (this.#size === 0) return null;
    const [value, entry] = [this.#values[0] as number, this.#entries[0] as number];
    this.#size--;
    const [moved, movedEntry] = [this.#values[this.#size] as number, this.#entries[this.#size] as number];
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.#size) break;
      if (child + 1 < this.#size && this.#isBefore(this.#values[child + 1] as number, this.#entries[child + 1] as number, child)) child++;
      if (this.#isBefore(moved, movedEntry, child)) break;
      this.#move(child, at);
      at = child;
    }
    this.#set(at, moved, movedEntry);
    return { place: placeOf(entry), value, isKnown: entry >= 0 };
  }

  #isBefore(value: number, entry: number, at: number): boolean {
    const other = this.#values[at] as number;
    return value > other || (value === other && placeOf(entry) < placeOf(this.#entries[at] as number));
  }

  #move(from: number, to: number): void {
    this.#set(to, this.#values[from] as number, this.#entries[from] as number);
  }

  #set(at: number, value: number, entry: number): void {
    this.#values[at] = value;
    this.#entries[at] = entry;
  }

  #grow(): void {
    const [values, entries] = [new Float64Array(4 * this.#size), new Int32Array(4 * this.#size)];
    values.set(this.#values);
    entries.set(this.#entries);
    [this.#values, this.#entries] = [values, entries];
  }
}

function placeOf(entry: number): number {
  return entry < 0 ? -1 - entry : entry;
}
