import { placeKeys, type PlaceKeys } from '@imena/names';
import { birthYears, firstBirthYear, type FoundBirth } from '../evidence/age.ts';
import type { DaySpan, FoundRemains, TraitKind } from '../records/types.ts';
import { traitKey } from './report-columns.ts';

/** What the tables of one individual are kept under (`TableCache`), whatever the settings; null where nothing was found. */
export interface FoundKeys {
  /** The lists as `traitKey` has them. */
  readonly traits: Readonly<Record<TraitKind, string | null>>;
  readonly place: { readonly keys: PlaceKeys; readonly table: string } | null;
  readonly seen: string | null;
  readonly height: string | null;
  readonly births: FoundBirths;
}

/** What is known of a birth, with the key of its table. The year of death is null where nothing bounds the death: then reports and remains tell of one year. */
export interface KeyedBirth extends Omit<FoundBirth, 'deathYear'> {
  readonly deathYear: number | null;
  readonly key: string;
}

/** All that was found of one birth, what was written of it alone, and what was estimated alone; null where that is nothing. */
export interface FoundBirths {
  readonly both: KeyedBirth | null;
  readonly written: KeyedBirth | null;
  readonly estimated: KeyedBirth | null;
}

const known = new WeakMap<FoundRemains, FoundKeys>();

/** The keys of an individual, made once for its record: they are asked for under all settings, for every pair. */
export function foundKeys(remains: FoundRemains): FoundKeys {
  const before = known.get(remains);
  if (before !== undefined) return before;
  const made = makeKeys(remains);
  known.set(remains, made);
  return made;
}

function makeKeys(remains: FoundRemains): FoundKeys {
  const { place, street, death, stature } = remains;
  const keys = place === null ? null : placeKeys(place, street);
  return {
    traits: { marks: traitKey('marks', remains), clothing: traitKey('clothing', remains), belongings: traitKey('belongings', remains) },
    place: keys === null ? null : { keys, table: keys.street === null ? keys.settlement : `${keys.settlement}|${keys.street}` },
    seen: death === null ? null : spanKey(death),
    height: stature === null ? null : `${stature.cm} ${stature.sdCm ?? ''}`,
    births: birthsOf(remains),
  };
}

function birthsOf({ death, birth, birthYears: span, statedAge, age: estimate }: FoundRemains): FoundBirths {
  const year = birth?.year ?? null;
  // A year that nobody living was born in is a slip of the pen.
  const birthYear = year !== null && year >= firstBirthYear && year < firstBirthYear + birthYears ? year : null;
  const deathYear = deathYearOf(death);
  // Only what a table is made of stands in its key: a span goes before a year, a year before an age, and neither needs the death.
  const own = span !== null ? spanKey(span) + (span.isDoubtful ? '?' : '') : birthYear !== null ? `${birthYear}` : statedAge !== null ? `aged ${statedAge} ${deathYear ?? ''}` : null;
  // Written out field by field: copies of objects take several times as long.
  const written: KeyedBirth | null = own === null ? null : { birthYear, birthYears: span, statedAge, estimate: null, deathYear, key: own };
  if (estimate === null) return { both: written, written, estimated: null };
  const ofEstimate = `${estimate.low}-${estimate.high} ${deathYear ?? ''}`;
  const estimated: KeyedBirth = { birthYear: null, birthYears: null, statedAge: null, estimate, deathYear, key: ofEstimate };
  if (own === null) return { both: estimated, written, estimated };
  return { both: { birthYear, birthYears: span, statedAge, estimate, deathYear, key: `${own} ${ofEstimate}` }, written, estimated };
}

/** The year of death; null where nothing bounds it to one side. */
export function deathYearOf(death: FoundRemains['death']): number | null {
  return death?.to == null ? null : new Date(death.to * 86_400_000).getUTCFullYear();
}

function spanKey({ from, to }: DaySpan): string {
  return `${from ?? ''}/${to ?? ''}`;
}
