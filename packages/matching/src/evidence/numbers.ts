import { codeLists } from '@imena/record';
import type { EvidenceSettings } from './parameters.ts';

export const numberKinds = codeLists.numberedKinds;
export type NumberKind = (typeof numberKinds)[number];

/** A number on a thing that only one person has: an implant, a document, a telephone. `number` as `plainNumber` makes it. */
export interface NumberedThing {
  readonly kind: NumberKind;
  readonly number: string;
}

/** Fewer letters and digits than this name too many things. */
export const shortestNumber = 4;

const lookAlikes: Readonly<Record<string, string>> = { А: 'A', В: 'B', Е: 'E', І: 'I', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T', У: 'Y', Х: 'X' };

/** Letters and digits alone, in capitals, Cyrillic letters that look Latin as Latin ones. */
export function plainNumber(text: string): string {
  return Array.from(text.normalize('NFKC').toUpperCase(), (letter) => lookAlikes[letter] ?? letter).filter((letter) => /[\p{L}\p{N}]/u.test(letter)).join('');
}

export type NumberRelation = 'same' | 'one_off' | 'different';

/** How the numbers of one kind on both sides stand to each other, the best of all; null where no kind is on both. */
export function compareNumbers(reported: readonly NumberedThing[], found: readonly NumberedThing[]): { readonly kind: NumberKind; readonly relation: NumberRelation; readonly length: number }[] {
  return numberKinds.flatMap((kind) => {
    const [said, seen] = [reported, found].map((list) => list.filter((one) => one.kind === kind).map(({ number }) => number));
    if (said === undefined || seen === undefined || said.length === 0 || seen.length === 0) return [];
    const pairs = said.flatMap((a) => seen.map((b): { relation: NumberRelation; length: number } => ({ relation: a === b ? 'same' : isOneOff(a, b) ? 'one_off' : 'different', length: a.length })));
    const best = pairs.find(({ relation }) => relation === 'same') ?? pairs.find(({ relation }) => relation === 'one_off') ?? pairs[0];
    return best === undefined ? [] : [{ kind, ...best }];
  });
}

/**
 * log10 LR of numbers where both sides give one of a kind: the same (1 - e) / c, with c the chance that two people are
 * written down with one number; one character off, P(one slip) over the numbers that lie one character off; another
 * number: a slip of more, or a second thing of the kind. Of several kinds the strongest for and the strongest against
 * count once each: passport and tax number come from one wallet. A number found but not reported says nothing.
 * LIMIT: a thing may be another's (a wallet kept for somebody); `numberMisplaced` bounds what it says against and for.
 */
export function numbersWeight(reported: readonly NumberedThing[], found: readonly NumberedThing[], { numberReadError, numberByChance, numberOfAnother, numberMisplaced }: EvidenceSettings): number {
  const weights = compareNumbers(reported, found).map(({ relation, length }) => {
    const ratio = relation === 'same' ? (1 - numberReadError) / numberByChance
      : relation === 'one_off' ? (0.8 * numberReadError) / Math.min(0.01, numberByChance * 35 * length)
      : 0.2 * numberReadError + numberOfAnother;
    return Math.log10((1 - numberMisplaced) * ratio + numberMisplaced);
  });
  return Math.max(0, ...weights) + Math.min(0, ...weights);
}

/** One character wrong, left out, put in, or two neighbours swapped. */
function isOneOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)
    || (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2));
}
