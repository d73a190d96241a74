import { birthTable, birthYears, oldestAge } from '../evidence/age.ts';
import { deathTable } from '../evidence/death.ts';
import { militaryWeight } from '../evidence/military.ts';
import type { EvidenceSettings } from '../evidence/parameters.ts';
import { placeWeight } from '../evidence/place.ts';
import { sexRatio, sexRatioGivenName } from '../evidence/sex.ts';
import { statureTable } from '../evidence/stature.ts';
import { traitTables, type TraitTables } from '../evidence/trait-tables.ts';
import type { TraitModel } from '../evidence/traits.ts';
import type { FoundRemains, Sex } from '../records/types.ts';
import { placeKey } from './place-key.ts';
import { TableCache } from './table-cache.ts';
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
  readonly cache: TableCache;
  /** Tables of what was found of birth and height; they may outlive the other settings. */
  readonly lasting: TableCache;
  readonly traits: { readonly marks: TraitTables; readonly clothing: TraitTables };
}

/** Makes ready what the tables of all individuals share. `lasting` may be that of a context of the same population. */
export function tableContext({ columns, population, settings, lasting = new TableCache() }: Pick<TableContext, 'columns' | 'population' | 'settings'> & { readonly lasting?: TableCache }): TableContext {
  return {
    columns, population, settings, lasting, cache: new TableCache(),
    traits: {
      marks: traitTables(columns.markLists, traitModel('marks', population, settings)),
      clothing: traitTables(columns.clothingLists, traitModel('clothing', population, settings)),
    },
  };
}

/**
 * Makes the tables of one individual, or only those of the kinds named. Cost: about 0.05 ms and one number for each
 * distinct list of marks and of clothing; less where tables are shared.
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


function birthCodes(remains: FoundRemains, context: TableContext): Float32Array | null {
  const { population, settings } = context;
  const deathYear = remains.death === null ? population.reportYear : new Date(remains.death.to * 86_400_000).getUTCFullYear();
  const found = { birthYear: remains.birth?.year ?? null, statedAge: remains.statedAge, estimate: remains.age, deathYear };
  const errors = `${settings.birthYearReportError} ${settings.birthYearFoundError} ${settings.ageStatementError} ${settings.ageStatementSpreadYears} ${settings.ageIntervalCoverage}`;
  return context.lasting.of(`birth ${errors} ${found.birthYear ?? ''} ${found.statedAge ?? ''} ${found.estimate?.low ?? ''} ${found.estimate?.high ?? ''} ${deathYear}`, () => {
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
    const { statureReportSdCm, statureReportBiasCm, statureGrossError, statureDefaultSdCm } = context.settings;
    const key = `height ${sex} ${stature.cm} ${stature.sdCm ?? statureDefaultSdCm} ${statureReportSdCm} ${statureReportBiasCm} ${statureGrossError}`;
    const make = (): Float32Array => shifted(statureTable(stature, context.population.stature[sex], context.settings));
    return context.lasting.of(key, make) ?? make();
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
  return context.cache.of(`place ${key}`, () => {
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
  return context.cache.of(`seen ${death.from} ${death.to}`, () => shifted(deathTable(death, population.deathDays, population.death, settings)));
}

function traitCodes(kind: 'marks' | 'clothing', found: readonly string[], { cache, traits }: TableContext): Float32Array | null {
  const key = listKey(found);
  return cache.of(`${kind} ${key}`, () => traits[kind](termsOf(key)));
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
