import { birthTable, birthYears, firstBirthYear, intervalFit, type BirthTable, type FoundBirth } from '../evidence/age.ts';
import { markerWeight, type MarkerModel } from '../evidence/marker.ts';
import { sexErrorOf, sexRatio, sharesCalled } from '../evidence/sex.ts';
import type { FoundRemains, MissingReport, Sex } from '../records/types.ts';
import { foundNamesOf } from './name-weight.ts';
import { birthCodes } from './report-columns.ts';
import type { TableContext } from './remains-tables.ts';

/** What was read for one individual (names, date of birth, age), beside the body that was examined. Weights are log10. */
export interface MarkerTables {
  /** By code of birth of the report: what was written of it, given the body's estimate; null where nothing was. */
  readonly written: Float32Array | null;
  /** By sex of the report (unknown, M, F): the sex that the name tells. */
  readonly sex: readonly [number, number, number];
  /** P(read | body, marker right) / P(read | anybody): by age, and by age and sex together; below 1 they contradict. */
  readonly ageConcordance: number;
  readonly concordance: number;
  readonly model: MarkerModel;
  /** By code of birth: what this weighs without any name, bounded by the marker's error. */
  readonly alone: Float32Array | null;
}

/** The tables of what was read; null where nothing was. */
export function markerTables(remains: FoundRemains, context: TableContext): MarkerTables | null {
  const { settings, population } = context;
  const written = writtenBirth(remains, context);
  const names = foundNamesOf(remains);
  if (written === null && names.every(({ words }) => words.length === 0)) return null;
  const model = { misplaced: settings.markerMisplaced, ofListed: settings.markerOfListed, listed: population.listed };
  const sexes = [...new Set(names.flatMap(({ sex }) => (sex === null ? [] : [sex === 'male' ? 'M' as const : 'F' as const])))];
  const told = sexes.length === 1 ? (sexes[0] ?? null) : null;
  const bySex = told === null ? 1 : concordanceOfSex(told, remains, context);
  const ageConcordance = written?.concordance ?? 1;
  const concordance = ageConcordance * bySex;
  const ofSex = (sex: Sex): number => (told === null ? 0 : Math.log10((sex === told ? 1 - settings.nameSexError : settings.nameSexError) / population.sex[told]));
  return {
    written: written?.codes ?? null, sex: [Math.log10(bySex), ofSex('M'), ofSex('F')], ageConcordance, concordance, model,
    alone: written === null ? null : context.cache.of(written.name, () => written.codes.map((agreement) => markerWeight(agreement, ageConcordance, model)), 'alone'),
  };
}

/**
 * What `markerWeight(x)` exceeds max(0, x) by at the most: its numerator is at most 10^x above 0, at most 1 below, its
 * denominator at least that of x far below 0. Without an error of the marker it is x - log10(c).
 */
export function mostOfMarker({ concordance, ageConcordance, model: { misplaced, ofListed, listed } }: MarkerTables): number {
  const least = Math.min(concordance, ageConcordance);
  return -Math.log10((1 - misplaced) * least + misplaced * (1 - Math.min(1, ofListed / Math.max(1, listed))));
}

/** How probable the examiner's interval is with what a report says of the birth, log10; 0 where one of both says nothing of it. */
export function ageFit(remains: FoundRemains, { birth, birthYears: span, age }: MissingReport, { settings, population }: Pick<TableContext, 'settings' | 'population'>): number {
  const { estimate, deathYear } = keyedBirths(remains, { population }).both;
  const year = birth?.year ?? null;
  const known = year !== null && year >= firstBirthYear && year < firstBirthYear + birthYears ? year : null;
  if (span !== null) return 0;
  return intervalFit({ estimate, deathYear }, { year: known, age }, { reportYear: population.reportYear, population: population.birth }, settings) ?? 0;
}

/** By code of birth of the report: the examiner's interval of age; null where there is none. */
export function ageCodes(remains: FoundRemains, context: TableContext): Float32Array | null {
  return tableFor(keyedBirths(remains, context).estimated, context)?.codes ?? null;
}

/**
 * What was written of the birth given the estimate: P(written, estimate | report) / (P(written) P(estimate | report)).
 * Both observe one hidden year, so that a year and an age are not counted twice.
 */
function writtenBirth(remains: FoundRemains, context: TableContext): { readonly codes: Float32Array; readonly concordance: number; readonly name: string } | null {
  const births = keyedBirths(remains, context);
  const { birthYear, birthYears: span, statedAge, key: name } = births.both;
  if (birthYear === null && span === null && statedAge === null) return null;
  const codes = context.cache.of(name, () => {
    const both = tableFor(births.both, context);
    if (both === null) return null;
    const estimated = tableFor(births.estimated, context);
    const alone = estimated === null ? null : tableFor(births.written, context);
    const concordance = estimated === null ? 1 : both.expected / ((alone?.expected ?? 1) * estimated.expected);
    const shift = Math.log10(concordance);
    const beside = estimated === null ? both.codes.slice() : both.codes.map((weight, code) => weight + shift - (estimated.codes[code] ?? 0));
    concordanceOf.set(beside, concordance);
    return beside;
  }, 'written');
  return codes === null ? null : { codes, concordance: concordanceOf.get(codes) ?? 1, name };
}

