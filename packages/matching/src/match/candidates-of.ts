import { describeNameReason, compareNames } from '@imena/names';
import { findCandidates } from '../candidates/find-candidates.ts';
import { birthdayWeight } from '../evidence/birthday.ts';
import type { FoundRemains } from '../records/types.ts';
import { kindWeight } from '../weigh/add-up.ts';
import { prepareFoundName } from '../weigh/name-weight.ts';
import { otherEvidence } from '../weigh/other-evidence.ts';
import { tableKinds, tablesOf, type TableKind } from '../weigh/remains-tables.ts';
import type { Matching } from './open-matching.ts';

export type EvidenceKind = 'name' | TableKind;

/** What one kind of evidence says of a pair. */
export interface KindWeight {
  readonly kind: EvidenceKind;
  readonly log10Lr: number;
  /** Which way it speaks; `silent` where it weighs next to nothing, mostly because one side says nothing. */
  readonly reason: 'speaks_for' | 'speaks_against' | 'silent';
  /** Of names: each word with why it was or was not taken for the other, in words. */
  readonly words: { readonly en: readonly string[]; readonly uk: readonly string[] };
}

/** A report that one individual could be, before priors and before anybody else is looked at. */
export interface FoundCandidate {
  readonly report: string;
  readonly log10Lr: number;
  readonly kinds: readonly KindWeight[];
}

const noWords: KindWeight['words'] = { en: [], uk: [] };
/** Weights smaller than this either way are called silent: a twentieth of a power of ten. */
const silentBelow = 0.05;

/**
 * Compares one individual, of the list or new, with a prepared list of reports: the best by all evidence together, each
 * kind with its weight. Sum of kinds = `log10Lr`. Without prior and without the rest of the remains: `matchLists` gives
 * probabilities. Shares of the population stay those counted when the list was prepared.
 * Cost: some milliseconds for 100,000 reports; a name not met before about 0.1 ms more.
 * @param most - candidates returned, 1 or more; never more than the search keeps
 */
export function candidatesOf(matching: Matching, found: FoundRemains, most = 20): FoundCandidate[] {
  const name = prepareFoundName(found);
  const tables = tablesOf(found, matching.context);
  const { index, space, limits, missing } = matching;
  return findCandidates(name, otherEvidence(tables, matching), { index, space, limits })
    .flatMap((at) => {
      const report = missing[at];
      return report === undefined ? [] : [{ report: report.id, ...weighKinds(matching, found, at) }];
    })
    .sort((a, b) => b.log10Lr - a.log10Lr || (a.report < b.report ? -1 : 1))
    .slice(0, most);
}

/** Every kind of evidence of one pair with its weight; their sum is the weight of the pair. @param at - place in the list of reports */
export function weighKinds(matching: Matching, found: FoundRemains, at: number): Omit<FoundCandidate, 'report'> {
  const { columns, context, reportNames, missing, nameModel, settings } = matching;
  const name = prepareFoundName(found);
  const reported = reportNames[at];
  const tables = tablesOf(found, context);
  const compared = name === null || reported === undefined ? null : compareNames(name, reported, nameModel);
  const birthday = birthdayWeight(found.birth, missing[at]?.birth ?? null, settings.birthDayError);
  // As in `weighAgain`: whether name and day of birth agree decides how much sex says.
  const agrees = (compared?.log10Lr ?? 0) + birthday > 0;
  const kinds: KindWeight[] = [kindOf('name', compared?.log10Lr ?? 0)];
  for (const kind of tableKinds) kinds.push(kindOf(kind, kindWeight(kind, tables, columns, at, agrees) + (kind === 'birth' ? birthday : 0)));
  const words = compared === null ? noWords : { en: compared.reasons.map((reason) => describeNameReason(reason, 'en')), uk: compared.reasons.map((reason) => describeNameReason(reason, 'uk')) };
  return { log10Lr: kinds.reduce((sum, { log10Lr }) => sum + log10Lr, 0), kinds: kinds.map((row) => (row.kind === 'name' ? { ...row, words } : row)) };
}

function kindOf(kind: EvidenceKind, log10Lr: number): KindWeight {
  return { kind, log10Lr, reason: Math.abs(log10Lr) < silentBelow ? 'silent' : log10Lr > 0 ? 'speaks_for' : 'speaks_against', words: noWords };
}
