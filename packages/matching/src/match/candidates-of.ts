import { describeNameReason, nameLog10Lr } from '@imena/names';
import { findCandidates } from '../candidates/find-candidates.ts';
import { birthdayWeight } from '../evidence/birthday.ts';
import type { FoundRemains } from '../records/types.ts';
import { kindWeight } from '../weigh/add-up.ts';
import { foundNamesOf, prepareFoundName, reportNamesOf } from '../weigh/name-weight.ts';
import { weighNames } from '../weigh/weigh-names.ts';
import { birthdayEvidence, otherEvidence } from '../weigh/other-evidence.ts';
import { tableKinds, tablesOf, type TableKind } from '../weigh/remains-tables.ts';
import { explainKind, explanationWords, silentBelow } from '../words/explain-kind.ts';
import type { Words } from '../words/value-words.ts';
import { outsideWeight, type OutsideWeight } from './outside-weight.ts';
import type { Matching } from './open-matching.ts';

export type EvidenceKind = 'dna' | 'name' | TableKind;

/** What one kind of evidence says of a pair. */
export interface KindWeight {
  readonly kind: EvidenceKind;
  readonly log10Lr: number;
  /** Which way it speaks; `silent` where it weighs next to nothing, mostly because one side says nothing. */
  readonly reason: 'speaks_for' | 'speaks_against' | 'silent';
  /** Why, in sentences; of names each word with why it was or was not taken for the other. None where a side is silent. */
  readonly words: { readonly en: readonly string[]; readonly uk: readonly string[] };
}

/** A report that one individual could be, before priors and before anybody else is looked at. */
export interface FoundCandidate {
  readonly report: string;
  readonly log10Lr: number;
  readonly kinds: readonly KindWeight[];
}


/**
 * Compares one individual, of the list or new, with a prepared list of reports: the best by all evidence together, each
 * kind with its weight. Sum of kinds = `log10Lr`. Without prior and without the rest of the remains: `matchLists` gives
 * probabilities. Shares of the population stay those counted when the list was prepared.
 * Cost: some milliseconds for 100,000 reports; a name not met before about 0.1 ms more.
 * @param most - candidates returned, 1 or more; never more than the search keeps
 */
export function candidatesOf(matching: Matching, found: FoundRemains, most = 20): FoundCandidate[] {
  const { index, space, limits, missing, reportNames, nameModel, settings } = matching;
  const name = prepareFoundName(found);
  const nameOf = (at: number): number => {
    const reported = reportNames[at];
    return (name === null || reported === undefined ? 0 : nameLog10Lr(name, reported, nameModel)) + birthdayWeight(found.birth, missing[at]?.birth ?? null, settings.birthDayError);
  };
  return findCandidates(name, { ...otherEvidence(tablesOf(found, matching.context), matching), ...birthdayEvidence(found.birth, matching), name: nameOf }, { index, space, limits })
    .slice(0, most)
    .flatMap(({ place }) => {
      const report = missing[place];
      return report === undefined ? [] : [{ report: report.id, ...weighKinds(matching, found, place) }];
    })
    .sort((a, b) => b.log10Lr - a.log10Lr || (a.report < b.report ? -1 : 1));
}

/**
 * Every kind of evidence of one pair with its weight and why, what contradicts first, then what speaks for; their sum is
 * the weight of the pair.
 * @param at - place in the list of reports
 * @param dna - weights of DNA; those of other pairs are passed over
 */
export function weighKinds(matching: Matching, found: FoundRemains, at: number, dna: readonly OutsideWeight[] = []): Omit<FoundCandidate, 'report'> {
  const { columns, context, population, missing, nameModel, settings } = matching;
  const report = missing[at];
  if (report === undefined) return { log10Lr: 0, kinds: [] };
  const tables = tablesOf(found, context);
  const compared = weighNames(foundNamesOf(found), reportNamesOf(report), nameModel);
  const birthday = birthdayWeight(found.birth, report.birth, settings.birthDayError);
  // As in `weighAgain`: whether name and day of birth agree decides how much sex says.
  const agrees = (compared?.log10Lr ?? 0) + birthday > 0;
  const names = compared?.reasons.map((reason): Words => ({ en: describeNameReason(reason, 'en'), uk: describeNameReason(reason, 'uk') })) ?? [];
  const kinds = [...dnaKind(outsideWeight(dna, { remains: found.id, report: report.id })), kindOf('name', compared?.log10Lr ?? 0, names), ...tableKinds.map((kind) => {
    const log10Lr = kindWeight(kind, tables, columns, at, agrees) + (kind === 'birth' ? birthday : 0);
    return kindOf(kind, log10Lr, explanationWords(explainKind(kind, { report, found, log10Lr, population, settings })));
  })];
  return { log10Lr: kinds.reduce((sum, { log10Lr }) => sum + log10Lr, 0), kinds: kinds.sort(contradictionsFirst) };
}

/** DNA weighed elsewhere: named only where it is there. */
function dnaKind(log10Lr: number | null): KindWeight[] {
  if (log10Lr === null) return [];
  const size = Math.abs(log10Lr).toFixed(2);
  return [kindOf('dna', log10Lr, [{ en: `As given with the pair: 10^${size} ${log10Lr < 0 ? 'against' : 'for'} this person.`, uk: `Як подано з парою: 10^${size} ${log10Lr < 0 ? 'проти цієї особи' : 'на користь цієї особи'}.` }])];
}

function kindOf(kind: EvidenceKind, log10Lr: number, words: readonly Words[]): KindWeight {
  return { kind, log10Lr, reason: Math.abs(log10Lr) < silentBelow ? 'silent' : log10Lr > 0 ? 'speaks_for' : 'speaks_against', words: { en: words.map(({ en }) => en), uk: words.map(({ uk }) => uk) } };
}

const order = { speaks_against: 0, speaks_for: 1, silent: 2 } as const;

function contradictionsFirst(a: KindWeight, b: KindWeight): number {
  return order[a.reason] - order[b.reason] || Math.abs(b.log10Lr) - Math.abs(a.log10Lr);
}
