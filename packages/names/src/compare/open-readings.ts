import type { PreparedReading } from '../prepare/prepared.ts';
import type { LetterCosts } from '../sounds/letter-costs.ts';
import { longestWord } from '../sounds/sounds.ts';
import { costOfBeginnings, fillTable, leastLostCount, readLosses, tooFar, type Letters } from './edit-cost.ts';

/** Of a way of reading: where its sounds begin, how many, how many without the ending of sex, and what the habit costs. */
const width = 4;
const [fromAt, lengthAt, bareAt, habitAt] = [0, 1, 2, 3] as const;

/** The least costs of letters of two words, whole and without what differs between the sexes, hundredths. */
export interface LettersApart {
  plain: number;
  neutral: number;
}

/** The readings of one word. */
export interface ReadingsOfWord {
  list: OpenReadings;
  first: number;
  count: number;
}

/** The ways in which words are read, one after another, ready for the table of letters. */
export class OpenReadings {
  #readings = new Int32Array(width << 5);
  #count = 0;
  #sounds = new Uint8Array(1 << 9);
  #lost = new Uint8Array(1 << 9);
  #leastLost = new Int32Array(leastLostCount << 5);
  #soundCount = 0;

  /** Puts the readings of a word at the end; returns the number of the first. */
  add(readings: readonly PreparedReading[]): number {
    const first = this.#count;
    for (const { sounds, neutral, cost } of readings) {
      const [at, from] = [this.#count++, this.#soundCount];
      this.#makeRoom(sounds.length);
      this.#soundCount += sounds.length;
      this.#sounds.set(sounds, from);
      readLosses(sounds, { lost: this.#lost, from, leastLost: this.#leastLost, leastFrom: leastLostCount * at });
      this.#readings.set([from, sounds.length, neutral.length, cost], width * at);
    }
    return first;
  }

  #makeRoom(sounds: number): void {
    if (width * this.#count > this.#readings.length) {
      this.#readings = larger(this.#readings, new Int32Array(2 * this.#readings.length));
      this.#leastLost = larger(this.#leastLost, new Int32Array(2 * this.#leastLost.length));
    }
    if (this.#soundCount + sounds > this.#sounds.length) {
      this.#sounds = larger(this.#sounds, new Uint8Array(2 * this.#sounds.length + longestWord));
      this.#lost = larger(this.#lost, new Uint8Array(this.#sounds.length));
    }
  }

  lettersAt(reading: number, into: Letters): void {
    const at = width * reading;
    into.sounds = this.#sounds;
    into.lost = this.#lost;
    into.from = this.#readings[at + fromAt] as number;
    into.length = this.#readings[at + lengthAt] as number;
    into.leastLost = this.#leastLost;
    into.leastFrom = leastLostCount * reading;
  }

  /** Letters without the ending of sex: the first so many of the whole. */
  bareLength(reading: number): number {
    return this.#readings[width * reading + bareAt] as number;
  }

  /** What it costs to suppose that the word was written so, hundredths. */
  habitOf(reading: number): number {
    return this.#readings[width * reading + habitAt] as number;
  }
}

const empty = new Uint8Array();
const letters = (): Letters => ({ sounds: empty, lost: empty, from: 0, length: 0, leastLost: new Int32Array(), leastFrom: 0 });
const [left, right] = [letters(), letters()];

/**
 * The least cost over all ways of reading two words up to a limit, into `into`; false where all lie above it, and then
 * nothing is said. What `neutral` says above `plain` is not looked for.
 */
export function leastCost(a: ReadingsOfWord, b: ReadingsOfWord, { costs, limit, into }: { readonly costs: LetterCosts; readonly limit: number; readonly into: LettersApart }): boolean {
  let plain = limit;
  let neutral = limit;
  let isFound = false;
  for (let k = a.first; k < a.first + a.count; k++) {
    a.list.lettersAt(k, left);
    const [habitLeft, bareLeft] = [a.list.habitOf(k), a.list.bareLength(k)];
    for (let m = b.first; m < b.first + b.count; m++) {
      b.list.lettersAt(m, right);
      const bareRight = b.list.bareLength(m);
      const habit = habitLeft + b.list.habitOf(m);
      // Both without their endings stand in the same table, which holds all costs up to the limit.
      fillTable(left, right, { costs, limit: plain - habit, shift: bareLeft - bareRight });
      if (bareLeft < left.length || bareRight < right.length) {
        const bare = costOfBeginnings(bareLeft, bareRight);
        if (bare < tooFar) {
          isFound = true;
          if (bare + habit < neutral) neutral = bare + habit;
        }
      }
      const whole = costOfBeginnings(left.length, right.length);
      if (whole < tooFar) {
        isFound = true;
        plain = whole + habit;
      }
    }
  }
  into.plain = plain;
  into.neutral = Math.min(plain, neutral);
  return isFound;
}

function larger<T extends Int32Array | Uint8Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
