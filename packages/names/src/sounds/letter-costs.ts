import { confusionTables, languages, letterErrors, type Language } from '../languages/index.ts';
import type { LetterChange } from '../prepared-name.ts';
import { isVowel, oneUnread, someUnread, soundCode, soundCount, vowels } from './sounds.ts';

/** In which writing two words meet; look-alikes count only where both are written in that script. */
export type Meeting = 'Cyrl' | 'Latn' | 'mixed';

type Cause = LetterChange['cause'] | 'spelling';

/** Costs are whole hundredths of a log10 unit, so that sums are exact and the same on every machine. */
export const costScale = 100;

/** What letters cost in one meeting: `change[x * soundCount + y]`, `single[x]` for a letter that only one word has. */
export interface LetterCosts {
  readonly change: Int32Array;
  readonly cause: readonly Cause[];
  readonly single: Int32Array;
}

const latinKeyboard = ['qvertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;

export const doubledCost = scaled(letterErrors.doubled);
export const swappedCost = scaled(letterErrors.swapped);
export const keptCost = scaled(letterErrors.kept);
export const unreadCost = scaled(letterErrors.unread);

export const letterCosts: Readonly<Record<Meeting, LetterCosts>> = {
  Cyrl: buildCosts(['Cyrl']),
  Latn: buildCosts(['Latn']),
  mixed: buildCosts(['Cyrl', 'Latn']),
};

function scaled(cost: number): number {
  return Math.round(cost * costScale);
}

function buildCosts(scripts: readonly Language['script'][]): LetterCosts {
  const change = new Int32Array(soundCount * soundCount).fill(scaled(letterErrors.anyOther));
  const cause = new Array<Cause>(soundCount * soundCount).fill('unexplained');
  const set = (x: number, y: number, cost: number, why: Cause): void => {
    for (const cell of [x * soundCount + y, y * soundCount + x]) {
      if ((change[cell] ?? 0) <= cost) continue;
      change[cell] = cost;
      cause[cell] = why;
    }
  };
  for (const { script, pairs, cost, cause: why } of confusionTables) {
    if (script !== null && !scripts.includes(script)) continue;
    for (const pair of pairs) {
      const [x, y] = Array.from(pair);
      if (x === undefined || y === undefined || x === y) continue;
      for (const left of soundsOf(x, script)) for (const right of soundsOf(y, script)) if (left !== right) set(left, right, scaled(cost), why);
    }
  }
  for (const { script, keyboard } of languages) {
    if (!scripts.includes(script)) continue;
    for (const row of keyboard) addNeighbours(row, (x, y) => {
      for (const left of soundsOf(x, script)) for (const right of soundsOf(y, script)) if (left !== right) set(left, right, scaled(letterErrors.neighbourKey), 'keyboard');
    });
  }
  if (scripts.includes('Latn')) for (const row of latinKeyboard) addNeighbours(row, (x, y) => set(soundCode(x), soundCode(y), scaled(letterErrors.neighbourKey), 'keyboard'));
  for (let x = 0; x < soundCount; x++) {
    change[x * soundCount + x] = scaled(letterErrors.kept);
    for (const sign of [oneUnread, someUnread]) set(x, sign, scaled(letterErrors.unread), 'unexplained');
  }
  return { change, cause, single: buildSingles() };
}

function addNeighbours(row: string, add: (x: string, y: string) => void): void {
  const keys = Array.from(row);
  keys.slice(1).forEach((key, at) => add(keys[at] ?? key, key));
}

/** The sounds that a letter of a script may stand for in the languages of that script; a sound stands for itself. */
function soundsOf(letter: string, script: Language['script'] | null): number[] {
  if (script === null || script === 'Latn') return [soundCode(letter)];
  const found = languages.filter((language) => language.script === script).flatMap(({ letters }) => Array.from(letters[letter] ?? '').slice(-1));
  return [...new Set(found)].map(soundCode);
}

function buildSingles(): Int32Array {
  const single = new Int32Array(soundCount).fill(scaled(letterErrors.lostOrAdded));
  for (const vowel of vowels) if (isVowel(vowel)) single[soundCode(vowel)] = scaled(letterErrors.vowelLostOrAdded);
  single[soundCode('j')] = scaled(letterErrors.glideLostOrAdded);
  single[oneUnread] = scaled(letterErrors.unread);
  single[someUnread] = 0;
  return single;
}
