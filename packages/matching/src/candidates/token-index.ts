import type { PreparedName, PreparedWord } from '@imena/names';

/** The words of many names, with the places in the list that hold each. */
export interface TokenIndex {
  readonly tokens: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  /** Places of token t: `places[starts[t] .. starts[t + 1])`. */
  readonly starts: Int32Array;
  readonly places: Int32Array;
  /** log10 of 1 / share of the names that hold the token. */
  readonly weights: Float32Array;
  /** Tokens that are sounds of words, by each pair of sounds in them. */
  readonly byPair: ReadonlyMap<string, readonly number[]>;
  readonly similar: Map<string, readonly SimilarToken[]>;
}

export interface SimilarToken {
  readonly token: number;
  readonly similarity: number;
}

/** What one word may be found by: its sounds, and the given names or patronymics it can stand for. */
export interface WordTokens {
  readonly sounds: string;
  readonly names: readonly string[];
}

/** Builds the index of names. Cost: one pass over the words. */
export function indexNames(names: readonly (PreparedName | null)[]): TokenIndex {
  const numbers = new Map<string, number>();
  const postings: number[][] = [];
  names.forEach((name, place) => {
    const tokens = new Set((name === null ? [] : tokensOf(name)).flatMap(({ sounds, names: known }) => [sounds, ...known]));
    for (const token of tokens) {
      let number = numbers.get(token);
      if (number === undefined) {
        number = postings.push([]) - 1;
        numbers.set(token, number);
      }
      postings[number]?.push(place);
    }
  });
  const tokens = [...numbers.keys()];
  const starts = new Int32Array(tokens.length + 1);
  postings.forEach((list, t) => { starts[t + 1] = (starts[t] ?? 0) + list.length; });
  const places = new Int32Array(starts[tokens.length] ?? 0);
  postings.forEach((list, t) => { places.set(list, starts[t] ?? 0); });
  const weights = Float32Array.from(postings, (list) => Math.min(4.5, -Math.log10((list.length + 0.5) / (names.length + 1))));
  return { tokens, numbers, starts, places, weights, byPair: byPairs(tokens), similar: new Map() };
}

/** Tokens of the words of a name; initials are left out, they are looked at when a pair is weighed. */
export function tokensOf(name: PreparedName): WordTokens[] {
  return name.words.flatMap((word) => (word.initial || word.key.length < 2 ? [] : [{ sounds: `s${word.key}`, names: knownNames(word) }]));
}

/** A role that costs more than this (hundredths of log10) is not looked under. */
const doubtfulRole = 160;

function knownNames({ given, patronymic, roleCosts }: PreparedWord): string[] {
  return [
    ...(given !== null && roleCosts[1] <= doubtfulRole ? given.ids.map((id) => `g${id}`) : []),
    ...(patronymic !== null && roleCosts[2] <= doubtfulRole ? patronymic.ids.map((id) => `p${id}`) : []),
  ];
}

function byPairs(tokens: readonly string[]): Map<string, number[]> {
  const pairs = new Map<string, number[]>();
  tokens.forEach((token, number) => {
    if (!token.startsWith('s')) return;
    for (const pair of pairsOf(token)) {
      const list = pairs.get(pair);
      if (list === undefined) pairs.set(pair, [number]);
      else list.push(number);
    }
  });
  return pairs;
}

/** Pairs of neighbouring sounds, the beginning and the end among them; `s` in front marks sounds. */
function pairsOf(token: string): Set<string> {
  const padded = `^${token.slice(1)}$`;
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < padded.length; i++) pairs.add(padded.slice(i, i + 2));
  return pairs;
}

/** Share of pairs of sounds in common from which two words are looked at. */
const leastOverlap = 0.34;
const mostSimilar = 60;

/** Tokens of the index that one word may stand for, best first, the word itself at 1. Kept for the next asking. */
export function similarTokens(index: TokenIndex, { sounds, names }: WordTokens): readonly SimilarToken[] {
  const exact = names.flatMap((name) => {
    const token = index.numbers.get(name);
    return token === undefined ? [] : [{ token, similarity: 1 }];
  });
  return [...exact, ...similarSounds(index, sounds)];
}

function similarSounds(index: TokenIndex, sounds: string): readonly SimilarToken[] {
  const known = index.similar.get(sounds);
  if (known !== undefined) return known;
  const pairs = pairsOf(sounds);
  const shared = new Map<number, number>();
  for (const pair of pairs) for (const token of index.byPair.get(pair) ?? []) shared.set(token, (shared.get(token) ?? 0) + 1);
  const found: SimilarToken[] = [];
  for (const [token, count] of shared) {
    const other = index.tokens[token] ?? '';
    const overlap = (2 * count) / (pairs.size + other.length);
    if (overlap >= leastOverlap) found.push({ token, similarity: other === sounds ? 1 : Math.min(0.95, overlap) });
  }
  found.sort((a, b) => b.similarity - a.similarity || a.token - b.token);
  const best = found.slice(0, mostSimilar);
  index.similar.set(sounds, best);
  return best;
}
