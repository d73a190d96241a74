import { makeProblem, ProblemError, type Problem } from '@imena/problem';
import type { Database } from '../../database/tables.ts';
import type { FileStore } from '../../files/file-store.ts';
import type { EntryRule } from '../../ledger/entry-rules.ts';
import type { PreparedEntry } from '../../ledger/prepared-entry.ts';
import { findFolded } from '../../register/read-subject.queries.ts';
import { choicesOf, findLearned, readStandingWeights } from './standing-weights.ts';
import { digestOf, documentedWeights, type Weights } from './weights.ts';

export interface WeightsRuleOptions {
  readonly installation: () => string;
  readonly files: FileStore;
}

/**
 * Who signs a choice of weights signs numbers that this installation documented, learned or chose before, in place of the
 * choice that they saw: of two people at once the second is told what the first chose.
 */
export function weightsRule({ installation, files }: WeightsRuleOptions): EntryRule {
  return async (tx, entry) => {
    try {
      return await judgeChoice(tx, entry, { installation: installation(), files });
    } catch (error) {
      if (error instanceof ProblemError) return error.problem;
      throw error;
    }
  };
}

async function judgeChoice(tx: Database, { envelope, body }: PreparedEntry, { installation, files }: { readonly installation: string; readonly files: FileStore }): Promise<Problem | null> {
  const { origin, version, digest, settings, places = null, replaces } = body as unknown as Pick<Weights, 'origin' | 'version' | 'digest'> & { readonly settings: Weights['written']; readonly places?: Weights['writtenPlaces']; readonly replaces: string | null };
  if (envelope.subject !== installation) return makeProblem('matching.weights_elsewhere');
  if (digest !== digestOf(settings, places) || version !== `${origin}-${digest.slice(0, 12)}`) return makeProblem('matching.weights_digest', { version });
  const standing = await readStandingWeights({ db: tx, installation });
  if (replaces !== (standing.choice?.entry ?? null)) return makeProblem('matching.weights_chosen_meanwhile', { version: standing.version });
  if (standing.choice !== null && standing.version === version) return makeProblem('matching.weights_stand', { version });
  const known = [documentedWeights, ...choicesOf(await findFolded(tx, installation)), await findLearned({ db: tx, files })];
  return known.some((one) => one?.digest === digest) ? null : makeProblem('matching.weights_not_learned', { version });
}

/** A choice is not unmade by a withdrawal: another choice follows it. */
export function withdrawalRule({ installation }: Pick<WeightsRuleOptions, 'installation'>): EntryRule {
  return async (tx, { envelope }) => {
    if (envelope.subject !== installation()) return null;
    const chosen = choicesOf(await findFolded(tx, envelope.subject)).map(({ entry }) => entry);
    return (envelope.supersedes ?? []).some((entry) => chosen.includes(entry)) ? makeProblem('matching.weights_not_withdrawn') : null;
  };
}
