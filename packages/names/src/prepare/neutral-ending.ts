import { languages } from '../languages/index.ts';
import type { NameSex } from '../prepared-name.ts';

const endings = byLast([...new Map(languages.flatMap((language) => language.surnameEndings).map((row) => [row[0], row])).values()].sort(([a], [b]) => b.length - a.length), ([ending]) => ending);
const marks = byLast([...new Set(languages.flatMap((language) => language.surnameMarks))].sort((a, b) => b.length - a.length), (mark) => mark);

/** Endings by their last sound, in their order. */
export function byLast<T>(all: readonly T[], endingOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const last = endingOf(one).slice(-1);
    const known = found.get(last);
    if (known === undefined) found.set(last, [one]);
    else known.push(one);
  }
  return found;
}

/** At least so many sounds must stand before an ending: Коля is no feminine of Кол. */
const shortestStem = 2;

/** A surname without what differs between the sexes (Яворська and Яворський: `javorsk`), and the sex the ending tells. */
export function neutralSurname(sounds: string): { readonly neutral: string; readonly sex: NameSex | null } {
  for (const [ending, neutral, sex] of endings.get(sounds.slice(-1)) ?? []) {
    if (sounds.endsWith(ending) && hasStem(sounds, ending)) return { neutral: sounds.slice(0, -ending.length) + neutral, sex };
  }
  return { neutral: sounds.slice(0, sounds.length - endingAfterGap(sounds)), sex: null };
}

/** After letters that were not read: how much of what follows would be left out of a whole word that ends so. */
function endingAfterGap(sounds: string): number {
  const tail = sounds.slice(sounds.lastIndexOf('*') + 1);
  if (tail === '' || tail.length === sounds.length) return 0;
  for (const [ending, neutral] of endings.get(sounds.slice(-1)) ?? []) {
    const leftOut = ending.startsWith(neutral) ? ending.length - neutral.length : 0;
    if (leftOut > 0 && leftOut <= tail.length && ending.endsWith(tail)) return leftOut;
  }
  return 0;
}

/** Letters that were not read may be any number of them. */
function hasStem(sounds: string, ending: string): boolean {
  return sounds.length >= ending.length + shortestStem || (sounds.length > ending.length && sounds.startsWith('*'));
}

/** Whether a word ends as surnames typically do. @param neutral - its sounds as `neutralSurname` leaves them */
export function looksLikeSurname(neutral: string): boolean {
  return marks.get(neutral.slice(-1))?.some((mark) => neutral.endsWith(mark) && hasStem(neutral, mark)) === true;
}
