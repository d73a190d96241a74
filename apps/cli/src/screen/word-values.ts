import type { RowScanner } from './row-scanner.ts';

/** Values of the few words that a column may hold, remembered by their bytes, so that most cells make no string. */
export class WordValues {
  readonly #read: (text: string) => number;
  readonly #known = new Map<number, number>();

  /** @param read the value of a word; -1 for what is none */
  constructor(read: (text: string) => number) {
    this.#read = read;
  }

  of(scanner: RowScanner, column: number): number {
    const from = column < scanner.count ? (scanner.cells[2 * column] ?? 0) : 0;
    const to = column < scanner.count ? (scanner.cells[2 * column + 1] ?? 0) : 0;
    // Six bytes and their number are a whole number below 2^53.
    if (to - from > 6) return this.#read(scanner.text(column));
    let key = to - from;
    for (let i = from; i < to; i++) key = 256 * key + (scanner.bytes[i] ?? 0);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const value = this.#read(scanner.text(column));
    this.#known.set(key, value);
    return value;
  }
}
