import type { NameSex } from '../prepared-name.ts';

/** Letters (or groups of letters) and the sounds they are read as; longer groups win. */
export interface Letters {
  readonly letters: Readonly<Record<string, string>>;
  /** Where the beginning of a word is read otherwise. */
  readonly initial?: Readonly<Record<string, string>>;
  /** Where the end of a word is read otherwise. */
  readonly final?: Readonly<Record<string, string>>;
}

/** Everything that one language adds; the code that reads it knows no language. */
export interface Language extends Letters {
  /** ISO 639-1 */
  readonly code: string;
  /** ISO 15924 */
  readonly script: 'Cyrl' | 'Latn' | 'Grek' | 'Geor' | 'Armn' | 'Arab';
  /** Letters that only this language of its script has. */
  readonly tellingLetters: string;
  /** Endings of surnames, in sounds, that differ by the bearer's sex, and the beginning of them that remains; longer ones win. */
  readonly surnameEndings: readonly (readonly [ending: string, neutral: string, sex: NameSex | null])[];
  /** Endings, in sounds, that make a patronymic of a word. */
  readonly patronymicEndings: readonly (readonly [ending: string, sex: NameSex])[];
  /** Endings, in sounds, that are typical of surnames. */
  readonly surnameMarks: readonly string[];
  /** Words beside a name that are not part of it, lower case, dots left out. */
  readonly asideWords: readonly string[];
  /** Rows of the keyboard, for neighbouring keys. */
  readonly keyboard: readonly string[];
}

/** How people of one habit write names in Latin letters, read back into sounds. */
export interface LatinConvention extends Letters {
  readonly code: string;
  /** Cost of supposing this habit, log10 units. */
  readonly cost: number;
}

/** Letters that take each other's place, in sounds or in letters of the script. */
export interface ConfusionTable {
  readonly cause: 'handwriting' | 'reading' | 'by-ear' | 'spelling';
  /** `-log10` of the probability that a letter is taken for this one. */
  readonly cost: number;
  /** In which script the two look alike; null where sound and not look is the reason. */
  readonly script: Language['script'] | null;
  /** Whether it holds only where both words are in that script. */
  readonly isAlone?: boolean;
  /** Pairs written one after the other: `ин` is и and н. */
  readonly pairs: readonly string[];
  readonly source: string;
  readonly verified: boolean;
}
