import { groundKinds, sumOfPerson, weighPerson, type EvidenceBasis, type JointPairKey, type ReportFiles, type RunInput, type WeighedKind } from '@imena/matching';
import { refuse } from '@imena/problem';
import type { Database } from '../database/tables.ts';
import { findCompared } from './compare-found.ts';
import { findFoldedMany } from './pair-subjects.queries.ts';
import { findPersonsOfFile } from './register-files.ts';

/** Pairs weighed while somebody waits: some seconds. */
const mostPairs = 400;

export interface WeighedPairs {
  readonly lnOthers: (pair: JointPairKey) => number;
  /** Pairs of which this account may not read both sides: nothing but their DNA is counted. */
  readonly unread: number;
}

/**
 * All evidence besides DNA of the pairs that compete with each other, without some kinds, as the register stands now.
 * What an earlier identification takes the name from is not counted once more beside its declared probability. Of several
 * persons who are one by `files` each is weighed as one file; what the file says is parted among those of them who compete
 * for the same remains, so that no report counts twice.
 * @throws Problem `matching.joint_evidence_too_many`
 */
export async function weighCompeting(tx: Database, pairs: readonly JointPairKey[], how: { readonly basis: EvidenceBasis; readonly files: ReportFiles; readonly input: RunInput; readonly without: ReadonlySet<WeighedKind> }): Promise<WeighedPairs> {
  if (pairs.length > mostPairs) return refuse('matching.joint_evidence_too_many', { pairs: pairs.length, most: mostPairs });
  const subjects = new Map((await findFoldedMany(tx, [...new Set(pairs.flatMap(({ remains, person }) => [remains, person]))])).map((one) => [one.id, one]));
  const weights = new Map<string, number>();
  const rivals = new Map<string, Set<string>>();
  for (const { remains, person } of pairs) rivals.set(remains, (rivals.get(remains) ?? new Set()).add(person));
  let unread = 0;
  for (const { remains, person } of pairs) {
    const [found, reported] = [subjects.get(remains), subjects.get(person)];
    if (found === undefined || reported === undefined) {
      unread += 1;
      continue;
    }
    const grounds = (how.input.occupancy?.occupants ?? []).filter((one) => one.remains === remains && one.person === person).flatMap((one) => one.grounds);
    const silent = new Set<string>([...how.without, ...grounds.flatMap((ground) => groundKinds[ground])]);
    const weighed = weighPerson(how.basis, await findCompared(tx, { remains: found, person: reported }), await findPersonsOfFile(tx, how.files, person));
    const places = weighed.levels.map(({ reports }) => reports.filter((id) => rivals.get(remains)?.has(id) === true).length);
    const log10Lr = sumOfPerson(weighed, silent, places);
    weights.set(`${remains} ${person}`, log10Lr * Math.LN10);
  }
  return { lnOthers: (pair) => weights.get(`${pair.remains} ${pair.person}`) ?? 0, unread };
}
