export type Sex = 'M' | 'F';

/** What one informant reported about one missing person, as the matching reads it. Null or empty = not reported. */
export interface MissingReport {
  readonly id: string;
  readonly surname: string | null;
  readonly given: string | null;
  readonly patronymic: string | null;
  /** The name as written, order of parts unknown. */
  readonly name: string | null;
  readonly lang: string | null;
  readonly sex: Sex | null;
  readonly birth: StatedDate | null;
  readonly age: number | null;
  /** Days since 1970-01-01. */
  readonly lastSeen: number | null;
  readonly place: string | null;
  readonly heightCm: number | null;
  readonly isMilitary: boolean | null;
  readonly marks: readonly string[];
  readonly clothing: readonly string[];
  /** Relation or name of the informant, as written. */
  readonly informant: string | null;
}

/** A date of which month and day may be unknown. */
export interface StatedDate {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** What was found and read of one individual. Null or empty = not observed. */
export interface FoundRemains {
  readonly id: string;
  readonly source: string | null;
  /** The name as read, without number, years and age. */
  readonly name: string | null;
  readonly lang: string | null;
  readonly birth: StatedDate | null;
  readonly statedAge: number | null;
  /** Bounds of death, days since 1970-01-01; they hold the stated day of death where there is one. */
  readonly death: { readonly from: number; readonly to: number } | null;
  readonly place: string | null;
  readonly sex: Sex | null;
  readonly age: { readonly low: number; readonly high: number } | null;
  readonly stature: { readonly cm: number; readonly sdCm: number | null } | null;
  readonly isMilitary: boolean | null;
  readonly marks: readonly string[];
  readonly clothing: readonly string[];
}
