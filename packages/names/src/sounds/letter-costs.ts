import { confusionTables, languages, latinKeyboard, letterErrors, type Language } from '../languages/index.ts';
import type { LetterChange } from '../prepared-name.ts';
import { isVowel, oneUnread, someUnread, soundCode, soundCount, unwritten, unwrittenVowel, vowels } from './sounds.ts';

/** In which writing two words meet: look-alikes count only where both are written in that script. */
export type Meeting = Language['script'] | 'mixed';

type Cause = LetterChange['cause'] | 'spelling';

/** Costs are whole hundredths of a log10 unit, so that sums are exact and the same on every machine. */
export const costScale = 100;

/** What letters cost in one meeting that take each other's place, and why: `change[x * soundCount + y]`. */
export interface LetterCosts {
  readonly change: Int32Array;
  readonly cause: readonly Cause[];
}

export const doubledCost = scaled(letterErrors.doubled);
export const swappedCost = scaled(letterErrors.swapped);
export const keptCost = scaled(letterErrors.kept);
export const unreadCost = scaled(letterErrors.unread);
/** No letter that takes another's place costs more. */
export const anyOtherCost = scaled(letterErrors.anyOther);
/** What a letter costs that only one word has, in every meeting. */
export const lostCosts = buildLostCosts();

/** Scripts for which a table says what looks alike in them. */
const tabled = [...new Set(confusionTables.flatMap(({ script }) => (script === null ? [] : [script])))];
/** Scripts whose look-alikes count across scripts too. */
const mixing = new Set(confusionTables.flatMap(({ script, isAlone = false }) => (script === null || isAlone ? [] : [script])));
/** The costs across scripts. */
export const mixedCosts = buildCosts('mixed');
const costsByNumber = [mixedCosts, ...tabled.map(buildCosts)];

/** The costs where two words meet in their scripts; in one without a table of its own, and across scripts, those of all. */
export function letterCostsOf(a: Language['script'] | 'other', b: Language['script'] | 'other'): LetterCosts {
  return costsBetween(scriptNumber(a), scriptNumber(b));
}

/** A script by its table of costs: 0 where it has none of its own. */
export function scriptNumber(script: Language['script'] | 'other'): number {
  return tabled.findIndex((one) => one === script) + 1;
}

/** `letterCostsOf` for scripts by their numbers. */
export function costsBetween(a: number, b: number): LetterCosts {
  return a === b ? (costsByNumber[a] ?? mixedCosts) : mixedCosts;
}

function scaled(cost: number): number {
  return Math.round(cost * costScale);
}

function buildCosts(meeting: Meeting): LetterCosts {
  const holds = (script: Language['script']): boolean => script === meeting || (meeting === 'mixed' && mixing.has(script));
  const change = new Int32Array(soundCount * soundCount).fill(anyOtherCost);
  const cause = new Array<Cause>(soundCount * soundCount).fill('unexplained');
  const set = (x: number, y: number, cost: number, why: Cause): void => {
    for (const cell of [x * soundCount + y, y * soundCount + x]) {
      if ((change[cell] ?? 0) <= cost) continue;
      change[cell] = cost;
      cause[cell] = why;
    }
  };
  for (const { script, pairs, cost, cause: why, isAlone = false } of confusionTables) {
    if (script !== null && (!holds(script) || (isAlone && meeting === 'mixed'))) continue;
    for (const pair of pairs) {
      const [x, y] = Array.from(pair);
      if (x === undefined || y === undefined || x === y) continue;
      for (const left of soundsOf(x, script)) for (const right of soundsOf(y, script)) if (left !== right) set(left, right, scaled(cost), why);
    }
  }
  for (const { script, keyboard } of languages) {
    if (!holds(script)) continue;
    for (const row of keyboard) addNeighbours(row, (x, y) => {
      for (const left of soundsOf(x, script)) for (const right of soundsOf(y, script)) if (left !== right) set(left, right, scaled(letterErrors.neighbourKey), 'keyboard');
    });
  }
  if (holds('Latn')) for (const row of latinKeyboard) addNeighbours(row, (x, y) => set(soundCode(x), soundCode(y), scaled(letterErrors.neighbourKey), 'keyboard'));
  for (let x = 0; x < soundCount; x++) {
    change[x * soundCount + x] = scaled(letterErrors.kept);
    for (const sign of [oneUnread, someUnread]) set(x, sign, scaled(letterErrors.unread), 'unexplained');
  }
  // What one script does not write may have been any vowel; where both leave the same vowels out, a written one was lost.
  const missing = meeting === 'mixed' ? letterErrors.unwrittenVowel : letterErrors.vowelLostOrAdded;
  for (const vowel of vowels) set(soundCode(vowel), unwritten, scaled(missing), meeting === 'mixed' ? 'spelling' : 'unexplained');
  return { change, cause };
}

function addNeighbours(row: string, add: (x: string, y: string) => void): void {
  const keys = Array.from(row);
  keys.slice(1).forEach((key, at) => add(keys[at] ?? key, key));
}

/** The sounds that a letter of a script may stand for in the languages of that script; a sound stands for itself. */
function soundsOf(letter: string, script: Language['script'] | null): number[] {
  if (script === null || script === 'Latn') return [soundCode(letter)];
  const found = languages.filter((language) => language.script === script).flatMap(({ letters }) => Array.from(letters[letter] ?? '').filter((sign) => sign !== unwrittenVowel).slice(-1));
  return [...new Set(found)].map(soundCode);
}

function buildLostCosts(): Int32Array {
  const lost = new Int32Array(soundCount).fill(scaled(letterErrors.lostOrAdded));
  for (const vowel of vowels) if (isVowel(vowel)) lost[soundCode(vowel)] = scaled(letterErrors.vowelLostOrAdded);
  lost[soundCode('j')] = scaled(letterErrors.glideLostOrAdded);
  lost[unwritten] = scaled(letterErrors.unwrittenVowel);
  lost[oneUnread] = scaled(letterErrors.unread);
  lost[someUnread] = 0;
  return lost;
}
