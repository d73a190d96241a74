import { inOrderOfIds } from '../records/in-order.ts';
import type { FoundRemains, MissingReport } from '../records/types.ts';
import { findPlaces, weighKinds, type FoundCandidate, type KindWeight } from '../match/candidates-of.ts';
import { openBeside, openMatching, type Matching } from '../match/open-matching.ts';
import type { EvidenceWeights } from '../evidence/evidence-weights.ts';
import { defaultSettings } from '../evidence/parameters.ts';
import { reportNamesOf } from '../weigh/name-weight.ts';
import { countShares, type CountedShares } from './counted-shares.ts';
import { RemainsIndex } from './remains-index.ts';
import { kindsOfFile, sumOfFiled, weighFiled } from './kinds-of-file.ts';
import { NearFiles } from './near-files.ts';
import { OpenedFile } from './opened-file.ts';
import { reportsOfFile, type ReportFiles } from './report-files.ts';
import { openRepeats, weighRepeats, type RepeatOf, type RepeatsAmong } from './repeats-of.ts';
import { Segments, type Segment } from './segments.ts';
import { toldTogether } from './told-together.ts';

/** The documented weights unless others are given. */
export interface LiveOptions extends Partial<EvidenceWeights> {
  /** Shares counted before, with their weights; without them the lists given are counted. */
  readonly shares?: CountedShares;
}

export interface AskOptions {
  /** Candidates returned, 1 or more. */
  readonly most?: number;
  /** Only these of the other list take part. */
  readonly isAsked?: (id: string) => boolean;
  /** Reports of one person that are read as one file, and are one answer; without them every report stands for itself. */
  readonly files?: ReportFiles;
}

/** Remains that one report could be about, before priors and before anybody else is looked at. */
export interface FoundForReport {
  readonly remains: string;
  readonly log10Lr: number;
  readonly kinds: readonly KindWeight[];
}

/** A report that one individual could be, with the others of its person that were read with it; none where it stands alone. */
export interface FoundPerson extends FoundCandidate {
  readonly others?: readonly string[];
}

interface OpenedReports {
  readonly matching: Matching;
  readonly repeats: () => RepeatsAmong;
}

/** So many reports more are looked at where some of them are of one person: a second report can lift the first. */
const widerBy = 30;

/** The lists are counted anew when so large a share of their rows changed. */
const changedShare = 0.05;

/**
 * Reports and remains that stay open while single ones come, are corrected and go, and answer at any moment whom one new
 * description could be, with the weights and reasons of `candidatesOf`. The answers are those of lists opened fresh under
 * the same shares. Shares of the population do not move with every row: they are those of the last count (`shares.version`)
 * until somebody counts again (`recount`, due when `isCountDue`).
 * Cost: counting, and opening each list with the first question to it, about 0.3 ms a row; then a row some milliseconds at the next question, a question some
 * milliseconds to some tens at 100,000 (`npm run bench:names`). Method: docs/methods/live-lists.md
 */
export class LiveLists {
  #shares: CountedShares;
  /** No reports, under the shares: what is the same for all remains. */
  #silent: Matching;
  #number: number;
  #changes = 0;
  #reports: Segments<MissingReport, OpenedReports>;
  #remains: Segments<FoundRemains, RemainsIndex>;
  readonly #nearFiles = new WeakMap<ReportFiles, NearFiles>();
  readonly #weights: EvidenceWeights;

