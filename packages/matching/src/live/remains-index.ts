import { NameList, nameLog10Lr, NameWeigher, type NameModel, type PreparedName } from '@imena/names';
import { candidateSpace, namesAt, type CandidateSpace } from '../candidates/candidate-space.ts';
import { wordSlack } from '../candidates/search-by-bounds.ts';
import { touchPlaces } from '../candidates/touch-places.ts';
import { leastTold, WordIndex } from '../candidates/word-index.ts';
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

/** One report, opened like a list of one, with all its names. */
export interface AskedReport {
  readonly report: MissingReport;
  readonly matching: Matching;
  readonly names: readonly PreparedName[];
}

/**
 * Remains made ready to be asked whom one report could be. Every different value found is weighed once for the report and
 * added up for all remains, exactly but for what was read; that is bounded by the words that the names share. From the
 * highest bound down names are compared in full. Nobody is lost, as far as the index of words finds the words that agree.
 * Cost of asking: about 10 ns a remains and kind of evidence, and some microseconds for each name that is compared.
 */
export class RemainsIndex {
  readonly #rows: readonly FoundRemains[];
  readonly #names: readonly (readonly PreparedName[])[];
  readonly #markers: readonly (MarkerTables | null)[];
  readonly #values: FoundValues;
  readonly #read: ReadWords;
  readonly #words: WordIndex;
  /** The remains of each name of the index: several names can be read on one. */
  readonly #owners: Int32Array;
  /** The first name of each of the remains in the index. */
  readonly #firstNames: Int32Array;
  readonly #space: CandidateSpace;
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
    this.#words = new WordIndex(new NameList(this.#names.flat()), nameModel);
    this.#space = candidateSpace(this.#owners.length);
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
    this.#read.addBounds(bounds, matching, { names: this.#boundNames(asked), birthdays, anyName: this.#boundOfAnyName(asked) });
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
      this.#weigher = new NameWeigher(this.#words.names, this.#asked, model);
    }
    const [weigher, at] = [this.#weigher, this.#asked.add(own)];
    return (place) => (this.#names[place]?.length === 1 ? weigher.weigh(this.#firstNames[place] ?? 0, at) : plain(place));
  }

  /** The most that the words shared with each of the remains say, whichever names of both sides are the right ones. */
  #boundNames({ names }: AskedReport): Float64Array {
    const most = this.#nameBounds.fill(0);
    for (const name of names) {
      if (name.words.length === 0) continue;
      touchPlaces(name, this.#words, this.#space);
      for (let at = 0; at < this.#space.count; at++) {
        const entry = this.#space.touched[at] ?? 0;
        const owner = this.#owners[entry] ?? 0;
        most[owner] = Math.max(most[owner] ?? 0, namesAt(this.#space, entry));
      }
    }
    return most;
  }

  #boundOfAnyName({ names }: AskedReport): number {
    return wordSlack + leastTold + names.reduce((high, name) => Math.max(high, this.#words.mostOfInitials(name)), 0);
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
