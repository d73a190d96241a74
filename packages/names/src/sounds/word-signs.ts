import { languages, lookAlikes, type Language } from '../languages/index.ts';

const scripts: readonly (readonly [Language['script'], RegExp])[] = [
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Latn', /\p{Script=Latin}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Geor', /\p{Script=Georgian}/u],
  ['Armn', /\p{Script=Armenian}/u],
  ['Arab', /\p{Script=Arabic}/u],
];

const scriptCount = scripts.length;

/** What the letters of a word show by themselves. */
export interface WordSigns {
  /** One bit for each language whose own letters appear, by its place in `languages`. */
  readonly telling: number;
  /** The script of the word alone: KPABEЦЬ is Cyrillic by its last letters, however many of the others were typed in Latin. */
  readonly found: FoundScript;
  /** Whether every sign of the word is a letter of that script. */
  readonly isWhole: boolean;
}

interface Sign {
  readonly script: number;
  readonly isOwn: boolean;
  readonly telling: number;
}

/** Letters by their number: those of most names in a list, all others in a map. */
const nearSigns: (Sign | undefined)[] = Array.from({ length: 0x700 }, () => undefined);
const farSigns = new Map<number, Sign>();

function readSign(code: number): Sign {
  return nearSigns[code] ?? farSigns.get(code) ?? lookAt(code);
}

function lookAt(code: number): Sign {
  const sign = String.fromCodePoint(code);
  let telling = 0;
  languages.forEach(({ tellingLetters }, at) => { if (tellingLetters.includes(sign)) telling |= 1 << at; });
  const read = { script: scripts.findIndex(([, letters]) => letters.test(sign)), isOwn: !isLookAlike(sign), telling };
  if (code < nearSigns.length) nearSigns[code] = read;
  // Letters are few; what else a text may hold is not kept.
  else if (read.script >= 0) farSigns.set(code, read);
  return read;
}

/** Whether a letter and one of another script are taken for each other both ways. */
export function isLookAlike(letter: string): boolean {
  return lookAlikes.Latn[lookAlikes.Cyrl[letter] ?? ''] === letter || lookAlikes.Cyrl[lookAlikes.Latn[letter] ?? ''] === letter;
}

/** The scripts and telling letters of a word in lower case. */
export function signsOf(word: string): WordSigns {
  startCount();
  const telling = countLetters(word);
  const found = foundScript();
  return { telling, found, isWhole: counts[scriptAt(counts)] === word.length };
}

/** Letters of each script in what is being counted, in the order of `scripts`. */
const counts = new Uint16Array(scriptCount);
/** Those of them that look like no letter of another script: Ц and Я, D and G, but not A or C. */
const own = new Uint16Array(scriptCount);

function startCount(): void {
  counts.fill(0);
  own.fill(0);
}

/** Adds the letters of a word to the count; returns the bits of the languages whose own letters appear. */
function countLetters(word: string): number {
  let telling = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.codePointAt(at) ?? 0;
    if (code > 0xffff) at++;
    const read = readSign(code);
    telling |= read.telling;
    if (read.script < 0) continue;
    counts[read.script] = (counts[read.script] as number) + 1;
    if (read.isOwn) own[read.script] = (own[read.script] as number) + 1;
  }
  return telling;
}

/** The language whose own letters appear, where they are of one only. */
export function tellingLanguage({ telling }: Pick<WordSigns, 'telling'>): Language | undefined {
  return telling !== 0 && (telling & (telling - 1)) === 0 ? languages[31 - Math.clz32(telling)] : undefined;
}

/** The script of words by the letters that only it has, where there are such; else by most letters. */
export interface FoundScript {
  readonly script: Language['script'] | 'other';
  /** Whether every letter has a twin in another script: what was typed in one may be meant in the other. */
  readonly isEither: boolean;
}

/** By script, the last for none: one of which a letter shows it, and one of which no letter does. */
const shown: readonly FoundScript[] = [...scripts.map(([script]) => script), 'other' as const].map((script) => ({ script, isEither: false }));
const unshown: readonly FoundScript[] = shown.map(({ script }) => ({ script, isEither: true }));

function foundScript(): FoundScript {
  const at = scriptAt(own);
  return (at === scriptCount ? unshown[scriptAt(counts)] : shown[at]) ?? none;
}

const none: FoundScript = { script: 'other', isEither: true };

interface SignedWord {
  readonly word: string;
  readonly signs: WordSigns;
}

/** The script of several words together. */
export function scriptOfWords(words: readonly SignedWord[]): FoundScript {
  return agreedScript(words) ?? summedScript(words);
}

/** The script of all words that show one; null where they differ, and where none does. */
function agreedScript(words: readonly SignedWord[]): FoundScript | null {
  let agreed: FoundScript | null = null;
  for (const { signs: { found } } of words) {
    if (found.isEither || found === agreed) continue;
    if (agreed !== null) return null;
    agreed = found;
  }
  return agreed;
}

function summedScript(words: readonly SignedWord[]): FoundScript {
  startCount();
  for (const { word } of words) countLetters(word);
  return foundScript();
}

/** The place of the script with most letters; of two equally common ones the earlier of the list. `scriptCount` without letters. */
function scriptAt(letters: Uint16Array): number {
  let best = scriptCount;
  let most = 0;
  for (let at = 0; at < scriptCount; at++) {
    const count = letters[at] as number;
    if (count <= most) continue;
    most = count;
    best = at;
  }
  return best;
}

/** Whether a sign is a letter of a script. */
export function isLetterOf(sign: string, script: Language['script']): boolean {
  return scripts[readSign(sign.codePointAt(0) ?? 0).script]?.[0] === script;
}
