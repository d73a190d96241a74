import { FileWeigher, type FiledPair } from './file-weight.ts';
import type { Matching } from './open-matching.ts';
import type { PersonFile } from './person-files.ts';
import type { PersonPairs } from './person-pairs.ts';
import type { PairColumns } from './weigh-pairs.ts';
import { weighRelatives } from './weigh-relatives.ts';

/** Reports so far below what one in the list needs say nothing that a second report could mend (log10). */
const hopelessBelow = 5;

/** Weighs what persons are to the individuals of a part of the list. @param pairs - their candidates */
export type WeighPersons = (pairs: PairColumns, part: { readonly from: number; readonly tablesAt: Matching['tablesAt'] }) => PersonPairs;

/**
 * Weighs the persons of which there are several reports as the field does: their reports read as one file. Reports of a
 * file that are not among the pairs of an individual join them. All other persons weigh what their report weighs. Relatives of all are weighed beside.
 * Cost: some µs for each file that an individual may be, and its tables, which `tablesAt` may still have.
 * @param files - all persons of several reports of the list, or those that any of the pairs has a report of
 */
export function openFiles(matching: Matching, files: readonly PersonFile[]): WeighPersons {
  const fileOf = new Map(files.flatMap((file) => file.reports.map((report) => [report, file] as const)));
  const weigher = new FileWeigher(matching);
  const least = Math.log10(Math.max(1, matching.missing.length)) - hopelessBelow;
  return (pairs, { from, tablesAt }) => {
    const rows: FiledPair[] = [];
    const rest = pairs.rest.slice();
    for (let start = 0, end = 0; start < pairs.remains.length; start = end) {
      const i = pairs.remains[start] ?? 0;
      const own: FiledPair[] = [];
      const asked = new Set<PersonFile>();
      for (; end < pairs.remains.length && pairs.remains[end] === i; end++) {
        const [report, weight] = [pairs.report[end] ?? 0, pairs.weight[end] ?? 0];
        own.push({ remains: i, report, name: pairs.name[end] ?? 0, household: pairs.household[end] ?? 0, weight, ofPerson: weight, part: 1 });
        const file = weight >= least ? fileOf.get(report) : undefined;
        if (file !== undefined) asked.add(file);
      }
      const tables = asked.size === 0 ? null : tablesAt(i);
      if (tables !== null) rest[i - from] = Math.max(0, (rest[i - from] ?? 0) - weigher.weigh({ i, tables }, own, asked));
      for (const row of own) rows.push(row);
    }
    return inColumns({ ...matching, tablesAt }, rows, rest);
  };
}

function inColumns(matching: Matching, rows: readonly FiledPair[], rest: Float64Array): PersonPairs {
  const [remains, report] = [new Int32Array(rows.length), new Int32Array(rows.length)];
  const numbers = { name: new Float64Array(rows.length), household: new Float64Array(rows.length), weight: new Float64Array(rows.length), ofPerson: new Float64Array(rows.length), part: new Float64Array(rows.length) };
  rows.forEach((row, at) => {
    remains[at] = row.remains;
    report[at] = row.report;
    numbers.name[at] = row.name;
    numbers.household[at] = row.household;
    numbers.weight[at] = row.weight;
    numbers.ofPerson[at] = row.ofPerson;
    numbers.part[at] = row.part;
  });
  const { name, household, weight, ofPerson, part } = numbers;
  return { pairs: { remains, report, weight, rest }, ofPerson, part, relatives: weighRelatives(matching, { remains, report, name, household }) };
}
