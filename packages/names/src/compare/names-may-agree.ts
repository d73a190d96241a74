import { surnameAt, type PreparedName, type PreparedWord } from '../prepare/prepared.ts';
import { countDifferentSounds } from './different-sounds.ts';

/** So many sounds may be missing on either side in two writings of one word: two and one more for each four letters. */
const fewestDifferent = 2;
/** A word that is no surname by more than this is looked at as given name or patronymic only, hundredths of log10. */
const noSurname = 100;

/**
 * A quick look before `compareNames`: whether a surname of one name could be a word of the other by the sets of their
 * sounds, or given name and patronymic are shared. About ten times as fast as the comparison. It errs towards yes; what
 * it loses of agreeing pairs is measured in the benchmark (`bench/names`), not excluded.
 */
export function namesMayAgree({ words: a }: PreparedName, { words: b }: PreparedName): boolean {
  // What cannot be read could be anything.
  for (const { unread } of a) if (unread) return true;
  for (const { unread } of b) if (unread) return true;
  for (const left of a) {
    if (!mayBeSurname(left)) continue;
    for (const right of b) {
      if (!mayBeSurname(right)) continue;
      if (countDifferentSounds(left.mask, right.mask) <= fewestDifferent + (Math.min(left.length, right.length) >> 2)) return true;
    }
  }
  return share(a, b, 'given') && share(a, b, 'patronymic');
}

function mayBeSurname({ initial, roleCosts }: PreparedWord): boolean {
  return !initial && roleCosts[surnameAt] <= noSurname;
}

function share(a: readonly PreparedWord[], b: readonly PreparedWord[], part: 'given' | 'patronymic'): boolean {
  for (const left of a) {
    const ids = left[part]?.ids;
    if (ids === undefined) continue;
    for (const right of b) for (const id of right[part]?.ids ?? []) if (ids.includes(id)) return true;
  }
  return false;
}
