import { numbersWeight } from '../evidence/numbers.ts';
import type { TraitModel } from '../evidence/traits.ts';
import { traitKinds, type FoundRemains, type TraitKind } from '../records/types.ts';
import { pairWeight, weightBesidesName } from '../weigh/add-up.ts';
import { traitModel, type RemainsTables } from '../weigh/remains-tables.ts';
import { codesOfFile, heightOfFile, meanRatio, readOfFile, traitsOfFile } from './file-kinds.ts';
import { fileValues, type FileValues } from './file-values.ts';
import { birthdayOfPair, wordsOfPair } from './names-of-pair.ts';
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
   * Writes what files say into the pairs of one individual, those of their reports that lack among them behind the others.
   * @returns the ratios, besides names, of the pairs that were added, in all
   */
  weigh({ i, tables }: { readonly i: number; readonly tables: RemainsTables }, pairs: FiledPair[], files: Iterable<PersonFile>): number {
    const { remains, columns } = this.#matching;
    const found = remains.at(i);
    if (found === undefined) return 0;
    let added = 0;
    for (const file of files) {
      const own = file.reports.map((report) => {
        const known = pairs.find((pair) => pair.report === report);
        if (known !== undefined) return known;
        const pair = this.#pairOf(i, report, tables);
        pairs.push(pair);
        added += 10 ** weightBesidesName(tables, columns, report);
        return pair;
      });
      const { log10Lr, parts } = weighFile(file, { report: (report) => own[file.reports.indexOf(report)]?.weight ?? 0, file: (whole) => this.#asOne(whole, { tables, found, pairs: own }) });
      for (const pair of own) [pair.ofPerson, pair.part] = [log10Lr, parts.get(pair.report) ?? 1];
    }
    return added;
  }

  #pairOf(i: number, report: number, tables: RemainsTables): FiledPair {
    const { columns, settings, nameWeigher } = this.#matching;
    const name = wordsOfPair(this.#matching, i, report);
    const weight = pairWeight(tables, columns, { report, name });
    return { remains: i, report, name, household: nameWeigher.household(i, report, settings.relativesOneFather), weight, ofPerson: weight, part: 1 };
  }

  /** log10 LR of a file if all its reports are of one person. */
  #asOne(file: PersonFile, { tables, found, pairs }: { readonly tables: RemainsTables; readonly found: FoundRemains; readonly pairs: readonly FiledPair[] }): number {
    const { columns, reportNames } = this.#matching;
    const names: number[] = [];
    let elsewhere: number | null = null;
    for (const { remains, report, name, weight } of pairs) {
      if (!file.reports.includes(report)) continue;
      if ((reportNames[report]?.words.length ?? 0) > 0) names.push(name - birthdayOfPair(this.#matching, remains, report));
      // What is known of a pair from elsewhere, DNA above all, is of its person: of several ratios the highest counts.
      const more = weight - pairWeight(tables, columns, { report, name });
      if (Math.abs(more) > rounding) elsewhere = Math.max(elsewhere ?? -Infinity, more);
    }
    let values = this.#values.get(file);
    if (values === undefined) this.#values.set(file, (values = fileValues(this.#matching, file.reports)));
    return fileWeight(values, { tables, found, names: meanRatio(names), models: this.#models, matching: this.#matching }) + (elsewhere ?? 0);
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
  const { marker, age: estimate } = tables;
  const age = codesOfFile(values.birth, estimate);
  let sum = age;
  for (const kind of codedKinds) sum += codesOfFile(values[kind], tables[kind]);
  sum += heightOfFile(values, tables);
  sum += meanRatio(values.colouring.map(({ hair, eyes }) => (tables.hair?.[hair] ?? 0) + (tables.eyes?.[eyes] ?? 0)));
  for (const kind of traitKinds) sum += traitsOfFile(values.traits[kind], found, { kind, tables, model: models[kind], columns });
  if (tables.numbers !== null) sum += numbersWeight(values.numbers, found.numbers, settings);
  return marker === null ? sum : sum + readOfFile(marker, values, { found, name: names, estimate, age, birthDayError: settings.birthDayError }).together;
}

/** Kinds that are told by a code alone, in the order in which they are added up. */
const codedKinds = ['sex', 'seen', 'place', 'military', 'teeth'] as const;
