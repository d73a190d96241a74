import type { RunInput } from '@imena/matching';
import { refuse } from '@imena/problem';
import { agreedValue, type Subject } from '@imena/record';
import type { Database } from '../database/tables.ts';
import { withAccount } from '../access/index.ts';
import { findFolded } from '../register/read-subject.queries.ts';
import type { Calculator } from './calculator.ts';
import type { FreshAnswer, FreshAnswers } from './fresh-answers.ts';
import { listSameRemains } from './candidates.queries.ts';
import { findProfilesOf } from './pair-subjects.queries.ts';
import { readRun } from './read-candidate.ts';
import type { RunInputs } from './run-files.ts';
import { countSubjectsOf, findNewestRun } from './run-subjects.queries.ts';
import { markScope, nameSubjects, readScope } from './site-subjects.queries.ts';

/** Fewer markers do not tell one person from another reliably enough to count by. */
const leastMarkers = 12;
/** Two profiles are of one person from this log10 LR of the direct comparison; below it they count as nobody's. */
const leastLog10Lr = 6;

/**
 * How many individuals lie in a grave or at a site at least, what that rests on, and which bags may hold parts of one
 * individual. DNA counts for who may see profiles and runs, and of bags that the newest run compared; for others the bones alone, and the answer says so.
 * Computed once for each state of the remains, beside the request.
 * @throws Problem `server.not_found`, `matching.zone_unknown`, `matching.side_impossible`
 */
export async function countPlace(tx: Database, id: string, tools: CountTools): Promise<FreshAnswer<CountedPlace>> {
  const { account, db, seesDna, kept } = tools;
  const place = await findFolded(tx, id);
  if (place?.kind !== 'grave' && place?.kind !== 'site') return refuse('server.not_found');
  // Profiles stand in the laboratory's own scope; a new run may find that two of them are one person's.
  const { count, lastIndex } = seesDna ? await countSubjectsOf(tx, ['profile', 'run']) : { count: 0, lastIndex: 0 };
  const mark = `${await markScope(tx, place.scope, ['remains'])} ${count} ${lastIndex}`;
  return kept.read(`${account} ${id}`, mark, () => withAccount(db, account, (own) => countBags(own, place, tools)));
}

export interface CountTools {
  readonly account: string;
  readonly seesDna: boolean;
  /** As the application, to read beside the request. */
  readonly db: Database;
  readonly calculator: Calculator;
  readonly inputs: RunInputs;
  readonly kept: FreshAnswers<CountedPlace>;
}

export type CountedPlace = Awaited<ReturnType<typeof countBags>>;

async function countBags(tx: Database, place: Subject, { seesDna, calculator, inputs }: Pick<CountTools, 'seesDna' | 'calculator' | 'inputs'>) {
  const bags = (await readScope(tx, place.scope, ['remains'])).filter((bag) => place.kind === 'site' || agreedValue(bag, 'grave') === place.id);
  const ids = new Set(bags.map((bag) => bag.id));
  const run = seesDna ? await findNewestRun(tx) : null;
  const same = (run === null ? [] : await listSameRemains(tx, run, leastLog10Lr)).filter(({ a, b }) => ids.has(a) && ids.has(b));
  const compared = run === null ? new Set<string>() : comparedIn((await readRun(tx, inputs, run)).input);
  const typed = new Set([...ids].filter((id) => compared.has(id)));
  const profiled = seesDna ? await findProfilesOf(tx, [...ids]) : [];
  const notCompared = new Set(profiled.flatMap((profile) => {
    const of = agreedValue(profile, 'remains');
    return typeof of === 'string' && !typed.has(of) ? [of] : [];
  }));
  const { minimum, ...counted } = await calculator.compute('countIndividuals', { remains: bags, typed, same });
  return { bags: bags.length, seesDna, run, minimum, ...counted, notCompared: [...notCompared].sort(), names: await nameSubjects(tx, [...ids]) };
}

/**
 * Remains whose profile the run compared with all others, and that is full enough to be told from them. Alleles of a
 * low-template profile may be missing: that it differs from another makes it nobody else's.
 */
function comparedIn(input: RunInput): Set<string> {
  return new Set(input.remains.flatMap(({ of, genotypes, typing }) => (typing === undefined && Object.keys(genotypes).length >= leastMarkers ? [of] : [])));
}
