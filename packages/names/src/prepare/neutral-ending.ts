import { languages } from '../languages/index.ts';
import type { NameSex } from '../prepared-name.ts';

const endings = [...new Map(languages.flatMap((language) => language.surnameEndings).map((row) => [row[0], row]))]
  .map(([, row]) => row)
  .sort(([a], [b]) => b.length - a.length);
const marks = [...new Set(languages.flatMap((language) => language.surnameMarks))].sort((a, b) => b.length - a.length);

/** At least so many sounds must stand before an ending: Коля is no feminine of Кол. */
const shortestStem = 2;

/** A surname without what differs between the sexes (Яворська and Яворський: `javorsk`), and the sex the ending tells. */
export function neutralSurname(sounds: string): { readonly neutral: string; readonly sex: NameSex | null } {
  for (const [ending, neutral, sex] of endings) {
    if (sounds.endsWith(ending) && hasStem(sounds, ending)) return { neutral: sounds.slice(0, -ending.length) + neutral, sex };
  }
  return { neutral: sounds, sex: null };
}

/** Letters that were not read may be any number of them. */
function hasStem(sounds: string, ending: string): boolean {
  return sounds.length >= ending.length + shortestStem || (sounds.length > ending.length && sounds.startsWith('*'));
}

/** Whether a word ends as surnames typically do. */
export function looksLikeSurname(sounds: string): boolean {
  const { neutral } = neutralSurname(sounds);
  return marks.some((mark) => neutral.endsWith(mark) && hasStem(neutral, mark));
}
