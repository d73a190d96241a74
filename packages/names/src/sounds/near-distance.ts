import { soundCount } from './sounds.ts';

/** Longer words are taken as near: their distance does not fit into the bits of one number. */
const longestPattern = 30;
const pattern = new Int32Array(soundCount);
const inPattern: number[] = [];

/** The word that others are then held against. */
export function readPattern(sounds: Uint8Array): void {
  for (const sound of inPattern) pattern[sound] = 0;
  inPattern.length = 0;
  for (let at = 0; at < Math.min(longestPattern, sounds.length); at++) {
    const sound = sounds[at] ?? 0;
    if (pattern[sound] === 0) inPattern.push(sound);
    pattern[sound] = (pattern[sound] ?? 0) | (1 << at);
  }
}

/** Sounds changed, lost, added or swapped between the word of `readPattern` and another, column by column as bits (Hyyrö 2003). */
export function distanceTo(sounds: Uint8Array, { from, to, length }: { readonly from: number; readonly to: number; readonly length: number }): number {
  if (length === 0) return to - from;
  if (length > longestPattern) return 0;
  let up = (1 << length) - 1;
  let down = 0;
  let zeros = 0;
  let matchBefore = 0;
  let distance = length;
  const last = 1 << (length - 1);
  for (let at = from; at < to; at++) {
    const match = pattern[sounds[at] as number] as number;
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
