/** Numbers kept at most: 64 MiB. Beyond them the memory starts anew. */
const mostNumbers = 1 << 24;

/** Remembers tables by name, so that those that many share are made once. */
export class TableCache {
  readonly #tables = new Map<string, Map<string, Float32Array>>();
  #numbers = 0;

  /** The table of this name, made where it is not known; null is not kept. @param group - names of another group stand apart: settings, so that they need not be part of every name */
  of(key: string, make: () => Float32Array | null, group = ''): Float32Array | null {
    const known = this.#tables.get(group)?.get(key);
    if (known !== undefined) return known;
    const table = make();
    if (table === null) return null;
    if (this.#numbers + table.length > mostNumbers) {
      this.#tables.clear();
      this.#numbers = 0;
    }
    this.#numbers += table.length;
    let tables = this.#tables.get(group);
    if (tables === undefined) this.#tables.set(group, (tables = new Map<string, Float32Array>()));
    tables.set(key, table);
    return table;
  }
}
