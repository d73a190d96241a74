import { groupReports } from '../duplicates/group-reports.ts';
import { pairKey } from '../duplicates/pair-key.ts';
import { personFiles, type PersonFile } from '../match/person-files.ts';
import type { MissingReport } from '../records/types.ts';

/** Two reports that people settled, or a search proposes, to be of one person, by ids. */
export interface ReportTie {
  readonly a: string;
  readonly b: string;
  /** That both are of one person, 0..1; 1 where people settled it. */
  readonly probability: number;
}

/** What people decided of two reports. */
export interface SettledTie {
  readonly a: string;
  readonly b: string;
  readonly verdict: 'same_person' | 'kept_apart';
}

/** The reports of one person as one file; its numbers are places in `ids`. */
export interface ReportFile {
  readonly ids: readonly string[];
  readonly file: PersonFile;
}

/** A file and the part of it that holds one report, from the whole down; the last stands for the report alone. */
export interface FileLevel {
  readonly file: PersonFile;
  /** That its two halves are of one person; 1 where people settled it. */
  readonly together: number;
}

/**
 * What is known of reports being of one person. Who was settled to be one is one: what a search proposes for one of them
 * holds for the others, by the likeliest; what people kept apart stays apart, whatever is proposed.
 * @param proposed - of a search; pairs that people decided are taken from the decision
 */
export function tieReports(decided: readonly SettledTie[], proposed: readonly ReportTie[]): ReportTie[] {
  const apart = new Set(decided.flatMap(({ a, b, verdict }) => (verdict === 'kept_apart' ? [pairKey(a, b)] : [])));
  const groupOf = new Map<string, readonly string[]>();
  const membersOf = (id: string): readonly string[] => groupOf.get(id) ?? [id];
  const ties = new Map<string, ReportTie>();
  const tie = (a: string, b: string, probability: number): void => {
    if (a === b || apart.has(pairKey(a, b)) || (ties.get(pairKey(a, b))?.probability ?? 0) >= probability) return;
    ties.set(pairKey(a, b), a < b ? { a, b, probability } : { a: b, b: a, probability });
  };
  for (const { a, b, verdict } of decided) {
    const [own, other] = [membersOf(a), membersOf(b)];
    if (verdict !== 'same_person' || own === other) continue;
    const group = [...own, ...other];
    for (const id of group) groupOf.set(id, group);
  }
  for (const group of new Set(groupOf.values())) group.forEach((a, at) => { for (const b of group.slice(at + 1)) tie(a, b, 1); });
  for (const { a, b, probability } of proposed) {
    const pairs = membersOf(a).flatMap((one) => membersOf(b).map((other) => [one, other] as const));
    // One of them is known to be somebody else: then all are.
    if (pairs.some(([one, other]) => apart.has(pairKey(one, other)))) continue;
    for (const [one, other] of pairs) tie(one, other, probability);
  }
  return [...ties.values()].sort((x, y) => (x.a === y.a ? x.b < y.b : x.a < y.a) ? -1 : 1);
}

/** Reports put together to persons as the joint solution does it (`groupReports`, `personFiles`), asked by the id of one. */
export class ReportFiles {
  /** Plain data of which the same files can be made elsewhere. */
  readonly ties: readonly ReportTie[];
  readonly #files = new Map<string, ReportFile>();

  constructor(ties: readonly ReportTie[]) {
    this.ties = ties;
    const ids = [...new Set(ties.flatMap(({ a, b }) => [a, b]))].sort();
    const places = new Map(ids.map((id, place) => [id, place]));
    const pairs = ties.map(({ a, b, probability }) => {
      const [one, other] = [places.get(a) ?? 0, places.get(b) ?? 0].sort((x, y) => x - y);
      return { a: one ?? 0, b: other ?? 0, probability, log10Lr: 0, relatives: 0 };
    });
    for (const file of personFiles(groupReports(ids.length, pairs), pairs)) {
      const own = file.reports.map((place) => ids[place] ?? '');
      const placed = { ids: own, file: renumbered(file, new Map(file.reports.map((place, at) => [place, at]))) };
      for (const id of own) this.#files.set(id, placed);
    }
  }

  /** The file that holds this report; null where it is the only one of its person. */
  of(id: string): ReportFile | null {
    return this.#files.get(id) ?? null;
  }
}

/** Reports of a file in its order; null where one of them is not there to be read. */
export function reportsOfFile(ids: readonly string[], reportOf: (id: string) => MissingReport | undefined): MissingReport[] | null {
  const reports = ids.flatMap((id) => reportOf(id) ?? []);
  return reports.length === ids.length ? reports : null;
}

/** The levels of a file for one of its reports, the whole file first. */
export function levelsOfReport(file: PersonFile | number, report: number): FileLevel[] {
  if (typeof file === 'number') return [];
  const [one, other] = file.parts;
  const holds = (part: PersonFile | number): boolean => (typeof part === 'number' ? part === report : part.reports.includes(report));
  return [{ file, together: file.together }, ...levelsOfReport(holds(one) ? one : other, report)];
}

/**
 * log10 of P(found | the person of one report) / P(found | an unrelated person): with the probability that its reports are
 * of one person the file counts, otherwise the part of it that holds this report.
 * @param sums - log10 LR of each level read as one, the whole file first, the report alone last
 * @param places - of each level in how many reports its ratio is parted, where several of them stand beside each other as persons of their own
 */
export function ratioOfLevels(levels: readonly Pick<FileLevel, 'together'>[], sums: readonly number[], places: readonly number[] = []): number {
  return levels.reduceRight((rest, { together }, level) => {
    const whole = (sums[level] ?? 0) - Math.log10(places[level] ?? 1);
    const high = Math.max(whole, rest);
    return high + Math.log10(together * 10 ** (whole - high) + (1 - together) * 10 ** (rest - high));
  }, sums[levels.length] ?? 0);
}

function renumbered(file: PersonFile, at: ReadonlyMap<number, number>): PersonFile {
  const part = (one: PersonFile | number): PersonFile | number => (typeof one === 'number' ? (at.get(one) ?? 0) : renumbered(one, at));
  return { parts: [part(file.parts[0]), part(file.parts[1])], reports: file.reports.map((place) => at.get(place) ?? 0), together: file.together };
}
