import type { AskedPersons, MatchSteps, TaskBasis } from './match-tasks.ts';
import { numbersAsOne, placesAsOne, type PairColumns } from './weigh-pairs.ts';

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
 * @returns those of each part: who joins them (`joinPersons`) needs room once more, and may have let go of the lists before
 */
export function* weighPersons(asked: readonly AskedPersons[], basis: TaskBasis): MatchSteps<PersonPairs[]> {
  const answers = yield asked.map((part) => ({ kind: 'persons', ...part, basis }));
  return answers.flatMap((answer) => ('persons' in answer ? [answer.persons] : []));
}

/** The persons of several parts as one, in their order. */
export function joinPersons(parts: readonly PersonPairs[]): PersonPairs {
  const pairs = parts.map((part) => part.pairs);
  const numbers = (column: 'ofPerson' | 'part' | 'relatives'): Float64Array => numbersAsOne(parts.map((part) => part[column]));
  const places = (column: 'remains' | 'report'): Int32Array => placesAsOne(pairs.map((part) => part[column]));
  return {
    pairs: { remains: places('remains'), report: places('report'), weight: numbersAsOne(pairs.map(({ weight }) => weight)), rest: numbersAsOne(pairs.map(({ rest }) => rest)) },
    ofPerson: numbers('ofPerson'), part: numbers('part'), relatives: numbers('relatives'),
  };
}
