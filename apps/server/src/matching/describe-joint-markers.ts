import { askJointly, type JointMarkersQuestion } from '@imena/matching';
import { refuse } from '@imena/problem';
import type { Database } from '../database/tables.ts';
import { findItemsById } from '../register/list-subjects.queries.ts';
import type { Calculator } from './calculator.ts';
import { listCandidates } from './candidates.queries.ts';
import { mostPairs } from './describe-joint.ts';
import { readRun, type CandidateKey } from './read-candidate.ts';
import type { RunInputs } from './run-files.ts';
import { writeNumber } from './write-number.ts';

export interface AskedMarkers {
  readonly question: JointMarkersQuestion;
  /** Remains and persons of the group, as this account may read them. */
  readonly items: Awaited<ReturnType<typeof findItemsById>>;
}

/**
 * The group of a pair, without families that are withheld, ready to be explained outside the transaction.
 * @throws Problem as `readRun`; `matching.pair_not_listed`
 */
export async function findAskedMarkers(tx: Database, inputs: RunInputs, { key, withheld }: { readonly key: CandidateKey; readonly withheld: ReadonlySet<string> }): Promise<AskedMarkers> {
  const { input } = await readRun(tx, inputs, key.run);
  const { run, remains, person, family } = key;
  const pairs = await listCandidates(tx, { run, withheld }, { after: -1, limit: mostPairs });
  const question = askJointly(input, pairs, { remains, person, ...(family === undefined ? {} : { family }) }) ?? refuse('matching.pair_not_listed');
  const ids = [...question.input.remains.map((one) => one.of), ...question.input.families.flatMap((one) => one.missing.map((missing) => missing.person))];
  return { question, items: await findItemsById(tx, ids) };
}

/** The joint result of a pair marker by marker, computed in the thread. @throws Problem `matching.joint_left_out`, `kinship.*` */
export async function computeJointMarkers({ question, items }: AskedMarkers, calculator: Calculator) {
  const found = (await calculator.compute('explainJointly', question)) ?? refuse('matching.joint_left_out');
  const log10 = (lnLr: number | null) => (lnLr === null ? null : writeNumber(lnLr / Math.LN10));
  return {
    log10Alone: log10(found.lnAlone), log10Among: log10(found.lnAmong), method: found.method, theta: found.theta, linkedOut: found.linkedOut,
    rows: found.rows.map(({ marker, lnAlone, lnAmong, dropped }) => ({ marker, log10Alone: log10(lnAlone), log10Among: log10(lnAmong), dropped })),
    others: found.others.map((one) => ({ ...one, remainsItem: items.get(one.remains) ?? null, personItem: items.get(one.person) ?? null })),
  };
}
