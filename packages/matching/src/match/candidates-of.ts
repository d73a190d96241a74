import { describeNameReason, nameLog10Lr, type NameReason } from '@imena/names';
import { findCandidates } from '../candidates/find-candidates.ts';
import type { FoundPlace } from '../candidates/search-evidence.ts';
import { birthdayOf, birthdayWeight } from '../evidence/birthday.ts';
import type { FoundRemains } from '../records/types.ts';
import { foundNamesOf, prepareFoundName, reportNamesOf } from '../weigh/name-weight.ts';
import { weighNames } from '../weigh/weigh-names.ts';
import { birthdayEvidence, otherEvidence } from '../weigh/other-evidence.ts';
import { pairKinds } from '../weigh/pair-kinds.ts';
import { tablesOf, type TableKind } from '../weigh/remains-tables.ts';
import { explainKind, explanationWords, silentBelow } from '../words/explain-kind.ts';
import { explainMarker } from '../words/explain-marker.ts';
import type { Words } from '../words/value-words.ts';
import { outsideWeight, type OutsideWeight } from './outside-weight.ts';
import type { Matching } from './open-matching.ts';
import { placesByOtherNames } from './other-names.ts';

/** `marker`: what was read contradicts the body; it has no weight of its own. `reports`: how surely several reports read as one file are of one person. */
export type EvidenceKind = 'dna' | 'name' | 'marker' | 'reports' | TableKind;

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
  return rankPlaces(matching, found, most).map(({ place: _, ...candidate }) => candidate);
}

/** The same, each with its place in the list. */
export function rankPlaces(matching: Matching, found: FoundRemains, most: number): (FoundCandidate & { readonly place: number })[] {
  const { best, byOtherNames } = findPlaces(matching, found, most);
  return [...new Set([...best.map(({ place }) => place), ...byOtherNames])]
    .flatMap((place) => {
      const report = matching.missing[place];
      return report === undefined ? [] : [{ place, report: report.id, ...weighKinds(matching, found, place) }];
    })
    .sort((a, b) => b.log10Lr - a.log10Lr || (a.report < b.report ? -1 : 1))
    .slice(0, most);
}

/** The reports to be weighed kind by kind for one individual: the best by their first names and all else, and those that another of their names brings. */
export function findPlaces(matching: Matching, found: FoundRemains, most: number): { readonly best: readonly FoundPlace[]; readonly byOtherNames: readonly number[] } {
  const { index, space, limits, missing, reportNames, nameModel, settings } = matching;
  const name = prepareFoundName(found);
  const nameOf = (at: number): number => {
    const reported = reportNames[at];
    return (name === null || reported === undefined ? 0 : nameLog10Lr(name, reported, nameModel)) + birthdayWeight(found.birth, missing[at]?.birth ?? null, settings.birthDayError);
  };
  const tables = tablesOf(found, matching.context);
  const best = findCandidates(name, { ...otherEvidence(tables, matching), ...birthdayEvidence(found.birth, matching), name: nameOf }, { index, space, limits }).slice(0, most);
  return { best, byOtherNames: placesByOtherNames(matching, () => name, () => tables) };
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
  const birthday = birthdayOf(found.birth, report.birth, settings.birthDayError);
  const names = nameWords(compared?.reasons ?? []);
  const weighed = pairKinds(tables, columns, { report: at, name: compared?.log10Lr ?? null, birthday }).map(({ kind, log10Lr }) =>
    kindOf(kind, log10Lr, kind === 'name' ? names : explanationWords(explainKind(kind, { report, found, log10Lr, population, settings, placesTaught: context.placesTaught }))));
  const kinds = inOrder([...dnaKind(outsideWeight(dna, { remains: found.id, report: report.id })), ...weighed], explainMarker(found, tables, settings));
  return { log10Lr: kinds.reduce((sum, { log10Lr }) => sum + log10Lr, 0), kinds };
}

/** Each word of a name with why it was or was not taken for the other. */
export function nameWords(reasons: readonly NameReason[]): Words[] {
  return reasons.map((reason) => ({ en: describeNameReason(reason, 'en'), uk: describeNameReason(reason, 'uk') }));
}

/** DNA weighed elsewhere: named only where it is there. */
function dnaKind(log10Lr: number | null): KindWeight[] {
  if (log10Lr === null) return [];
  const size = Math.abs(log10Lr).toFixed(2);
  return [kindOf('dna', log10Lr, [{ en: `As given with the pair: 10^${size} ${log10Lr < 0 ? 'against' : 'for'} this person.`, uk: `Як подано з парою: 10^${size} ${log10Lr < 0 ? 'проти цієї особи' : 'на користь цієї особи'}.` }])];
}

export function kindOf(kind: EvidenceKind, log10Lr: number, words: readonly Words[]): KindWeight {
  return { kind, log10Lr, reason: Math.abs(log10Lr) < silentBelow ? 'silent' : log10Lr > 0 ? 'speaks_for' : 'speaks_against', words: { en: words.map(({ en }) => en), uk: words.map(({ uk }) => uk) } };
}

const order = { speaks_against: 0, speaks_for: 1, silent: 2 } as const;

/** What contradicts first, then what speaks for. @param marker - why what was read does not fit the body (`explainMarker`): before all others, without a weight of its own */
export function inOrder(kinds: readonly KindWeight[], marker: readonly Words[]): KindWeight[] {
  const contradiction = marker.length === 0 ? [] : [{ ...kindOf('marker', 0, marker), reason: 'speaks_against' as const }];
  return [...contradiction, ...[...kinds].sort((a, b) => order[a.reason] - order[b.reason] || Math.abs(b.log10Lr) - Math.abs(a.log10Lr))];
}
