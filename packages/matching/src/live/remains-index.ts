import { NameList, nameLog10Lr, NameWeigher, type NameModel, type PreparedName } from '@imena/names';
import type { Matching } from '../match/open-matching.ts';
import type { FoundRemains, MissingReport } from '../records/types.ts';
import { readTogether } from '../weigh/add-up.ts';
import type { MarkerTables } from '../weigh/marker-tables.ts';
import { foundNamesOf } from '../weigh/name-weight.ts';
import { tablesOf } from '../weigh/remains-tables.ts';
import { birthCodes } from '../weigh/report-columns.ts';
import { weighNames } from '../weigh/weigh-names.ts';
import { findBestFirst, type Weighed } from './best-first.ts';
import type { CountedShares } from './counted-shares.ts';
import { FoundValues } from './found-values.ts';
import { ReadWords } from './read-words.ts';
import { WordsAlike } from './words-alike.ts';

/** One report, opened like a list of one, with all its names. */
export interface AskedReport {
  readonly report: MissingReport;
  readonly matching: Matching;
  readonly names: readonly PreparedName[];
}

/**
 * Remains made ready to be asked whom one report could be. Every different value found is weighed once for the report and
 * added up for all remains, exactly but for what was read; that is bounded by the words of the names, each compared with
 * each. From the highest bound down names are compared in full. Nobody is lost but by words joined or torn apart.
 * Cost of asking: some nanoseconds a remains and kind of evidence, about 0.1 µs for each different word of the list and
 * word not asked for lately, and some tenths of a microsecond for each name that is compared.
 */
export class RemainsIndex {
  readonly #rows: readonly FoundRemains[];
  readonly #names: readonly (readonly PreparedName[])[];
  readonly #markers: readonly (MarkerTables | null)[];
  readonly #values: FoundValues;
  readonly #read: ReadWords;
  readonly #words: NameList;
  /** The remains of each name of the list: several names can be read on one. */
  readonly #owners: Int32Array;
  /** The first name of each of the remains in the list. */
  readonly #firstNames: Int32Array;
  readonly #alike: WordsAlike;
  /** Used again by every question: memory taken outside of the heap makes the collector walk through all of it. */
  readonly #bounds: Float64Array;
  readonly #nameBounds: Float64Array;
  #asked = new NameList();
  #weigher: NameWeigher | null = null;

  /** @param silent - opened without reports, under the shares that all segments have */
  constructor(rows: readonly FoundRemains[], { nameModel }: Pick<CountedShares, 'nameModel'>, silent: Matching) {
    this.#rows = rows;
    this.#names = rows.map((row) => foundNamesOf(row).filter(({ words }) => words.length > 0));
    // What one marker says by itself is a table for each: it is not needed here.
    this.#markers = rows.map((row) => {
      const { marker } = tablesOf(row, silent.context, ['birth']);
      return marker === null ? null : { ...marker, alone: null };
    });
    this.#values = new FoundValues(rows);
    this.#read = new ReadWords(rows, this.#markers, this.#names);
    this.#owners = Int32Array.from(this.#names.flatMap((names, place) => names.map(() => place)));
    let before = 0;
    this.#firstNames = Int32Array.from(this.#names, ({ length }) => (before += length) - length);
    this.#words = new NameList(this.#names.flat());
    this.#alike = new WordsAlike(this.#words, nameModel);
    this.#bounds = new Float64Array(rows.length);
    this.#nameBounds = new Float64Array(rows.length);
  }

  /** The remains that weigh most with a report, best first. @param gone - 1 for remains that do not count @param silent - kinds that do not */
  search(asked: AskedReport, { most, gone, isAsked, silent }: { readonly most: number; readonly gone: Uint8Array; readonly isAsked?: ((id: string) => boolean) | undefined; readonly silent?: ReadonlySet<string> }): Weighed[] {
    const { report, matching, names } = asked;
    const { columns, context, settings, nameModel } = matching;
    const sums = this.#values.addUp(matching, report, silent);
    const birthdays = this.#read.openBirthdays(report, settings.birthDayError);
    const bounds = this.#bounds;
    for (let place = 0; place < bounds.length; place++) bounds[place] = gone[place] === 1 ? -Infinity : (sums[place] as number) + roundingSlack;
    this.#read.addBounds(bounds, matching, { names: this.#boundNames(asked), birthdays });
    const nameOf = this.#openNames(names, nameModel);
    const isSpan = (columns.birth[0] ?? 0) >= birthCodes;
    return findBestFirst(bounds, most, (place) => {
      const [row, marker] = [this.#rows[place], this.#markers[place] ?? null];
      if (row === undefined || isAsked?.(row.id) === false) return -Infinity;
      const name = nameOf(place) + birthdays(place);
      const isWeighedAnew = isSpan && marker?.written != null;
      return (sums[place] ?? 0) + readTogether(isWeighedAnew ? tablesOf(row, context, ['birth']) : { marker }, columns, { report: 0, name });
    });
  }

  /**
   * What all names of a report weigh with those of each of the remains. A report that says little reaches thousands of
   * remains, which share their words: in long lists each pair of words is weighed once.
   */
  #openNames(names: readonly PreparedName[], model: NameModel): (place: number) => number {
    const [own, ...others] = names;
    const plain = (place: number): number => namesWeight(this.#names[place] ?? [], names, model);
    if (own === undefined || others.length > 0 || this.#rows.length < longFrom) return plain;
    if (this.#weigher === null || this.#asked.length >= mostAsked) {
      this.#asked = new NameList();
      this.#weigher = new NameWeigher(this.#words, this.#asked, model);
    }
    const [weigher, at] = [this.#weigher, this.#asked.add(own)];
    return (place) => (this.#names[place]?.length === 1 ? weigher.weigh(this.#firstNames[place] ?? 0, at) : plain(place));
  }

  /** The most that names say of each of the remains, whichever names of both sides are the right ones. */
  #boundNames({ names }: AskedReport): Float64Array {
    const most = this.#nameBounds.fill(0);
    const owners = this.#owners;
    for (const name of names) {
      const said = this.#alike.bound(name);
      for (let at = 0; at < owners.length; at++) {
        const owner = owners[at] as number;
        if ((said[at] as number) > (most[owner] as number)) most[owner] = said[at] as number;
      }
    }
    return most;
  }
}

/** Remains from which on pairs of words are remembered; and names asked for until they are forgotten. */
const longFrom = 1000;
const mostAsked = 4096;

/** Sums in another order, of words in single precision. */
const roundingSlack = 1e-3;

/** log10 LR of all names read against all names of a report; 0 where a side has none. */
function namesWeight(found: readonly PreparedName[], reported: readonly PreparedName[], model: Matching['nameModel']): number {
  const [one, other] = [found[0], reported[0]];
  if (one === undefined || other === undefined) return 0;
  return found.length === 1 && reported.length === 1 ? nameLog10Lr(one, other, model) : (weighNames(found, reported, model)?.log10Lr ?? 0);
}
