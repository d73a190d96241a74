import { colouringWeights, hairColours } from '../evidence/colouring.ts';
import { deathTable, spanWeights } from '../evidence/death.ts';
import type { MarkerModel } from '../evidence/marker.ts';
import { militaryWeight } from '../evidence/military.ts';
import { evidenceParameters, type EvidenceSettings } from '../evidence/parameters.ts';
import { openPlaces, type PlacesTaught, type WeighWay } from '../evidence/places-taught.ts';
import { addressWeight } from '../evidence/place.ts';
import { sexErrorOf, sexRatio, sharesCalled } from '../evidence/sex.ts';
import { statureFit, statureTable } from '../evidence/stature.ts';
import { openTeeth, type TeethModel } from '../evidence/teeth.ts';
import { chartKey } from '../evidence/tooth-chart.ts';
import { traitTables, type TraitTables } from '../evidence/trait-tables.ts';
import { traitWeight, type TraitModel } from '../evidence/traits.ts';
import type { FoundRemains, MissingReport, Sex, TraitKind } from '../records/types.ts';
import { colouringOfCode, eyesCodes, hairCodes } from './colouring-code.ts';
import { ageCodes, birthSettings, type CodedBirth } from './birth-tables.ts';
import { foundKeys, type FoundKeys } from './found-keys.ts';
import { markerTables, type MarkerTables, type WrittenBirth } from './marker-tables.ts';
import { TableCache } from './table-cache.ts';
import type { Population } from './population.ts';
import { hasChart, termsOf, withoutTeeth, type ReportColumns } from './report-columns.ts';
import { lasting } from '../evidence/room.ts';
import { numbersTable } from './numbers-table.ts';

/** The kinds of evidence that tables hold, in the order in which they are shown. */
export const tableKinds = ['sex', 'birth', 'age', 'height', 'hair', 'eyes', 'teeth', 'numbers', 'seen', 'place', 'military', 'marks', 'clothing', 'belongings'] as const;
export type TableKind = (typeof tableKinds)[number];

/** log10 LR of one individual for every code of every column of the reports; index 0 is neutral. Null = not found. */
export interface RemainsTables {
  /** What was written of the birth, bounded as a marker is, as if no name had been read. */
  readonly birth: Float32Array | null;
  /** The examiner's estimate. */
  readonly age: Float32Array | null;
  /** By sex of the report: unknown, M, F. */
  readonly height: readonly [Float32Array, Float32Array, Float32Array] | null;
  readonly sex: Float32Array | null;
  /** What the name and the birth that were read share; null where neither was. */
  readonly marker: MarkerTables | null;
  readonly place: Float32Array | null;
  readonly military: Float32Array | null;
  readonly seen: Float32Array | null;
  readonly hair: Float32Array | null;
  /** By hair and eyes of the report together: what eyes add to hair. */
  readonly eyes: Float32Array | null;
  readonly teeth: Float32Array | null;
  readonly numbers: Float32Array | null;
  readonly marks: Float32Array | null;
  readonly clothing: Float32Array | null;
  readonly belongings: Float32Array | null;
}

export interface TableContext {
  /** What the lists teach of places; null where they teach nothing. */
  readonly placesTaught: PlacesTaught | null;
  readonly way: WeighWay | undefined;
  readonly columns: ReportColumns;
  readonly population: Population;
  readonly settings: EvidenceSettings;
  /** Tables that many remains share. */
  readonly cache: TableCache;
  readonly written: TableCache<WrittenBirth>;
  readonly lasting: LastingTables;
  /** Where tables of births are kept, and the settings that decide them and those of height, as words: made once, because digits of fractions are slow to write. */
  readonly births: TableCache<CodedBirth>;
  readonly birthGroup: string;
  readonly heightGroup: string;
  readonly marker: MarkerModel;
  readonly traits: Readonly<Record<TraitKind, TraitTables>>;
  readonly teeth: TeethModel;
}

/** Tables of what was found of birth and height; they may outlive the other settings. */
export interface LastingTables {
  readonly births: TableCache<CodedBirth>;
  readonly heights: TableCache<HeightTables>;
}

/** By sex of the report: unknown, M, F. */
type HeightTables = readonly [Float32Array, Float32Array, Float32Array];

export function lastingTables(): LastingTables {
  return { births: new TableCache(({ codes }) => codes.length), heights: new TableCache(([all]) => 3 * all.length) };
}

