import { compareNames, type NameReason } from '@imena/names';
import type { Subject } from '@imena/record';
import { reportAsFound, settingsBetweenReports } from '../duplicates/as-found.ts';
import { findDuplicates } from '../duplicates/find-duplicates.ts';
import { openMatching, type Matching } from '../match/open-matching.ts';
import { kindWeight } from '../weigh/add-up.ts';
import { tableContext, tableKinds, tablesOf } from '../weigh/remains-tables.ts';
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
  readonly nameReasons: readonly NameReason[];
}

export interface DuplicateSearch {
  /** Persons, in any order. */
  readonly persons: readonly Subject[];
  /** Proposals below this probability are left out, 0..1. */
  readonly least: number;
}

/**
 * Pairs of persons that are probably one, most probable first, by the models of `imena match --duplicates` with the
 * documented settings. Cost: about 1 ms a person up to some thousands.
 * LIMIT: who was reported without any name is not proposed; the day last seen and the day of birth weigh in `log10Lr`
 * beside the kinds that are listed.
 */
export function proposeDuplicates({ persons, least }: DuplicateSearch): DuplicateProposal[] {
  const reports = [...persons].sort((a, b) => (a.id < b.id ? -1 : 1)).map(reportOfPerson);
  // How common a place, a mark or a garment is follows here from the reports themselves: they are both sides.
  const matching = openMatching(reports, reports.map(reportAsFound));
  return findDuplicates(matching)
    .filter(({ probability }) => probability >= least)
    .sort((x, y) => y.probability - x.probability || y.log10Lr - x.log10Lr || x.a - y.a || x.b - y.b)
    .map(({ a, b, probability, log10Lr }) => ({ a: reports[a]?.id ?? '', b: reports[b]?.id ?? '', probability, log10Lr, ...reasonsOf(matching, a, b) }));
}

function reasonsOf({ missing, columns, population, settings, reportNames, nameModel }: Matching, a: number, b: number): Pick<DuplicateProposal, 'kinds' | 'nameReasons'> {
  const [first, firstName, secondName] = [missing[a], reportNames[a], reportNames[b]];
  if (first === undefined || firstName === undefined || secondName === undefined) return { kinds: [], nameReasons: [] };
  const name = compareNames(firstName, secondName, nameModel);
  const tables = tablesOf(reportAsFound(first), tableContext({ columns, population, settings: settingsBetweenReports(settings) }));
  const rest = tableKinds.map((kind) => ({ kind, log10Lr: kindWeight(kind, tables, columns, b, name.log10Lr > 0) }));
  return { kinds: [{ kind: 'name' as const, log10Lr: name.log10Lr }, ...rest].filter((one) => Math.abs(one.log10Lr) >= 0.05), nameReasons: name.reasons };
}
