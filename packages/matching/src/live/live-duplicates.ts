import { reportAsFound } from '../duplicates/as-found.ts';
import { openDuplicates, settleDuplicates, type WeighedReports } from '../duplicates/find-duplicates.ts';
import { openReportPairs, type BetweenReports } from '../duplicates/report-pairs.ts';
import type { EvidenceSettings } from '../evidence/parameters.ts';
import type { ProposedDuplicate } from '../match/match-lists.ts';
import { openMatching, type Matching } from '../match/open-matching.ts';
import type { Range } from '../match/ranges.ts';
import { inOrderOfIds } from '../records/in-order.ts';
import type { MissingReport } from '../records/types.ts';
import type { TableKind } from '../weigh/remains-tables.ts';
import { countShares } from './counted-shares.ts';
import { LiveLists } from './live-lists.ts';
import type { RepeatOf } from './repeats-of.ts';
import { placesOf } from '../records/in-order.ts';

/** Two reports that may be about one person; people decide, nothing is merged by itself. */
export interface DuplicateProposal extends ProposedDuplicate {
  /** Kinds that are reported on both sides, with the weight of each; the name first. Kinds that say nothing are left out. */
  readonly kinds: readonly { readonly kind: 'name' | TableKind; readonly log10Lr: number }[];
}

interface KnownPair extends BetweenReports {
  readonly a: string;
  readonly b: string;
  readonly kinds: () => RepeatOf['kinds'];
}

/**
 * The repeats among reports, kept while reports come, are corrected and go: searched through once, part by part (`weigh`);
 * afterwards only what changed is weighed again, by the shares of the first count, until so much changed that it should be
 * begun anew (`isCountDue`). By the models of `imena match --duplicates`; the order of the list decides nothing.
 * LIMIT: who was reported without any name is proposed by the number of a document alone; the day last seen and the day of
 * birth weigh in `log10Lr` beside the kinds that are listed.
 * Cost: the first change opens the lists once more; then some tens of milliseconds a report (`npm run bench:names`).
 */
export class LiveDuplicates {
  readonly #reports: readonly MissingReport[];
  readonly #settings: EvidenceSettings | undefined;
  readonly #least: number;
  readonly #matching: Matching;
  readonly #first: (part: Range) => WeighedReports[];
  readonly #pairs = new Map<string, KnownPair>();
  /** Keys of the pairs of each report. */
  readonly #of = new Map<string, Set<string>>();
  #between: ReturnType<typeof openReportPairs> | null = null;
  #live: LiveLists | null = null;

  /** @param least - proposals below this probability are left out, 0..1 */
  constructor(given: readonly MissingReport[], least: number, settings?: EvidenceSettings) {
    this.#reports = inOrderOfIds(given);
    this.#settings = settings;
    this.#least = least;
    // How common a place, a mark or a garment is follows here from the reports themselves: they are both sides.
    this.#matching = openMatching(this.#reports, this.#reports.map(reportAsFound), settings === undefined ? {} : { settings });
    this.#first = openDuplicates(this.#matching);
  }

  get size(): number {
    return this.#live?.size.reports ?? this.#reports.length;
  }

  /** Weighs the reports of a part of the list given, by their places, against all. */
  weigh(part: Range): void {
    for (const { a, b, log10Lr, relatives } of this.#first(part)) {
      const kinds = (): RepeatOf['kinds'] => (this.#between ??= openReportPairs(this.#matching)).kinds(a, b);
      this.#know({ a: this.#reports[a]?.id ?? '', b: this.#reports[b]?.id ?? '', log10Lr, relatives, kinds });
    }
  }

  /** Adds a report, or corrects the one with its id. */
  put(report: MissingReport): void {
    const live = this.#opened();
    this.#forget(report.id);
    live.putReport(report);
    for (const { report: other, log10Lr, relatives, kinds } of live.repeatsOf(report)) {
      const [a, b] = other < report.id ? [other, report.id] : [report.id, other];
      this.#know({ a, b, log10Lr, relatives, kinds: () => kinds });
    }
  }

  /** False where there is none. */
  remove(id: string): boolean {
    this.#forget(id);
    return this.#opened().removeReport(id);
  }

  get isCountDue(): boolean {
    return this.#live?.isCountDue ?? false;
  }

  /** The proposals as the lists stand, most probable first. */
  settle(): DuplicateProposal[] {
    const ids = [...new Set([...this.#pairs.values()].flatMap(({ a, b }) => [a, b]))].sort((x, y) => (x < y ? -1 : 1));
    const places = placesOf(ids);
    const weighed = [...this.#pairs.values()].map(({ a, b, log10Lr, relatives }) => ({ a: places.get(a) ?? 0, b: places.get(b) ?? 0, log10Lr, relatives }));
    return settleDuplicates(this.size, [weighed]).filter(({ probability }) => probability >= this.#least)
      .sort((x, y) => y.probability - x.probability || y.log10Lr - x.log10Lr || x.a - y.a || x.b - y.b)
      .map(({ a: first, b: second, probability, log10Lr }) => {
        const [a, b] = [ids[first] ?? '', ids[second] ?? ''];
        return { a, b, probability, log10Lr, kinds: (this.#pairs.get(`${a} ${b}`)?.kinds() ?? []).filter((one) => Math.abs(one.log10Lr) >= 0.05) };
      });
  }

  #opened(): LiveLists {
    const settings = this.#settings === undefined ? {} : { settings: this.#settings };
    return (this.#live ??= new LiveLists(this.#reports, [], { ...settings, shares: countShares(this.#reports, this.#reports.map(reportAsFound), { number: 1, ...settings }) }));
  }

  #know(pair: KnownPair): void {
    const key = `${pair.a} ${pair.b}`;
    this.#pairs.set(key, pair);
    for (const id of [pair.a, pair.b]) {
      const keys = this.#of.get(id);
      if (keys === undefined) this.#of.set(id, new Set([key]));
      else keys.add(key);
    }
  }

  #forget(id: string): void {
    for (const key of this.#of.get(id) ?? []) {
      const pair = this.#pairs.get(key);
      this.#pairs.delete(key);
      if (pair !== undefined) this.#of.get(pair.a === id ? pair.b : pair.a)?.delete(key);
    }
    this.#of.delete(id);
  }
}
