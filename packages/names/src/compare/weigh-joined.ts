import type { PreparedName } from '../prepare/prepared.ts';
import { costScale, mixedCosts } from '../sounds/letter-costs.ts';
import { longestWord } from '../sounds/sounds.ts';
import { countDifferentSounds } from './different-sounds.ts';
import { editCost, tooFar } from './edit-cost.ts';
import { informationOf, type ModelTables } from './model-tables.ts';

/** Cost a letter up to which two names without their gaps are one, hundredths: about one letter in ten. */
const limitALetter = 25;
/** A typical wrong letter, hundredths. */
const wrongLetter = 290;
/** A gap lost or added between words, hundredths. */
const gapCost = 100;

export interface JoinedWeight {
  readonly log10Lr: number;
  readonly score: number;
}

/**
 * Weighs two names as one string of sounds each, for words that were joined or split in writing (Рамімахлуф, Патр ушев);
 * null where they differ by more than about one letter in ten. Weighs at most as much as one rare surname.
 */
export function weighJoined(a: PreparedName, b: PreparedName, tables: ModelTables): JoinedWeight | null {
  if (a.words.length === b.words.length) return null;
  const [lookA, lookB] = [lookJoined(a), lookJoined(b)];
  if (!mayBeJoined(lookA, lookB)) return null;
  const shorter = Math.min(lookA.length, lookB.length);
  const [wholeA, wholeB] = [joinWords(a, lookA.length), joinWords(b, lookB.length)];
  const gaps = gapCost * Math.abs(a.words.length - b.words.length);
  const cost = editCost(wholeA, wholeB, mixedCosts, limitALetter * shorter);
  if (cost >= tooFar) return null;
  const information = Math.min(informationOf(wholeA, tables.surprise), informationOf(wholeB, tables.surprise));
  const kept = 10 ** (-(cost + gaps) / costScale);
  return { log10Lr: Math.log10(kept / (tables.model.rareSurname * kept + 10 ** -information)), score: Math.max(0, 1 - (cost + gaps / 2) / (wrongLetter * shorter)) };
}

/** A name as one string, for a quick look. */
export interface JoinedLook {
  readonly length: number;
  /** One bit a sound. */
  readonly mask: number;
}

export function lookJoined({ words }: PreparedName): JoinedLook {
  let [length, mask] = [0, 0];
  for (const word of words) {
    length += word.readings[0]?.sounds.length ?? 0;
    mask |= word.mask;
  }
  return { length, mask };
}

/** Whether two names of different numbers of words could be one. */
export function mayBeJoined(a: JoinedLook, b: JoinedLook): boolean {
  // A name of more sounds than a table of letters has room for would be compared without its end.
  return Math.max(a.length, b.length) < longestWord && Math.min(a.length, b.length) >= 6 && Math.abs(a.length - b.length) <= 4 && countDifferentSounds(a.mask, b.mask) <= 4;
}

function joinWords({ words }: PreparedName, length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const { readings } of words) {
    const sounds = readings[0]?.sounds;
    if (sounds === undefined) continue;
    whole.set(sounds, at);
    at += sounds.length;
  }
  return whole;
}
