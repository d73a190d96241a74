import { FormsByKey, grown } from './forms-by-key.ts';
import { distanceTo, readPattern } from './near-distance.ts';
import { keysOf, mostLeftOut, type LeftOut } from './sounds-left-out.ts';

/**
 * Words by their sounds with some left out (symmetric deletion, Garbe 2012): finds every word that becomes equal to the
 * one asked for when on both sides at most so many sounds are left out, that is, up to so many sounds changed, lost, added
 * or swapped with their neighbour, and some that are farther. What so many words have in common that it tells nothing is
 * not followed. Cost: all that was added is laid out when the first word after it is asked for.
 */
export class SoundIndex {
  readonly #leftOut: LeftOut;
  /** The sounds of all forms one after the other: those of form f from `starts[f]` up to `starts[f + 1]`. */
  #sounds = new Uint8Array(1 << 9);
  #starts = new Int32Array((1 << 6) + 1);
  #forms = 0;
  /** Form and word of each that was added. */
  #added = new Int32Array(2 << 6);
  #addedCount = 0;
  /** The newest form of each whole hash, and by form the one before it of the same hash + 1. */
  readonly #formsByHash = new Map<number, number>();
  #formBefore = new Int32Array(1 << 6);
  #laidOut: LaidOutForms | null = null;
  #stamp = 0;

  constructor(leftOut: LeftOut) {
    this.#leftOut = leftOut;
  }

  /** Adds a word under a number; a word may be added under several forms. Forms that several words have are kept once. */
  add(sounds: Uint8Array, word: number): void {
    this.#laidOut = null;
    const at = 2 * this.#addedCount++;
    if (at === this.#added.length) this.#added = grown(this.#added, at + 2);
    this.#added[at] = this.#formOf(sounds);
    this.#added[at + 1] = word;
  }

  /** The number of a form, given to it where it is new. */
  #formOf(sounds: Uint8Array): number {
    const hash = keysOf(sounds, wholeOnly)[0] ?? 0;
    const newest = this.#formsByHash.get(hash) ?? 0;
    for (let next = newest; next > 0; next = this.#formBefore[next - 1] ?? 0) {
      const [from, to] = [this.#starts[next - 1] ?? 0, this.#starts[next] ?? 0];
      let at = 0;
      while (at < sounds.length && this.#sounds[from + at] === sounds[at]) at++;
      if (to - from === sounds.length && at === sounds.length) return next - 1;
    }
    const form = this.#enter(sounds);
    this.#formBefore[form] = newest;
    this.#formsByHash.set(hash, form + 1);
    return form;
  }

  #enter(sounds: Uint8Array): number {
    const form = this.#forms++;
    if (form >= this.#formBefore.length) {
      this.#formBefore = grown(this.#formBefore, form + 1);
      this.#starts = grown(this.#starts, form + 2);
    }
    const start = this.#starts[form] ?? 0;
    const end = start + sounds.length;
    if (end > this.#sounds.length) {
      const larger = new Uint8Array(2 * end);
      larger.set(this.#sounds);
      this.#sounds = larger;
    }
    this.#sounds.set(sounds, start);
    this.#starts[form + 1] = end;
    return form;
  }

  /** Numbers of the words found, a word once for each of its forms; the order depends on nothing but what was added. */
  find(sounds: Uint8Array): number[] {
    const found: number[] = [];
    const { wordStarts, words } = this.#layOut();
    const { forms, count } = this.#formsNear(sounds);
    for (let at = 0; at < count; at++) {
      const form = forms[at] as number;
      for (let w = wordStarts[form] as number; w < (wordStarts[form + 1] as number); w++) found.push(words[w] as number);
    }
    return found;
  }

  /** The same, only words of which no more differs than the sounds left out, each with the number of sounds that differ. */
  findNear(sounds: Uint8Array, visit: (word: number, distance: number) => void): void {
    readPattern(sounds);
    const most = mostLeftOut(this.#leftOut, sounds.length);
    const { wordStarts, words } = this.#layOut();
    const { forms, count } = this.#formsNear(sounds);
    for (let at = 0; at < count; at++) {
      const form = forms[at] as number;
      const [from, to] = [this.#starts[form] as number, this.#starts[form + 1] as number];
      const limit = Math.max(most, mostLeftOut(this.#leftOut, to - from));
      if (Math.abs(to - from - sounds.length) > limit) continue;
      const distance = distanceTo(this.#sounds, { from, to, length: sounds.length });
      if (distance > limit) continue;
      for (let w = wordStarts[form] as number; w < (wordStarts[form + 1] as number); w++) visit(words[w] as number, distance);
    }
  }

  /** Forms that share a key with a word, each once. */
  #formsNear(sounds: Uint8Array): { readonly forms: Int32Array; readonly count: number } {
    const { byKey, stamps } = this.#layOut();
    const { forms, count } = byKey.of(keysOf(sounds, this.#leftOut));
    const stamp = ++this.#stamp;
    let kept = 0;
    for (let at = 0; at < count; at++) {
      const form = forms[at] as number;
      if (stamps[form] === stamp) continue;
      stamps[form] = stamp;
      forms[kept++] = form;
    }
    return { forms, count: kept };
  }

  #layOut(): LaidOutForms {
    if (this.#laidOut !== null) return this.#laidOut;
    const wordStarts = new Int32Array(this.#forms + 1);
    for (let at = 0; at < this.#addedCount; at++) {
      const after = (this.#added[2 * at] as number) + 1;
      wordStarts[after] = (wordStarts[after] as number) + 1;
    }
    for (let form = 0; form < this.#forms; form++) wordStarts[form + 1] = (wordStarts[form + 1] as number) + (wordStarts[form] as number);
    const next = wordStarts.slice();
    const words = new Int32Array(this.#addedCount);
    for (let at = this.#addedCount - 1; at >= 0; at--) {
      const form = this.#added[2 * at] as number;
      words[next[form] as number] = this.#added[2 * at + 1] as number;
      next[form] = (next[form] as number) + 1;
    }
    const byKey = new FormsByKey({
      count: this.#forms,
      keysOf: (form) => keysOf(this.#sounds.subarray(this.#starts[form], this.#starts[form + 1]), this.#leftOut),
      wordsOf: (form) => (wordStarts[form + 1] as number) - (wordStarts[form] as number),
    });
    return (this.#laidOut = { byKey, wordStarts, words, stamps: new Int32Array(this.#forms) });
  }
}

/** What searches need, made when the first word after an addition is asked for. */
interface LaidOutForms {
  readonly byKey: FormsByKey;
  /** The words of form f, the newest first: from `wordStarts[f]` up to `wordStarts[f + 1]` of `words`. */
  readonly wordStarts: Int32Array;
  readonly words: Int32Array;
  /** By form: the last search that came to it. */
  readonly stamps: Int32Array;
}

/** Of these keys there is one: that of the whole word. */
const wholeOnly: LeftOut = [0];
