import { birthdayWeight } from '../evidence/birthday.ts';
import { markerWeight } from '../evidence/marker.ts';
import { numbersWeight } from '../evidence/numbers.ts';
import { traitWeight, type TraitModel } from '../evidence/traits.ts';
import { traitKinds, type FoundRemains, type TraitKind } from '../records/types.ts';
import { pairWeight, weightBesidesName } from '../weigh/add-up.ts';
import { foundKeys } from '../weigh/found-keys.ts';
import { traitModel, type RemainsTables } from '../weigh/remains-tables.ts';
import { hasChart, termsOf, withoutTeeth } from '../weigh/report-columns.ts';
import { fileValues, type FileValues, type ToldList } from './file-values.ts';
import { namesOfPair } from './names-of-pair.ts';
import type { Matching } from './open-matching.ts';
import { weighFile, type PersonFile } from './person-files.ts';

/** A pair with what the person of its report weighs and how far the report is of it (`PersonPairs`). */
export interface FiledPair {
  readonly remains: number;
  readonly report: number;
  readonly name: number;
  readonly household: number;
  readonly weight: number;
  ofPerson: number;
  part: number;
}

/** Reads files as one report of their kinds, each once, and weighs them for one individual after another. */
export class FileWeigher {
  readonly #matching: Matching;
  readonly #values = new WeakMap<PersonFile, FileValues>();
  readonly #models: Asked['models'];

  constructor(matching: Matching) {
    const { population, settings } = matching;
    this.#matching = matching;
    this.#models = { marks: traitModel('marks', population, settings), clothing: traitModel('clothing', population, settings), belongings: traitModel('belongings', population, settings) };
  }

