import { evidenceParameters, type LearnedWeights, type Moves } from '@imena/matching';
import type { Database } from '../../database/tables.ts';
import { describeJob } from '../../jobs/describe-job.ts';
import { findNewestJobs, type JobFiles } from '../../jobs/jobs.queries.ts';
import { findItemsById } from '../../register/list-subjects.queries.ts';
import { findFolded } from '../../register/read-subject.queries.ts';
import { countChangedSince } from '../run-subjects.queries.ts';
import { readLearning } from './learn-register.ts';
import { choicesOf, readStandingWeights, type WeightsSources } from './standing-weights.ts';
import { documentedWeights, learnedWeights, nameOf } from './weights.ts';

/** The weights in use, every choice made of them, and what the newest learning would change; pairs only where the account reads both sides. */
export async function describeWeights(tx: Database, sources: WeightsSources, now: Date) {
  const { db, installation } = sources;
  const standing = await readStandingWeights(sources);
  const { done, open } = await findNewestJobs(tx, 'weights');
  return {
    /** The subject and scope of a choice. */
    installation,
    standing: { ...nameOf(standing), entry: standing.choice?.entry ?? null },
    documented: { ...nameOf(documentedWeights), settings: documentedWeights.written },
    choices: choicesOf(await findFolded(db, installation)),
    learning: done === null ? null : await describeLearning(tx, sources, done),
    /** A learning under way, or the last one where it ended otherwise than well. */
    job: open === null ? null : describeJob(open, now),
  };
}

async function describeLearning(tx: Database, { files }: WeightsSources, { id, finishedAt, resultSha256 }: JobFiles) {
  if (resultSha256 === null) return null;
  const { asOf, learned } = await readLearning(files, resultSha256);
  const { reports, remains, rounds, isSettled, expected, levels, nameModel } = learned;
  const weights = learnedWeights(learned);
  const items = await itemsOf(tx, learned);
  return {
    ...nameOf(weights), settings: weights.written, places: weights.writtenPlaces, placeNames: learned.places?.names ?? {}, job: id, resultHash: resultSha256, at: finishedAt?.toISOString() ?? null, asOf, reports, remains, nameModel,
    changedSince: (await countChangedSince(tx, 'person', asOf)) + (await countChangedSince(tx, 'remains', asOf)),
    rounds, isSettled, expected, levels,
    parameters: learned.parameters.map((one) => ({ ...one, verified: evidenceParameters[one.parameter].verified })),
    moves: { remains: shownMoves(learned.moves.remains, items), reports: shownMoves(learned.moves.reports, items) },
  };
}

type Items = Awaited<ReturnType<typeof findItemsById>>;

async function itemsOf(tx: Database, { moves }: Pick<LearnedWeights, 'moves'>): Promise<Items> {
  const ids = [...moves.remains.largest, ...moves.reports.largest].flatMap(({ a, b }) => [a, b]);
  return findItemsById(tx, ids);
}

/** Pairs of which the account may not read both sides are counted, not shown. */
function shownMoves({ thresholds, largest }: Moves, items: Items) {
  const shown = largest.flatMap(({ a, b, ...numbers }) => {
    const [itemA, itemB] = [items.get(a), items.get(b)];
    return itemA === undefined || itemB === undefined ? [] : [{ itemA, itemB, ...numbers }];
  });
  return { thresholds, largest: shown, hidden: largest.length - shown.length };
}
