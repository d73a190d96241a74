import type { EvidenceRow, PairExplanation, RunInput } from '@imena/matching';
import { ProblemError } from '@imena/problem';
import { agreedValue, defaultDnaThreshold, type DecisionContext, type PedigreeMember, type Subject } from '@imena/record';
import type { Database } from '../database/tables.ts';
import { compareFound } from '../matching/compare-found.ts';
import { explainOnce } from '../matching/explain-once.ts';
import { findFamiliesOf, findFoldedMany } from '../matching/pair-subjects.queries.ts';
import { readRun } from '../matching/read-candidate.ts';
import { codeOf } from '../register/read-fields.ts';
import type { RunInputs } from '../matching/run-files.ts';

/** What a proposal names. */
export interface CaseKey {
  readonly remains: readonly string[];
  readonly person: string;
  readonly family: string | null;
  readonly run: string | null;
}

/** One of the remains of a proposal, with all that is compared of it. */
export interface CaseRemains {
  readonly remains: Subject;
  readonly code: string;
  readonly evidence: readonly EvidenceRow[];
  /** Null when the run did not compare these remains with this person. */
  readonly dna: PairExplanation | null;
}

/** Everything that bears on a proposal, as the register stands now. */
export interface DecisionCase {
  readonly key: CaseKey;
  readonly person: Subject | null;
  readonly remains: readonly CaseRemains[];
  readonly family: Subject | null;
  readonly input: RunInput | null;
  /** The pair on whose numbers the proposal rests: the strongest. */
  readonly best: PairExplanation | null;
  readonly context: DecisionContext;
}

/** What an identification names; fields on which people disagree count as not named. */
export function caseKeyOf(identification: Subject): CaseKey {
  const text = (field: string): string | null => {
    const value = agreedValue(identification, field);
    return typeof value === 'string' ? value : null;
  };
  const remains = agreedValue(identification, 'remains');
  return {
    remains: Array.isArray(remains) ? (remains as readonly unknown[]).filter((item) => typeof item === 'string') : [],
    person: text('person') ?? '', family: text('family'), run: text('run'),
  };
}

/**
 * Reads what bears on a proposal. With the worker's rights it sees all of it, as rules must; with an account's, what
 * that account may read.
 * A run that is not there, or may not be read, leaves `input` null.
 * @throws Problem `matching.file_*`, `kinship.*`
 */
export async function gatherCase(tx: Database, inputs: RunInputs, key: CaseKey): Promise<DecisionCase> {
  const [person = null] = await findFoldedMany(tx, key.person === '' ? [] : [key.person]);
  const found = await findFoldedMany(tx, key.remains);
  const run = key.run === null ? null : await findRun(tx, inputs, key.run);
  const remains: CaseRemains[] = [];
  for (const id of key.remains) {
    const subject = found.find((item) => item.id === id && item.kind === 'remains');
    if (subject === undefined) continue;
    const evidence = person?.kind === 'person' ? await compareFound(tx, { remains: subject, person }) : [];
    remains.push({ remains: subject, code: codeOf(subject), evidence, dna: run === null ? null : explain(run.input, key, id) });
  }
  const best = remains.reduce<PairExplanation | null>((most, { dna }) => (dna !== null && (most === null || dna.score.lnLr > most.score.lnLr) ? dna : most), null);
  const family = await findFamily(tx, key, best);
  const pedigree = ((family === null ? null : agreedValue(family, 'pedigree')) ?? []) as readonly PedigreeMember[];
  return {
    key, person: person?.kind === 'person' ? person : null, remains, family, input: run?.input ?? null, best,
    context: {
      dnaThreshold: defaultDnaThreshold, remains: remains.map((item) => item.remains), pedigree,
      member: pedigree.find((member) => member.person === key.person)?.id ?? null,
    },
  };
}

async function findRun(tx: Database, inputs: RunInputs, id: string): Promise<{ readonly input: RunInput } | null> {
  try {
    return await readRun(tx, inputs, id);
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'server.not_found') return null;
    throw error;
  }
}

function explain(input: RunInput, { person, family }: CaseKey, remains: string): PairExplanation | null {
  const pair = { remains, person, ...(family === null ? {} : { family }) };
  return explainOnce(input, pair);
}

/** The family that the proposal names, else that of the comparison, else the only one in which the person is missing. */
async function findFamily(tx: Database, key: CaseKey, best: PairExplanation | null): Promise<Subject | null> {
  const named = key.family ?? best?.family ?? null;
  if (named !== null) return (await findFoldedMany(tx, [named])).find((item) => item.kind === 'family') ?? null;
  if (key.person === '') return null;
  const families = await findFamiliesOf(tx, [key.person]);
  return families.length === 1 ? (families[0] ?? null) : null;
}
