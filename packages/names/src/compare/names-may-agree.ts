import type { PreparedName } from '../prepare/prepared.ts';
import { countDifferentSounds } from './different-sounds.ts';

/** So many sounds may be missing on either side in two writings of one word: two and one more for each four letters. */
const fewestDifferent = 2;

/**
 * A quick look before `compareNames`: whether a surname of one name could be a word of the other by the sets of their
 * sounds, or given name and patronymic are shared. About ten times as fast as the comparison. It errs towards yes; what
 * it loses of agreeing pairs is measured in the benchmark (`bench/names`), not excluded.
 */
export function namesMayAgree({ quick: a }: PreparedName, { quick: b }: PreparedName): boolean {
  // What cannot be read could be anything.
  if (a.unread || b.unread) return true;
  for (let i = 0; i < a.masks.length; i++) {
    const mask = a.masks[i] ?? 0;
    const length = a.lengths[i] ?? 0;
    for (let j = 0; j < b.masks.length; j++) {
      const other = b.lengths[j] ?? 0;
      if (countDifferentSounds(mask, b.masks[j] ?? 0) <= fewestDifferent + ((length < other ? length : other) >> 2)) return true;
    }
  }
  return share(a.given, b.given) && share(a.patronymic, b.patronymic);
}

function share(a: readonly number[], b: readonly number[]): boolean {
  for (const id of a) if (b.includes(id)) return true;
  return false;
}
