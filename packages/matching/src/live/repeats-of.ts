import { openNearReports } from '../duplicates/near-reports.ts';
import { openReportPairs, type BetweenReports, type ReportPairs } from '../duplicates/report-pairs.ts';
import { openMatching, type Matching } from '../match/open-matching.ts';
import { inOrderOfIds } from '../records/in-order.ts';
import type { MissingReport } from '../records/types.ts';
import { prepareReportName } from '../weigh/name-weight.ts';
import type { CountedShares } from './counted-shares.ts';

/** Another report and what speaks for its being about the same person; log10, the same from both sides. */
export interface RepeatOf extends BetweenReports {
  readonly report: string;
  /** Each kind of evidence with its weight, the name first. */
  readonly kinds: ReturnType<ReportPairs['kinds']>;
}

/** The reports of one segment, made ready to be asked which of them may repeat another. */
export interface RepeatsAmong {
  /** Places of those worth weighing. @param among - reports there are in all */
  near(report: MissingReport, among: number): number[];
}

/** Makes ready what repeats need beside what candidates do. */
export function openRepeats(matching: Matching, between: CountedShares['between']): RepeatsAmong {
  const pairs = openReportPairs(matching, between);
  const near = openNearReports(matching, pairs);
  return { near: (report, among) => near(pairs.side(report, prepareReportName(report)), { among }) };
}

/** Weighs one report with each of some others. */
export function weighRepeats(report: MissingReport, others: readonly MissingReport[], { between, settings, nameModel, population }: CountedShares): RepeatOf[] {
  const rows = inOrderOfIds([report, ...others]);
  const pairs = openReportPairs(openMatching(rows, [], { settings, nameModel, population }), between);
  const own = rows.indexOf(report);
  return rows.flatMap(({ id }, at) => {
    const [a, b] = [Math.min(own, at), Math.max(own, at)];
    return a === b ? [] : [{ report: id, ...pairs.weigh(a, b), kinds: pairs.kinds(a, b) }];
  });
}
