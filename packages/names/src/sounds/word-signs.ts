import { languages, type Language } from '../languages/index.ts';

const scripts: readonly (readonly [Language['script'], RegExp])[] = [
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Latn', /\p{Script=Latin}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Geor', /\p{Script=Georgian}/u],
  ['Armn', /\p{Script=Armenian}/u],
  ['Arab', /\p{Script=Arabic}/u],
];

export const scriptCount = scripts.length;

/** What the letters of a word show by themselves. */
export interface WordSigns {
  /** Letters of each script, in the order of `scripts`. */
  readonly scripts: Uint8Array;
  /** One bit for each language whose own letters appear, by its place in `languages`. */
  readonly telling: number;
}

interface Sign {
  readonly script: number;
  readonly telling: number;
}

const signs = new Map<string, Sign>();

function readSign(sign: string): Sign {
  const known = signs.get(sign);
  if (known !== undefined) return known;
  let telling = 0;
  languages.forEach(({ tellingLetters }, at) => { if (tellingLetters.includes(sign)) telling |= 1 << at; });
  const read = { script: scripts.findIndex(([, letters]) => letters.test(sign)), telling };
  // Letters are few; what else a text may hold is not kept.
  if (read.script >= 0) signs.set(sign, read);
  return read;
}

/** The scripts and telling letters of a word in lower case. */
export function signsOf(word: string): WordSigns {
  const counts = new Uint8Array(scriptCount);
  let telling = 0;
  for (const sign of word) {
    const read = readSign(sign);
    telling |= read.telling;
    if (read.script >= 0) counts[read.script] = Math.min(255, (counts[read.script] ?? 0) + 1);
  }
  return { scripts: counts, telling };
}

/** The script with most letters; of two equally common ones the earlier of the list. */
export function scriptAt(counts: ArrayLike<number>): Language['script'] | 'other' {
  let best: Language['script'] | 'other' = 'other';
  let most = 0;
  for (const [at, [script]] of scripts.entries()) {
    const count = counts[at] ?? 0;
    if (count > most) [best, most] = [script, count];
  }
  return best;
}

/** The script of most letters of a word. */
export function scriptOf(word: string): Language['script'] | 'other' {
  return scriptAt(signsOf(word).scripts);
}

/** How many letters of a word are of a script. */
export function lettersIn(word: string, script: Language['script']): number {
  return signsOf(word).scripts[scripts.findIndex(([code]) => code === script)] ?? 0;
}
