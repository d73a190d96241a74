import type { DuplicatePair } from '../duplicates/find-duplicates.ts';
import { pairKey } from '../duplicates/pair-key.ts';

/** Two reports, or files, that are of one person with probability `together`; read as one file. Plain data. */
export interface PersonFile {
  readonly parts: readonly [PersonFile | number, PersonFile | number];
  /** Places in the list, all that it holds. */
  readonly reports: readonly number[];
  readonly together: number;
}

/**
 * The reports put together to one person, as files: the two that are most probably of one person first, then what is on
 * average nearest. Only persons of two reports and more have one.
 * @param persons - the person of each report (`groupReports`)
 */
export function personFiles(persons: readonly number[], duplicates: readonly DuplicatePair[]): PersonFile[] {
  const groups = new Map<number, { readonly members: Set<number>; readonly probability: Map<string, number> }>();
  for (const { a, b, probability } of duplicates) {
    const person = persons[a];
    if (person === undefined || person !== persons[b]) continue;
    let group = groups.get(person);
    if (group === undefined) groups.set(person, (group = { members: new Set(), probability: new Map() }));
    group.members.add(a).add(b);
    group.probability.set(pairKey(a, b), probability);
  }
  return [...groups.values()].flatMap(({ members, probability }) => {
    const file = putTogether([...members].sort((x, y) => x - y), probability);
    return file ?? [];
  });
}

/** Average linkage, from the most probable pair down; of equal ones the first of the list. */
function putTogether(members: readonly number[], probability: ReadonlyMap<string, number>): PersonFile | null {
  let parts: { readonly file: PersonFile | number; readonly reports: readonly number[]; readonly sums: number[] }[] =
    members.map((a) => ({ file: a, reports: [a], sums: members.map((b) => probability.get(pairKey(a, b)) ?? 0) }));
  let whole: PersonFile | null = null;
  while (parts.length > 1) {
    let [best, x, y] = [-1, 0, 1];
    parts.forEach((one, i) => {
      for (let j = i + 1; j < parts.length; j++) {
        const mean = (one.sums[j] ?? 0) / (one.reports.length * (parts[j]?.reports.length ?? 1));
        if (mean > best) [best, x, y] = [mean, i, j];
      }
    });
    const [first, second] = [parts[x], parts[y]];
    if (first === undefined || second === undefined) return whole;
    const reports = [...first.reports, ...second.reports].sort((a, b) => a - b);
    whole = { parts: [first.file, second.file], reports, together: best };
    const sums = first.sums.map((sum, k) => sum + (second.sums[k] ?? 0));
    parts = parts.map((one, i) => (i === x ? { file: whole ?? one.file, reports, sums } : { ...one, sums: one.sums.map((sum, k) => (k === x ? sum + (one.sums[y] ?? 0) : sum)) }));
    parts = parts.filter((_, i) => i !== y).map((one) => ({ ...one, sums: one.sums.filter((_, k) => k !== y) }));
  }
  return whole;
}

/** Of each report of a file what its person's ratio is, and its part in it. */
export interface FileRatio {
  /** log10 of P(found | one of the persons whom these reports are about) / P(found | an unrelated person), summed over those persons. */
  readonly log10Lr: number;
  /** Probability of each report to be about the individual, given that it is one of their persons. */
  readonly parts: ReadonlyMap<number, number>;
}

/**
 * The reports of a file are of one person with the probability that was found for that, and then its ratio counts, once;
 * otherwise each part stands for itself: T R(file) + (1 - T) (R(one) + R(other)).
 * @param ratioOf - log10 LR of a file read as one
 */
export function weighFile(file: PersonFile | number, ratioOf: { readonly report: (report: number) => number; readonly file: (file: PersonFile) => number }): FileRatio {
  if (typeof file === 'number') return { log10Lr: ratioOf.report(file), parts: new Map([[file, 1]]) };
  const [one, other] = [weighFile(file.parts[0], ratioOf), weighFile(file.parts[1], ratioOf)];
  const whole = ratioOf.file(file);
  const high = Math.max(one.log10Lr, other.log10Lr, whole);
  const together = file.together * 10 ** (whole - high);
  const [first, second] = [one, other].map(({ log10Lr }) => (1 - file.together) * 10 ** (log10Lr - high));
  const sum = together + (first ?? 0) + (second ?? 0);
  const parts = new Map<number, number>();
  for (const [report, part] of one.parts) parts.set(report, (together + (first ?? 0) * part) / sum);
  for (const [report, part] of other.parts) parts.set(report, (together + (second ?? 0) * part) / sum);
  return { log10Lr: high + Math.log10(sum), parts };
}
