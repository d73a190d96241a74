import type { PreparedName, PreparedWord } from '../prepare/prepared.ts';
import { countDifferentSounds } from './different-sounds.ts';

/** So many sounds may be missing on either side in two writings of one word: three and one more for each four letters. */
const fewestDifferent = 3;

/**
 * A quick look before `compareNames`: whether some word of one name could be a word of the other, by the sets of their
 * sounds and the given names they stand for. About ten times as fast as the comparison. It errs towards yes; what it
 * loses of agreeing pairs is measured in the benchmark (`bench/names`), not excluded.
 */
export function namesMayAgree(a: PreparedName, b: PreparedName): boolean {
  for (const left of a.words) for (const right of b.words) if (mayAgree(left, right)) return true;
  return false;
}

function mayAgree(a: PreparedWord, b: PreparedWord): boolean {
  // An initial says too little to look closer for; what cannot be read could be anything.
  if (a.initial || b.initial) return false;
  if (a.unread || b.unread) return true;
  const shorter = a.length < b.length ? a.length : b.length;
  if (countDifferentSounds(a.mask, b.mask) <= fewestDifferent + (shorter >> 2)) return true;
  return a.given !== null && b.given !== null && a.given.ids.some((id) => b.given?.ids.includes(id) === true);
}
