import type { Random } from '../random.ts';

/** What a list of the third world suffers from; drawn anew for each seed, so that every seed is another world. Shares are 0..1. */
export interface Conditions {
  /** Surnames of one village; few, so that namesakes are many. */
  readonly surnamesAVillage: number;
  readonly villages: number;
  readonly soldiers: number;
  /** Share of people who have a relative of one household among the others. */
  readonly kin: number;
  readonly russian: number;
  readonly latin: number;
  readonly short: number;
  readonly noPatronymic: number;
  readonly initials: number;
  readonly surnameOnly: number;
  readonly givenOnly: number;
  /** Names in the genitive, as journals have them: «могила Зразченка Івана». */
  readonly genitive: number;
  /** Text that a machine read: digits and Latin letters inside words. */
  readonly scanned: number;
  /** Wrong letters, for each letter. */
  readonly letter: number;
  readonly otherSurname: number;
  /** Parts of a name in the wrong field of a form. */
  readonly wrongField: number;
  /** The line of a journal, or the paper in a pocket, belongs to somebody else. */
  readonly ofAnother: number;
  readonly noBirth: number;
  readonly wrongYear: number;
  readonly noPlace: number;
  /** Buried elsewhere than last seen: where those of one village are brought. */
  readonly broughtAway: number;
  readonly misdatedDays: number;
  readonly wrongSex: number;
  /** Years by which estimates of the old fall short at eighty. */
  readonly oldTooYoung: number;
  /** Shares of what is told of marks and of clothes, and found again. */
  readonly told: number;
  readonly foundAgain: number;
  readonly nameless: number;
}

/** Draws the conditions of one list. The bounds are guesses, wide on purpose. */
export function drawConditions(random: Random): Conditions {
  const between = (low: number, high: number): number => low + (high - low) * random.next();
  return {
    surnamesAVillage: random.int(6, 40), villages: random.int(5, 30), soldiers: between(0.05, 0.5), kin: between(0.1, 0.4),
    russian: between(0.1, 0.7), latin: between(0.02, 0.25), short: between(0.02, 0.2), noPatronymic: between(0.1, 0.6),
    initials: between(0.05, 0.35), surnameOnly: between(0.02, 0.12), givenOnly: between(0, 0.05), genitive: between(0, 0.1), scanned: between(0, 0.25), letter: between(0.005, 0.05),
    otherSurname: between(0.03, 0.2), wrongField: between(0, 0.05), ofAnother: between(0, 0.04),
    noBirth: between(0.05, 0.4), wrongYear: between(0.02, 0.12), noPlace: between(0.02, 0.3), broughtAway: between(0.05, 0.5), misdatedDays: between(2, 15),
    wrongSex: between(0.01, 0.1), oldTooYoung: between(0, 15), told: between(0.3, 0.8), foundAgain: between(0.25, 0.65), nameless: between(0.05, 0.2),
  };
}
