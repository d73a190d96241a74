import { birthYears, firstBirthYear } from '../evidence/age.ts';
import { hairColours } from '../evidence/colouring.ts';
import { birthdayCode } from '../evidence/birthday.ts';
import { nothingThere } from '../evidence/traits.ts';
import type { NumberedThing } from '../evidence/numbers.ts';
import type { StatedDate, TraitKind } from '../records/types.ts';
import { colouringCode, colouringOfCode } from '../weigh/colouring-code.ts';
import { birthCodes, listKey, termsOf, type ReportColumns } from '../weigh/report-columns.ts';
import type { Matching } from './open-matching.ts';

/** A list of described things: one that a report has, by its code, or several reports' read as one. */
export type ToldList = { readonly code: number } | { readonly terms: readonly string[]; readonly withChart: boolean };

/**
 * What several reports say of one person, kind by kind: values that may be true, one for each report that speaks of the
 * kind, as codes of the columns. One where they all say the same, as the mean of equal ratios is that ratio; none where all are silent.
 */
export interface FileValues {
  readonly sex: readonly number[];
  readonly birth: readonly number[];
  readonly birthdays: readonly StatedDate[];
  readonly height: readonly number[];
  readonly seen: readonly number[];
  readonly place: readonly number[];
  readonly military: readonly number[];
  readonly teeth: readonly number[];
  readonly colouring: readonly { readonly hair: number; readonly eyes: number }[];
  readonly traits: Readonly<Record<TraitKind, readonly ToldList[]>>;
  readonly numbers: readonly NumberedThing[];
}

/** Heights told this near to each other are of one height (cm): as reports err. */
const oneHeightCm = 10;
/** An age told is that of a year of birth told beside it up to so many years. */
const oneAgeYears = 3;

/**
 * Reads several reports of one person as one file. Where a value only says less exactly what another says, the exact one
 * stands for both; things that any of them describes are the person's; what differs stands side by side.
 * @param reports - places in the list, two or more
 */
export function fileValues({ missing, columns, population }: Pick<Matching, 'missing' | 'columns' | 'population'>, reports: readonly number[]): FileValues {
  const spoken = (column: ArrayLike<number>): number[] => reports.map((report) => column[report] ?? 0).filter((code) => code !== 0);
  const traits = (kind: TraitKind): readonly ToldList[] => toldTogether(kind, spoken(columns[kind]), columns);
  return {
    sex: onceIfAlike(spoken(columns.sex)), birth: exactBirths(spoken(columns.birth), columns, population.reportYear), height: meanHeight(spoken(columns.height)),
    birthdays: reports.flatMap((report) => {
      const birth = missing[report]?.birth ?? null;
      return birth === null || birthdayCode(birth) === 0 ? [] : [birth];
    }),
    seen: exactDays(spoken(columns.seen), columns, population.deathDays.count), place: exactPlaces(spoken(columns.place), columns), military: onceIfAlike(spoken(columns.military)),
    teeth: onceIfAlike(spoken(columns.teeth)), colouring: colourings(reports, columns),
    traits: { marks: traits('marks'), clothing: traits('clothing'), belongings: traits('belongings') },
    numbers: reports.flatMap((report) => columns.numberLists[(columns.numbers[report] ?? 0) - 1] ?? []),
  };
}

/** Of each code the one that says it most exactly: `holds` says whether the first is only a wider word for the second. */
function exactly(codes: readonly number[], holds: (wide: number, exact: number) => boolean): readonly number[] {
  return onceIfAlike(codes.map((code) => codes.find((other) => other !== code && holds(code, other)) ?? code));
}

function onceIfAlike<Told>(told: readonly Told[]): readonly Told[] {
  return told.length > 1 && told.every((one) => one === told[0]) ? told.slice(0, 1) : told;
}

function exactBirths(codes: readonly number[], { birthSpans }: ReportColumns, reportYear: number): readonly number[] {
  const yearOf = (code: number): number | null => (code <= birthYears ? firstBirthYear + code - 1 : null);
  return exactly(codes, (wide, exact) => {
    const year = yearOf(exact);
    if (year === null || yearOf(wide) !== null) return false;
    if (wide < birthCodes) return Math.abs(reportYear - (wide - birthYears - 1) - year) <= oneAgeYears;
    const span = birthSpans[wide - birthCodes];
    return span !== undefined && (span.from ?? -Infinity) <= year && year <= (span.to ?? Infinity);
  });
}

function exactDays(codes: readonly number[], { seenSpans }: ReportColumns, days: number): readonly number[] {
  return exactly(codes, (wide, exact) => wide > days && exact <= days && seenSpans[wide - 1 - days] !== undefined);
}

function exactPlaces(codes: readonly number[], { places }: ReportColumns): readonly number[] {
  return exactly(codes, (wide, exact) => {
    const [one, other] = [places[wide - 1], places[exact - 1]];
    return one?.settlement === other?.settlement && one?.street === null && other?.street !== null;
  });
}

function meanHeight(codes: readonly number[]): readonly number[] {
  if (codes.length < 2 || Math.max(...codes) - Math.min(...codes) > oneHeightCm) return codes;
  return [Math.round(codes.reduce((sum, code) => sum + code, 0) / codes.length)];
}

/** Hair and eyes of each report that speaks of either; what one lacks is taken from the first that has it. */
function colourings(reports: readonly number[], columns: ReportColumns): FileValues['colouring'] {
  const told = reports.flatMap((report) => {
    const [hair, eyes] = [columns.hair[report] ?? 0, columns.eyes[report] ?? 0];
    return hair === 0 && eyes === 0 ? [] : [{ hair: hairColours[hair - 1] ?? null, eyes: eyes === 0 ? null : colouringOfCode(eyes).eyes }];
  });
  const [anyHair, anyEyes] = [told.find(({ hair }) => hair !== null)?.hair ?? null, told.find(({ eyes }) => eyes !== null)?.eyes ?? null];
  return told.map(({ hair, eyes }) => colouringCode({ hair: hair ?? anyHair, eyes: eyes ?? anyEyes }));
}

/** Lists that name things are read as one list; that there is nothing, as somebody says, stands beside it; an empty list adds nothing. */
function toldTogether(kind: TraitKind, codes: readonly number[], { traitLists, marksWithChart }: ReportColumns): readonly ToldList[] {
  if (codes.length < 2) return codes.map((code) => ({ code }));
  const listOf = (code: number): readonly string[] => traitLists[kind][code - 1] ?? [];
  const naming = codes.filter((code) => listOf(code).length > 0 && listOf(code)[0] !== nothingThere);
  const denying = codes.filter((code) => listOf(code)[0] === nothingThere);
  const [first] = naming;
  if (first === undefined) return (denying.length > 0 ? denying : codes).slice(0, 1).map((code) => ({ code }));
  const denied = denying.map((code) => ({ code }));
  const together = naming.every((code) => code === first)
    ? { code: first }
    : { terms: termsOf(listKey(naming.flatMap(listOf))), withChart: kind === 'marks' && naming.some((code) => marksWithChart[code - 1] === true) };
  return onceIfAlike([...naming.map(() => together), ...denied]);
}
