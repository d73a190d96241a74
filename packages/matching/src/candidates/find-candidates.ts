import { addUpAll, weightBesidesName } from '../weigh/add-up.ts';
import type { RemainsTables } from '../weigh/remains-tables.ts';
import type { ReportColumns } from '../weigh/report-columns.ts';
import { similarTokens, tokensOf, type TokenIndex } from './token-index.ts';

/** Space that is used again for each remains. */
export interface CandidateSpace {
  readonly sums: Float32Array;
  readonly names: Float32Array;
  readonly touchedBy: Int32Array;
  serial: number;
}

/** Room for one search at a time over `count` reports. */
export function candidateSpace(count: number): CandidateSpace {
  return { sums: new Float32Array(count), names: new Float32Array(count), touchedBy: new Int32Array(count), serial: 0 };
}

export interface CandidateLimits {
  /** Candidates that are weighed in full for each remains. */
  readonly most: number;
  /** Lists up to this length are looked through whole; longer ones by the words of names. */
  readonly wholeListUpTo: number;
}

/** log10 by which a name without a word in common counts against a candidate while candidates are looked for. */
const noWordInCommon = -1.5;
/** What a word's similarity below 1 costs, log10 for the whole word. */
const unlikeness = 4;

/**
 * Reports worth weighing in full for one individual, best first by a rough sum: table weights exactly, names by the
 * words they share. Without a readable name every report is summed.
 * LIMIT: in lists longer than `wholeListUpTo` a report that shares no word, however misread, with a name that was read
 * is not looked at; the benchmark measures what that loses.
 */
export function findCandidates(
  name: string | null,
  tables: RemainsTables,
  { columns, index, space, limits }: { readonly columns: ReportColumns; readonly index: TokenIndex; readonly space: CandidateSpace; readonly limits: CandidateLimits },
): number[] {
  const words = name === null ? [] : tokensOf(name);
  const touched = words.length === 0 ? [] : addNames(words, index, space);
  const whole = words.length === 0 || columns.count <= limits.wholeListUpTo;
  if (!whole) {
    for (const report of touched) space.sums[report] = (space.names[report] ?? 0) + weightBesidesName(tables, columns, report, true);
    return best(touched, space.sums, limits.most);
  }
  addUpAll(tables, columns, space.sums);
  if (words.length > 0) {
    for (let i = 0; i < columns.count; i++) space.sums[i] = (space.sums[i] ?? 0) + (space.touchedBy[i] === space.serial ? (space.names[i] ?? 0) : noWordInCommon);
  }
  return best(null, space.sums, limits.most);
}

/** Sums the weights of words in common into `space.names`; returns the reports that share any. */
function addNames(words: readonly string[], index: TokenIndex, space: CandidateSpace): number[] {
  space.serial++;
  const touched: number[] = [];
  const counted = new Map<number, number>();
  words.forEach((word, w) => {
    for (const { token, similarity } of similarTokens(index, word)) {
      const weight = (index.weights[token] ?? 0) - unlikeness * (1 - similarity);
      if (weight <= 0) continue;
      const end = index.starts[token + 1] ?? 0;
      for (let p = index.starts[token] ?? 0; p < end; p++) {
        const report = index.reports[p] ?? 0;
        if (space.touchedBy[report] !== space.serial) {
          space.touchedBy[report] = space.serial;
          space.names[report] = noWordInCommon + 1;
          touched.push(report);
        } else if (counted.get(report) === w) continue;
        counted.set(report, w);
        space.names[report] = (space.names[report] ?? 0) + weight;
      }
    }
  });
  return touched;
}

/** The reports with the highest sums, best first; ties by place in the list. */
function best(among: readonly number[] | null, sums: Float32Array, most: number): number[] {
  let highest = -Infinity;
  const count = among === null ? sums.length : among.length;
  for (let i = 0; i < count; i++) highest = Math.max(highest, sums[among === null ? i : (among[i] ?? 0)] ?? -Infinity);
  for (const depth of [2, 4, 8, Infinity]) {
    const kept: number[] = [];
    for (let i = 0; i < count; i++) {
      const report = among === null ? i : (among[i] ?? 0);
      if ((sums[report] ?? -Infinity) >= highest - depth) kept.push(report);
    }
    if (kept.length >= most || kept.length === count) return kept.sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b).slice(0, most);
  }
  return [];
}
