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
  readonly sex: 'M' | 'F' | null;
  readonly dob: string | null;
  readonly age: number | null;
  readonly last_seen: string | null;
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

/** A number on a thing of one person, as written. */
export interface NumberRow {
  readonly kind: 'passport' | 'phone' | 'tax_number' | 'implant' | 'military_id';
  readonly number: string;
}

/** Findings by FDI number, codes of the register; `others` = all teeth that are not named. */
export type ToothRow = Readonly<Record<string, string>>;

/** Why there is no value, as the lists write it. */
export interface AbsentRow {
  readonly absent: 'not_observed' | 'not_assessable' | 'refused' | 'not_asked' | 'absent';
}

/** Further fields of a report in sets with all kinds of evidence. */
export interface DetailsTold {
  readonly hair: string | null;
  readonly eyes: string | null;
  readonly street: string | null;
  readonly belongings: readonly string[] | AbsentRow;
  readonly numbers: readonly NumberRow[];
  readonly teeth: ToothRow | null;
}

/** Further fields of remains. */
export interface DetailsFound {
  readonly hair: string | AbsentRow;
  readonly eyes: string | AbsentRow;
  readonly street: string | null;
  readonly belongings: readonly string[];
  readonly numbers: readonly NumberRow[];
  readonly teeth: ToothRow | AbsentRow;
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
  readonly missing: readonly (MissingRow & Partial<DetailsTold>)[];
  readonly remains: readonly (RemainsRow & Partial<DetailsFound>)[];
  readonly truth: MatchingTruth;
}
