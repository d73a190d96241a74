/** Numbers kept at most: 64 MiB. Beyond them the memory starts anew. */
const mostNumbers = 1 << 24;

/** Remembers tables by name, so that those that many share are made once. */
export class TableCache<Made = Float32Array> {
  readonly #made = new Map<string, Map<string | number, Made>>();
  readonly #numbersOf: (made: Made) => number;
  #numbers = 0;

  /** @param numbersOf - how many numbers a thing made holds */
  constructor(numbersOf: (made: Made) => number) {
    this.#numbersOf = numbersOf;
  }

  /** What has this name, made where it is not known. @param group - names of another group stand apart: kinds, or settings, so that they need not be part of every name */
  of(key: string | number, make: () => Made, group = ''): Made {
    const known = this.#made.get(group)?.get(key);
    if (known !== undefined) return known;
    const made = make();
    const numbers = this.#numbersOf(made);
    if (this.#numbers + numbers > mostNumbers) {
      this.#made.clear();
      this.#numbers = 0;
    }
    this.#numbers += numbers;
    let own = this.#made.get(group);
    if (own === undefined) this.#made.set(group, (own = new Map<string | number, Made>()));
    own.set(key, made);
    return made;
  }
}
