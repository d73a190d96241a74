/** How many sounds may be left out on either side for words of a length: `[0]` of no sounds, and so on; longer words as the last. */
export type LeftOut = readonly number[];

/**
 * Words by their sounds with some left out (symmetric deletion, Garbe 2012): finds every word that becomes equal to the
 * one asked for when on both sides at most so many sounds are left out, that is, up to so many sounds changed, lost, added
 * or swapped with their neighbour. Also finds, seldom, others of equal hash: the caller measures what it gets.
 */
export class SoundIndex {
  readonly #leftOut: LeftOut;
  #keys = new Int32Array(1 << 12);
  /** Entry + 1 of the newest word of the key; 0 where the slot is free. */
  #heads = new Int32Array(1 << 12);
  #used = 0;
  #entryWord = new Int32Array(1 << 12);
  #entryNext = new Int32Array(1 << 12);
  #entries = 0;
  #stamps = new Int32Array(1 << 10);
  #stamp = 0;

  constructor(leftOut: LeftOut) {
    this.#leftOut = leftOut;
  }

  /** Adds a word under a number, 0 or more; a word may be added under several forms. */
  add(sounds: Uint8Array, word: number): void {
    if (word >= this.#stamps.length) this.#stamps = grown(this.#stamps, word + 1);
    this.#stamp++;
    eachKey(sounds, this.#leftOut, (key) => { this.#put(key, word); });
  }

  /** Numbers of the words found, each once; the order depends on nothing but what was added. */
  find(sounds: Uint8Array, into: number[] = []): number[] {
    this.#stamp++;
    eachKey(sounds, this.#leftOut, (key) => {
      const slot = this.#slotOf(key);
      for (let entry = (this.#heads[slot] ?? 0) - 1; entry >= 0; entry = (this.#entryNext[entry] ?? 0) - 1) {
        const word = this.#entryWord[entry] ?? 0;
        if (this.#stamps[word] === this.#stamp) continue;
        this.#stamps[word] = this.#stamp;
        into.push(word);
      }
    });
    return into;
  }

  #put(key: number, word: number): void {
    if (this.#used * 2 > this.#keys.length) this.#rehash();
    const slot = this.#slotOf(key);
    const head = this.#heads[slot] ?? 0;
    // The forms of one word come together: two ways to one key need one entry.
    if (head > 0 && this.#entryWord[head - 1] === word) return;
    if (head === 0) {
      this.#used++;
      this.#keys[slot] = key;
    }
    if (this.#entries === this.#entryWord.length) {
      this.#entryWord = grown(this.#entryWord, this.#entries + 1);
      this.#entryNext = grown(this.#entryNext, this.#entries + 1);
    }
    this.#entryWord[this.#entries] = word;
    this.#entryNext[this.#entries] = head;
    this.#heads[slot] = ++this.#entries;
  }

  #slotOf(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & mask;
    while (this.#heads[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #rehash(): void {
    const [keys, heads] = [this.#keys, this.#heads];
    this.#keys = new Int32Array(keys.length * 2);
    this.#heads = new Int32Array(keys.length * 2);
    keys.forEach((key, slot) => {
      const head = heads[slot] ?? 0;
      if (head === 0) return;
      const fresh = this.#slotOf(key);
      this.#keys[fresh] = key;
      this.#heads[fresh] = head;
    });
  }
}

function grown(array: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(least, array.length * 2));
  larger.set(array);
  return larger;
}

const base = 0x01000193;

/** The hash of the word whole and with each choice of sounds left out, as a polynomial of what remains. */
function eachKey(sounds: Uint8Array, leftOut: LeftOut, visit: (key: number) => void): void {
  const most = leftOut[Math.min(sounds.length, leftOut.length - 1)] ?? 0;
  const drop = (from: number, left: number, before: number): void => {
    // `before`: the hash of what is kept of the sounds in front of `from`.
    let hash = before;
    for (let at = from; at < sounds.length; at++) {
      if (left > 0) drop(at + 1, left - 1, hash);
      hash = (Math.imul(hash, base) + (sounds[at] ?? 0) + 1) | 0;
    }
    visit(hash);
  };
  drop(0, most, 1);
}
