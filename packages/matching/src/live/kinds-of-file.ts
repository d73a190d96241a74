import { inOrder, kindOf, nameWords, type KindWeight } from '../match/candidates-of.ts';
import type { FoundRemains } from '../records/types.ts';
import { foundNamesOf, reportNamesOf } from '../weigh/name-weight.ts';
import { tablesOf } from '../weigh/remains-tables.ts';
import { weighNames } from '../weigh/weigh-names.ts';
import { explanationWords } from '../words/explain-kind.ts';
import { explainMarker } from '../words/explain-marker.ts';
import type { Words } from '../words/value-words.ts';
import { explainFiled, explainLevels, tellingOf } from './explain-filed.ts';
import type { FiledReport, OpenedFile } from './opened-file.ts';
import { ratioOfLevels } from './report-files.ts';

/** log10 LR of the person of one report of a file, by all kinds but some: as far as its reports are of one person, read as one. */
export function sumOfFiled({ levels, kinds }: FiledReport, without: ReadonlySet<string> = new Set()): number {
  return ratioOfLevels(levels, kinds.map((of) => [...of].reduce((sum, [kind, weight]) => sum + (without.has(kind) ? 0 : weight), 0)));
}

/** One report of a file with one individual, and what its person weighs. */
export function weighFiled(opened: OpenedFile, found: FoundRemains, at: number): { readonly filed: FiledReport; readonly log10Lr: number } {
  const filed = opened.weigh(found)[at];
  if (filed === undefined) throw new RangeError('no report of the file has such a place');
  return { filed, log10Lr: sumOfFiled(filed) };
}

/** The kinds of the whole file as `weighKinds` tells those of a report, and what the doubt adds whether it is of one person; they add up to the weight of the person. */
export function kindsOfFile(opened: OpenedFile, found: FoundRemains, { at, filed: { levels, kinds: [whole] }, log10Lr: total }: { readonly at: number; readonly filed: FiledReport; readonly log10Lr: number }): KindWeight[] {
  const { matching } = opened;
  const rows = [...(whole ?? [])].map(([kind, log10Lr]) => kindOf(kind, log10Lr, kind === 'name' ? namesOfFile(opened, found) : explanationWords(explainFiled(opened, kind, { log10Lr, found, report: at }))));
  const doubt = kindOf('reports', total - rows.reduce((sum, { log10Lr }) => sum + log10Lr, 0), explainLevels(levels));
  return inOrder([...rows, doubt], explainMarker(found, tablesOf(found, matching.context), matching.settings));
}

function namesOfFile(opened: OpenedFile, found: FoundRemains): Words[] {
  const { missing, nameModel } = opened.matching;
  const compared = missing.flatMap((report) => weighNames(foundNamesOf(found), reportNamesOf(report), nameModel) ?? []);
  const reasons = compared.reduce<(typeof compared)[number] | null>((high, one) => (high === null || one.log10Lr > high.log10Lr ? one : high), null)?.reasons ?? [];
  return [...(compared.length === 0 ? [] : tellingOf(opened, 'name')), ...nameWords(reasons)];
}