  /** Of rows with one id the last counts. */
  constructor(reports: readonly MissingReport[], remains: readonly FoundRemains[], { settings = defaultSettings(), placesTaught = null, shares }: LiveOptions = {}) {
    this.#weights = shares ?? { settings, placesTaught };
    this.#number = 1;
    const [said, found] = [inOrderOfIds(reports), inOrderOfIds(remains)];
    this.#shares = shares ?? this.#count(said, found);
    this.#silent = openMatching([], [], this.#shares);
    [this.#reports, this.#remains] = this.#open(said, found);
  }

  /** What the weights follow from. */
  get shares(): CountedShares {
    return this.#shares;
  }

  get size(): { readonly reports: number; readonly remains: number } {
    return { reports: this.#reports.size, remains: this.#remains.size };
  }

  /** Adds a report, or corrects the one with its id. */
  putReport(report: MissingReport): void {
    this.#reports.put(report);
    this.#changes++;
  }

  /** Adds remains, or corrects those with this id. */
  putRemains(found: FoundRemains): void {
    this.#remains.put(found);
    this.#changes++;
  }

  /** False where there is none. */
  removeReport(id: string): boolean {
    const isRemoved = this.#reports.remove(id);
    if (isRemoved) this.#changes++;
    return isRemoved;
  }

  /** False where there are none. */
  removeRemains(id: string): boolean {
    const isRemoved = this.#remains.remove(id);
    if (isRemoved) this.#changes++;
    return isRemoved;
  }

  reportOf(id: string): MissingReport | undefined {
    return this.#reports.get(id);
  }

  remainsOf(id: string): FoundRemains | undefined {
    return this.#remains.get(id);
  }

  /**
   * The reports that one individual, of the list or new, could be; as `candidatesOf`. Those of one file are one answer, by
   * the report that weighs most; all of a file take part where one of them is among the best alone, or all of them together
   * may be (`NearFiles`).
   */
  reportsFor(found: FoundRemains, { most = 20, isAsked, files }: AskOptions = {}): FoundPerson[] {
    if (files === undefined) return this.#reportsAlone(found, { most, isAsked });
    const { chosen, others } = this.#nearReports(found, { most: most + widerBy, isAsked });
    const filed = new Map<string, ReturnType<typeof bestOfFile>>();
    const alone: (typeof chosen)[number][] = [];
    const read = (file: FileInList | null): void => {
      const key = file?.ids[0] ?? '';
      if (file !== null && !filed.has(key)) filed.set(key, bestOfFile(file, found, isAsked));
    };
    for (const one of [...chosen, ...others]) {
      if (filed.has(files.of(one.id)?.ids[0] ?? '')) continue;
      const file = this.#openFile(one.id, files);
      if (file === null) alone.push(one);
      else read(file);
    }
    const near = this.#nearFilesOf(files).rank(this.#reports.opened(), found).filter(({ file }) => isAsked === undefined || file.ids.some(isAsked));
    for (const { file: { ids: [id = ''] } } of near.slice(0, widerBy)) if (!filed.has(id)) read(this.#openFile(id, files));
    const single = [...alone.filter((one) => chosen.includes(one)).slice(0, most), ...alone.filter((one) => others.includes(one))];
    const persons = single.map(({ matching, place, id }) => ({ report: id, ...weighKinds(matching, found, place), words: null }));
    // Words are made for those alone who are answered.
    return [...persons, ...[...filed.values()].map((one) => ({ ...one, kinds: [] }))].sort((x, y) => y.log10Lr - x.log10Lr || (x.report < y.report ? -1 : 1)).slice(0, most)
      .map(({ words, ...one }) => (words === null ? one : { ...one, ...words() }));
  }

  #nearFilesOf(files: ReportFiles): NearFiles {
    const known = this.#nearFiles.get(files) ?? new NearFiles(files);
    this.#nearFiles.set(files, known);
    return known;
  }

  /** The best reports by their first names and all else, and those that another name brings. */
  #nearReports(found: FoundRemains, { most, isAsked }: { readonly most: number; readonly isAsked: AskOptions['isAsked'] }) {
    const places = this.#reports.opened().map((segment) => ({ segment, ...placesIn(segment, found, { most, isAsked }) }));
    const best = places.flatMap(({ segment, best: own }) => own.map(({ place, total }) => ({ matching: segment.opened.matching, place, total, id: segment.rows[place]?.id ?? '' })));
    const chosen = best.sort((a, b) => b.total - a.total || (a.id < b.id ? -1 : 1)).slice(0, most);
    const isChosen = new Set(chosen.map(({ id }) => id));
    const others = places.flatMap(({ segment, byOtherNames }) => byOtherNames.map((place) => ({ matching: segment.opened.matching, place, total: 0, id: segment.rows[place]?.id ?? '' })).filter(({ id }) => !isChosen.has(id)));
    return { chosen, others };
  }

  #reportsAlone(found: FoundRemains, { most, isAsked }: { readonly most: number; readonly isAsked: AskOptions['isAsked'] }): FoundCandidate[] {
    const { chosen, others } = this.#nearReports(found, { most, isAsked });
    return [...chosen, ...others].map(({ matching, place, id }) => ({ report: id, ...weighKinds(matching, found, place) }))
      .sort((a, b) => b.log10Lr - a.log10Lr || (a.report < b.report ? -1 : 1)).slice(0, most);
  }

