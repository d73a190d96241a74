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
  /** Of each slot its key, the entry + 1 of the newest form of the key (0 where the slot is free), the words of the key, and which of them came last. */
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
  /** The newest form of each whole hash, and by form the one before it of the same hash + 1. */
  readonly #formsByHash = new Map<number, number>();
  #formBefore = new Int32Array(1 << 10);
  /** Of each form the word entry + 1 of the newest word that has it; of each word entry its word and the one before it + 1. */
  #newestWord = new Int32Array(1 << 10);
  #words = new Int32Array(2 << 10);
  #wordCount = 0;
  /** By form: the last search that came to it. */
  #stamps = new Int32Array(1 << 10);
  #stamp = 0;

  constructor(leftOut: LeftOut) {
    this.#leftOut = leftOut;
  }

  /** Adds a word under a number; a word may be added under several forms. Forms that several words have are kept once. */
  add(sounds: Uint8Array, word: number): void {
    const count = readKeys(sounds, mostOf(this.#leftOut, sounds.length));
    // The hash of the whole comes last.
    const hash = keys[count - 1] ?? 0;
    const known = this.#formOf(sounds, hash);
    const form = known ?? this.#enter(sounds, hash);
    if (2 * this.#wordCount === this.#words.length) this.#words = grown(this.#words, 2 * this.#wordCount + 2);
    this.#words[2 * this.#wordCount] = word;
    this.#words[2 * this.#wordCount + 1] = this.#newestWord[form] ?? 0;
    this.#newestWord[form] = ++this.#wordCount;
    for (let at = 0; at < count; at++) this.#put(keys[at] ?? 0, form, known === null ? 'new' : 'known');
  }

  #formOf(sounds: Uint8Array, hash: number): number | null {
    for (let next = this.#formsByHash.get(hash) ?? 0; next > 0; next = this.#formBefore[next - 1] ?? 0) {
      const [from, to] = [this.#starts[next - 1] ?? 0, this.#starts[next] ?? 0];
      let at = 0;
      while (at < sounds.length && this.#sounds[from + at] === sounds[at]) at++;
      if (to - from === sounds.length && at === sounds.length) return next - 1;
    }
    return null;
  }

  #enter(sounds: Uint8Array, hash: number): number {
    const form = this.#forms++;
    if (form >= this.#stamps.length) {
      this.#stamps = grown(this.#stamps, form + 1);
      this.#formBefore = grown(this.#formBefore, form + 1);
      this.#newestWord = grown(this.#newestWord, form + 1);
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
    this.#formBefore[form] = this.#formsByHash.get(hash) ?? 0;
    this.#formsByHash.set(hash, form + 1);
    return form;
  }

  /** Numbers of the words found, a word once for each of its forms; the order depends on nothing but what was added. */
  find(sounds: Uint8Array): number[] {
    const found: number[] = [];
    this.#each(sounds, (form) => { this.#eachWord(form, (word) => { found.push(word); }); });
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
      if (distance <= limit) this.#eachWord(form, (word) => { visit(word, distance); });
    });
  }

  #eachWord(form: number, visit: (word: number) => void): void {
    for (let entry = this.#newestWord[form] ?? 0; entry > 0; entry = this.#words[2 * entry - 1] ?? 0) visit(this.#words[2 * entry - 2] ?? 0);
  }

  #each(sounds: Uint8Array, visit: (form: number) => void): void {
    this.#stamp++;
    const count = readKeys(sounds, mostOf(this.#leftOut, sounds.length));
    for (let at = 0; at < count; at++) {
      const slot = this.#slotOf(keys[at] ?? 0);
      // The whole word, which comes last, is followed whatever has it.
      if (at < count - 1 && (this.#slots[slot + 2] ?? 0) > mostSharing) continue;
      for (let entry = this.#slots[slot + 1] ?? 0; entry > 0; entry = this.#entries[2 * entry - 1] ?? 0) {
        const form = this.#entries[2 * entry - 2] ?? 0;
        if (this.#stamps[form] === this.#stamp) continue;
        this.#stamps[form] = this.#stamp;
        visit(form);
      }
    }
  }

  /** Counts a word under a key, once however many ways lead there; a form that is new is entered too. */
  #put(key: number, form: number, kind: 'new' | 'known'): void {
    if (this.#used * 2 > this.#mask) this.#rehash();
    const slot = this.#slotOf(key);
    if (this.#slots[slot + 3] === this.#wordCount) return;
    this.#slots[slot + 3] = this.#wordCount;
    this.#slots[slot + 2] = (this.#slots[slot + 2] ?? 0) + 1;
    if (kind === 'known') return;
    const head = this.#slots[slot + 1] ?? 0;
    if (head === 0) {
      this.#used++;
      this.#slots[slot] = key;
    }
    const at = 2 * this.#entryCount++;
    if (at === this.#entries.length) this.#entries = grown(this.#entries, at + 2);
    this.#entries[at] = form;
    this.#entries[at + 1] = head;
    this.#slots[slot + 1] = this.#entryCount;
  }

  /** Where the key stands or would stand. */
  #slotOf(key: number): number {
    let at = (Math.imul(key, 0x9e3779b1) >>> 8) & this.#mask;
    while (this.#slots[slotWidth * at + 1] !== 0 && this.#slots[slotWidth * at] !== key) at = (at + 1) & this.#mask;
    return slotWidth * at;
  }

  #rehash(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(4 * before.length);
    this.#mask = 4 * this.#mask + 3;
    for (let slot = 0; slot < before.length; slot += slotWidth) {
      if (before[slot + 1] === 0) continue;
      this.#slots.set(before.subarray(slot, slot + slotWidth), this.#slotOf(before[slot] ?? 0));
    }
  }
}

/** Four whole numbers, so that a slot never lies on two lines of a cache. */
const slotWidth = 4;
/** What remains of words with sounds left out and more than so many words share tells too little: енко. */
const mostSharing = 48;

function mostOf(leftOut: LeftOut, length: number): number {
  return leftOut[Math.min(length, leftOut.length - 1)] ?? 0;
}

function grown(array: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(least, array.length * 2));
  larger.set(array);
  return larger;
}

const base = 0x01000193;

/** The keys of the last word read. */
let keys = new Int32Array(1 << 12);
let keyCount = 0;
/** The word being read. */
let read: Uint8Array = new Uint8Array();

/** The hash of the word with each choice of sounds left out, and last of the word whole, as a polynomial of what remains, into `keys`; returns how many. */
function readKeys(sounds: Uint8Array, most: number): number {
  keyCount = 0;
  read = sounds;
  leaveOut(0, most, 1);
  return keyCount;
}

/** @param before - the hash of what is kept of the sounds in front of `from` */
function leaveOut(from: number, left: number, before: number): void {
  let hash = before;
  for (let at = from; at < read.length; at++) {
    if (left > 0) leaveOut(at + 1, left - 1, hash);
    hash = (Math.imul(hash, base) + (read[at] ?? 0) + 1) | 0;
  }
  if (keyCount === keys.length) keys = grown(keys, keyCount + 1);
  keys[keyCount++] = hash;
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
