/** Letters before a letter that are looked back on. */
const longestContext = 5;
/** So many surnames tell how surnames are made; more only cost. */
const mostLearned = 4000;
/** Signs that the letters of a name are coded with, about. */
const signs = 30;
const end = '$';
/** Code of what stands before a word: `^`. */
const start = 94;

/** What followed after some letters, and the contexts that have one more letter before them, by its code. */
interface Context {
  total: number;
  readonly next: Map<number, number>;
  readonly longer: Map<number, Context>;
}

/** How probable a surname of such letters is among the surnames that a list does not hold. */
export interface SurnameLetters {
  /** log10 P(letters); `key` as `PreparedWord.key`, all of it read. */
  readonly log10: (key: string) => number;
}

/**
 * How the surnames of a list are made: each letter after up to five before it, longer contexts mixed with shorter ones by
 * the number of different letters that followed (Witten and Bell 1991), the end of the word a letter too. Stems with many
 * endings and endings with many stems so count for what they are: beside Вербовюк and Ясновиш, a Вербовиш is no surprise.
 * Each surname counts once. Cost: about 30 µs a surname, up to 4,000; 10 µs for one that is asked for.
 */
export function learnSurnameLetters(keys: readonly string[]): SurnameLetters {
  const root = newContext();
  const stride = Math.max(1, Math.ceil(keys.length / mostLearned));
  keys.forEach((key, at) => {
    if (at % stride !== 0) return;
    const word = key + end;
    for (let i = 0; i < word.length; i++) countLetter(root, word, i);
  });
  const known = new Map<string, number>();
  const weigh = (key: string): number => {
    const word = key + end;
    let sum = 0;
    for (let i = 0; i < word.length; i++) sum += Math.log10(chanceOf(root, word, i));
    return sum;
  };
  return {
    log10: (key) => {
      const before = known.get(key);
      if (before !== undefined) return before;
      const weight = weigh(key);
      known.set(key, weight);
      return weight;
    },
  };
}

function newContext(): Context {
  return { total: 0, next: new Map<number, number>(), longer: new Map<number, Context>() };
}

/** The beginning of a word is a context of its own. */
function isFromStart(at: number, before: number): boolean {
  return before === at && before < longestContext;
}

function countLetter(root: Context, word: string, at: number): void {
  const letter = word.charCodeAt(at);
  let letters = root;
  for (let before = 0; before <= Math.min(at, longestContext); before++) {
    if (before > 0) letters = longerThan(letters, word.charCodeAt(at - before));
    const context = isFromStart(at, before) ? longerThan(letters, start) : letters;
    context.total++;
    context.next.set(letter, (context.next.get(letter) ?? 0) + 1);
  }
}

function longerThan({ longer }: Context, code: number): Context {
  let context = longer.get(code);
  if (context === undefined) longer.set(code, (context = newContext()));
  return context;
}

function chanceOf(root: Context, word: string, at: number): number {
  let chance = 1 / signs;
  const letter = word.charCodeAt(at);
  let letters: Context | undefined = root;
  for (let before = 0; before <= Math.min(at, longestContext); before++) {
    if (before > 0) letters = letters.longer.get(word.charCodeAt(at - before));
    if (letters === undefined) break;
    const context = isFromStart(at, before) ? letters.longer.get(start) : letters;
    // Letters that only lead to a longer context followed nothing.
    if (context === undefined || context.total === 0) break;
    const kinds = context.next.size;
    chance = ((context.next.get(letter) ?? 0) + kinds * chance) / (context.total + kinds);
  }
  return chance;
}
