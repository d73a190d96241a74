/** Languages with a lexicon of their own. */
export type LanguageCode = 'en' | 'uk';

/** What is read: a text, and the day it was published where somebody knows it. */
export interface SourceDocument {
  readonly id: string;
  readonly text: string;
  /** ISO day, or null: then days that depend on it stay open. */
  readonly publishedOn: string | null;
  /** Left out: found by the letters of the text. */
  readonly language?: LanguageCode;
}

/** A piece of the text, in UTF-16 code units, half open. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export type StatementKind = 'attributed' | 'observation' | 'background';
export type QuoteType = 'direct' | 'indirect' | 'mixed' | 'none';
export type Modality = 'observation' | 'forecast' | 'estimate' | 'denial' | 'allegation' | 'intent';
export type Bound = 'exact' | 'approx' | 'at_least' | 'more_than' | 'at_most' | 'less_than' | 'up_to' | 'range' | 'vague';
export type SpeakerType = 'person' | 'organisation' | 'group' | 'document';

export interface Speaker {
  /** Full name found anywhere in the document, or the description when nobody is named. */
  readonly name: string;
  readonly type: SpeakerType;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly isNamed: boolean;
}

/** A day or month as the text states it; `iso` is null where the text and the publication date do not decide it. */
export interface StatedDate {
  readonly text: string;
  readonly iso: string | null;
}

export interface StatedPeriod {
  readonly text: string;
  readonly from: string | null;
  readonly to: string | null;
}

export interface Channel {
  readonly outlet: string | null;
  readonly medium: string;
}

export interface Quantity extends TextSpan {
  readonly bound: Bound;
  /** Null when vague. */
  readonly value: number | null;
  /** The upper end of a range. */
  readonly value2: number | null;
  readonly min: number | null;
  readonly max: number | null;
  /** What is counted, as a plain English noun where the lexicon knows it; empty when the text does not say. */
  readonly unit: string;
  /** A label such as the number on a cross: never a count. */
  readonly isLabel: boolean;
  /** The old figure in "97, from 115". */
  readonly isSuperseded: boolean;
}

export interface Statement extends TextSpan {
  readonly kind: StatementKind;
  readonly quoteType: QuoteType;
  readonly speaker: Speaker | null;
  readonly speakerMention: TextSpan | null;
  readonly cue: TextSpan | null;
  readonly channel: Channel | null;
  /** Through whom it reached the document besides its speaker, nearest first. */
  readonly via: readonly string[];
  readonly saidOn: StatedDate | null;
  readonly eventOn: StatedPeriod | null;
  readonly about: { readonly places: readonly string[]; readonly site: string | null };
  readonly modality: Modality;
  readonly quantities: readonly Quantity[];
  /** How sure the rule is, 0 to 1: an order of checking for a person, not a probability. */
  readonly confidence: number;
  /** Name of the rule that made it: docs/methods/statements.md. */
  readonly rule: string;
}

/** All statements of one document. */
export interface ReadDocument {
  readonly id: string;
  readonly language: LanguageCode;
  readonly publishedOn: string | null;
  readonly statements: readonly Statement[];
}

export type LinkRelation = 'same-claim' | 'updates' | 'contradicts';

export interface StatementRef {
  readonly doc: string;
  readonly start: number;
  readonly end: number;
}

/** Two statements that bear on each other; for `updates`, `a` is the newer. */
export interface StatementLink {
  readonly a: StatementRef;
  readonly b: StatementRef;
  readonly relation: LinkRelation;
  readonly rule: string;
  readonly confidence: number;
}
