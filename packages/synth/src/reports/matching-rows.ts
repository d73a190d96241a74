/** A line of `missing.jsonl`: what a relative reported. */
export interface MissingRow {
  readonly id: string;
  readonly synthetic: true;
  readonly lang: 'uk' | 'ru';
  readonly script: 'Cyrl' | 'Latn';
  readonly surname: string | null;
  readonly given: string | null;
  readonly patronymic: string | null;
  readonly name: string;
  readonly sex: 'M' | 'F';
  readonly dob: string | null;
  readonly age: number | null;
  readonly last_seen: string;
  readonly place: string | null;
  readonly height_cm: number | null;
  readonly military: boolean | null;
  readonly features: readonly string[];
  readonly clothing: readonly string[];
  readonly reporter: string;
}

export type RemainsSource = 'marker' | 'document' | 'list' | 'nameless';

/** A line of `remains.jsonl`: what was found. */
export interface RemainsRow {
  readonly id: string;
  readonly synthetic: true;
  readonly source: RemainsSource;
  readonly script: 'Cyrl' | 'Latn' | null;
  readonly name_raw: string | null;
  readonly lang: 'uk' | 'ru' | null;
  readonly grave_number: number | null;
  readonly birth_year: number | null;
  readonly age_stated: number | null;
  readonly death_date: string | null;
  readonly death_from: string;
  readonly death_to: string;
  readonly place: string | null;
  readonly sex_estimate: 'M' | 'F' | null;
  readonly age_min: number | null;
  readonly age_max: number | null;
  readonly stature_cm: number | null;
  readonly stature_sd: number | null;
  readonly military: boolean | null;
  readonly features: readonly string[];
  readonly clothing: readonly string[];
}

/** Who is who, kept apart from the two lists. */
export interface MatchingTruth {
  readonly schema: 'names-truth/1';
  readonly SYNTHETIC: true;
  readonly seed: number | string;
  readonly am_person: Readonly<Record<string, string>>;
  /** null: nobody reported this person. */
  readonly pm_person: Readonly<Record<string, string | null>>;
  /** Source and form of the name: `marker:initials`. */
  readonly pm_source: Readonly<Record<string, string>>;
  readonly links: readonly (readonly [pm: string, am: string])[];
}

export interface MatchingSet {
  readonly missing: readonly MissingRow[];
  readonly remains: readonly RemainsRow[];
  readonly truth: MatchingTruth;
}
