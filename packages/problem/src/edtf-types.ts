/** A calendar date of any precision; `X` in a part is a digit nobody stated. */
export interface EdtfDate {
  readonly kind: 'date';
  readonly year: string;
  readonly month: string | null;
  readonly day: string | null;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

/** A season of the northern year: 21 spring, 22 summer, 23 autumn, 24 winter. */
export interface EdtfSeason {
  readonly kind: 'season';
  readonly year: string;
  readonly season: '21' | '22' | '23' | '24';
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

/** A moment as written, with the offset it was written in. */
export interface EdtfInstant {
  readonly kind: 'instant';
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly time: string;
  readonly offset: string;
  readonly approximate: false;
  readonly uncertain: false;
}

export type EdtfPoint = EdtfDate | EdtfSeason | EdtfInstant;

/** The end of an interval: a point, `..` (goes on without an end) or nothing (there is an end, nobody knows it). */
export type EdtfEnd = EdtfPoint | { readonly kind: 'open' } | { readonly kind: 'unknown' };

export interface EdtfInterval {
  readonly kind: 'interval';
  readonly from: EdtfEnd;
  readonly to: EdtfEnd;
}

/** One of several dates, not known which. */
export interface EdtfOneOf {
  readonly kind: 'one-of';
  readonly members: readonly (EdtfPoint | EdtfInterval)[];
}

export type EdtfKind =
  'instant' | 'day' | 'month' | 'year' | 'season' | 'decade' | 'century' | 'unspecified' | 'interval' | 'one-of';

/** A date as people state it, with the earliest and the latest calendar day it can mean. */
export interface Edtf {
  readonly text: string;
  /** `YYYY-MM-DD`; null where no earliest day follows from the words. Never widened by `~` or `?`. */
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly kind: EdtfKind;
  readonly approximate: boolean;
  readonly uncertain: boolean;
  readonly value: EdtfPoint | EdtfInterval | EdtfOneOf;
}

/** True for the end of an interval that is a date and not `..` or nothing. */
export function isPoint(end: EdtfEnd): end is EdtfPoint {
  return end.kind !== 'open' && end.kind !== 'unknown';
}
