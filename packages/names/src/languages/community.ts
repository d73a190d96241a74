import type { LatinConvention } from './language.ts';

/** Shares of names, by the first column of the table of given names or by the surname as written. */
export interface NameShares {
  readonly source: string;
  /** Whether somebody has checked the figures against the source. */
  readonly verified: boolean;
  readonly shares: Readonly<Record<string, number>>;
  /** For names of the table that are not listed here. */
  readonly otherListed: number;
}

/** What stands in one column of a table of given names; several forms of a column are separated by spaces. */
export type GivenColumn = 'sex' | { readonly kind: 'full' | 'diminutive' | 'patronymic'; readonly language: string };

/** Given names, a line a name, columns separated by `;`. The first form of the first column names the group. */
export interface GivenNameTable {
  readonly columns: readonly GivenColumn[];
  readonly lines: string;
  readonly source: string;
  readonly verified: boolean;
}

/** A small word that is written together with the name: al in Almasri. */
export interface Article {
  readonly written: string;
  /** What must follow it there: as- stands before s; anything where left out. */
  readonly before?: string;
}

/** How names are put together. Costs are hundredths of log10 of a probability: what it takes to suppose something. */
export interface NameCustoms {
  /** A second surname, given name, father's name in one name. */
  readonly repeated: readonly [surname: number, given: number, patronymic: number];
  /** A name without one. */
  readonly absent: readonly [surname: number, given: number, patronymic: number];
  readonly surnameFirst: number;
  readonly surnameInside: number;
  /** A father's name that follows no given name (and no other father's name where there are chains of them). */
  readonly patronymicAlone: number;
  /** A given name of the table borne as surname. */
  readonly givenAsSurname: number;
  /** A father's name of the table borne as surname. */
  readonly patronymicAsSurname: number;
  /** Whether the father's name is his given name as it is, and his father's may follow it. */
  readonly hasFathersChain: boolean;
  /** Whether names are also written without their vowels. */
  readonly isConsonantal: boolean;
  /** Words that are one name with the word that follows, and how the two are then written: abd al-Rahman is abdulrahman. */
  readonly compoundStarts: Readonly<Record<string, string>>;
  /** Words that hold a name together and say nothing of whose it is; left out. */
  readonly particles: readonly string[];
  /** Words after which a father's name stands; left out too. */
  readonly fatherMarks: readonly string[];
  readonly articles: readonly Article[];
}

/** Languages that share their given names, surnames and customs: a name is read as one of a community. */
export interface Community {
  readonly code: string;
  /** ISO 639 codes of the languages its people write in. */
  readonly languages: readonly string[];
  readonly givenNames: GivenNameTable;
  readonly givenShares: NameShares;
  readonly surnameShares: NameShares;
  /** How its names are written in Latin letters. */
  readonly conventions: readonly LatinConvention[];
  /** Latin letters that speak for a name of this community, lower case. */
  readonly tellingLetters: string;
  /** Small words that speak for a name of this community, lower case. */
  readonly tellingWords: readonly string[];
  readonly customs: NameCustoms;
  /** Sounds of its surnames, in a thousand; without them the surnames of `surnameShares` are counted. */
  readonly soundShares?: Readonly<Record<string, number>>;
}