/** Makes ready what the tables of all individuals share. `lasting` may be that of a context of the same population. */
export function tableContext({ columns, population, settings, lasting = lastingTables(), placesTaught = null }: Pick<TableContext, 'columns' | 'population' | 'settings'> & { readonly lasting?: LastingTables; readonly placesTaught?: PlacesTaught | null }): TableContext {
  const traits = (kind: TraitKind): TraitTables => traitTables(columns.traitLists[kind], traitModel(kind, population, settings));
  return {
    columns, population, settings, lasting, placesTaught, way: placesTaught === null ? undefined : openPlaces(placesTaught), teeth: openTeeth(settings),
    cache: new TableCache((table) => table.length), written: new TableCache(({ codes, alone }) => codes.length + alone.length),
    // Spans are numbered by the reports of this context alone.
    births: columns.birthSpans.length === 0 ? lasting.births : lastingTables().births,
    birthGroup: birthSettings(settings), heightGroup: heightSettings(settings),
    marker: { misplaced: settings.markerMisplaced, ofListed: settings.markerOfListed, listed: population.listed },
    traits: { marks: traits('marks'), clothing: traits('clothing'), belongings: traits('belongings') },
  };
}

/**
 * Makes the tables of one individual, or only those of the kinds named. Cost: about 0.05 ms and one number for each
 * distinct list of marks and of clothing; less where tables are shared.
 */
export function tablesOf(remains: FoundRemains, context: TableContext, only?: readonly TableKind[]): RemainsTables {
  const wanted = (kind: TableKind): boolean => only === undefined || only.includes(kind);
  const keys = foundKeys(remains);
  const marker = wanted('birth') ? markerTables(remains, keys.births, context) : null;
  return {
    birth: marker?.alone ?? null,
    age: wanted('age') ? ageCodes(keys.births, context) : null,
    height: wanted('height') ? heightCodes(remains, keys, context) : null,
    sex: sexCodes(remains, context),
    marker,
    hair: wanted('hair') ? hairTable(remains, context) : null,
    eyes: wanted('eyes') ? eyesTable(remains, context) : null,
    teeth: wanted('teeth') ? teethTable(remains, context) : null,
    numbers: wanted('numbers') ? numberCodes(remains, context) : null,
    place: wanted('place') ? placeCodes(keys, context) : null,
    military: wanted('military') ? militaryCodes(remains.isMilitary, context) : null,
    seen: wanted('seen') ? seenCodes(remains, keys, context) : null,
    marks: wanted('marks') ? markCodes(remains, keys, context) : null,
    clothing: wanted('clothing') ? traitCodes('clothing', keys, context) : null,
    belongings: wanted('belongings') ? traitCodes('belongings', keys, context) : null,
  };
}

function heightCodes({ stature }: FoundRemains, { height }: FoundKeys, { population, settings, lasting: { heights }, heightGroup }: TableContext): HeightTables | null {
  if (stature === null || height === null) return null;
  const of = (sex: Sex | 'all'): Float32Array => shifted(statureTable(stature, population.stature[sex], settings));
  return heights.of(height, () => [of('all'), of('M'), of('F')], heightGroup);
}

function heightSettings({ statureReportSdCm, statureReportBiasCm, statureGrossError, statureGrossSpreadCm, statureDefaultSdCm }: EvidenceSettings): string {
  return `${statureReportSdCm} ${statureReportBiasCm} ${statureGrossError} ${statureGrossSpreadCm} ${statureDefaultSdCm}`;
}

/** How probable the estimated stature is with the height of a report, log10; 0 where one of both is not said. */
export function heightFit({ stature }: FoundRemains, { heightCm, sex }: MissingReport, { settings, population }: Pick<TableContext, 'settings' | 'population'>): number {
  return stature === null || heightCm === null ? 0 : statureFit(stature, heightCm, population.stature[sex ?? 'all'], settings);
}

function sexCodes(remains: FoundRemains, { settings, population: { sex: shares }, cache }: TableContext): Float32Array | null {
  const { sex: observed, isSexInDoubt } = remains;
  if (observed === null) return null;
  return cache.of(observed, () => {
    const errorRate = sexErrorOf(remains, settings) + settings.sexReportError;
    // The closed form leaves the small error out of the share.
    const population = isSexInDoubt ? sharesCalled(shares, errorRate) : shares;
    return Float32Array.of(0, Math.log10(sexRatio('M', observed, { errorRate, population })), Math.log10(sexRatio('F', observed, { errorRate, population })));
  }, isSexInDoubt ? 'sex in doubt' : 'sex');
}

/** Share of a place, by its key, among the places where remains were found. */
export function shareOfPlace({ places }: Population, key: string): number {
  return places.get(key) ?? 0.5 / (places.size + 1);
}

function placeCodes({ place }: FoundKeys, { cache, columns: { places }, population, settings: { placeSame, streetSame, streetShare }, way }: TableContext): Float32Array | null {
  if (place === null) return null;
  const { keys: found, table } = place;
  return cache.of(table, () => {
    const share = shareOfPlace(population, found.settlement);
    return shifted(Float32Array.from(places, (reported) => addressWeight(reported, found, { share, same: placeSame, streetShare, streetSame }, way)));
  }, 'place');
}

