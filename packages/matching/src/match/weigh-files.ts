import { FileWeigher, type FiledPair } from './file-weight.ts';
import type { Matching } from './open-matching.ts';
import type { PersonFile } from './person-files.ts';
import type { PersonPairs } from './person-pairs.ts';
import type { Range } from './ranges.ts';
import type { PairColumns } from './weigh-pairs.ts';
import { weighRelatives } from './weigh-relatives.ts';

/** Reports so far below what one in the list needs say nothing that a second report could mend (log10). */
const hopelessBelow = 5;

/**
 * Weighs the persons of which there are several reports as the field does: their reports read as one file. Reports of a
 * file that are not among the pairs of an individual join them. All other persons weigh what their report weighs. Relatives of all are weighed beside.
 * Cost: the tables of each individual that has such a pair, about 0.05 ms, and some µs for each file.
 * @param files - by the number of each report: those of other reports are not asked for
 */
export function weighFiles(matching: Matching, pairs: PairColumns, { from }: Pick<Range, 'from'>, files: readonly PersonFile[]): PersonPairs {
  const fileOf = new Map(files.flatMap((file) => file.reports.map((report) => [report, file] as const)));
  const weigher = new FileWeigher(matching);
  const rows: FiledPair[] = [];
  const rest = pairs.rest.slice();
  const least = Math.log10(Math.max(1, matching.missing.length)) - hopelessBelow;
  for (let start = 0, end = 0; start < pairs.remains.length; start = end) {
    const i = pairs.remains[start] ?? 0;
    while (end < pairs.remains.length && pairs.remains[end] === i) end++;
    const own = new Map<number, FiledPair>();
    for (let p = start; p < end; p++) {
      const [report, weight] = [pairs.report[p] ?? 0, pairs.weight[p] ?? 0];
      own.set(report, { remains: i, report, name: pairs.name[p] ?? 0, household: pairs.household[p] ?? 0, weight, ofPerson: weight, part: 1 });
    }
    const asked = new Set([...own.values()].flatMap(({ report, weight }) => (weight >= least ? (fileOf.get(report) ?? []) : [])));
    if (asked.size > 0) rest[i - from] = Math.max(0, (rest[i - from] ?? 0) - weigher.weigh(i, own, asked));
    for (const row of own.values()) rows.push(row);
  }
  const column = (of: keyof FiledPair): Float64Array => Float64Array.from(rows, (row) => row[of]);
  const filed = { remains: Int32Array.from(rows, ({ remains }) => remains), report: Int32Array.from(rows, ({ report }) => report), name: column('name'), household: column('household'), weight: column('weight'), rest };
  return { pairs: filed, ofPerson: column('ofPerson'), part: column('part'), relatives: weighRelatives(matching, filed) };
}
