import { compareNames, type NameReason } from '@imena/names';
import type { Subject } from '@imena/record';
import { reportAsFound } from '../duplicates/as-found.ts';
import { openDuplicates, settleDuplicates, type WeighedReports } from '../duplicates/find-duplicates.ts';
import { openReportPairs } from '../duplicates/report-pairs.ts';
import type { EvidenceSettings } from '../evidence/parameters.ts';
import { openMatching } from '../match/open-matching.ts';
import type { Range } from '../match/ranges.ts';
import { inOrderOfIds } from '../records/in-order.ts';
import type { MissingReport } from '../records/types.ts';
import { prepareReportName } from '../weigh/name-weight.ts';
import type { WeighedKind } from './weigh-evidence.ts';
import { reportOfPerson } from './from-subjects.ts';

/** Two persons of a register that may be one; people decide, nothing is merged by itself. */
export interface DuplicateProposal {
  readonly a: string;
  readonly b: string;
  /** Probability that both reports are about one person. */
  readonly probability: number;
  /** log10 of P(both reports | one person) / P(both reports | two unrelated people of the lists). */
  readonly log10Lr: number;
  /** Kinds that are reported on both sides, with the weight of each; the name first. Kinds that say nothing are left out. */
  readonly kinds: readonly { readonly kind: WeighedKind; readonly log10Lr: number }[];
}

/** A search through a long list in parts: in any order, with other work between them, and again after an interruption. */
export interface DuplicateSearch {
  /** Weighs the reports of a part, by their places in the list, against all. */
  readonly weigh: (part: Range) => WeighedReports[];
  /** The proposals of all parts, given in the order of the list; most probable first. */
  readonly settle: (parts: readonly (readonly WeighedReports[])[]) => DuplicateProposal[];
}

/**
 * Opens the search for pairs of reports that are probably about one person, by the models of `imena match --duplicates`
 * with the documented settings unless others are given. Cost: some seconds to open a hundred thousand, then about 0.1 ms a report.
 * LIMIT: who was reported without any name is not proposed; the day last seen and the day of birth weigh in `log10Lr`
 * beside the kinds that are listed.
 * @param given - the list; its order decides nothing
 * @param least - proposals below this probability are left out, 0..1
 */
export function openDuplicateSearch(given: readonly MissingReport[], least: number, settings?: EvidenceSettings): DuplicateSearch {
  const reports = inOrderOfIds(given);
  // How common a place, a mark or a garment is follows here from the reports themselves: they are both sides.
  const matching = openMatching(reports, reports.map(reportAsFound), settings === undefined ? {} : { settings });
  const between = openReportPairs(matching);
  return {
    weigh: openDuplicates(matching),
    settle: (parts) => settleDuplicates(reports.length, parts)
      .filter(({ probability }) => probability >= least)
      .sort((x, y) => y.probability - x.probability || y.log10Lr - x.log10Lr || x.a - y.a || x.b - y.b)
      .map(({ a, b, probability, log10Lr }) => ({ a: reports[a]?.id ?? '', b: reports[b]?.id ?? '', probability, log10Lr, kinds: between.kinds(a, b).filter((one) => Math.abs(one.log10Lr) >= 0.05) })),
  };
}

/** Why the names of two persons were or were not taken for one. */
export function nameReasonsBetween(a: Subject, b: Subject): readonly NameReason[] {
  const [first, second] = [prepareReportName(reportOfPerson(a)), prepareReportName(reportOfPerson(b))];
  return first.words.length === 0 || second.words.length === 0 ? [] : compareNames(first, second).reasons;
}
