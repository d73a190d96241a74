import type { EvidenceWeights } from '../evidence/evidence-weights.ts';
import { learnPlaces } from '../learn/learn-places.ts';
import { identifyApart } from './identify.ts';
import { learnFromLists } from './learn-from-lists.ts';
import { searchCandidates, weighPartsAgain, type MatchSteps } from './match-tasks.ts';
import { underWeights, type Matching } from './open-matching.ts';
import { partSize, rangesOf, type Range } from './ranges.ts';
import { joinColumns, type PairColumns } from './weigh-pairs.ts';

/** Of people reported missing they hold about as many pairs again as are learned from; more of them are only weighed again. */
const mostTeaching = 5_000;
const learningRounds = 2;

export interface LearnOptions {
  /** The person of each report. */
  readonly persons: readonly number[];
  readonly learnFrom: 'lists' | 'documented';
  /** So many individuals teach what the lists teach, evenly spread over longer lists; by default more than enough for the pairs that are learned from. */
  readonly teaching?: number;
}

export interface TaughtLists {
  /** The lists under what they teach. */
  readonly matching: Matching;
  /** What they teach; null where they were not asked. */
  readonly learned: EvidenceWeights | null;
  /** All parts of the list in order; of those who taught the candidates, under what was learned. */
  readonly parts: readonly { readonly part: Range; readonly pairs: PairColumns | null }[];
}

/**
 * What the lists teach, in tasks: the candidates of a part of the individuals are weighed under the settings given and
 * again under what they teach. All others can then be searched for under it at once.
 */
export function* learnFromPart(opened: Matching, { persons, learnFrom, teaching: most = mostTeaching }: LearnOptions): MatchSteps<TaughtLists> {
  const ranges = rangesOf(opened.remains.length, partSize);
  const teaching = learnFrom === 'documented' ? [] : spread(ranges, Math.ceil(most / partSize));
  let [matching, learned]: [Matching, EvidenceWeights | null] = [opened, null];
  let taught = teaching.length === 0 ? [] : yield* searchCandidates(teaching, learned);
  for (let round = 0; teaching.length > 0 && round < learningRounds; round++) {
    const pairs = joinColumns(taught);
    const judged = identifyApart(numberedAnew(pairs, teaching), { remains: pairs.rest.length, persons });
    const { settings } = yield* learnFromLists(pairs, judged, opened.settings);
    learned = { settings, placesTaught: learnPlaces(matching, { pairs, probabilities: judged.probabilities, persons }, settings) };
    matching = underWeights(matching, learned);
    taught = yield* weighPartsAgain(teaching, taught, learned);
  }
  const pairsOf = new Map(teaching.map((part, at) => [part, taught[at]]));
  return { matching, learned, parts: ranges.map((part) => ({ part, pairs: pairsOf.get(part) ?? null })) };
}

/** So many parts at most, evenly over the list, in order. */
function spread(ranges: readonly Range[], most: number): Range[] {
  const step = Math.max(1, ranges.length / most);
  return ranges.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}

/** The same pairs with their individuals numbered as the parts stand one after another. */
function numberedAnew(pairs: PairColumns, parts: readonly Range[]): PairColumns {
  let [at, before] = [0, 0];
  return {
    ...pairs,
    remains: pairs.remains.map((i) => {
      for (let part = parts[at]; part !== undefined && i >= part.to; part = parts[at]) {
        before += part.to - part.from;
        at++;
      }
      return before + i - (parts[at]?.from ?? 0);
    }),
  };
}
