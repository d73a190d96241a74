import { pairWeight } from '../weigh/add-up.ts';
import { candidatesOf } from './candidates-of.ts';
import { wordsOfPair } from './names-of-pair.ts';
import type { Matching } from './open-matching.ts';
import { placesByOtherNames } from './other-names.ts';
import { boundedWeight, type OutsideWeight } from './outside-weight.ts';
import type { PairColumns } from './weigh-pairs.ts';

/** Candidates that another name of one individual may bring. */
const mostOfOtherName = 20;

export interface OutsideEvidence {
  readonly dna: readonly OutsideWeight[];
  /** Pairs that take part in any case, with what is not to be counted of them. */
  readonly others: readonly OutsideWeight[];
}

/**
 * The pairs with what is known of them from elsewhere: DNA is added to the weight of its pair, pairs that were not among
 * the candidates join them, and names beside the first of either side are weighed. Without any of these the pairs are
 * given back as they are. Several ratios of one pair (two families, two samples) count as their highest: they are not
 * independent. Ids that are in neither list are named back.
 * Reports are searched by their other names too, maiden names among them.
 * LIMIT: a pair that the screen did not list weighs 0 here, though its DNA may speak against; list it to count it.
 */
export function joinEvidence(matching: Matching, pairs: PairColumns, { dna, others }: OutsideEvidence): { readonly pairs: PairColumns; readonly unknown: readonly string[] } {
  const { missing, remains } = matching;
  const hasOtherNames = missing.some(({ otherNames }) => otherNames.length > 0) || remains.some(({ otherNames }) => otherNames.length > 0);
  if (dna.length + others.length === 0 && !hasOtherNames) return { pairs, unknown: [] };
  const [reports, individuals] = [placesOf(missing), placesOf(remains)];
  const wanted = new Map<number, Map<number, number>>();
  const unknown: string[] = [];
  const want = (i: number, report: number, weigh: (known: number | undefined) => number): void => {
    let own = wanted.get(i);
    if (own === undefined) wanted.set(i, (own = new Map<number, number>()));
    own.set(report, weigh(own.get(report)));
  };
  const place = (one: OutsideWeight, weigh: (known: number | undefined) => number): void => {
    const [i, report] = [individuals.get(one.remains), reports.get(one.report)];
    if (i === undefined || report === undefined) unknown.push(...(i === undefined ? [one.remains] : []), ...(report === undefined ? [one.report] : []));
    else want(i, report, weigh);
  };
  for (const one of dna) place(one, (known = -Infinity) => Math.max(known, boundedWeight(one.log10Lr)));
  for (const one of others) place(one, (known = 0) => known + one.log10Lr);
  if (hasOtherNames) remains.forEach((found, i) => {
    for (const at of placesByOtherNames(matching, () => matching.foundNames.nameAt(i), () => matching.tablesAt(i))) want(i, at, (known = 0) => known);
    for (const name of found.otherNames) {
      for (const { report } of candidatesOf(matching, { ...found, name, otherNames: [] }, mostOfOtherName)) {
        const at = reports.get(report);
        if (at !== undefined) want(i, at, (known = 0) => known);
      }
    }
  });
  if (wanted.size === 0 && !hasOtherNames) return { pairs, unknown };
  return { pairs: withWanted(matching, pairs, wanted), unknown };
}

/** Pairs and wanted pairs by individual, each weighed with all its names and what is known from elsewhere. */
function withWanted(matching: Matching, pairs: PairColumns, wanted: ReadonlyMap<number, ReadonlyMap<number, number>>): PairColumns {
  const rows: { remains: number; report: number; name: number; household: number; weight: number }[] = [];
  let p = 0;
  matching.remains.forEach((_, i) => {
    const own = wanted.get(i);
    const known = new Set<number>();
    for (; p < pairs.remains.length && pairs.remains[p] === i; p++) {
      const report = pairs.report[p] ?? 0;
      known.add(report);
      const more = own?.get(report) ?? 0;
      const again = hasOthers(matching, i, report) ? weighPair(matching, i, report) : { name: pairs.name[p] ?? 0, weight: pairs.weight[p] ?? 0 };
      rows.push({ remains: i, report, name: again.name, household: pairs.household[p] ?? 0, weight: again.weight + more });
    }
    for (const [report, more] of own ?? []) {
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
  return (remains[i]?.otherNames.length ?? 0) > 0 || (missing[report]?.otherNames.length ?? 0) > 0;
}

function weighPair(matching: Matching, i: number, at: number): { name: number; weight: number } {
  const { tablesAt, columns } = matching;
  const tables = tablesAt(i);
  const name = wordsOfPair(matching, i, at);
  return { name, weight: tables === null ? name : pairWeight(tables, columns, { report: at, name }) };
}

function placesOf(list: readonly { readonly id: string }[]): Map<string, number> {
  return new Map(list.map(({ id }, at) => [id, at]));
}
