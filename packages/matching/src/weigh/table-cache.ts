/** Numbers kept at most: 64 MiB. Beyond them the memory starts anew. */
const mostNumbers = 1 << 24;

/** Remembers tables by name, so that those that many share are made once. */
export class TableCache {
  readonly #tables = new Map<string, Float32Array>();
  #numbers = 0;

  /** The table of this name, made where it is not known; null is not kept. */
  of(key: string, make: () => Float32Array | null): Float32Array | null {
    const known = this.#tables.get(key);
    if (known !== undefined) return known;
    const table = make();
    if (table === null) return null;
    if (this.#numbers + table.length > mostNumbers) {
      this.#tables.clear();
      this.#numbers = 0;
    }
    this.#numbers += table.length;
    this.#tables.set(key, table);
    return table;
  }
}
