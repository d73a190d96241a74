/** A word, a number or one mark of punctuation. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Lower case, one kind of apostrophe. */
  readonly norm: string;
  readonly kind: 'word' | 'number' | 'mark';
  readonly isCapital: boolean;
}

// Each alternative begins with a different class of character and repeats over a separator it cannot itself
// contain, so the expression runs in linear time over any text.
const pattern =
  /\p{L}[\p{L}\p{M}\p{N}]*(?:['’ʼ‑-]\p{L}[\p{L}\p{M}\p{N}]*)*|\p{N}{1,3}(?:[,.\u00a0\u202f\u2009 ]\p{N}{3})+(?!\p{N})|\p{N}+(?:[.,]\p{N}+)?|[^\s]/gu;

/** The text as tokens in order; offsets are UTF-16 code units. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(pattern)) {
    const piece = match[0];
    const first = piece.codePointAt(0) ?? 0;
    const kind = isLetter(piece) ? 'word' : (first >= 48 && first <= 57) || /^\p{N}/u.test(piece) ? 'number' : 'mark';
    tokens.push({
      start: match.index,
      end: match.index + piece.length,
      text: piece,
      norm: kind === 'word' ? normalise(piece) : piece,
      kind,
      isCapital: kind === 'word' && isUpper(piece),
    });
  }
  return tokens;
}

/** Lower case with one kind of apostrophe and hyphen: the key of every lexicon. */
export function normalise(word: string): string {
  return word.toLowerCase().replace(/[’ʼ]/g, "'").replace(/‑/g, '-');
}

/** The word without an English possessive ending. */
export function withoutPossessive(norm: string): string {
  return norm.endsWith("'s") ? norm.slice(0, -2) : norm.endsWith("'") ? norm.slice(0, -1) : norm;
}

function isLetter(piece: string): boolean {
  return /^\p{L}/u.test(piece);
}

function isUpper(piece: string): boolean {
  const first = piece.charAt(0);
  return first !== first.toLowerCase() || /^(?:al|el|bin|ibn|de|van|von|ad)-\p{Lu}/iu.test(piece);
}
