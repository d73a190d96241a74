import { nameSkeleton, normaliseForSearch } from '@imena/names';

/** The words of all reported names by their skeletons, with the reports that hold each. */
export interface TokenIndex {
  readonly tokens: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  /** Reports of token t: `reports[starts[t] .. starts[t + 1])`. */
  readonly starts: Int32Array;
  readonly reports: Int32Array;
  /** log10 of 1 / share of the reports that hold the token. */
  readonly weights: Float32Array;
  /** Tokens by each pair of letters in them. */
  readonly byPair: ReadonlyMap<string, readonly number[]>;
  readonly similar: Map<string, readonly SimilarToken[]>;
}

export interface SimilarToken {
  readonly token: number;
  readonly similarity: number;
}

/** Builds the index of reported names. Cost: one pass over the words. */
export function indexNames(names: readonly string[]): TokenIndex {
  const numbers = new Map<string, number>();
  const postings: number[][] = [];
  names.forEach((name, report) => {
    for (const token of new Set(tokensOf(name))) {
      let number = numbers.get(token);
      if (number === undefined) {
        number = postings.push([]) - 1;
        numbers.set(token, number);
      }
      postings[number]?.push(report);
    }
  });
  const tokens = [...numbers.keys()];
  const starts = new Int32Array(tokens.length + 1);
  postings.forEach((list, t) => { starts[t + 1] = (starts[t] ?? 0) + list.length; });
  const reports = new Int32Array(starts[tokens.length] ?? 0);
  postings.forEach((list, t) => { reports.set(list, starts[t] ?? 0); });
  const weights = Float32Array.from(postings, (list) => Math.min(4.5, -Math.log10((list.length + 0.5) / (names.length + 1))));
  return { tokens, numbers, starts, reports, weights, byPair: byPairs(tokens), similar: new Map() };
}

/** Skeletons of the words of a name; initials and signs are left out. */
export function tokensOf(name: string): string[] {
  return name.split(/[\s,.;–—-]+/u).flatMap((word) => {
    const letters = normaliseForSearch(word).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
    if (letters.length < 2) return [];
    const skeleton = nameSkeleton(letters);
    return skeleton.length < 2 ? [] : [skeleton];
  });
}

function byPairs(tokens: readonly string[]): Map<string, number[]> {
  const pairs = new Map<string, number[]>();
  tokens.forEach((token, number) => {
    for (const pair of pairsOf(token)) {
      const list = pairs.get(pair);
      if (list === undefined) pairs.set(pair, [number]);
      else list.push(number);
    }
  });
  return pairs;
}

function pairsOf(token: string): Set<string> {
  const padded = `^${token}$`;
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < padded.length; i++) pairs.add(padded.slice(i, i + 2));
  return pairs;
}

/** Share of letter pairs in common from which two words are looked at. */
const leastOverlap = 0.34;
const mostSimilar = 60;

/** Tokens of the index that one word may stand for, best first, the word itself at 1. Kept for the next asking. */
export function similarTokens(index: TokenIndex, word: string): readonly SimilarToken[] {
  const known = index.similar.get(word);
  if (known !== undefined) return known;
  const pairs = pairsOf(word);
  const shared = new Map<number, number>();
  for (const pair of pairs) for (const token of index.byPair.get(pair) ?? []) shared.set(token, (shared.get(token) ?? 0) + 1);
  const found: SimilarToken[] = [];
  for (const [token, count] of shared) {
    const other = index.tokens[token] ?? '';
    const overlap = (2 * count) / (pairs.size + other.length + 1);
    if (overlap >= leastOverlap) found.push({ token, similarity: other === word ? 1 : Math.min(0.95, overlap) });
  }
  found.sort((a, b) => b.similarity - a.similarity || a.token - b.token);
  const best = found.slice(0, mostSimilar);
  index.similar.set(word, best);
  return best;
}
