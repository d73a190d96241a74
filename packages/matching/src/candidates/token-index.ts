import type { PreparedName, PreparedWord } from '@imena/names';

/** The words of many names, with the places in the list that hold each. */
export interface TokenIndex {
  readonly numbers: ReadonlyMap<string, number>;
  /** Places of token t: `places[starts[t] .. starts[t + 1])`. */
  readonly starts: Int32Array;
  readonly places: Int32Array;
  /** log10 of 1 / share of the names that hold the token. */
  readonly weights: Float32Array;
  readonly sounds: SoundTokens;
}

/** Tokens that are sounds of words, by the pairs of sounds in them. */
interface SoundTokens {
  readonly byPair: ReadonlyMap<string, Int32Array>;
  /** Pairs of sounds in each token. */
  readonly pairCounts: Uint8Array;
  /** Space: pairs shared with the word that is looked for; all 0 between searches. */
  readonly shared: Uint8Array;
  readonly known: Map<string, readonly SimilarToken[]>;
}

export interface SimilarToken {
  readonly token: number;
  readonly similarity: number;
}

/** What a name may be found by: sounds of its words, known names they can stand for, and pairs of such. */
export interface NameTokens {
  readonly words: readonly { readonly sounds: string; readonly names: readonly string[] }[];
  readonly pairs: readonly string[];
}

/** Builds the index of names. Cost: one pass over the words. */
export function indexNames(names: readonly (PreparedName | null)[]): TokenIndex {
  const numbers = new Map<string, number>();
  const postings: number[][] = [];
  names.forEach((name, place) => {
    const { words, pairs } = name === null ? { words: [], pairs: [] } : tokensOf(name);
    for (const token of new Set([...words.flatMap(({ sounds, names: known }) => [sounds, ...known]), ...pairs])) {
      let number = numbers.get(token);
      if (number === undefined) {
        number = postings.push([]) - 1;
        numbers.set(token, number);
      }
      postings[number]?.push(place);
    }
  });
  const starts = new Int32Array(postings.length + 1);
  postings.forEach((list, t) => { starts[t + 1] = (starts[t] ?? 0) + list.length; });
  const places = new Int32Array(starts[postings.length] ?? 0);
  postings.forEach((list, t) => { places.set(list, starts[t] ?? 0); });
  const weights = Float32Array.from(postings, (list) => -Math.log10((list.length + 0.5) / (names.length + 1)));
  return { numbers, starts, places, weights, sounds: soundTokens([...numbers.keys()]) };
}

/** Tokens of a name; initials are left out, they are looked at when a pair is weighed. */
export function tokensOf(name: PreparedName): NameTokens {
  const words = name.words.flatMap((word) => (word.initial || word.key.length < 2 ? [] : [{ sounds: `s${word.key}`, names: knownNames(word) }]));
  const pairs = words.flatMap((a, i) => words.slice(i + 1).flatMap((b) => together(a.names.length > 0 ? a.names : [a.sounds], b.names.length > 0 ? b.names : [b.sounds])));
  return { words, pairs };
}

/** Two words together are much rarer than each; the order in which they stand does not matter. */
function together(a: readonly string[], b: readonly string[]): string[] {
  return a.flatMap((x) => b.map((y) => (x < y ? `${x}+${y}` : `${y}+${x}`)));
}

/** A role that costs more than this (hundredths of log10) is not looked under. */
const doubtfulRole = 160;

function knownNames({ given, patronymic, roleCosts }: PreparedWord): string[] {
  return [
    ...(given !== null && roleCosts[1] <= doubtfulRole ? given.ids.slice(0, 4).map((id) => `g${id}`) : []),
    ...(patronymic !== null && roleCosts[2] <= doubtfulRole ? patronymic.ids.slice(0, 4).map((id) => `p${id}`) : []),
  ];
}

function soundTokens(tokens: readonly string[]): SoundTokens {
  const byPair = new Map<string, number[]>();
  const pairCounts = new Uint8Array(tokens.length);
  tokens.forEach((token, number) => {
    if (!token.startsWith('s') || token.includes('+')) return;
    const pairs = pairsOf(token);
    pairCounts[number] = Math.min(255, pairs.size);
    for (const pair of pairs) {
      const list = byPair.get(pair);
      if (list === undefined) byPair.set(pair, [number]);
      else list.push(number);
    }
  });
  return { byPair: new Map([...byPair].map(([pair, list]) => [pair, Int32Array.from(list)])), pairCounts, shared: new Uint8Array(tokens.length), known: new Map() };
}

/** Pairs of neighbouring sounds, the beginning and the end among them; `s` in front marks sounds. */
function pairsOf(token: string): Set<string> {
  const padded = `^${token.slice(1)}$`;
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < padded.length; i++) pairs.add(padded.slice(i, i + 2));
  return pairs;
}

/** Share of pairs of sounds in common from which two words are looked at. */
const leastOverlap = 0.36;
const mostSimilar = 50;

/** Sounds of the index that one word may stand for, best first, the word itself at 1. Kept for the next asking. */
export function similarSounds({ numbers, sounds: { byPair, pairCounts, shared, known } }: TokenIndex, word: string): readonly SimilarToken[] {
  const found = known.get(word);
  if (found !== undefined) return found;
  const pairs = pairsOf(word);
  const touched: number[] = [];
  for (const pair of pairs) {
    const list = byPair.get(pair);
    if (list === undefined) continue;
    for (const token of list) {
      if (shared[token] === 0) touched.push(token);
      shared[token] = (shared[token] ?? 0) + 1;
    }
  }
  const self = numbers.get(word);
  const similar: SimilarToken[] = [];
  for (const token of touched) {
    const overlap = (2 * (shared[token] ?? 0)) / (pairs.size + (pairCounts[token] ?? 0));
    shared[token] = 0;
    if (overlap >= leastOverlap) similar.push({ token, similarity: token === self ? 1 : Math.min(0.95, overlap) });
  }
  similar.sort((a, b) => b.similarity - a.similarity || a.token - b.token);
  const best = similar.slice(0, mostSimilar);
  known.set(word, best);
  return best;
}