const concordanceOf = new WeakMap<Float32Array, number>();

const unwritten = { birthYear: null, birthYears: null, statedAge: null } as const;

/** What a name tells of sex against the sex of the body: ((1 - e) P(body | told) + e P(body | other)) / P(body). */
function concordanceOfSex(told: Sex, { sex: observed, isSexInDoubt }: Pick<FoundRemains, 'sex' | 'isSexInDoubt'>, { settings, population: { sex: shares } }: TableContext): number {
  if (observed === null) return 1;
  const errorRate = sexErrorOf({ isSexInDoubt }, settings);
  const model = { errorRate, population: isSexInDoubt ? sharesCalled(shares, errorRate) : shares };
  return (1 - settings.nameSexError) * sexRatio(told, observed, model) + settings.nameSexError * sexRatio(told === 'M' ? 'F' : 'M', observed, model);
}

/** What is known of a birth, with the key that tables of it are kept under. */
interface KeyedBirth extends FoundBirth {
  readonly key: string;
}

/** All that was found of one birth, what was written of it alone, and what was estimated alone. */
interface KeyedBirths {
  readonly both: KeyedBirth;
  readonly written: KeyedBirth;
  readonly estimated: KeyedBirth;
  readonly reportYear: number;
}

const birthsOf = new WeakMap<FoundRemains, KeyedBirths>();

/** Made once for a record: it is asked for under all settings, for every pair. */
function keyedBirths(remains: FoundRemains, { population: { reportYear } }: Pick<TableContext, 'population'>): KeyedBirths {
  const known = birthsOf.get(remains);
  if (known?.reportYear === reportYear) return known;
  const { death, birth, birthYears: span, statedAge, age } = remains;
  const year = birth?.year ?? null;
  const both: FoundBirth = {
    // A year that nobody living was born in is a slip of the pen.
    birthYear: year !== null && year >= firstBirthYear && year < firstBirthYear + birthYears ? year : null,
    birthYears: span, statedAge, estimate: age,
    deathYear: death?.to == null ? reportYear : new Date(death.to * 86_400_000).getUTCFullYear(),
  };
  const keyed = (found: FoundBirth): KeyedBirth => ({ ...found, key: nameOf(found) });
  const made = { both: keyed(both), written: keyed({ ...both, estimate: null }), estimated: keyed({ ...both, ...unwritten }), reportYear };
  birthsOf.set(remains, made);
  return made;
}

interface Coded {
  readonly codes: Float32Array;
  readonly expected: number;
}

const expectedOf = new WeakMap<Float32Array, number>();

function tableFor(found: KeyedBirth, context: TableContext): Coded | null {
  const { population: { reportYear, birth }, settings, columns: { birthSpans } } = context;
  // Spans are numbered by the reports of this context alone.
  const codes = (birthSpans.length === 0 ? context.lasting : context.cache).of(found.key, () => {
    const table = birthTable(found, { reportYear, population: birth, spans: birthSpans }, settings);
    return table === null ? null : coded(table);
  }, errorsOf(settings));
  return codes === null ? null : { codes, expected: expectedOf.get(codes) ?? 1 };
}

function nameOf({ birthYear, birthYears: span, statedAge, estimate, deathYear }: FoundBirth): string {
  return `${birthYear ?? ''} ${span === null ? '' : `${span.from ?? ''}/${span.to ?? ''}/${String(span.isDoubtful)}`} ${statedAge ?? ''} ${estimate?.low ?? ''} ${estimate?.high ?? ''} ${deathYear}`;
}

/** The settings that decide these tables, as words: made once, because digits of fractions are slow to write. */
function errorsOf(settings: TableContext['settings']): string {
  const known = errors.get(settings);
  if (known !== undefined) return known;
  const { birthYearReportError, birthYearFoundError, ageStatementError, ageStatementSpreadYears, ageIntervalCoverage, ageIntervalSpread, ageOldShortfallYears } = settings;
  const made = `${birthYearReportError} ${birthYearFoundError} ${ageStatementError} ${ageStatementSpreadYears} ${ageIntervalCoverage} ${ageIntervalSpread} ${ageOldShortfallYears}`;
  errors.set(settings, made);
  return made;
}

const errors = new WeakMap<TableContext['settings'], string>();

function coded({ expected, byYear, byAge, bySpan }: BirthTable): Float32Array {
  const codes = new Float32Array(birthCodes + bySpan.length);
  codes.set(byYear, 1);
  codes.set(byAge, 1 + birthYears);
  codes.set(bySpan, birthCodes);
  expectedOf.set(codes, expected);
  return codes;
}
