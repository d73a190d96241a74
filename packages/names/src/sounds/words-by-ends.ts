/**
 * Words in loose sounds, to be asked which of them can be read as a pattern in which `?` is one letter that could not be
 * read and `*` any number of them. Cost of a question: the words that begin or end as the pattern does.
 */
export class WordsByEnds {
  readonly #words: readonly string[];
  readonly #byStart: Ordered;
  readonly #byEnd: Ordered;

  constructor(words: readonly string[]) {
    this.#words = words;
    this.#byStart = inOrder(words);
    this.#byEnd = inOrder(words.map(backwards));
  }

  /** Places of the words that can be read so, ascending. */
  fitting(pattern: string): number[] {
    return this.#mayFit(pattern).filter((at) => canBeRead(this.#words[at] ?? '', pattern));
  }

  /** The words that begin or end as a pattern does, whichever it says more of; the pattern still decides. */
  #mayFit(pattern: string): number[] {
    const [start, end] = [/^[^*?]*/u.exec(pattern)?.[0] ?? '', /[^*?]*$/u.exec(pattern)?.[0] ?? ''];
    return start.length >= end.length ? startingWith(this.#byStart, start) : startingWith(this.#byEnd, backwards(end));
  }
}

/** Whether a word can be read as a pattern: after a `*` that is followed by what does not fit, the `*` takes one letter more. */
function canBeRead(word: string, pattern: string): boolean {
  let [at, sign] = [0, 0];
  let [afterGap, gapEnd] = [-1, 0];
  while (at < word.length) {
    const asked = pattern.charAt(sign);
    if (asked === '*') {
      afterGap = ++sign;
      gapEnd = at;
    } else if (asked === '?' || asked === word.charAt(at)) {
      at += asked === '?' ? letterAt(word, at) : 1;
      sign++;
    } else if (afterGap >= 0) {
      gapEnd += letterAt(word, gapEnd);
      [at, sign] = [gapEnd, afterGap];
    } else return false;
  }
  while (pattern.charAt(sign) === '*') sign++;
  return sign === pattern.length;
}

/** Code units of a letter: two in some scripts. */
function letterAt(word: string, at: number): number {
  return (word.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Words in the order of their letters, with their places. */
interface Ordered {
  readonly words: readonly string[];
  readonly places: readonly number[];
}

function inOrder(words: readonly string[]): Ordered {
  const places = words.map((_, at) => at).sort((a, b) => ((words[a] ?? '') < (words[b] ?? '') ? -1 : 1));
  return { words: places.map((at) => words[at] ?? ''), places };
}

function backwards(word: string): string {
  return Array.from(word).reverse().join('');
}

/** Places of the words that begin so, ascending. */
function startingWith({ words, places }: Ordered, start: string): number[] {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (words[end]?.startsWith(start) === true) end++;
  return places.slice(low, end).sort((a, b) => a - b);
}
