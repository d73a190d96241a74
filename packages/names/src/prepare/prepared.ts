import type { Language } from '../languages/index.ts';
import type { NameSex } from '../prepared-name.ts';

/** Roles in the order of the tables below. */
export const surnameAt = 0;
export const givenAt = 1;
export const patronymicAt = 2;

/** The given names (or fathers' names) that a word can stand for. */
export interface GivenCandidates {
  /** Ids in the lexicon, ascending. */
  readonly ids: readonly number[];
  /** Whether the word is a short form of them. */
  readonly diminutive: boolean;
  /** What it costs to take the word for the nearest written form of them, hundredths of log10. */
  readonly cost: number;
  readonly sex: NameSex | null;
}

export interface PreparedReading {
  readonly sounds: Uint8Array;
  /** The same without what differs between a man's and a woman's surname; the same array where nothing does. */
  readonly neutral: Uint8Array;
  /** Cost of the habit of writing supposed, hundredths. */
  readonly cost: number;
}

/** One word of a name, ready to be compared. */
export interface PreparedWord {
  readonly text: string;
  readonly script: Language['script'] | 'other';
  readonly initial: boolean;
  /** A small word such as al, bin, de. */
  readonly particle: boolean;
  /** Whether part of it could not be read. */
  readonly unread: boolean;
  readonly readings: readonly PreparedReading[];
  /** Loose sounds of the first reading without the ending of sex: the name of a surname in tables of shares. */
  readonly key: string;
  /** One bit a loose sound, for a quick look. */
  readonly mask: number;
  /** Signs with which its initial could be written. */
  readonly firstSounds: string;
  readonly given: GivenCandidates | null;
  readonly patronymic: GivenCandidates | null;
  /** Cost of supposing that the word is surname, given name, patronymic; hundredths, the least is 0. */
  readonly roleCosts: readonly [surname: number, given: number, patronymic: number];
  /** The community that the name was read as one of, by its place in `communities`. */
  readonly community: number;
  /** Letters that can be read: how much the word can say. */
  readonly length: number;
}

/** A name parsed once, to be compared many times. Plain data without functions: it may cross to a worker. */
export interface PreparedName {
  readonly text: string;
  /** Equal words of different names are one object as a rule, so that lists stay small and pairs of words are weighed once. */
  readonly words: readonly PreparedWord[];
  /** What given name, patronymic and endings say; null where they say nothing or disagree. */
  readonly sex: NameSex | null;
}