  /** The remains that one report, of the list or new, could be about; each pair weighs what it weighs asked from the other side. */
  remainsFor(report: MissingReport, { most = 20, isAsked, files }: AskOptions = {}): FoundForReport[] {
    const file = files === undefined ? null : this.#openFile(report.id, files, report);
    if (file === null) return this.#remainsAlone(report, { most, isAsked });
    const nearTo = (asked: readonly MissingReport[]): string[] => {
      const near = asked.flatMap((one) => this.#nearRemains(one, { most: most + widerBy, isAsked }).near).sort((a, b) => b.weight - a.weight);
      return [...new Set(near.map(({ row }) => row.id))].slice(0, most + widerBy);
    };
    const { missing } = file.opened.matching;
    // What no report says enough for by itself, all together may.
    const ids = [...new Set([...nearTo(missing), ...nearTo([toldTogether(missing)])])];
    const at = file.ids.indexOf(report.id);
    const weighed = ids.flatMap((id) => {
      const found = this.remainsOf(id);
      return found === undefined ? [] : [{ found, remains: id, ...weighFiled(file.opened, found, at) }];
    });
    return weighed.sort((a, b) => b.log10Lr - a.log10Lr || (a.remains < b.remains ? -1 : 1)).slice(0, most)
      .map(({ found, remains, log10Lr, filed }) => ({ remains, log10Lr, kinds: kindsOfFile(file.opened, found, { at, filed, log10Lr }) }));
  }

  /** The file of a report, with all its reports; null where it is alone, or one of them is not in the list. */
  #openFile(id: string, files: ReportFiles, given?: MissingReport): FileInList | null {
    const file = files.of(id);
    const reports = file === null ? null : reportsOfFile(file.ids, (one) => (one === given?.id ? given : this.reportOf(one)));
    return file === null || reports === null ? null : { ids: file.ids, opened: new OpenedFile(file, reports, { ...this.#shares, lasting: this.#silent.context.lasting }) };
  }

  #remainsAlone(report: MissingReport, how: { readonly most: number; readonly isAsked: AskOptions['isAsked'] }): FoundForReport[] {
    const { matching, near } = this.#nearRemains(report, how);
    return near.map(({ row }) => ({ remains: row.id, ...weighKinds(matching, row, 0) })).sort((a, b) => b.log10Lr - a.log10Lr || (a.remains < b.remains ? -1 : 1));
  }

  /** The remains that weigh most with a report by itself. */
  #nearRemains(report: MissingReport, { most, isAsked }: { readonly most: number; readonly isAsked: AskOptions['isAsked'] }) {
    const matching = openBeside(this.#silent, [report]);
    const asked = { report, matching, names: reportNamesOf(report) };
    const found = this.#remains.opened().flatMap(({ rows, opened, gone }) => opened.search(asked, { most, gone, isAsked }).flatMap(({ place, weight }) => {
      const row = rows[place];
      return row === undefined ? [] : [{ row, weight }];
    }));
    return { matching, near: found.sort((a, b) => b.weight - a.weight || (a.row.id < b.row.id ? -1 : 1)).slice(0, most) };
  }

  /** Other reports that may be about the person of one report, of the list or new; the weights of `openDuplicates`. */
  repeatsOf(report: MissingReport): RepeatOf[] {
    const near = this.#reports.opened().flatMap(({ rows, opened, gone }) => opened.repeats().near(report, this.#reports.size).flatMap((place) => {
      const other = rows[place];
      return gone[place] === 1 || other === undefined || other.id === report.id ? [] : [other];
    }));
    return near.length === 0 ? [] : weighRepeats(report, near, this.#shares);
  }

  /** Whether so much of the lists changed since the last count that they should be counted again. */
  get isCountDue(): boolean {
    return this.#changes > 0 && this.#changes >= changedShare * (this.#shares.reports + this.#shares.remains);
  }

  /** Counts the lists as they stand and opens them anew: weights may change a little, and `shares.version` does. Cost: as of opening. */
  recount(): void {
    const [reports, remains] = [inOrderOfIds(this.#reports.rows()), inOrderOfIds(this.#remains.rows())];
    this.#number++;
    this.#changes = 0;
    this.#shares = this.#count(reports, remains);
    this.#silent = openMatching([], [], this.#shares);
    [this.#reports, this.#remains] = this.#open(reports, remains);
  }

  #count(reports: readonly MissingReport[], remains: readonly FoundRemains[]): CountedShares {
    return countShares(reports, remains, { number: this.#number, ...this.#weights });
  }

  #open(reports: readonly MissingReport[], remains: readonly FoundRemains[]): [Segments<MissingReport, OpenedReports>, Segments<FoundRemains, RemainsIndex>] {
    const [shares, silent] = [this.#shares, this.#silent];
    return [
      new Segments(reports, (rows) => {
        const matching = openMatching(rows, [], shares);
        let repeats: RepeatsAmong | null = null;
        return { matching, repeats: () => (repeats ??= openRepeats(matching, shares.between)) };
      }),
      new Segments(remains, (rows) => new RemainsIndex(rows, shares, silent)),
    ];
  }
}

interface FileInList {
  readonly ids: readonly string[];
  readonly opened: OpenedFile;
}

/** The report of a file that weighs most with an individual, with the weight of its person; kinds and words when asked for. */
function bestOfFile({ ids, opened }: FileInList, found: FoundRemains, isAsked: AskOptions['isAsked']): { readonly report: string; readonly log10Lr: number; readonly words: () => Pick<FoundPerson, 'kinds' | 'others'> } {
  const filed = opened.weigh(found);
  const asked = ids.flatMap((id, at) => (isAsked === undefined || isAsked(id) ? [at] : []));
  const ratios = filed.map((one) => sumOfFiled(one));
  const at = asked.reduce((high, one) => ((ratios[one] ?? -Infinity) > (ratios[high] ?? -Infinity) ? one : high), asked[0] ?? 0);
  const [own, log10Lr] = [filed[at], ratios[at] ?? 0];
  return { report: ids[at] ?? '', log10Lr, words: () => ({ kinds: own === undefined ? [] : kindsOfFile(opened, found, { at, filed: own, log10Lr }), others: ids.filter((_, other) => other !== at) }) };
}

/** The best places of one segment that count; where some do not, it is searched further. */
function placesIn({ rows, opened: { matching }, gone }: Segment<MissingReport, OpenedReports>, found: FoundRemains, { most, isAsked }: { readonly most: number; readonly isAsked: AskOptions['isAsked'] }): ReturnType<typeof findPlaces> {
  const counts = (place: number): boolean => gone[place] === 0 && (isAsked === undefined || isAsked(rows[place]?.id ?? ''));
  for (let wanted = most; ; wanted *= 4) {
    const limits = { ...matching.limits, most: Math.max(matching.limits.most, wanted) };
    const { best, byOtherNames } = findPlaces({ ...matching, limits }, found, wanted);
    const counted = best.filter(({ place }) => counts(place));
    if (counted.length >= most || best.length < wanted || wanted >= rows.length) return { best: counted.slice(0, most), byOtherNames: byOtherNames.filter(counts) };
  }
}
