import { findForms } from '../given/given-names.ts';
import { besideWords, communities, type BesideWords } from '../languages/index.ts';
import type { NameSex } from '../prepared-name.ts';
import { readWord } from '../sounds/read-word.ts';
import { looseSounds } from '../sounds/sounds.ts';
import { isKnownName } from './tell-community.ts';

type Kind = 'nobody' | 'unread' | 'male' | 'female' | 'anybody';

interface Phrase {
  readonly kind: Kind;
  readonly words: readonly string[];
}

const kinds: readonly Kind[] = ['nobody', 'unread', 'male', 'female', 'anybody'];
const phrases: readonly Phrase[] = kinds.flatMap((kind) => besideWords.flatMap((language) => language[kind].map((phrase) => ({ kind, words: phrase.split(' ') })))).sort((a, b) => b.words.length - a.words.length);

/** Phrases by their first word; those of which only the beginning is given, by its first letter. */
const byFirst = new Map<string, Phrase[]>();
const byLetter = new Map<string, Phrase[]>();
for (const phrase of phrases) {
  const [first = ''] = phrase.words;
  const [phrasesOf, key] = first.endsWith('-') ? [byLetter, first.charAt(0)] : [byFirst, first];
  phrasesOf.set(key, [...(phrasesOf.get(key) ?? []), phrase]);
}

/** The letters of an ending: what is longer is another word. */
const longestEnding = 6;

function fits(word: string | undefined, pattern: string): boolean {
  if (word === undefined || !pattern.endsWith('-')) return word === pattern;
  return beginsSo(word, pattern.slice(0, -1));
}

function beginsSo(word: string, beginning: string): boolean {
  return word.startsWith(beginning) && word.length <= beginning.length + longestEnding;
}

function phraseAt(words: readonly string[], at: number): Phrase | undefined {
  const fitting = (phrase: Phrase): boolean => phrase.words.every((pattern, index) => fits(words[at + index], pattern));
  const word = words[at] ?? '';
  return byFirst.get(word)?.find(fitting) ?? byLetter.get(word.charAt(0))?.find(fitting);
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{M}/]/gu, '');

/** Words of which each stands there alone, spaces left out: whole ones, and beginnings. */
interface Alone {
  readonly whole: ReadonlySet<string>;
  readonly beginnings: readonly string[];
}

function aloneOf(all: (language: BesideWords) => readonly string[]): Alone {
  const patterns = besideWords.flatMap(all).map((pattern) => pattern.replaceAll(' ', ''));
  return { whole: new Set(patterns.filter((pattern) => !pattern.endsWith('-'))), beginnings: patterns.flatMap((pattern) => (pattern.endsWith('-') ? pattern.slice(0, -1) : [])) };
}

function isAlone(text: string, words: Alone): boolean {
  return standsAlone(plain(text), words);
}

function standsAlone(word: string, { whole, beginnings }: Alone): boolean {
  return whole.has(word) || beginnings.some((beginning) => beginsSo(word, beginning));
}

const nobodyAlone = aloneOf((words) => [...words.nobodyAlone, ...words.maleAlone, ...words.femaleAlone]);
const maleAlone = aloneOf((words) => words.maleAlone);
const femaleAlone = aloneOf((words) => words.femaleAlone);

/** Whether letters that stand together or apart, in lower case, say alone that nobody is known. */
export function isNobodyAlone(letters: string): boolean {
  return standsAlone(letters, nobodyAlone);
}

/** Whether a word, in lower case, may begin what stands beside a name, or stand in its place. */
export function mayStandBeside(word: string): boolean {
  return byFirst.has(word) || byLetter.get(word.charAt(0))?.some(({ words: [first = ''] }) => fits(word, first)) === true || isNobodyAlone(word);
}

interface Found {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
}

function findBeside(pieces: readonly string[]): Found[] {
  const words = pieces.map(plain);
  const found: Found[] = [];
  for (let at = 0; at < words.length; at++) {
    const phrase = phraseAt(words, at);
    if (phrase === undefined) continue;
    found.push({ kind: phrase.kind, from: at, to: at + phrase.words.length });
    at += phrase.words.length - 1;
  }
  return found;
}

/**
 * The pieces of a written name without what says that something is not known, or what the person was (солдат, Сім'я). A word
 * such as Дід, which is a surname too, stays where the name has no other, and where the text is stated as a part of a name.
 * @returns nothing where the text says that nobody is known and no known name stands beside that
 */
export function withoutBeside(pieces: readonly string[], { text, isStated }: { readonly text: string; readonly isStated: boolean }): readonly string[] {
  if (isAlone(text, nobodyAlone)) return [];
  const found = findBeside(pieces);
  if (found.length === 0) return pieces;
  const isOf = (at: number): Kind | null => found.find(({ from, to }) => at >= from && at < to)?.kind ?? null;
  const others = pieces.filter((_, at) => isOf(at) === null);
  const names = others.filter((piece) => plain(piece).length > 1);
  const isDescription = found.some(({ kind }) => kind === 'nobody') || (found[0]?.from === 0 && found[0].kind !== 'unread' && names.length > 1 && names.every((piece) => piece === piece.toLowerCase()));
  if (isDescription && !names.some((piece) => isKnownName(plain(piece)))) return [];
  return pieces.filter((_, at) => {
    const kind = isOf(at);
    if (kind === null) return true;
    if (kind === 'nobody' || kind === 'unread') return false;
    if (isStated) return true;
    const [start] = found;
    const isBefore = start?.from === 0 && at < start.to;
    return others.length > 0 && (names.length === 0 || (!isBefore && names.length === 1 && isGivenName(plain(names[0] ?? ''))));
  });
}

function isGivenName(word: string): boolean {
  return communities.some((community) => readWord(word, { language: undefined, community }).readings.some(({ sounds }) => findForms(community, looseSounds(sounds)).length > 0));
}

/** The sex that the words tell by which somebody unknown is described; null where they tell none or both. */
export function sexBeside(text: string): NameSex | null {
  if (isAlone(text, maleAlone)) return 'male';
  if (isAlone(text, femaleAlone)) return 'female';
  const found = findBeside(text.split(/[\s,;:()[\]]+/u).filter((piece) => piece !== ''));
  const [male, female] = [found.some(({ kind }) => kind === 'male'), found.some(({ kind }) => kind === 'female')];
  return male === female ? null : male ? 'male' : 'female';
}
