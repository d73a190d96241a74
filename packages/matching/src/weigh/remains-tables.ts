import { colouringWeights, hairColours } from '../evidence/colouring.ts';
import { deathTable, spanWeights } from '../evidence/death.ts';
import { militaryWeight } from '../evidence/military.ts';
import { evidenceParameters, type EvidenceSettings } from '../evidence/parameters.ts';
import { numbersWeight } from '../evidence/numbers.ts';
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
import { ageCodes, markerTables, type MarkerTables } from './marker-tables.ts';
import { foundKeys } from './found-keys.ts';
import { TableCache } from './table-cache.ts';
import type { Population } from './population.ts';
import { hasChart, termsOf, withoutTeeth, type ReportColumns } from './report-columns.ts';

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
  /** Tables of what was found of birth and height; they may outlive the other settings. */
  readonly lasting: TableCache;
  readonly traits: Readonly<Record<TraitKind, TraitTables>>;
  readonly teeth: TeethModel;
}

/** Makes ready what the tables of all individuals share. `lasting` may be that of a context of the same population. */
export function tableContext({ columns, population, settings, lasting = new TableCache(), placesTaught = null }: Pick<TableContext, 'columns' | 'population' | 'settings'> & { readonly lasting?: TableCache; readonly placesTaught?: PlacesTaught | null }): TableContext {
  const traits = (kind: TraitKind): TraitTables => traitTables(columns.traitLists[kind], traitModel(kind, population, settings));
  return {
    columns, population, settings, lasting, placesTaught, way: placesTaught === null ? undefined : openPlaces(placesTaught), cache: new TableCache(), teeth: openTeeth(settings),
    traits: { marks: traits('marks'), clothing: traits('clothing'), belongings: traits('belongings') },
  };
}

/**
 * Makes the tables of one individual, or only those of the kinds named. Cost: about 0.05 ms and one number for each
 * distinct list of marks and of clothing; less where tables are shared.
 */
export function tablesOf(remains: FoundRemains, context: TableContext, only?: readonly TableKind[]): RemainsTables {
  const wanted = (kind: TableKind): boolean => only === undefined || only.includes(kind);
  const marker = wanted('birth') ? markerTables(remains, context) : null;
  return {
    birth: marker?.alone ?? null,
    age: wanted('age') ? ageCodes(remains, context) : null,
    height: wanted('height') ? heightCodes(remains, context) : null,
    sex: sexCodes(remains, context),
    marker,
    hair: wanted('hair') ? hairTable(remains, context) : null,
    eyes: wanted('eyes') ? eyesTable(remains, context) : null,
    teeth: wanted('teeth') ? teethTable(remains, context) : null,
    numbers: wanted('numbers') ? numbersTable(remains, context) : null,
    place: wanted('place') ? placeCodes(remains, context) : null,
    military: wanted('military') ? militaryCodes(remains.isMilitary, context) : null,
    seen: wanted('seen') ? seenCodes(remains, context) : null,
    marks: wanted('marks') ? markCodes(remains, context) : null,
    clothing: wanted('clothing') ? traitCodes('clothing', remains, context) : null,
    belongings: wanted('belongings') ? traitCodes('belongings', remains, context) : null,
  };
}

function heightCodes(remains: FoundRemains, context: TableContext): RemainsTables['height'] {
  const [{ stature }, { height }] = [remains, foundKeys(remains)];
  if (stature === null || height === null) return null;
  const group = heightSettings(context.settings);
  const of = (sex: Sex | 'all', key: string): Float32Array => {
    const make = (): Float32Array => shifted(statureTable(stature, context.population.stature[sex], context.settings));
    return context.lasting.of(key, make, group) ?? make();
  };
  return [of('all', height[0]), of('M', height[1]), of('F', height[2])];
}

const heightGroups = new WeakMap<EvidenceSettings, string>();

/** The settings that decide tables of height, as words: made once, because digits of fractions are slow to write. */
function heightSettings(settings: EvidenceSettings): string {
  const known = heightGroups.get(settings);
  if (known !== undefined) return known;
  const { statureReportSdCm, statureReportBiasCm, statureGrossError, statureGrossSpreadCm, statureDefaultSdCm } = settings;
  const made = `height ${statureReportSdCm} ${statureReportBiasCm} ${statureGrossError} ${statureGrossSpreadCm} ${statureDefaultSdCm}`;
  heightGroups.set(settings, made);
  return made;
}

/** How probable the estimated stature is with the height of a report, log10; 0 where one of both is not said. */
export function heightFit({ stature }: FoundRemains, { heightCm, sex }: MissingReport, { settings, population }: Pick<TableContext, 'settings' | 'population'>): number {
  return stature === null || heightCm === null ? 0 : statureFit(stature, heightCm, population.stature[sex ?? 'all'], settings);
}