  /**
   * Writes what files say into the pairs of one individual (by report), those of their reports that lack among them.
   * @returns the ratios, besides names, of the pairs that were added, in all
   */
  weigh(i: number, pairs: Map<number, FiledPair>, files: Iterable<PersonFile>): number {
    const { remains, columns, tablesAt } = this.#matching;
    const [tables, found] = [tablesAt(i), remains[i]];
    if (tables === null || found === undefined) return 0;
    let added = 0;
    for (const file of files) {
      for (const report of file.reports) {
        if (pairs.has(report)) continue;
        pairs.set(report, this.#pairOf(i, report, tables));
        added += 10 ** weightBesidesName(tables, columns, report);
      }
      const { log10Lr, parts } = weighFile(file, { report: (report) => pairs.get(report)?.weight ?? 0, file: (whole) => this.#asOne(whole, { tables, found, pairs }) });
      for (const [report, part] of parts) {
        const pair = pairs.get(report);
        if (pair !== undefined) [pair.ofPerson, pair.part] = [log10Lr, part];
      }
    }
    return added;
  }

  #pairOf(i: number, report: number, tables: RemainsTables): FiledPair {
    const { columns, settings, nameWeigher, remains } = this.#matching;
    const name = (namesOfPair(this.#matching, i, report) ?? 0) + this.#birthday(remains[i], report);
    const weight = pairWeight(tables, columns, { report, name });
    return { remains: i, report, name, household: nameWeigher.household(i, report, settings.relativesOneFather), weight, ofPerson: weight, part: 1 };
  }

  #birthday(found: FoundRemains | undefined, report: number): number {
    const { missing, settings } = this.#matching;
    return birthdayWeight(found?.birth ?? null, missing[report]?.birth ?? null, settings.birthDayError);
  }

  /** log10 LR of a file if all its reports are of one person. */
  #asOne(file: PersonFile, { tables, found, pairs }: { readonly tables: RemainsTables; readonly found: FoundRemains; readonly pairs: ReadonlyMap<number, FiledPair> }): number {
    const { columns, reportNames } = this.#matching;
    const own = file.reports.flatMap((report) => pairs.get(report) ?? []);
    const names = meanRatio(own.flatMap(({ report, name }) => ((reportNames[report]?.words.length ?? 0) === 0 ? [] : [name - this.#birthday(found, report)])));
    // What is known of a pair from elsewhere, DNA above all, is of its person: of several ratios the highest counts.
    const elsewhere = own.map(({ report, name, weight }) => weight - pairWeight(tables, columns, { report, name })).filter((more) => Math.abs(more) > rounding);
    const values = this.#values.get(file) ?? fileValues(this.#matching, file.reports);
    this.#values.set(file, values);
    return fileWeight(values, { tables, found, names, models: this.#models, matching: this.#matching }) + (elsewhere.length === 0 ? 0 : Math.max(...elsewhere));
  }
}

/** Weights that differ less than this are the same. */
const rounding = 1e-9;

interface Asked {
  readonly tables: RemainsTables;
  readonly found: FoundRemains;
  /** log10 LR of the names, the marker taken as right. */
  readonly names: number;
  readonly models: Readonly<Record<TraitKind, TraitModel>>;
  readonly matching: Matching;
}

/** log10 LR of a file: of each kind the mean of the ratios of what its reports say; what is silent weighs nothing. */
function fileWeight(values: FileValues, { tables, found, names, models, matching: { columns, settings } }: Asked): number {
  const mean = (codes: readonly number[], table: ArrayLike<number> | null): number => (table === null ? 0 : meanRatio(codes.map((code) => table[code] ?? 0)));
  const { marker } = tables;
  // Year written and estimate tell of one hidden year: the mean is that of both together.
  const age = mean(values.birth, tables.age);
  let sum = age + mean(values.sex, tables.sex) + mean(values.seen, tables.seen) + mean(values.place, tables.place) + mean(values.military, tables.military) + mean(values.teeth, tables.teeth);
  sum += mean(values.height, tables.height?.[oneSex(values.sex)] ?? null);
  sum += meanRatio(values.colouring.map(({ hair, eyes }) => (tables.hair?.[hair] ?? 0) + (tables.eyes?.[eyes] ?? 0)));
  for (const kind of traitKinds) sum += traitsOfFile(values.traits[kind], found, { kind, tables, model: models[kind], columns });
  if (tables.numbers !== null) sum += numbersWeight(values.numbers, found.numbers, settings);
  if (marker === null) return sum;
  const { written, model, ageConcordance, concordance } = marker;
  const birth = written === null || values.birth.length === 0 ? Math.log10(ageConcordance) : meanRatio(values.birth.map((code) => (written[code] ?? 0) + (tables.age?.[code] ?? 0))) - age;
  const days = meanRatio(values.birthdays.map((day) => birthdayWeight(found.birth, day, settings.birthDayError)));
  const sex = values.sex.length === 0 ? marker.sex[0] : mean(values.sex, marker.sex);
  return sum + markerWeight(names + days + birth + sex, concordance, model);
}

export function traitsOfFile(lists: readonly ToldList[], found: FoundRemains, { kind, tables, model, columns }: { readonly kind: TraitKind; readonly tables: RemainsTables; readonly model: TraitModel; readonly columns: Matching['columns'] }): number {
  const [table, key] = [tables[kind], foundKeys(found).traits[kind]];
  if (table === null || key === null || columns.count === 0) return 0;
  const seen = termsOf(key.terms);
  return meanRatio(lists.map((list) => {
    if ('code' in list) return table[list.code] ?? 0;
    return list.withChart && hasChart(found) ? traitWeight(withoutTeeth(list.terms), withoutTeeth(seen), model) : traitWeight(list.terms, seen, model);
  }));
}

/** The sex that all say, as the tables of height have it; 0 where nobody does, or they differ. */
export function oneSex(sexes: readonly number[]): 0 | 1 | 2 {
  const [first] = sexes;
  if (!sexes.every((sex) => sex === first)) return 0;
  return first === 1 ? 1 : first === 2 ? 2 : 0;
}

/** log10 of the mean of ratios that are given as log10; 0 of none. */
export function meanRatio(weights: readonly number[]): number {
  const [first] = weights;
  if (first === undefined || weights.length === 1) return first ?? 0;
  const high = Math.max(...weights);
  return high + Math.log10(weights.reduce((sum, weight) => sum + 10 ** (weight - high), 0) / weights.length);
}
