import { refuse, type Json } from '@imena/problem';
import type { Subject } from '@imena/record';
import type { Database } from '../../database/tables.ts';
import type { FileStore } from '../../files/file-store.ts';
import { findNewestJobs } from '../../jobs/jobs.queries.ts';
import { findFolded } from '../../register/read-subject.queries.ts';
import { readLearning } from './learn-register.ts';
import { documentedWeights, learnedWeights, readWeights, type Weights } from './weights.ts';

/** One choice of weights as its entry states it. */
export interface WeightsChoice {
  readonly entry: string;
  readonly by: string;
  readonly at: string;
  readonly origin: Weights['origin'];
  readonly version: string;
  readonly digest: string;
  readonly settings: Json;
  /** Null where nothing was learned of places. */
  readonly places: Json;
  readonly explanation: string;
  readonly learnedFrom: Json;
}

export interface WeightsSources {
  /** As worker: the weights hold nothing of persons, and a pair weighs the same whoever looks at it. */
  readonly db: Database;
  readonly files: FileStore;
  /** The office of the installation, of which the choice is a statement. */
  readonly installation: string;
}

/** The weights that an installation uses, with the choice that made them so; null: the documented ones, which nobody chose. */
export interface StandingWeights extends Weights {
  readonly choice: WeightsChoice | null;
}

/** The newest choice in the log stands; without one the documented weights. A choice of the documented ones follows the software. */
export async function readStandingWeights({ db, installation }: Pick<WeightsSources, 'db' | 'installation'>): Promise<StandingWeights> {
  const [choice = null] = choicesOf(await findFolded(db, installation));
  return { ...(choice?.origin === 'learned' ? readWeights('learned', choice) : documentedWeights), choice };
}

/** Every choice, newest first. What was superseded by whatever entry still stands here: only a newer choice replaces one. */
export function choicesOf(office: Subject | null): WeightsChoice[] {
  const chosen = (office?.history ?? []).flatMap(({ entry, index, by, at, type, body }) => (type === 'weights.chosen' && !('kind' in body && body['kind'] === 'erased') ? [{ index, entry, by, at, body: body as Readonly<Record<string, Json>> }] : []));
  return chosen.sort((a, b) => b.index - a.index).map(({ entry, by, at, body }) => ({
    entry, by, at, origin: body['origin'] === 'learned' ? 'learned' : 'documented', version: textOf(body['version']), digest: textOf(body['digest']),
    settings: body['settings'] ?? null, places: body['places'] ?? null, explanation: textOf(body['explanation']), learnedFrom: body['learnedFrom'] ?? null,
  }));
}

/**
 * Weights by their name: those in use where none is given, the documented ones, any that were chosen, or those of the newest
 * learning. @throws Problem `matching.weights_unknown`
 */
export async function findWeights(sources: WeightsSources, version?: string): Promise<Weights> {
  if (version === undefined) return readStandingWeights(sources);
  if (version === documentedWeights.version) return documentedWeights;
  const chosen = choicesOf(await findFolded(sources.db, sources.installation)).find((choice) => choice.version === version);
  if (chosen !== undefined) return readWeights(chosen.origin, chosen);
  const learned = await findLearned(sources);
  return learned?.version === version ? learned : refuse('matching.weights_unknown', { version });
}

/** The weights of the newest learning; null before the first. */
export async function findLearned({ db, files }: Pick<WeightsSources, 'db' | 'files'>): Promise<Weights | null> {
  const { done } = await findNewestJobs(db, 'weights');
  return done?.resultSha256 == null ? null : learnedWeights((await readLearning(files, done.resultSha256)).learned);
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
