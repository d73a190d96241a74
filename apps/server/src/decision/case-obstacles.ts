import { contradictionsOf, hasWithdrawnConsent, type Contradiction } from '@imena/matching';
import { makeProblem, type Problem } from '@imena/problem';
import type { PedigreeMember, Subject } from '@imena/record';
import type { Database } from '../database/tables.ts';
import { codeOf } from '../register/read-fields.ts';
import { findJoinedRemains, findRelativesOf, findSamePersons, findStandingOfPersons, findStandingRemains } from './case-subjects.queries.ts';
import type { DecisionCase } from './gather-case.ts';

/** What contradicts in a case now, in the form a proposal lists it. */
export function caseContradictions({ remains }: DecisionCase): Contradiction[] {
  return contradictionsOf(remains.map(({ code, evidence }) => ({ code, rows: evidence })));
}

/**
 * What stands against a case in the rest of the register: people found, other decisions, exclusions, joined remains,
 * changes since the run. The identification's own obstacles are those of the record package.
 */
export async function caseObstacles(tx: Database, given: DecisionCase, identification: { readonly id: string; readonly ground: string }): Promise<Problem[]> {
  return [
    ...missingSubjects(given),
    ...personFound(given),
    ...exclusions(given),
    ...(await otherDecisions(tx, given, identification.id)),
    ...(identification.ground === 'dna' ? await dnaObstacles(tx, given) : []),
  ];
}

/** What is left out of the list of a proposal, or has come to light since it was written. */
export function unlistedContradictions(given: DecisionCase, listed: readonly Contradiction[]): Problem[] {
  return caseContradictions(given)
    .filter((item) => !listed.some((other) => other.key === item.key && other.found === item.found && other.reported === item.reported))
    .map((item) => makeProblem('decision.contradiction_unlisted', { key: item.key, found: item.found, reported: item.reported }));
}

function missingSubjects({ key, person, remains }: DecisionCase): Problem[] {
  const unknown = key.remains.filter((id) => !remains.some((item) => item.remains.id === id));
  return [
    ...(person === null ? [makeProblem('decision.person_unknown', { person: key.person })] : []),
    ...unknown.map((id) => makeProblem('decision.remains_unknown', { remains: id })),
    ...(new Set(key.remains).size < key.remains.length ? [makeProblem('decision.remains_twice')] : []),
  ];
}

function personFound({ person }: DecisionCase): Problem[] {
  const outcomes = person?.lists['outcomes'] ?? [];
  const last = outcomes[outcomes.length - 1]?.value['outcome'];
  return typeof last === 'string' ? [makeProblem('decision.person_found', { outcome: last })] : [];
}

function exclusions({ key, remains }: DecisionCase): Problem[] {
  const excluded = remains.filter((item) => (item.remains.lists['exclusions'] ?? []).some((exclusion) => exclusion.value['person'] === key.person));
  return excluded.map((item) => makeProblem('decision.pair_excluded', { remains: item.code }));
}

async function otherDecisions(tx: Database, { key }: DecisionCase, id: string): Promise<Problem[]> {
  if (key.person === '') return [];
  const same = (await findSamePersons(tx, key.person)).filter((person) => person !== key.person);
  const standing = await findStandingOfPersons(tx, [key.person, ...same], id);
  return [
    ...standing.map(({ person, code }) => makeProblem(person === key.person ? 'decision.person_identified' : 'decision.same_person_identified', { code })),
    ...(await findStandingRemains(tx, key.remains, id)).map((remains) => makeProblem('decision.remains_identified', { remains })),
  ];
}

async function dnaObstacles(tx: Database, given: DecisionCase): Promise<Problem[]> {
  const { key, best, family } = given;
  if (key.run === null) return [makeProblem('decision.run_missing')];
  if (given.input === null) return [makeProblem('decision.run_unknown')];
  if (best === null) return [makeProblem('decision.pair_not_compared')];
  const relatives = family === null ? [] : await findRelativesOf(tx, family.id);
  return [...(await unlinkedRemains(tx, given)), ...pedigreeChanges(given), ...withdrawnConsents(given, relatives)];
}

/** Remains reach the threshold by their own DNA, or are joined, step by step, to remains that do. */
async function unlinkedRemains(tx: Database, { key, remains, context }: DecisionCase): Promise<Problem[]> {
  const linked = new Set(remains.filter((item) => (item.dna?.posterior ?? 0) >= context.dnaThreshold).map((item) => item.remains.id));
  // Below the threshold even the strongest pair: that is said once, by the obstacle of the threshold.
  if (linked.size === 0) return [];
  const joined = await findJoinedRemains(tx, key.remains, key.run);
  for (let grew = true; grew;) {
    grew = false;
    for (const { a, b } of joined) {
      if (linked.has(a) === linked.has(b)) continue;
      linked.add(a).add(b);
      grew = true;
    }
  }
  return remains.filter((item) => !linked.has(item.remains.id)).map((item) => makeProblem('decision.remains_not_linked', { remains: item.code }));
}

function pedigreeChanges({ family, best, context }: DecisionCase): Problem[] {
  if (best === null) return [];
  if (family === null || family.disagreements.includes('pedigree')) return [makeProblem('decision.pedigree_disagrees')];
  const write = (members: readonly Pick<PedigreeMember, 'id' | 'father' | 'mother' | 'sex'>[]): string =>
    JSON.stringify(members.map(({ id, father, mother, sex }) => [id, father, mother, sex]).sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)));
  return write(best.members) === write(context.pedigree) && best.member === context.member ? [] : [makeProblem('decision.pedigree_changed')];
}

function withdrawnConsents({ best, context }: DecisionCase, relatives: readonly Subject[]): Problem[] {
  const typed = new Set((best?.members ?? []).filter((member) => member.profile !== null).map((member) => member.id));
  const used = new Set(context.pedigree.filter((member) => typed.has(member.id)).map((member) => member.relative));
  const withdrawn = relatives.filter((relative) => used.has(relative.id) && hasWithdrawnConsent(relative));
  return withdrawn.map((relative) => makeProblem('decision.consent_withdrawn', { relative: codeOf(relative) }));
}