function hairTable({ hair }: FoundRemains, { population, settings, cache }: TableContext): Float32Array | null {
  if (hair === null) return null;
  return cache.of(hair, () => Float32Array.from({ length: hairCodes }, (_, code) => {
    const reported = hairColours[code - 1] ?? null;
    return colouringWeights({ hair: reported, eyes: null }, { hair, eyes: null }, population.colouring, settings).hair;
  }), 'hair');
}

function eyesTable({ hair, eyes }: FoundRemains, { population, settings, cache }: TableContext): Float32Array | null {
  if (eyes === null) return null;
  return cache.of(`${hair ?? ''} ${eyes}`, () => Float32Array.from({ length: eyesCodes }, (_, code) => (code === 0 ? 0 : colouringWeights(colouringOfCode(code), { hair, eyes }, population.colouring, settings).eyes)), 'eyes');
}

function teethTable({ teeth: found }: FoundRemains, { columns: { charts }, teeth, cache }: TableContext): Float32Array | null {
  if (found === null || found.size === 0 || charts.length === 0) return null;
  return cache.of(chartKey(found), () => shifted(Float32Array.from(charts, (chart) => teeth.weigh(chart, found))), 'teeth');
}

function numberCodes({ numbers: found }: FoundRemains, { columns: { numberLists }, settings }: TableContext): Float32Array | null {
  return found.length === 0 || numberLists.length === 0 ? null : shifted(numbersTable(found, numberLists, settings));
}

function militaryCodes(found: boolean | null, { cache, population, settings }: TableContext): Float32Array | null {
  if (found === null) return null;
  return cache.of(found ? 'yes' : 'no', () => {
    const model = { share: population.soldiers, reportError: settings.militaryReportError, foundError: settings.militaryFoundError };
    return Float32Array.of(0, militaryWeight(false, found, model), militaryWeight(true, found, model));
  }, 'military');
}

function seenCodes({ death }: FoundRemains, { seen: key }: FoundKeys, { cache, population: { death: deaths, deathDays, seen }, settings, columns: { seenSpans } }: TableContext): Float32Array | null {
  if (death === null || key === null) return null;
  return cache.of(key, () => {
    const table = deathTable(death, deathDays, deaths, settings);
    const codes = lasting.floats(1 + table.length + seenSpans.length);
    codes.set(table, 1);
    codes.set(spanWeights(table, { firstDay: deathDays.firstDay, seen }, seenSpans), 1 + table.length);
    return codes;
  }, 'seen');
}

function traitCodes(kind: TraitKind, { traits: { [kind]: key } }: FoundKeys, { cache, traits }: TableContext): Float32Array | null {
  return key === null ? null : cache.of(key, () => shifted(traits[kind](termsOf(key))), kind);
}

/** Marks; where report and remains both have a chart of teeth, marks of the teeth count there. */
function markCodes(remains: FoundRemains, keys: FoundKeys, context: TableContext): Float32Array | null {
  const { cache, columns: { marksWithChart, traitLists }, population, settings } = context;
  const codes = traitCodes('marks', keys, context);
  const { marks: key } = keys.traits;
  if (codes === null || key === null || !hasChart(remains) || !marksWithChart.includes(true)) return codes;
  return cache.of(key, () => {
    const [found, model] = [withoutTeeth(termsOf(key)), traitModel('marks', population, settings)];
    return codes.map((weight, code) => (marksWithChart[code - 1] === true ? traitWeight(withoutTeeth(traitLists.marks[code - 1] ?? []), found, model) : weight));
  }, 'marks beside a chart');
}

/** The model of one kind of lists with the shares of the lists. */
export function traitModel(kind: TraitKind, population: Population, settings: EvidenceSettings): TraitModel {
  const found = { marks: settings.marksFound, clothing: settings.clothingFound, belongings: settings.belongingsFound };
  const another = { marks: settings.marksOfAnother, clothing: settings.clothingOfAnother, belongings: settings.belongingsOfAnother };
  const rarest = { marks: settings.markRarest, clothing: settings.garmentRarest, belongings: settings.belongingRarest };
  const { qualities: shares, ...counted } = population.traits[kind];
  const qualities = { shares, errors: settings.namedOtherwise / evidenceParameters.namedOtherwise.value };
  return { foundIfReported: found[kind], ...counted, qualities, rarest: rarest[kind], ofAnother: another[kind] };
}

function shifted(table: Float32Array): Float32Array {
  const codes = lasting.floats(table.length + 1);
  codes.set(table, 1);
  return codes;
}