function sexCodes(remains: FoundRemains, { settings, population: { sex: shares } }: TableContext): Float32Array | null {
  const { sex: observed, isSexInDoubt } = remains;
  if (observed === null) return null;
  const errorRate = sexErrorOf(remains, settings) + settings.sexReportError;
  // The closed form leaves the small error out of the share.
  const population = isSexInDoubt ? sharesCalled(shares, errorRate) : shares;
  return Float32Array.of(0, Math.log10(sexRatio('M', observed, { errorRate, population })), Math.log10(sexRatio('F', observed, { errorRate, population })));
}

/** Share of a place, by its key, among the places where remains were found. */
export function shareOfPlace({ places }: Population, key: string): number {
  return places.get(key) ?? 0.5 / (places.size + 1);
}

function placeCodes(remains: FoundRemains, context: TableContext): Float32Array | null {
  const { place } = foundKeys(remains);
  if (place === null) return null;
  const found = place.keys;
  const { columns: { places }, population, settings: { placeSame, streetSame, streetShare }, way } = context;
  return context.cache.of(place.table, () => {
    const share = shareOfPlace(population, found.settlement);
    return shifted(Float32Array.from(places, (reported) => addressWeight(reported, found, { share, same: placeSame, streetShare, streetSame }, way)));
  });
}

function hairTable({ hair }: FoundRemains, { population, settings, cache }: TableContext): Float32Array | null {
  if (hair === null) return null;
  return cache.of(`hair ${hair}`, () => Float32Array.from({ length: hairCodes }, (_, code) => {
    const reported = hairColours[code - 1] ?? null;
    return colouringWeights({ hair: reported, eyes: null }, { hair, eyes: null }, population.colouring, settings).hair;
  }));
}

function eyesTable({ hair, eyes }: FoundRemains, { population, settings, cache }: TableContext): Float32Array | null {
  if (eyes === null) return null;
  return cache.of(`eyes ${hair ?? ''} ${eyes}`, () => Float32Array.from({ length: eyesCodes }, (_, code) => (code === 0 ? 0 : colouringWeights(colouringOfCode(code), { hair, eyes }, population.colouring, settings).eyes)));
}

function teethTable({ teeth: found }: FoundRemains, { columns: { charts }, teeth, cache }: TableContext): Float32Array | null {
  if (found === null || found.size === 0 || charts.length === 0) return null;
  return cache.of(`teeth ${chartKey(found)}`, () => shifted(Float32Array.from(charts, (chart) => teeth.weigh(chart, found))));
}

function numbersTable({ numbers: found }: FoundRemains, { columns: { numberLists }, settings }: TableContext): Float32Array | null {
  if (found.length === 0 || numberLists.length === 0) return null;
  return shifted(Float32Array.from(numberLists, (reported) => numbersWeight(reported, found, settings)));
}

function militaryCodes(found: boolean | null, { population, settings }: TableContext): Float32Array | null {
  if (found === null) return null;
  const model = { share: population.soldiers, reportError: settings.militaryReportError, foundError: settings.militaryFoundError };
  return Float32Array.of(0, militaryWeight(false, found, model), militaryWeight(true, found, model));
}

function seenCodes(remains: FoundRemains, context: TableContext): Float32Array | null {
  const [{ death }, key] = [remains, foundKeys(remains).seen];
  if (death === null || key === null) return null;
  const { population: { death: deaths, deathDays, seen }, settings, columns: { seenSpans } } = context;
  return context.cache.of(key, () => {
    const table = deathTable(death, deathDays, deaths, settings);
    const codes = new Float32Array(1 + table.length + seenSpans.length);
    codes.set(table, 1);
    codes.set(spanWeights(table, { firstDay: deathDays.firstDay, seen }, seenSpans), 1 + table.length);
    return codes;
  });
}

function traitCodes(kind: TraitKind, remains: FoundRemains, { cache, traits }: TableContext): Float32Array | null {
  const key = foundKeys(remains).traits[kind];
  return key === null ? null : cache.of(key.table, () => shifted(traits[kind](termsOf(key.terms))));
}

/** Marks; where report and remains both have a chart of teeth, marks of the teeth count there. */
function markCodes(remains: FoundRemains, context: TableContext): Float32Array | null {
  const { cache, columns: { marksWithChart, traitLists }, population, settings } = context;
  const codes = traitCodes('marks', remains, context);
  const key = foundKeys(remains).traits.marks?.terms;
  if (codes === null || key === undefined || !hasChart(remains) || !marksWithChart.includes(true)) return codes;
  return cache.of(`marks beside a chart ${key}`, () => {
    const [found, model] = [withoutTeeth(termsOf(key)), traitModel('marks', population, settings)];
    return codes.map((weight, code) => (marksWithChart[code - 1] === true ? traitWeight(withoutTeeth(traitLists.marks[code - 1] ?? []), found, model) : weight));
  });
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
  const codes = new Float32Array(table.length + 1);
  codes.set(table, 1);
  return codes;
}
