import type { PreparedWord } from '../prepare/prepared.ts';
import { agrees, bits, chosenColumn, choosePairs, comparable, isContradiction, pairColumns, weights } from './choose-pairs.ts';
import type { OpenWeight } from './open-words.ts';
import { weighWords, type Weighing, type WordWeight } from './weigh-words.ts';

/** Which word of one name was set beside which of the other. */
export interface WordPair {
  readonly a: number;
  readonly b: number;
  readonly weight: WordWeight;
}

/** Sets the words of two names beside each other (see `choosePairs`): agreements first, then contradictions. */
export function pairWords(a: readonly PreparedWord[], b: readonly PreparedWord[], weighing: Weighing): WordPair[] {
  const weighed = a.map((left) => b.map((right) => weighWords(left, right, weighing)));
  weighed.forEach((row, r) => { row.forEach((weight, c) => {
    weights[r * pairColumns + c] = weight.log10Lr;
    bits[r * pairColumns + c] = bitsOf({ agrees: weight.agreement !== 'none', isComparable: weight.comparable, role: weight.role });
  }); });
  choosePairs(a.length, b.length);
  const agreements: WordPair[] = [];
  const contradictions: WordPair[] = [];
  weighed.forEach((row, r) => {
    const c = chosenColumn[r] ?? -1;
    const weight = row[c];
    if (weight === undefined) return;
    if (isContradiction[r] !== 1) agreements.push({ a: r, b: c, weight });
    else contradictions.push({ a: r, b: c, weight: weight.agreement === 'none' ? weight : { ...weight, agreement: 'none', log10Lr: Math.min(0, weight.log10Lr), score: 0 } });
  });
  return [...agreements, ...contradictions];
}

/** The bits of `choosePairs`, and above them the role. */
export function bitsOf({ agrees: isOne, isComparable, role }: Omit<OpenWeight, 'log10Lr'>): number {
  return (isOne ? agrees : 0) | (isComparable ? comparable : 0) | (role << roleShift);
}

const roleShift = 2;

/** The role that stands in the bits of a pair that agrees. */
export function roleOfBits(value: number): 0 | 1 | 2 {
  const role = value >> roleShift;
  return role === 1 ? 1 : role === 2 ? 2 : 0;
}
