/** How often things go wrong between a person's name and what was written; probabilities. */
export interface NameErrorRates {
  /** The same person under quite another surname: maiden name, marriage, adoption; by sex. */
  readonly otherSurname: { readonly male: number; readonly female: number; readonly unknown: number };
  readonly otherGiven: number;
  readonly otherPatronymic: number;
  /** Another link of the chain of fathers is given, grandfather for father; `defaultOtherInChain` where left out. */
  readonly otherInChain?: number;
  readonly wrongInitial: number;
  /** The whole name belongs to somebody else: a marker of another grave, papers of another in the pocket. */
  readonly nameOfAnother: number;
}

/** Estimated: one writing leaves out a father that the other names. */
export const defaultOtherInChain = 0.2;

/** Frequencies and error rates under which names are weighed. Plain data: it may be stored, versioned and sent. */
export interface NameModel {
  readonly version: string;
  readonly source: string;
  readonly verified: boolean;
  /** How many names the shares were learned from; 0 for the estimates built in. */
  readonly learnedFrom: number;
  readonly rates: NameErrorRates;
  /** Share of people with a surname, by `PreparedWord.key`. */
  readonly surnameShares: Readonly<Record<string, number>>;
  /** Share of a surname that is not in the list. */
  readonly rareSurname: number;
  /** Share of each given name of the lexicon among people of its sex, by id. */
  readonly givenShares: readonly number[];
  /** Share of a given name that the lexicon does not have. */
  readonly rareGiven: number;
  /** `-log10` of the probability of a sound after another, hundredths, `soundCount * soundCount`. */
  readonly surprise: readonly number[];
}
