import { soundCount } from './sounds.ts';

/** How many sounds may be left out on either side for words of a length: `[0]` of no sounds, and so on; longer words as the last. */
export type LeftOut = readonly number[];

/**
 * Words by their sounds with some left out (symmetric deletion, Garbe 2012): finds every word that becomes equal to the
 * one asked for when on both sides at most so many sounds are left out, that is, up to so many sounds changed, lost, added
 * or swapped with their neighbour, and some that are farther. What so many words have in common that it tells nothing is
 * not followed.
 */
export class SoundIndex {
  readonly #leftOut: LeftOut;
  /** Of each slot its key, the entry + 1 of the newest form of the key (0 where the slot is free) and the forms of the key. */
  #slots = new Int32Array(slotWidth << 12);
  #mask = (1 << 12) - 1;
  #used = 0;
  /** Of each entry its form and the entry + 1 before it of the same key. */
  #entries = new Int32Array(2 << 12);
  #entryCount = 0;
  /** The sounds of all forms one after the other: those of form f from `starts[f]` up to `starts[f + 1]`. */
  #sounds = new Uint8Array(1 << 13);
  #starts = new Int32Array((1 << 10) + 1);
  #forms = 0;
  #formWord = new Int32Array(1 << 10);
  /** By form: the last search that came to it. */
  #stamps = new Int32Array(1 << 10);
  #stamp = 0;

  constructor(leftOut: LeftOut) {
    this.#leftOut = leftOut;
  }

