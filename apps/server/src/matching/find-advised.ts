import { assembleFamily, assembleRunInput, locatePair, type AdvisedCase } from '@imena/matching';
import { refuse } from '@imena/problem';
import { agreedValue, shownValue, type PedigreeMember, type Subject } from '@imena/record';
import type { Database } from '../database/tables.ts';
import { findFolded } from '../register/read-subject.queries.ts';
import type { DescribedCase } from './advise-case.ts';
import { findTable } from './frequency-tables.ts';
import { findFamiliesOf, findFoldedMany, findProfilesOf } from './pair-subjects.queries.ts';
import { readRun, type CandidateKey } from './read-candidate.ts';
import type { RunInputs } from './run-files.ts';
import { completeParameters } from './run-parameters.ts';
import { countMissing } from './run-subjects.queries.ts';

/** A pair of a run, from the run's own input. @throws Problem as `readRun`; `matching.pair_unknown`, `matching.table_unknown` */
export async function findAdvisedPair(tx: Database, inputs: RunInputs, key: CandidateKey): Promise<DescribedCase> {
  const { input } = await readRun(tx, inputs, key.run);
  const { remains, person, family } = key;
  const pair = locatePair(input, { remains, person, ...(family === undefined ? {} : { family }) }) ?? refuse('matching.pair_unknown');
  const subject = await findFolded(tx, pair.family.family);
  const table = await findTable(tx, input.parameters.frequencyTable);
  return { advised: { input, family: pair.family, member: pair.member, remains: pair.remains, table }, family: subject, relatives: await findFoldedMany(tx, relativesIn(subject)) };
}

/**
 * The families of a missing person as they stand now, without remains. Whoever may read the person and the family need
 * not see genotypes: profiles are read past the wall of single accounts, and only chances are answered.
 * @throws Problem `server.not_found`, `matching.advice_no_family`
 */
export async function findAdvisedPerson(tx: Database, worker: Database, person: string): Promise<DescribedCase> {
  if ((await findFolded(tx, person))?.kind !== 'person') return refuse('server.not_found');
  const parameters = completeParameters({}, await countMissing(tx, null));
  const table = await findTable(tx, parameters.frequencyTable);
  for (const family of await findFamiliesOf(tx, [person])) {
    const inPedigree = relativesIn(family);
    const relatives = await findFoldedMany(worker, inPedigree);
    // As a run would take them: consent, disagreements and too short profiles are its rules, kept in one place.
    const { references, linked = [] } = assembleRunInput({ profiles: await findProfilesOf(worker, inPedigree), families: [family], relatives }, table, parameters);
    const assembled = assembleFamily(family, new Map(references.map((one) => [one.of, one.profile])));
    const member = typeof assembled === 'string' ? undefined : assembled.missing.find((one) => one.person === person)?.member;
    if (typeof assembled === 'string' || member === undefined) continue;
    const advised: AdvisedCase = { input: { parameters, references, linked }, family: assembled, member, remains: null, table };
    return { advised, family, relatives: await findFoldedMany(tx, inPedigree) };
  }
  return refuse('matching.advice_no_family');
}

function relativesIn(family: Subject | null): string[] {
  const pedigree = (family === null ? [] : (agreedValue(family, 'pedigree') ?? shownValue(family, 'pedigree') ?? [])) as readonly PedigreeMember[];
  return pedigree.flatMap((member) => member.relative ?? []);
}
