/** Numbers of family shapes by a key of whole numbers: write the key, then `find` it, or `add` its number. */
export class ShapeNumbers {
  readonly #known = new Map<number, { readonly key: Int32Array; readonly shape: number }[]>();
  #key = new Int32Array(64);
  #length = 0;

  /** The key to be written, so many numbers long. */
  begin(length: number): Int32Array {
    if (length > this.#key.length) this.#key = new Int32Array(2 * length);
    this.#length = length;
    return this.#key;
  }

  /** The number of the shape, -1 where it is new. */
  find(): number {
    const key = this.#key;
    for (const held of this.#known.get(this.#hash()) ?? none) {
      if (held.key.length !== this.#length) continue;
      let i = 0;
      while (i < this.#length && held.key[i] === key[i]) i += 1;
      if (i === this.#length) return held.shape;
    }
    return -1;
  }

  add(shape: number): void {
    const hash = this.#hash();
    this.#known.set(hash, [...(this.#known.get(hash) ?? none), { key: this.#key.slice(0, this.#length), shape }]);
  }

  #hash(): number {
    let h = 0x811c9dc5;
    for (let i = 0; i < this.#length; i++) h = Math.imul(h ^ (this.#key[i] ?? 0), 0x01000193);
    return h;
  }
}

const none: readonly never[] = [];
