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
  const [lengthA, lengthB] = [lengthOf(a), lengthOf(b)];
  const shorter = Math.min(lengthA, lengthB);
  // A name of more sounds than a table of letters has room for would be compared without its end.
  if (Math.max(lengthA, lengthB) >= longestWord || shorter < 6 || Math.abs(lengthA - lengthB) > 4 || countDifferentSounds(maskOf(a), maskOf(b)) > 4) return null;
  const [wholeA, wholeB] = [joinWords(a, lengthA), joinWords(b, lengthB)];
  const gaps = gapCost * Math.abs(a.words.length - b.words.length);
  const cost = editCost(wholeA, wholeB, mixedCosts, limitALetter * shorter);
  if (cost >= tooFar) return null;
  const information = Math.min(informationOf(wholeA, tables.surprise), informationOf(wholeB, tables.surprise));
  const kept = 10 ** (-(cost + gaps) / costScale);
  return { log10Lr: Math.log10(kept / (tables.model.rareSurname * kept + 10 ** -information)), score: Math.max(0, 1 - (cost + gaps / 2) / (wrongLetter * shorter)) };
}

function lengthOf({ words }: PreparedName): number {
  let length = 0;
  for (const { readings } of words) length += readings[0]?.sounds.length ?? 0;
  return length;
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

function maskOf({ words }: PreparedName): number {
  let mask = 0;
  for (const word of words) mask |= word.mask;
  return mask;
}
