import { languages, lookAlikes, type Language } from '../languages/index.ts';

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
  readonly scripts: readonly number[];
  /** Those of them that look like no letter of another script: Ц and Я, D and G, but not A or C. */
  readonly own: readonly number[];
  /** One bit for each language whose own letters appear, by its place in `languages`. */
  readonly telling: number;
}

interface Sign {
  readonly script: number;
  readonly isOwn: boolean;
  readonly telling: number;
}

const signs = new Map<string, Sign>();

function readSign(sign: string): Sign {
  const known = signs.get(sign);
  if (known !== undefined) return known;
  let telling = 0;
  languages.forEach(({ tellingLetters }, at) => { if (tellingLetters.includes(sign)) telling |= 1 << at; });
  const read = { script: scripts.findIndex(([, letters]) => letters.test(sign)), isOwn: !isLookAlike(sign), telling };
  // Letters are few; what else a text may hold is not kept.
  if (read.script >= 0) signs.set(sign, read);
  return read;
}

/** Whether a letter and one of another script are taken for each other both ways. */
export function isLookAlike(letter: string): boolean {
  return lookAlikes.Latn[lookAlikes.Cyrl[letter] ?? ''] === letter || lookAlikes.Cyrl[lookAlikes.Latn[letter] ?? ''] === letter;
}

/** The scripts and telling letters of a word in lower case. */
export function signsOf(word: string): WordSigns {
  // Plain lists: so many small typed arrays cost more than the words themselves.
  const counts: number[] = scripts.map(() => 0);
  const own: number[] = scripts.map(() => 0);
  let telling = 0;
  for (const sign of word) {
    const read = readSign(sign);
    telling |= read.telling;
    if (read.script < 0) continue;
    counts[read.script] = Math.min(255, (counts[read.script] ?? 0) + 1);
    if (read.isOwn) own[read.script] = Math.min(255, (own[read.script] ?? 0) + 1);
  }
  return { scripts: counts, own, telling };
}

/** The language whose own letters appear, where they are of one only. */
export function tellingLanguage({ telling }: Pick<WordSigns, 'telling'>): Language | undefined {
  return (telling & (telling - 1)) === 0 ? languages[31 - Math.clz32(telling)] : undefined;
}

/** The script of words by the letters that only it has, where there are such; else by most letters. */
export interface FoundScript {
  readonly script: Language['script'] | 'other';
  /** Whether every letter has a twin in another script: what was typed in one may be meant in the other. */
  readonly isEither: boolean;
}

const sumOfAll = new Uint16Array(scriptCount);
const sumOfOwn = new Uint16Array(scriptCount);

/** The script of several words together. */
export function scriptOfSigns(words: readonly { readonly signs: WordSigns }[]): FoundScript {
  sumOfAll.fill(0);
  sumOfOwn.fill(0);
  for (const { signs: { scripts: counts, own } } of words) {
    for (let at = 0; at < scriptCount; at++) {
      sumOfAll[at] = (sumOfAll[at] ?? 0) + (counts[at] ?? 0);
      sumOfOwn[at] = (sumOfOwn[at] ?? 0) + (own[at] ?? 0);
    }
  }
  const script = scriptAt(sumOfOwn);
  return script === 'other' ? { script: scriptAt(sumOfAll), isEither: true } : { script, isEither: false };
}

/** The script with most letters; of two equally common ones the earlier of the list. */
function scriptAt(counts: ArrayLike<number>): Language['script'] | 'other' {
  let best: Language['script'] | 'other' = 'other';
  let most = 0;
  for (let at = 0; at < scriptCount; at++) {
    const count = counts[at] ?? 0;
    if (count <= most) continue;
    most = count;
    best = scripts[at]?.[0] ?? 'other';
  }
  return best;
}

/** The script of a word alone: KPABEЦЬ is Cyrillic by its last letters, however many of the others were typed in Latin. */
export function scriptOf(word: string): Language['script'] | 'other' {
  return scriptOfSigns([{ signs: signsOf(word) }]).script;
}

/** How many letters of a word are of a script. */
export function lettersIn(word: string, script: Language['script']): number {
  return signsOf(word).scripts[scripts.findIndex(([code]) => code === script)] ?? 0;
}
