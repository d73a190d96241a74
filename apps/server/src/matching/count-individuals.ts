import { individualsOf } from '@imena/matching';
import { refuse } from '@imena/problem';
import { agreedValue, type Subject } from '@imena/record';
import type { Database } from '../database/tables.ts';
import { findFolded } from '../register/read-subject.queries.ts';
import { listSameRemains } from './candidates.queries.ts';
import { findProfilesOf } from './pair-subjects.queries.ts';
import { findNewestRun } from './run-subjects.queries.ts';
import { nameSubjects, readScope } from './site-subjects.queries.ts';

/** Fewer markers do not tell one person from another reliably enough to count by. */
const leastMarkers = 12;
/** Two profiles are of one person from this log10 LR of the direct comparison; below it they count as nobody's. */
const leastLog10Lr = 6;

/**
 * How many individuals lie in a grave or at a site at least, what that rests on, and which bags may hold parts of one
 * individual. DNA counts for who may see profiles and runs; for others the bones alone, and the answer says so.
 * @throws Problem `server.not_found`, `matching.zone_unknown`, `matching.side_impossible`
 */
export async function countPlace(tx: Database, id: string, { seesDna }: { readonly seesDna: boolean }) {
  const place = await findFolded(tx, id);
  if (place?.kind !== 'grave' && place?.kind !== 'site') return refuse('server.not_found');
  const bags = (await readScope(tx, place.scope, ['remains'])).filter((bag) => place.kind === 'site' || agreedValue(bag, 'grave') === id);
  const ids = new Set(bags.map((bag) => bag.id));
  const run = seesDna ? await findNewestRun(tx) : null;
  const same = (run === null ? [] : await listSameRemains(tx, run, leastLog10Lr)).filter(({ a, b }) => ids.has(a) && ids.has(b));
  const typed = seesDna ? typedOf(await findProfilesOf(tx, [...ids])) : new Set<string>();
  const { minimum, ...counted } = individualsOf({ remains: bags, typed, same });
  return { bags: bags.length, seesDna, run, minimum, ...counted, names: await nameSubjects(tx, [...ids]) };
}

/** Remains with a profile that is full enough. */
function typedOf(profiles: readonly Subject[]): Set<string> {
  return new Set(profiles.flatMap((profile) => {
    const [remains, genotypes] = [agreedValue(profile, 'remains'), agreedValue(profile, 'genotypes')];
    return typeof remains === 'string' && typeof genotypes === 'object' && genotypes !== null && Object.keys(genotypes).length >= leastMarkers ? [remains] : [];
  }));
}
