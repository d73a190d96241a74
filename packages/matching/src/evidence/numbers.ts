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
    const pairs = said.flatMap((a) => seen.map((b): { relation: NumberRelation; length: number } => ({ relation: isSame(a, b) ? 'same' : isOneOff(a, b) ? 'one_off' : 'different', length: Math.min(a.length, b.length) })));
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
    const ratio = relation === 'same' ? (1 - numberReadError) / byChance(length, numberByChance)
      : relation === 'one_off' ? (0.8 * numberReadError) / Math.min(0.01, numberByChance * 35 * length)
      : 0.2 * numberReadError + numberOfAnother;
    return Math.log10((1 - numberMisplaced) * ratio + numberMisplaced);
  });
  return Math.max(0, ...weights) + Math.min(0, ...weights);
}

/** Signs that an engraving does not tell apart. */
const byLook: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };
/** Digits that must be left of a telephone number without what stands before it at home or from abroad. */
const shortestSubscriber = 9;

/** Numbers that are the same have the same key; some that only end alike have it too. */
export function numberKey(number: string): string {
  const read = asRead(number);
  return /^\d+$/u.test(read) ? read.replace(/^0+/u, '').slice(-shortestSubscriber) : read;
}

function asRead(number: string): string {
  return Array.from(number, (sign) => byLook[sign] ?? sign).join('');
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [asRead(a), asRead(b)];
  if (one === other) return true;
  const [short = '', long = ''] = [one, other].map((number) => number.replace(/^0+/u, '')).sort((x, y) => x.length - y.length);
  return /^\d+$/u.test(long) && short.length >= shortestSubscriber && long.endsWith(short);
}

/** A short number is borne by more things: of n signs one in 10 to the power n - 1 at least. */
function byChance(length: number, least: number): number {
  return Math.max(least, 10 ** (1 - length));
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
