import { grown } from './forms-by-key.ts';

/** How many sounds may be left out on either side for words of a length: `[0]` of no sounds, and so on; longer words as the last. */
export type LeftOut = readonly number[];

export function mostLeftOut(leftOut: LeftOut, length: number): number {
  return leftOut[Math.min(length, leftOut.length - 1)] ?? 0;
}

const base = 0x01000193;

let keys = new Int32Array(1 << 12);
let keyCount = 0;
/** The word being read. */
let read: Uint8Array = new Uint8Array();

/**
 * The keys of a word: the hash of it with each choice of sounds left out, and last of the word whole, as a polynomial of
 * what remains. What is returned holds until the next call.
 */
export function keysOf(sounds: Uint8Array, leftOut: LeftOut): Int32Array {
  keyCount = 0;
  read = sounds;
  leaveOut(0, mostLeftOut(leftOut, sounds.length), 1);
  return keys.subarray(0, keyCount);
}

/** @param before - the hash of what is kept of the sounds in front of `from` */
function leaveOut(from: number, left: number, before: number): void {
  let hash = before;
  for (let at = from; at < read.length; at++) {
    if (left > 0) leaveOut(at + 1, left - 1, hash);
    hash = (Math.imul(hash, base) + (read[at] as number) + 1) | 0;
  }
  if (keyCount === keys.length) keys = grown(keys, keyCount + 1);
  keys[keyCount++] = hash;
}