  /** Adds a word under a number; a word may be added under several forms. */
  add(sounds: Uint8Array, word: number): void {
    const form = this.#forms++;
    if (form >= this.#stamps.length) {
      this.#stamps = grown(this.#stamps, form + 1);
      this.#formWord = grown(this.#formWord, form + 1);
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
    this.#formWord[form] = word;
    eachKey(sounds, mostOf(this.#leftOut, sounds.length), (key) => { this.#put(key, form); });
  }

  /** Numbers of the words found, a word once for each of its forms; the order depends on nothing but what was added. */
  find(sounds: Uint8Array): number[] {
    const found: number[] = [];
    this.#each(sounds, (form) => { found.push(this.#formWord[form] ?? 0); });
    return found;
  }

  /** The same, only words of which no more differs than the sounds left out, each with the number of sounds that differ. */
  findNear(sounds: Uint8Array, visit: (word: number, distance: number) => void): void {
    readPattern(sounds);
    const most = mostOf(this.#leftOut, sounds.length);
    this.#each(sounds, (form) => {
      const [from, to] = [this.#starts[form] ?? 0, this.#starts[form + 1] ?? 0];
      const limit = Math.max(most, mostOf(this.#leftOut, to - from));
      if (Math.abs(to - from - sounds.length) > limit) return;
      const distance = distanceTo(this.#sounds, { from, to, length: sounds.length });
      if (distance <= limit) visit(this.#formWord[form] ?? 0, distance);
    });
  }

  #each(sounds: Uint8Array, visit: (form: number) => void): void {
    this.#stamp++;
    eachKey(sounds, mostOf(this.#leftOut, sounds.length), (key, left) => {
      const slot = this.#slotOf(key);
      if (left > 0 && (this.#slots[slot + 2] ?? 0) > mostForms) return;
      for (let entry = this.#slots[slot + 1] ?? 0; entry > 0; entry = this.#entries[2 * entry - 1] ?? 0) {
        const form = this.#entries[2 * entry - 2] ?? 0;
        if (this.#stamps[form] === this.#stamp) continue;
        this.#stamps[form] = this.#stamp;
        visit(form);
      }
    });
  }

  #put(key: number, form: number): void {
    if (this.#used * 2 > this.#mask) this.#rehash();
    const slot = this.#slotOf(key);
    const head = this.#slots[slot + 1] ?? 0;
    // The keys of one form come together: two ways to one key need one entry.
    if (head > 0 && this.#entries[2 * head - 2] === form) return;
    if (head === 0) {
      this.#used++;
      this.#slots[slot] = key;
    }
    const at = 2 * this.#entryCount++;
    if (at === this.#entries.length) this.#entries = grown(this.#entries, at + 2);
    this.#entries[at] = form;
    this.#entries[at + 1] = head;
    this.#slots[slot + 1] = this.#entryCount;
    this.#slots[slot + 2] = (this.#slots[slot + 2] ?? 0) + 1;
  }

  /** Where the key stands or would stand. */
  #slotOf(key: number): number {
    let at = (Math.imul(key, 0x9e3779b1) >>> 8) & this.#mask;
    while (this.#slots[slotWidth * at + 1] !== 0 && this.#slots[slotWidth * at] !== key) at = (at + 1) & this.#mask;
    return slotWidth * at;
  }

  #rehash(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(2 * before.length);
    this.#mask = 2 * this.#mask + 1;
    for (let slot = 0; slot < before.length; slot += slotWidth) {
      if (before[slot + 1] === 0) continue;
      this.#slots.set(before.subarray(slot, slot + slotWidth), this.#slotOf(before[slot] ?? 0));
    }
  }
}

/** Four whole numbers, so that a slot never lies on two lines of a cache. */
const slotWidth = 4;
/** What remains of words with sounds left out and more than so many words share tells too little: енко. */
const mostForms = 48;

function mostOf(leftOut: LeftOut, length: number): number {
  return leftOut[Math.min(length, leftOut.length - 1)] ?? 0;
}

function grown(array: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(least, array.length * 2));
  larger.set(array);
  return larger;
}

const base = 0x01000193;

/** The hash of the word whole and with each choice of sounds left out, as a polynomial of what remains. */
function eachKey(sounds: Uint8Array, most: number, visit: (key: number, left: number) => void): void {
  const drop = (from: number, left: number, before: number): void => {
    // `before`: the hash of what is kept of the sounds in front of `from`.
    let hash = before;
    for (let at = from; at < sounds.length; at++) {
      if (left > 0) drop(at + 1, left - 1, hash);
      hash = (Math.imul(hash, base) + (sounds[at] ?? 0) + 1) | 0;
    }
    visit(hash, most - left);
  };
  drop(0, most, 1);
}

/** Longer words are taken as near: their distance does not fit into the bits of one number. */
const longestPattern = 30;
const pattern = new Int32Array(soundCount);
const inPattern: number[] = [];

function readPattern(sounds: Uint8Array): void {
  for (const sound of inPattern) pattern[sound] = 0;
  inPattern.length = 0;
  for (let at = 0; at < Math.min(longestPattern, sounds.length); at++) {
    const sound = sounds[at] ?? 0;
    if (pattern[sound] === 0) inPattern.push(sound);
    pattern[sound] = (pattern[sound] ?? 0) | (1 << at);
  }
}

/** Sounds changed, lost, added or swapped between the word of `readPattern` and another, column by column as bits (Hyyrö 2003). */
function distanceTo(sounds: Uint8Array, { from, to, length }: { readonly from: number; readonly to: number; readonly length: number }): number {
  if (length === 0) return to - from;
  if (length > longestPattern) return 0;
  let up = (1 << length) - 1;
  let down = 0;
  let zeros = 0;
  let matchBefore = 0;
  let distance = length;
  const last = 1 << (length - 1);
  for (let at = from; at < to; at++) {
    const match = pattern[sounds[at] ?? 0] ?? 0;
    const swapped = (((~zeros & match) << 1) & matchBefore);
    zeros = swapped | (((match & up) + up) ^ up) | match | down;
    let more = down | ~(zeros | up);
    const less = zeros & up;
    if ((more & last) !== 0) distance++;
    if ((less & last) !== 0) distance--;
    more = (more << 1) | 1;
    up = (less << 1) | ~(zeros | more);
    down = zeros & more;
    matchBefore = match;
  }
  return distance;
}
