import type { DuplicatePair } from '../duplicates/find-duplicates.ts';
import type { MatchSteps, MatchTask } from './match-tasks.ts';
import type { Matching } from './open-matching.ts';
import { personFiles, type PersonFile } from './person-files.ts';
import { rangesOf } from './ranges.ts';
import { columnsFrom, joinColumns, type PairColumns } from './weigh-pairs.ts';
import { weighRelatives } from './weigh-relatives.ts';

/** Pairs, and what the persons whom their reports are about weigh, and relatives of theirs; one number for each pair. */
export interface PersonPairs {
  readonly pairs: PairColumns;
  /** log10 LR of the person of the report: the same for all pairs of one individual and person. */
  readonly ofPerson: Float64Array;
  /** Probability that the report is about the individual, given that its person, or one of them, is the individual. */
  readonly part: Float64Array;
  /** log10 LR for a relative of the person of the report (`weighRelatives`). */
  readonly relatives: Float64Array;
}

/** Every report taken for a person of its own. */
export function eachAlone(matching: Matching, pairs: PairColumns): PersonPairs {
  return { pairs, ofPerson: pairs.weight, part: new Float64Array(pairs.weight.length).fill(1), relatives: weighRelatives(matching, pairs) };
}

/** Individuals of one task. */
const partSize = 250;

/**
 * Weighs the persons of whom there are several reports in tasks (`weighFiles`), each with the files of its own pairs alone,
 * and takes their answers: pairs that the others of a file bring stand after those of their individual.
 */
export function* weighPersons(matching: Matching, pairs: PairColumns, { persons, duplicates }: { readonly persons: readonly number[]; readonly duplicates: readonly DuplicatePair[] }): MatchSteps<PersonPairs> {
  const files = personFiles(persons, duplicates);
  if (files.size === 0) return eachAlone(matching, pairs);
  const { remains, settings, context: { placesTaught } } = matching;
  const learned = { settings, placesTaught };
  let to = 0;
  const tasks = rangesOf(remains.length, partSize).map((part): MatchTask => {
    const from = to;
    while (to < pairs.remains.length && (pairs.remains[to] ?? 0) < part.to) to++;
    const own = columnsFrom(pairs, { from, to }, part);
    const asked = new Set<PersonFile>();
    for (const report of own.report) {
      const file = files.get(persons[report] ?? report);
      if (file !== undefined) asked.add(file);
    }
    return { kind: 'files', part, learned, pairs: own, files: [...asked] };
  });
  return joinPersons((yield tasks).flatMap((answer) => ('persons' in answer ? [answer.persons] : [])));
}

/** The persons of several parts as one, in their order. */
function joinPersons(parts: readonly PersonPairs[]): PersonPairs {
  const pairs = joinColumns(parts.map((one) => one.pairs));
  const count = pairs.remains.length;
  const joined = { pairs, ofPerson: new Float64Array(count), part: new Float64Array(count), relatives: new Float64Array(count) };
  let at = 0;
  for (const one of parts) {
    for (const column of ['ofPerson', 'part', 'relatives'] as const) joined[column].set(one[column], at);
    at += one.part.length;
  }
  return joined;
}
