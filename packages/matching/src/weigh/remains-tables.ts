import { birthTable, birthYears, oldestAge } from '../evidence/age.ts';
import { deathTable } from '../evidence/death.ts';
import { militaryWeight } from '../evidence/military.ts';
import type { EvidenceSettings } from '../evidence/parameters.ts';
import { placeWeight } from '../evidence/place.ts';
import { sexRatio, sexRatioGivenName } from '../evidence/sex.ts';
import { statureTable } from '../evidence/stature.ts';
import { traitWeight, type TraitModel } from '../evidence/traits.ts';
import type { FoundRemains, Sex } from '../records/types.ts';
import { placeKey } from './place-key.ts';
import type { Population } from './population.ts';
import { listKey, termsOf, type ReportColumns } from './report-columns.ts';

/** The kinds of evidence that tables hold, in the order in which they are shown. */
export const tableKinds = ['sex', 'birth', 'height', 'seen', 'place', 'military', 'marks', 'clothing'] as const;
export type TableKind = (typeof tableKinds)[number];

/** log10 LR of one individual for every code of every column of the reports; index 0 is neutral. Null = not found. */
export interface RemainsTables {
  readonly birth: Float32Array | null;
  /** By sex of the report: unknown, M, F. */
  readonly height: readonly [Float32Array, Float32Array, Float32Array] | null;
  readonly sex: Float32Array | null;
  /** The same where a given name agrees. */
  readonly sexGivenName: Float32Array | null;
  readonly place: Float32Array | null;
  readonly military: Float32Array | null;
  readonly seen: Float32Array | null;
  readonly marks: Float32Array | null;
  readonly clothing: Float32Array | null;
}

export interface TableContext {
  readonly columns: ReportColumns;
  readonly population: Population;
  readonly settings: EvidenceSettings;
  /** Tables that many remains share. */
  readonly cache: Map<string, Float32Array>;
}

/**
 * Makes the tables of one individual, or only those of the kinds named. Cost: about 0.1 ms, much less where tables are
 * shared.
 */
export function tablesOf(remains: FoundRemains, context: TableContext, only?: readonly TableKind[]): RemainsTables {
  const wanted = (kind: TableKind): boolean => only === undefined || only.includes(kind);
  return {
    birth: wanted('birth') ? birthCodes(remains, context) : null,
    height: wanted('height') ? heightCodes(remains, context) : null,
    sex: sexCodes(remains.sex, context, (missing, observed, error) => sexRatio(missing, observed, { errorRate: error, population: context.population.sex })),
    sexGivenName: sexCodes(remains.sex, context, (missing, observed, error) =>
      sexRatioGivenName(missing, observed, { errorRate: error, population: context.population.sex, misplaced: context.settings.markerMisplaced })),
    place: wanted('place') ? placeCodes(remains.place, context) : null,
    military: wanted('military') ? militaryCodes(remains.isMilitary, context) : null,
    seen: wanted('seen') ? seenCodes(remains.death, context) : null,
    marks: wanted('marks') ? traitCodes('marks', remains.marks, context) : null,
    clothing: wanted('clothing') ? traitCodes('clothing', remains.clothing, context) : null,
  };
}

function cached(key: string, context: TableContext, make: () => Float32Array | null): Float32Array | null {
  const known = context.cache.get(key);
  if (known !== undefined) return known;
  const table = make();
  if (table !== null && context.cache.size < 60_000) context.cache.set(key, table);
  return table;
}

function birthCodes(remains: FoundRemains, context: TableContext): Float32Array | null {
  const { population, settings } = context;
  const deathYear = remains.death === null ? population.reportYear : new Date(remains.death.to * 86_400_000).getUTCFullYear();
  const found = { birthYear: remains.birth?.year ?? null, statedAge: remains.statedAge, estimate: remains.age, deathYear };
  return cached(`birth ${JSON.stringify(found)}`, context, () => {
    const table = birthTable(found, population.reportYear, population.birth, settings);
    if (table === null) return null;
    const codes = new Float32Array(1 + birthYears + oldestAge + 1);
    codes.set(table.byYear, 1);
    codes.set(table.byAge, 1 + birthYears);
    return codes;
  });
}

function heightCodes({ stature }: FoundRemains, context: TableContext): RemainsTables['height'] {
  if (stature === null) return null;
  const of = (sex: Sex | 'all'): Float32Array => {
    const make = (): Float32Array => shifted(statureTable(stature, context.population.stature[sex], context.settings));
    return cached(`height ${sex} ${stature.cm} ${stature.sdCm}`, context, make) ?? make();
  };
  return [of('all'), of('M'), of('F')];
}

function sexCodes(observed: Sex | null, { settings }: TableContext, ratio: (missing: Sex, observed: Sex, error: number) => number): Float32Array | null {
  if (observed === null) return null;
  const error = settings.sexEstimateError + settings.sexReportError;
  return Float32Array.of(0, Math.log10(ratio('M', observed, error)), Math.log10(ratio('F', observed, error)));
}

function placeCodes(place: string | null, context: TableContext): Float32Array | null {
  if (place === null) return null;
  const key = placeKey(place);
  const { columns: { places }, population, settings } = context;
  return cached(`place ${key}`, context, () => {
    const share = population.places.get(key) ?? 0.5 / (population.places.size + 1);
    const table = new Float32Array(places.length + 1);
    places.forEach((other, i) => { table[i + 1] = placeWeight(other === key, share, settings.placeSame); });
    return table;
  });
}

function militaryCodes(found: boolean | null, { population, settings }: TableContext): Float32Array | null {
  if (found === null) return null;
  const model = { share: population.soldiers, reportError: settings.militaryReportError, foundError: settings.militaryFoundError };
  return Float32Array.of(0, militaryWeight(false, found, model), militaryWeight(true, found, model));
}

function seenCodes(death: FoundRemains['death'], context: TableContext): Float32Array | null {
  if (death === null) return null;
  const { population, settings } = context;
  return cached(`seen ${death.from} ${death.to}`, context, () => shifted(deathTable(death, population.deathDays, population.death, settings)));
}

/** Lists of free text may all differ; then the table is left to the pairs that are weighed in full. */
const tooManyLists = 20_000;

function traitCodes(kind: 'marks' | 'clothing', found: readonly string[], context: TableContext): Float32Array | null {
  const lists = kind === 'marks' ? context.columns.markLists : context.columns.clothingLists;
  if (lists.length > tooManyLists) return null;
  const key = listKey(found);
  return cached(`${kind} ${key}`, context, () => {
    const model = traitModel(kind, context.population, context.settings);
    const terms = termsOf(key);
    return Float32Array.from(lists, (reported) => traitWeight(reported, terms, model));
  });
}

/** The model of marks or of clothing with the shares of the lists. */
export function traitModel(kind: 'marks' | 'clothing', population: Population, settings: EvidenceSettings): TraitModel {
  return { foundIfReported: kind === 'marks' ? settings.marksFound : settings.clothingFound, ...population[kind] };
}

function shifted(table: Float32Array): Float32Array {
  const codes = new Float32Array(table.length + 1);
  codes.set(table, 1);
  return codes;
}
