import { powerOfTen } from '../evidence/power-of-ten.ts';
import { addUpAll, weightBesidesName, type CodedReports } from '../weigh/add-up.ts';
import type { RemainsTables } from '../weigh/remains-tables.ts';
import type { ReportColumns } from '../weigh/report-columns.ts';
import type { Matching } from './open-matching.ts';

/** Reports of a long list by which the rest of it is judged, evenly spread. */
const sampled = 500;

/**
 * The sum of the likelihood ratios of all reports that are not among the candidates of one individual of the list: what
 * lies with the many of whom none is likely. Only without a readable name: otherwise those whose names agree hold nearly
 * all of it, and it is given as 0. Short lists are added up whole; of long ones a sample stands for all. None of the rest
 * weighs more than the last of the candidates, so that a sample tells it well. Cost: about 0.02 ms.
 */
export function restOfList({ columns, foundNames, limits }: Matching, i: number, { tables, candidates }: { readonly tables: RemainsTables; readonly candidates: Iterable<number> }): number {
  if ((foundNames.nameAt(i)?.words.length ?? 0) > 0) return 0;
  const known = new Set(candidates);
  const { count } = columns;
  let sum = 0;
  if (count <= limits.wholeListUpTo) {
    for (let report = 0; report < count; report++) if (!known.has(report)) sum += powerOfTen(weightBesidesName(tables, columns, report));
    return sum;
  }
  const { reports, codes } = sampleOf(columns, i);
  addUpAll(tables, codes, weights);
  for (let k = 0; k < sampled; k++) if (!known.has(reports[k] as number)) sum += powerOfTen(weights[k] as number);
  return (sum * count) / sampled;
}

/** Used again for each individual. */
const weights = new Float64Array(sampled);

/** Some reports, by their places in the list, and their codes side by side. */
interface Sample {
  readonly reports: Int32Array;
  readonly codes: Readonly<Record<keyof CodedReports, Int32Array>>;
}

/**
 * The reports by which the rest of the list is judged for one individual. That of the next one begins one report later,
 * so that the codes of many are laid side by side at once: where they stand in the list, each lies in memory far from the other.
 */
function sampleOf(columns: ReportColumns, i: number): Sample {
  const from = i - (i % together);
  if (lastLaid?.columns !== columns || lastLaid.from !== from) lastLaid = { columns, from, laid: layOut(columns, from) };
  const { reports, codes } = lastLaid.laid;
  const own = (column: Int32Array): Int32Array => column.subarray(i - from, i - from + sampled);
  return { reports: own(reports), codes: eachKind(codes, own) };
}

/** Individuals whose samples are laid out together. */
const together = 1024;
let lastLaid: { readonly columns: ReportColumns; readonly from: number; readonly laid: Sample } | null = null;

function layOut(columns: ReportColumns, from: number): Sample {
  // The golden ratio spreads them evenly whatever repeats along the list; each individual begins elsewhere.
  const reports = Int32Array.from({ length: together + sampled }, (_, k) => Math.floor((((from + k) * goldenRatio) % 1) * columns.count));
  return { reports, codes: eachKind(columns, (column: CodedReports['birth']) => reports.map((report) => column[report] ?? 0)) };
}

function eachKind<Column>({ sex, birth, height, hair, eyes, teeth, numbers, seen, place, military, marks, clothing, belongings }: Readonly<Record<keyof CodedReports, Column>>, of: (column: Column) => Int32Array): Sample['codes'] {
  return {
    sex: of(sex), birth: of(birth), height: of(height), hair: of(hair), eyes: of(eyes), teeth: of(teeth), numbers: of(numbers), seen: of(seen), place: of(place), military: of(military),
    marks: of(marks), clothing: of(clothing), belongings: of(belongings),
  };
}

const goldenRatio = (Math.sqrt(5) - 1) / 2;
