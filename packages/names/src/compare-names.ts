import { normaliseForSearch } from './search-fold.ts';
import { nameSkeleton } from './search-keys.ts';

/** Why a word of one name was taken for a word of the other. */
export interface NameReason {
  readonly kind: 'same' | 'same-letters' | 'transliteration' | 'initial' | 'similar' | 'different' | 'only-in-one';
  readonly a: string | null;
  readonly b: string | null;
  readonly score: number;
}

export interface NameComparison {
  /** 0 (nothing agrees) to 1 (the same words). A grade for display, not a probability. */
  readonly score: number;
  readonly reasons: readonly NameReason[];
}

const maximumWords = 12;
const maximumLetters = 64;
/** Below this share of equal letters two words are called different. */
const similarFrom = 0.7;

/**
 * Compares two personal names word by word in any order and across scripts, and says why: the same word 1, the same
 * after folding look-alike and Ukrainian/Russian letters 0.98, the same by transliteration 0.95, an initial 0.6,
 * similar letters (Damerau-Levenshtein on the skeletons) up to 0.9, otherwise 0. The score is the mean over the name
 * with fewer words, times 0.8 + 0.2 × (fewer words / more words).
 *
 * LIMIT: a grade and not a likelihood ratio; it knows neither how common a name is, nor equivalents (Олександр, Саша),
 * nor former surnames, nor female and male forms. Names of more than 12 words or words of more than 64 letters are
 * compared as a whole for equality.
 */
export function compareNames(a: string, b: string): NameComparison {
  const left = wordsOf(a);
  const right = wordsOf(b);
  if (left.length === 0 || right.length === 0) return { score: 0, reasons: [] };
  if (isTooLong(left) || isTooLong(right)) return compareWhole(a, b);
  const reasons = pairUp(left, right);
  const fewer = Math.min(left.length, right.length);
  const more = Math.max(left.length, right.length);
  const mean = reasons.reduce((sum, reason) => sum + reason.score, 0) / fewer;
  return { score: round(mean * (0.8 + (0.2 * fewer) / more)), reasons };
}

function wordsOf(name: string): string[] {
  return name
    .normalize('NFC')
    .split(/[\s,;–—-]+/u)
    .filter((word) => normaliseForSearch(word) !== '');
}

function isTooLong(words: readonly string[]): boolean {
  return words.length > maximumWords || words.some((word) => word.length > maximumLetters);
}

function compareWhole(a: string, b: string): NameComparison {
  const same = normaliseForSearch(a) === normaliseForSearch(b);
  const score = same ? 0.98 : 0;
  return { score, reasons: [{ kind: same ? 'same-letters' : 'different', a, b, score }] };
}

/** Takes the best pair again and again; ties go to the earlier words, so that the result is the same every time. */
function pairUp(left: readonly string[], right: readonly string[]): NameReason[] {
  const pairs = left.flatMap((a, i) => right.map((b, j) => ({ i, j, reason: compareWords(a, b) })));
  pairs.sort((x, y) => y.reason.score - x.reason.score || x.i - y.i || x.j - y.j);
  const usedLeft = new Set<number>();
  const usedRight = new Set<number>();
  const reasons: NameReason[] = [];
  for (const { i, j, reason } of pairs) {
    if (usedLeft.has(i) || usedRight.has(j)) continue;
    usedLeft.add(i);
    usedRight.add(j);
    reasons.push(reason);
  }
  left.forEach((a, i) => {
    if (!usedLeft.has(i)) reasons.push({ kind: 'only-in-one', a, b: null, score: 0 });
  });
  right.forEach((b, j) => {
    if (!usedRight.has(j)) reasons.push({ kind: 'only-in-one', a: null, b, score: 0 });
  });
  return reasons;
}

function compareWords(a: string, b: string): NameReason {
  if (a.toLowerCase() === b.toLowerCase()) return { kind: 'same', a, b, score: 1 };
  if (normaliseForSearch(a) === normaliseForSearch(b)) return { kind: 'same-letters', a, b, score: 0.98 };
  const left = nameSkeleton(a.replaceAll('.', ''));
  const right = nameSkeleton(b.replaceAll('.', ''));
  if (left === '' || right === '') return { kind: 'different', a, b, score: 0 };
  if (isInitial(a) || isInitial(b)) {
    const agrees = left.startsWith(right) || right.startsWith(left);
    return agrees ? { kind: 'initial', a, b, score: 0.6 } : { kind: 'different', a, b, score: 0 };
  }
  if (left === right) return { kind: 'transliteration', a, b, score: 0.95 };
  const alike = 1 - editDistance(left, right) / Math.max(left.length, right.length);
  if (alike < similarFrom) return { kind: 'different', a, b, score: 0 };
  return { kind: 'similar', a, b, score: round(0.9 * alike) };
}

function isInitial(word: string): boolean {
  return /^\p{L}\p{M}*$/u.test(word.replaceAll('.', ''));
}

/** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforePrevious[j - 2] ?? 0) + 1);
      }
      current.push(best);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
