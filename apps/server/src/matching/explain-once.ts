import { explainPair, type PairExplanation, type PairKey, type RunInput } from '@imena/matching';
import { inWords } from './kinship-words.ts';

/** Explanations kept for one run; enough for a board meeting. */
const mostKept = 500;

// A memo, not state: the same input gives the same explanation. With a subpopulation correction one takes up to seconds,
// and the rules of decision ask for the same pair at every step.
const kept = new WeakMap<RunInput, Map<string, PairExplanation | null>>();

/** `explainPair`, computed once for as long as the input is kept. @throws Problem `kinship.*` */
export function explainOnce(input: RunInput, pair: PairKey): PairExplanation | null {
  const memo = kept.get(input) ?? new Map<string, PairExplanation | null>();
  kept.set(input, memo);
  const key = `${pair.remains} ${pair.person} ${pair.family ?? ''}`;
  const known = memo.get(key);
  if (known !== undefined) return known;
  const made = inWords(() => explainPair(input, pair));
  if (memo.size >= mostKept) memo.clear();
  memo.set(key, made);
  return made;
}
