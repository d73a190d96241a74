import { setImmediate } from 'node:timers/promises';
import { scorePair, standingIdentities, type Audit, type AuditedIdentity, type RegisteredIdentity } from '@imena/matching';
import { ProblemError, refuse } from '@imena/problem';
import type { Database } from '../database/tables.ts';
import { findItemsById } from '../register/list-subjects.queries.ts';
import { inWords } from './kinship-words.ts';
import { withAccount } from '../access/index.ts';
import type { Calculator } from './calculator.ts';
import type { FreshAnswers } from './fresh-answers.ts';
import { readRun } from './read-candidate.ts';
import type { RegisterFiles } from './register-files.ts';
import type { RunInputs } from './run-files.ts';
import { countSubjectsOf, findNewestRun, readSubjectsOf } from './run-subjects.queries.ts';
import { nameOf, type NamedWeights, type Weights } from './weights/weights.ts';
import { withheldFamilies } from './withheld-families.ts';

/** Identities that are given, the most doubtful first: with these only it is asked who else it could be. */
const mostShown = 200;
/** DNA of more pairs than these is not compared anew: some minutes. */
const mostComparisons = 20_000;
/** DNA below this is written as this: the sum stays a number, and nothing stronger is needed to look. */
const strongest = 30;
const kinds = ['person', 'remains', 'grave', 'identification', 'run', 'family'] as const;

export interface AuditTools {
  readonly account: string;
  readonly inputs: RunInputs;
  /** For consents, which not everybody may read. */
  readonly worker: Database;
  /** As the application, to read beside the request. */
  readonly db: Database;
  readonly calculator: Calculator;
  readonly weights: Weights;
  readonly kept: FreshAnswers<KeptAudit>;
  /** Which persons are one. */
  readonly files: RegisterFiles;
}

interface KeptAudit {
  readonly run: string | null;
  readonly asOf: number;
  readonly weights: NamedWeights;
  readonly audit: Audit;
  readonly withoutDna: number;
}

/**
 * Presumed and established identities that this account may read, those first against which the rest of the evidence
 * speaks most, as many as somebody looks through; all are counted. Several reports on one person are read as one file. DNA is computed from the newest run; where the run does not hold the pair, it says nothing. Computed once
 * for each state of the register, beside the request: `answer` is what is there, `making` says that a newer one comes.
 * @throws Problem `matching.audit_too_long` where the DNA of too many pairs would be compared
 */
export async function auditRegister(tx: Database, tools: AuditTools) {
  const { count, lastIndex } = await countSubjectsOf(tx, kinds);
  const { answer, making } = await tools.kept.read(tools.account, `${count} ${lastIndex} ${await tools.files.searched()} ${tools.weights.digest}`, () => withAccount(tools.db, tools.account, (own) => compute(own, tools, lastIndex)));
  return { making, answer: answer === null ? null : await describe(tx, answer) };
}

async function describe(tx: Database, { run, audit: { identities, audited, doubtful }, withoutDna, asOf, weights }: KeptAudit) {
  const ids = identities.flatMap(({ identity, reportsThatFitBetter, remainsThatFitBetter, collidesWith }) => [
    identity.remains, identity.report, ...[...reportsThatFitBetter, ...remainsThatFitBetter].map(({ id }) => id), ...collidesWith.flatMap((id) => id.split(' ')),
  ]);
  const items = await findItemsById(tx, [...ids, ...(run === null ? [] : [run])]);
  const fits = (list: AuditedIdentity['reportsThatFitBetter']) => list.map(({ id, log10Lr }) => ({ item: items.get(id) ?? null, log10Lr }));
  return {
    run: run === null ? null : (items.get(run) ?? null), asOf, withoutDna, weights, total: audited, doubtful,
    items: identities.map(({ identity, log10Lr, wrong, prior, evidence, reportsThatFitBetter, remainsThatFitBetter, collidesWith }) => ({
      remains: items.get(identity.remains) ?? null, person: items.get(identity.report) ?? null, standing: identity.standing, grounds: identity.grounds, log10Lr, wrong, prior, evidence,
      reportsThatFitBetter: fits(reportsThatFitBetter), remainsThatFitBetter: fits(remainsThatFitBetter),
      collidesWith: collidesWith.map((id) => { const [remains = '', person = ''] = id.split(' '); return { remains: items.get(remains) ?? null, person: items.get(person) ?? null }; }),
    })),
  };
}

async function compute(tx: Database, tools: AuditTools, asOf: number): Promise<KeptAudit> {
  const read = (kind: (typeof kinds)[number]) => readSubjectsOf(tx, kind, null);
  const subjects = { persons: await read('person'), remains: await read('remains'), graves: await read('grave'), identifications: await read('identification') };
  const known = new Set(subjects.persons.map(({ id }) => id));
  const identities = standingIdentities(subjects).filter(({ report }) => known.has(report));
  const { ties } = await tools.files.read(tx, tools.account);
  const run = await findNewestRun(tx);
  const dna = run === null ? new Map<string, number>() : await weighDna(tx, tools, { run, identities });
  return { run, asOf, weights: nameOf(tools.weights), audit: await tools.calculator.compute('audit', { subjects, dna, options: { settings: tools.weights.settings, placesTaught: tools.weights.placesTaught, most: mostShown, ties } }), withoutDna: identities.filter(({ id }) => !dna.has(id)).length };
}

/** log10 LR of each identity by its id, from the input of a run; families whose consent was withdrawn say nothing. */
async function weighDna(tx: Database, { inputs, worker }: AuditTools, { run, identities }: { readonly run: string; readonly identities: readonly RegisteredIdentity[] }): Promise<Map<string, number>> {
  const withheld = await withheldFamilies(tx, { worker, inputs }, run);
  const { input } = await readRun(tx, inputs, run);
  const [typed, asked] = [new Set(input.remains.map(({ of }) => of)), new Set(input.families.flatMap(({ missing }) => missing.map(({ person }) => person)))];
  const compared = identities.filter(({ remains, report }) => typed.has(remains) && asked.has(report));
  if (compared.length > mostComparisons) return refuse('matching.audit_too_long', { identities: identities.length, comparisons: compared.length, most: mostComparisons });
  const weights = new Map<string, number>();
  for (const { id, remains, report } of compared) {
    // Other requests of this process get their turn between two pairs.
    await setImmediate();
    const score = tryScore(() => inWords(() => scorePair(input, { remains, person: report })));
    if (score === null || withheld.has(score.family)) continue;
    weights.set(id, Math.max(-strongest, Math.min(strongest, score.lnLr / Math.LN10)));
  }
  return weights;
}

/** A pair that cannot be computed says nothing here; its own page gives the reason. */
function tryScore<T>(score: () => T): T | null {
  try {
    return score();
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}
