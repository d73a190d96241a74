import { birthdayWeight } from '../evidence/birthday.ts';
import { markerWeight } from '../evidence/marker.ts';
import { traitWeight, type TraitModel } from '../evidence/traits.ts';
import type { FoundRemains, TraitKind } from '../records/types.ts';
import { foundKeys } from '../weigh/found-keys.ts';
import type { MarkerTables } from '../weigh/marker-tables.ts';
import type { RemainsTables } from '../weigh/remains-tables.ts';
import { hasChart, termsOf, withoutTeeth, type ReportColumns } from '../weigh/report-columns.ts';
import type { FileValues, ToldList } from './file-values.ts';

/** log10 of the mean of ratios that are given as log10; 0 of none. */
export function meanRatio(weights: readonly number[]): number {
  const [first] = weights;
  if (first === undefined || weights.length === 1) return first ?? 0;
  const high = Math.max(...weights);
  return high + Math.log10(weights.reduce((sum, weight) => sum + 10 ** (weight - high), 0) / weights.length);
}

/** log10 LR of a kind of a file: the mean of the ratios of what its reports say of it, by their codes. */
export function codesOfFile(codes: readonly number[], table: ArrayLike<number> | null): number {
  return table === null ? 0 : meanRatio(codes.map((code) => table[code] ?? 0));
}

/** log10 LR of the heights that a file tells, by the sex that all its reports say. */
export function heightOfFile({ height, sex }: FileValues, tables: RemainsTables): number {
  return codesOfFile(height, tables.height?.[oneSex(sex)] ?? null);
}

/** The sex that all say, as the tables of height have it; 0 where nobody does, or they differ. */
function oneSex(sexes: readonly number[]): 0 | 1 | 2 {
  const [first] = sexes;
  if (!sexes.every((sex) => sex === first)) return 0;
  return first === 1 ? 1 : first === 2 ? 2 : 0;
}

/** log10 LR of what a file describes of one kind; 0 where one of both sides describes nothing. */
export function traitsOfFile(lists: readonly ToldList[], found: FoundRemains, { kind, tables, model, columns }: { readonly kind: TraitKind; readonly tables: RemainsTables; readonly model: TraitModel; readonly columns: ReportColumns }): number {
  const [table, key] = [tables[kind], foundKeys(found).traits[kind]];
  if (table === null || key === null || columns.count === 0) return 0;
  const seen = termsOf(key);
  // Reports that are read as one list share it: it is weighed once.
  const told = new Map<ToldList, number>();
  return meanRatio(lists.map((list) => {
    if ('code' in list) return table[list.code] ?? 0;
    let weight = told.get(list);
    if (weight === undefined) told.set(list, (weight = list.withChart && hasChart(found) ? traitWeight(withoutTeeth(list.terms), withoutTeeth(seen), model) : traitWeight(list.terms, seen, model)));
    return weight;
  }));
}

/** What is read of a file beside the body; log10 LRs. */
export interface FileRead {
  readonly found: FoundRemains;
  /** Of the names, the marker taken as right. */
  readonly name: number;
  /** The examiner's estimate: its table, and what it weighs with the file. */
  readonly estimate: RemainsTables['age'];
  readonly age: number;
  readonly birthDayError: number;
}

/** log10 LR of all that one marker reads with all reports of a file, and what year, days and sex say in it, the marker taken as right. */
export function readOfFile({ written, sex: ofSex, ageConcordance, concordance, model }: MarkerTables, values: FileValues, { found, name, estimate, age, birthDayError }: FileRead): { readonly together: number; readonly year: number; readonly days: number; readonly sex: number } {
  // Year written and estimate tell of one hidden year: the mean is that of both together.
  const year = written === null || values.birth.length === 0 ? Math.log10(ageConcordance) : meanRatio(values.birth.map((code) => (written[code] ?? 0) + (estimate?.[code] ?? 0))) - age;
  const days = meanRatio(values.birthdays.map((day) => birthdayWeight(found.birth, day, birthDayError)));
  const sex = values.sex.length === 0 ? ofSex[0] : codesOfFile(values.sex, ofSex);
  return { together: markerWeight(name + days + year + sex, concordance, model), year, days, sex };
}
