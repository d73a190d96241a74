import { placesOf } from '../records/in-order.ts';
import type { ListIds } from '../records/types.ts';
import { pairWeight } from '../weigh/add-up.ts';
import { rankPlaces } from './candidates-of.ts';
import { wordsOfPair } from './names-of-pair.ts';
import type { Matching } from './open-matching.ts';
import { haveOtherNames, placesByOtherNames } from './other-names.ts';
import { boundedWeight, type OutsideWeight } from './outside-weight.ts';
import type { Range } from './ranges.ts';
import type { PairColumns } from './weigh-pairs.ts';

/** Candidates that another name of one individual may bring. */
const mostOfOtherName = 20;

export interface OutsideEvidence {
  readonly dna: readonly OutsideWeight[];
  /** Pairs that take part in any case, with what is not to be counted of them. */
  readonly others: readonly OutsideWeight[];
}

/** A pair of the lists with what is known of it from elsewhere, by places; log10. */
export interface OutsidePair {
  readonly remains: number;
  readonly report: number;
  readonly more: number;
}

/** What is known from elsewhere of the pairs of each individual. */
type OutsidePairs = ReadonlyMap<number, readonly OutsidePair[]>;

/**
 * Finds pairs that are known from elsewhere in the lists. Several ratios of one pair (two families, two samples) count as
 * their highest: they are not independent. Ids that are in neither list are named back.
 * LIMIT: a pair that the screen did not list weighs 0 here, though its DNA may speak against; list it to count it.
 */
export function placeOutside(ids: ListIds, { dna, others }: OutsideEvidence): { readonly pairs: OutsidePairs; readonly unknown: readonly string[] } {
  if (dna.length + others.length === 0) return { pairs: new Map(), unknown: [] };
  const [reports, individuals] = [placesOf(ids.reports), placesOf(ids.remains)];
  const wanted = new Map<number, Map<number, number>>();
  const unknown: string[] = [];
  const place = (one: OutsideWeight, weigh: (known: number | undefined) => number): void => {
    const [i, report] = [individuals.get(one.remains), reports.get(one.report)];
    if (i === undefined || report === undefined) {
      unknown.push(...(i === undefined ? [one.remains] : []), ...(report === undefined ? [one.report] : []));
      return;
    }
    let own = wanted.get(i);
    if (own === undefined) wanted.set(i, (own = new Map<number, number>()));
    own.set(report, weigh(own.get(report)));
  };
  for (const one of dna) place(one, (known = -Infinity) => Math.max(known, boundedWeight(one.log10Lr)));
  for (const one of others) place(one, (known = 0) => known + one.log10Lr);
  return { pairs: new Map([...wanted].map(([i, own]) => [i, Array.from(own, ([report, more]) => ({ remains: i, report, more }))])), unknown };
}

/** What is known from elsewhere of the pairs of one part of the list. */
export function outsideOf(pairs: OutsidePairs, { from, to }: Range): OutsidePair[] {
  if (pairs.size === 0) return [];
  return Array.from({ length: to - from }, (_, at) => pairs.get(from + at) ?? []).flat();
}

/**
 * The pairs of one part of the list with what is known of them from elsewhere: DNA is added to the weight of its pair,
 * pairs that were not among the candidates join them, and names beside the first of either side are weighed. Without any of
 * these the pairs are given back as they are. Reports are searched by their other names too, maiden names among them.
 */
export function joinEvidence(matching: Matching, pairs: PairColumns, { part, outside }: { readonly part: Range; readonly outside: readonly OutsidePair[] }): PairColumns {
  const found = Array.from({ length: part.to - part.from }, (_, at) => matching.remains.at(part.from + at) ?? []).flat();
  if (outside.length === 0 && !haveOtherNames(matching) && found.every(({ otherNames }) => otherNames.length === 0)) return pairs;
  const wanted = found.map(() => new Map<number, number>());
  for (const { remains, report, more } of outside) wanted[remains - part.from]?.set(report, more);
  found.forEach((one, at) => {
    const i = part.from + at;
    const own = wanted[at];
    const want = (report: number): void => { if (own?.has(report) === false) own.set(report, 0); };
    for (const report of placesByOtherNames(matching, () => matching.foundNames.nameAt(i), () => matching.tablesAt(i))) want(report);
    for (const name of one.otherNames) {
      for (const { place } of rankPlaces(matching, { ...one, name, otherNames: [] }, mostOfOtherName)) want(place);
    }
  });
  return withWanted(matching, pairs, { part, wanted });
}

/** Pairs and wanted pairs by individual, each weighed with all its names and what is known from elsewhere. */
function withWanted(matching: Matching, pairs: PairColumns, { part, wanted }: { readonly part: Range; readonly wanted: readonly ReadonlyMap<number, number>[] }): PairColumns {
  const rows: { remains: number; report: number; name: number; household: number; weight: number }[] = [];
  let p = 0;
  wanted.forEach((own, at) => {
    const i = part.from + at;
    const known = new Set<number>();
    for (; p < pairs.remains.length && pairs.remains[p] === i; p++) {
      const report = pairs.report[p] ?? 0;
      known.add(report);
      const more = own.get(report) ?? 0;
      const again = hasOthers(matching, i, report) ? weighPair(matching, i, report) : { name: pairs.name[p] ?? 0, weight: pairs.weight[p] ?? 0 };
      rows.push({ remains: i, report, name: again.name, household: pairs.household[p] ?? 0, weight: again.weight + more });
    }
    for (const [report, more] of own) {
      if (known.has(report)) continue;
      const { name, weight } = weighPair(matching, i, report);
      rows.push({ remains: i, report, name, household: matching.nameWeigher.household(i, report, matching.settings.relativesOneFather), weight: weight + more });
    }
  });
  return {
    remains: Int32Array.from(rows, ({ remains }) => remains), report: Int32Array.from(rows, ({ report }) => report),
    name: Float64Array.from(rows, ({ name }) => name), household: Float64Array.from(rows, ({ household }) => household), weight: Float64Array.from(rows, ({ weight }) => weight), rest: pairs.rest,
  };
}

function hasOthers({ remains, missing }: Matching, i: number, report: number): boolean {
  return (remains.at(i)?.otherNames.length ?? 0) > 0 || (missing[report]?.otherNames.length ?? 0) > 0;
}

function weighPair(matching: Matching, i: number, at: number): { name: number; weight: number } {
  const { tablesAt, columns } = matching;
  const tables = tablesAt(i);
  const name = wordsOfPair(matching, i, at);
  return { name, weight: tables === null ? name : pairWeight(tables, columns, { report: at, name }) };
}
