/** What a word of a name does in it. `unknown` where the words alone do not tell. */
export type NameRole = 'surname' | 'given' | 'patronymic' | 'unknown';

export type NameSex = 'male' | 'female';

/** A name whose parts are known. Every part may hold several words; absent parts are null or left out. */
export interface NameParts {
  readonly surname?: string | null;
  readonly given?: string | null;
  readonly patronymic?: string | null;
  /** Further surnames of the same person: maiden name, name by another marriage. */
  readonly otherSurnames?: readonly string[];
}

export interface PrepareOptions {
  /** The language the text is said to be in (`uk`, `ru` ...); without it the letters decide. */
  readonly language?: string | null;
  /** The sex stated elsewhere for the person; only used to know whether a surname may have been changed by marriage. */
  readonly sex?: NameSex | null;
}

/** How one letter (or group of letters) of one name became another, and what explains it best. */
export interface LetterChange {
  readonly a: string;
  readonly b: string;
  readonly cause: 'handwriting' | 'reading' | 'keyboard' | 'by-ear' | 'doubling' | 'swap' | 'unexplained';
}

/** Why a word of one name was or was not taken for a word of the other. Words are made by `describeNameReason`. */
export interface NameReason {
  readonly kind:
    | 'same' // the same letters
    | 'spelling' // one name, written by the rules of another language, script or convention
    | 'variant' // given-name or patronymic equivalent: Микола = Николай
    | 'diminutive' // Коля = Микола
    | 'ending' // Яворський = Яворська
    | 'initial' // М. = Микола
    | 'similar' // some letters differ: see `changes`
    | 'illegible' // what can be read agrees
    | 'joined' // the same when the gaps between words are left out
    | 'different'
    | 'only-in-one';
  readonly role: NameRole;
  /** As written; null where the other name has no such word. */
  readonly a: string | null;
  readonly b: string | null;
  /** Weight of this word alone, log10 of a likelihood ratio; 0 says nothing. */
  readonly log10Lr: number;
  /** Agreement of the two words, 0..1. */
  readonly score: number;
  readonly changes: readonly LetterChange[];
}

export interface NameComparison {
  /**
   * log10 of P(these two writings | one person) / P(these two writings | two unrelated people of one sex), under the
   * model; finite, bounded both ways by the model's error rates and frequencies.
   */
  readonly log10Lr: number;
  /** 0 (nothing agrees) to 1 (the same words). A grade for display, not a probability. */
  readonly score: number;
  readonly reasons: readonly NameReason[];
}
