/**
 * Tables kept by key: one flat array of ln ratios; before each table stands its top, the largest entry that occurs among
 * the remains. A key is a whole number below 2^53 within a space (family shape x marker). When the room is used up
 * everything is forgotten: the caller asks `hasRoomFor` before each group of tables that must live together.
 */
export class TableStore {
  /** ln ratios, table by table; entry 0 of each is "not typed", 0. */
  readonly values: Float64Array;
  #used = 0;
  #count = 0;
  readonly #occurs: Uint8Array;
  readonly #offsets: Int32Array;
  readonly #slots: number;
  /** Lower and upper half of the key, space + 1 (0: empty), place of each slot: together, so that finding one touches one line of the cache. */
  readonly #held: Int32Array;

  /** @param values where the tables are kept, at least one group's worth (the kernel's memory, or any array) */
  constructor(values: Float64Array, remains: { readonly occurs: Uint8Array; readonly offsets: Int32Array }) {
    this.values = values;
    this.#occurs = remains.occurs;
    this.#offsets = remains.offsets;
    let slots = 1024;
    // A table has some dozens of entries; half-filled at most.
    while (slots * 24 < values.length) slots *= 2;
    this.#slots = slots;
    this.#held = new Int32Array(4 * slots);
  }

  /** Whether that many tables with that many values in all fit without forgetting any. */
  hasRoomFor(tables: number, values: number): boolean {
    return this.#used + values <= this.values.length && this.#count + tables <= this.#slots / 2;
  }

  forget(): void {
    this.#used = 0;
    this.#count = 0;
    this.#held.fill(0);
  }

  /** Place of the table in `values`, or -1. */
  find(space: number, key: number): number {
    const held = this.#held;
    const low = key | 0;
    const high = Math.floor(key / 4294967296) | 0;
    for (let slot = this.#slotOf(space, low, high); ; slot = (slot + 1) & (this.#slots - 1)) {
      const at = 4 * slot;
      if (held[at + 2] === 0) return -1;
      if (held[at + 2] === space + 1 && held[at] === low && held[at + 1] === high) return held[at + 3] ?? -1;
    }
  }

  /** Takes room for a table under a key that is not known yet. */
  take(space: number, key: number, length: number): number {
    const held = this.#held;
    const low = key | 0;
    const high = Math.floor(key / 4294967296) | 0;
    let slot = this.#slotOf(space, low, high);
    while (held[4 * slot + 2] !== 0) slot = (slot + 1) & (this.#slots - 1);
    held[4 * slot] = low;
    held[4 * slot + 1] = high;
    held[4 * slot + 2] = space + 1;
    held[4 * slot + 3] = this.#used + 1;
    return this.takeUnkept(length);
  }

  /** Takes room for a table that nobody will ask for again. */
  takeUnkept(length: number): number {
    this.#count += 1;
    this.#used += length + 1;
    return this.#used - length;
  }

  /** Completes a table whose entries from 1 on are filled in: entry 0 says nothing, and the top is found. */
  seal(at: number, column: number): void {
    const { values } = this;
    const offset = this.#offsets[column] ?? 0;
    const length = (this.#offsets[column + 1] ?? 0) - offset;
    values[at] = 0;
    let top = -Infinity;
    for (let e = 0; e < length; e++) if (this.#occurs[offset + e] === 1) top = Math.max(top, values[at + e] ?? NaN);
    values[at - 1] = top;
  }

  #slotOf(space: number, low: number, high: number): number {
    let h = Math.imul(low ^ Math.imul(space + 1, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(high, 0xc2b2ae35);
    h = Math.imul(h ^ (h >>> 15), 0x27d4eb2f);
    return (h ^ (h >>> 13)) & (this.#slots - 1);
  }
}
