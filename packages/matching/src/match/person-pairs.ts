import type { AskedPersons, MatchSteps, TaskBasis } from './match-tasks.ts';
import type { PairColumns } from './weigh-pairs.ts';

/** Pairs, and what the persons whom their reports are about weigh, and relatives of theirs; one number for each pair. */
export interface PersonPairs {
  readonly pairs: WeighedPairs;
  /** log10 LR of the person of the report: the same for all pairs of one individual and person. */
  readonly ofPerson: Float64Array;
  /** Probability that the report is about the individual, given that its person, or one of them, is the individual. */
  readonly part: Float64Array;
  /** log10 LR for a relative of the person of the report (`weighRelatives`). */
  readonly relatives: Float64Array;
}

/** What is asked of pairs once their persons are weighed. */
export type WeighedPairs = Pick<PairColumns, 'remains' | 'report' | 'weight' | 'rest'>;

/**
 * Weighs the persons of the candidates of all individuals in tasks (`openFiles`): pairs that the others of a file bring
 * stand after those of their individual. @param asked - every part of the list, in order
 */
export function* weighPersons(asked: readonly AskedPersons[], basis: TaskBasis): MatchSteps<PersonPairs> {
  const answers = yield asked.map((part) => ({ kind: 'persons', ...part, basis }));
  return joinPersons(answers.flatMap((answer) => ('persons' in answer ? [answer.persons] : [])));
}

/** The persons of several parts as one, in their order. */
function joinPersons(parts: readonly PersonPairs[]): PersonPairs {
  const count = parts.reduce((sum, { part }) => sum + part.length, 0);
  const rest = new Float64Array(parts.reduce((sum, { pairs }) => sum + pairs.rest.length, 0));
  const pairs = { remains: new Int32Array(count), report: new Int32Array(count), weight: new Float64Array(count), rest };
  const joined = { pairs, ofPerson: new Float64Array(count), part: new Float64Array(count), relatives: new Float64Array(count) };
  let [at, individuals] = [0, 0];
  for (const one of parts) {
    for (const column of ['remains', 'report', 'weight'] as const) pairs[column].set(one.pairs[column], at);
    for (const column of ['ofPerson', 'part', 'relatives'] as const) joined[column].set(one[column], at);
    rest.set(one.pairs.rest, individuals);
    at += one.part.length;
    individuals += one.pairs.rest.length;
  }
  return joined;
}
