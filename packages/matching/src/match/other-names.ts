import { NameList, type PreparedName } from '@imena/names';
import { WordIndex } from '../candidates/word-index.ts';
import type { MissingReport } from '../records/types.ts';
import { pairWeight } from '../weigh/add-up.ts';
import { reportNamesOf } from '../weigh/name-weight.ts';
import type { RemainsTables } from '../weigh/remains-tables.ts';
import type { Matching } from './open-matching.ts';

/** Reports that another name of theirs may bring for one individual: maiden names are few, so these come beside all others. */
const mostByOtherNames = 20;
/** A name whose words say less than this together (log10) brings nobody by itself. */
const leastTold = 2;
/** Words that more other names share are not followed alone. */
const mostShared = 2000;

interface OtherNames {
  readonly index: WordIndex;
  /** The report of each name of the index. */
  readonly reports: Int32Array;
}

const opened = new WeakMap<readonly MissingReport[], OtherNames | null>();

/** An index of the names beside the first of each report, made at first use and kept as long as the list; null where there are none. */
function otherNamesOf({ missing, nameModel }: Matching): OtherNames | null {
  const known = opened.get(missing);
  if (known !== undefined) return known;
  const names: PreparedName[] = [];
  const reports: number[] = [];
  missing.forEach((report, at) => {
    if (report.otherNames.length === 0) return;
    for (const name of reportNamesOf(report).slice(1)) {
      names.push(name);
      reports.push(at);
    }
  });
  const made = names.length === 0 ? null : { index: new WordIndex(new NameList(names), nameModel), reports: Int32Array.from(reports) };
  opened.set(missing, made);
  return made;
}

/** Whether any report has a name beside the first. */
export function haveOtherNames(matching: Matching): boolean {
  return otherNamesOf(matching) !== null;
}

/**
 * Places of the reports of which a name beside the first (maiden, earlier, as somebody else says it) shares telling words
 * with a name that was read, the most likely by words and all other evidence first. They are to be weighed with all names.
 */
export function placesByOtherNames(matching: Matching, nameOf: () => PreparedName | null, tables: () => RemainsTables | null): number[] {
  const others = otherNamesOf(matching);
  const name = others === null ? null : nameOf();
  if (name === null || others === null) return [];
  const told = new Map<number, number>();
  for (const word of name.words) {
    const { words, weights } = others.index.likely(word);
    const best = new Map<number, number>();
    words.forEach((number, at) => {
      const places = others.index.placesOf(number);
      if (places.length > mostShared) return;
      const weight = weights[at] ?? 0;
      for (const place of places) best.set(place, Math.max(weight, best.get(place) ?? 0));
    });
    for (const [place, weight] of best) told.set(place, weight + (told.get(place) ?? 0));
  }
  const reports = new Map<number, number>();
  for (const [place, weight] of told) {
    const report = others.reports[place] ?? 0;
    if (weight >= leastTold) reports.set(report, Math.max(weight, reports.get(report) ?? 0));
  }
  if (reports.size === 0) return [];
  const own = tables();
  const ranked = [...reports].map(([report, weight]) => ({ report, sum: own === null ? weight : pairWeight(own, matching.columns, { report, name: weight }) }));
  return ranked.sort((a, b) => b.sum - a.sum || a.report - b.report).slice(0, mostByOtherNames).map(({ report }) => report);
}
