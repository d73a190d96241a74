import type { PreparedWord } from '../prepare/prepared.ts';
import { weighWords, type Weighing, type WordWeight } from './weigh-words.ts';

/** Which word of one name was set beside which of the other. */
export interface WordPair {
  readonly a: number;
  readonly b: number;
  readonly weight: WordWeight;
}

/** Up to so many words on either side every pairing is tried. */
const mostWordsTried = 4;

/**
 * Sets the words of two names beside each other so that the weights sum to the most. Words that have one role in both
 * names and agree with nothing are paired too, as different: leaving both out would hide a contradiction.
 */
export function pairWords(a: readonly PreparedWord[], b: readonly PreparedWord[], weighing: Weighing): WordPair[] {
  const weights = a.map((left) => b.map((right) => weighWords(left, right, weighing)));
  const agreeing = a.length <= mostWordsTried && b.length <= mostWordsTried ? tryAll(weights, b.length) : takeBest(weights);
  return withContradictions(agreeing, weights);
}

type Weights = readonly (readonly WordWeight[])[];

function tryAll(weights: Weights, columns: number): WordPair[] {
  let best: WordPair[] = [];
  let most = -Infinity;
  const chosen: WordPair[] = [];
  const used = new Array<boolean>(columns).fill(false);
  const visit = (row: number, sum: number): void => {
    if (row === weights.length) {
      const total = sum + contradictions(chosen, weights);
      if (total > most) [best, most] = [[...chosen], total];
      return;
    }
    weights[row]?.forEach((weight, column) => {
      if (weight.agreement === 'none' || used[column] === true) return;
      used[column] = true;
      chosen.push({ a: row, b: column, weight });
      visit(row + 1, sum + weight.log10Lr);
      chosen.pop();
      used[column] = false;
    });
    visit(row + 1, sum);
  };
  visit(0, 0);
  return best;
}

function contradictions(chosen: readonly WordPair[], weights: Weights): number {
  return withContradictions(chosen, weights).reduce((sum, { weight }) => (weight.agreement === 'none' ? sum + weight.log10Lr : sum), 0);
}

/** The greatest weight first; ties go to the earlier words, so that the result is the same every time. */
function takeBest(weights: Weights): WordPair[] {
  const all = weights.flatMap((row, a) => row.map((weight, b) => ({ a, b, weight }))).filter(({ weight }) => weight.agreement !== 'none');
  all.sort((x, y) => y.weight.log10Lr - x.weight.log10Lr || x.a - y.a || x.b - y.b);
  const taken: WordPair[] = [];
  for (const pair of all) if (taken.every(({ a, b }) => a !== pair.a && b !== pair.b)) taken.push(pair);
  return taken;
}

function withContradictions(chosen: readonly WordPair[], weights: Weights): WordPair[] {
  const pairs = [...chosen];
  weights.forEach((row, a) => {
    if (pairs.some((pair) => pair.a === a)) return;
    const b = row.findIndex((weight, column) => weight.comparable && pairs.every((pair) => pair.b !== column));
    const weight = row[b];
    if (weight !== undefined) pairs.push({ a, b, weight: weight.agreement === 'none' ? weight : { ...weight, agreement: 'none', log10Lr: Math.min(0, weight.log10Lr), score: 0 } });
  });
  return pairs;
}
