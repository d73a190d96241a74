import { givenNames } from '../given/given-names.ts';
import type { NameSex } from '../prepared-name.ts';
import { communities } from '../languages/index.ts';
import { defaultOtherInChain, type NameErrorRates, type NameModel } from '../model/name-model.ts';
import { learnSurnameLetters, type SurnameLetters } from '../model/surname-letters.ts';
import { communitySurnames, measureSurprise } from '../model/surprise.ts';
import { costScale } from '../sounds/letter-costs.ts';
import { soundCount, unwritten } from '../sounds/sounds.ts';

/** A model with what is looked up a million times laid out for it. */
export interface ModelTables {
  readonly model: NameModel;
  readonly surnames: ReadonlyMap<string, number>;
  /** How surnames are made that the list does not hold, and their share together; null where the model was not learned from a list. */
  readonly unlisted: { readonly letters: SurnameLetters; readonly log10Share: number } | null;
  readonly given: Float64Array;
  /** Share of given names whose initial can be a loose sound. */
  readonly initials: ReadonlyMap<string, number>;
  readonly surprise: Int32Array;
  /** The same for each community: of the first as the model says, of the others counted on their own frequent names. */
  readonly surprises: readonly Int32Array[];
  /** What disagreement weighs, by role; surnames by sex. */
  readonly floors: Floors;
}

/** A probability and its log10. */
export interface Floor {
  readonly share: number;
  readonly log10: number;
}

export interface Floors {
  readonly surname: Readonly<Record<NameSex | 'unknown', Floor>>;
  readonly given: Floor;
  readonly patronymic: Floor;
  /** Of a father's name where names are chains of fathers. */
  readonly chain: Floor;
  readonly initial: Floor;
}

const tablesOf = new WeakMap<NameModel, ModelTables>();

/** The tables of a model, made once. */
export function modelTables(model: NameModel): ModelTables {
  const known = tablesOf.get(model);
  if (known !== undefined) return known;
  const initials = new Map<string, number>();
  let total = 0;
  for (const { id, firstSounds } of givenNames()) {
    const share = model.givenShares[id] ?? model.rareGiven;
    total += share;
    for (const sign of firstSounds) initials.set(sign, (initials.get(sign) ?? 0) + share);
  }
  // A name of two languages has two initials; shares of both sexes stand in the list.
  for (const [sign, share] of initials) initials.set(sign, Math.min(0.5, Math.max(rareInitial, share / Math.max(total, 1))));
  const surprise = Int32Array.from(model.surprise);
  const surprises = communities.map((_, at) => (at === 0 ? surprise : ownSurprise(at)));
  const surnames = new Map(Object.entries(model.surnameShares));
  const tables = { model, surnames, unlisted: unlistedOf(model, surnames), given: Float64Array.from(model.givenShares), initials, surprise, surprises, floors: makeFloors(model.rates) };
  tablesOf.set(model, tables);
  return tables;
}

/** No list holds all surnames of its people. */
const leastUnlisted = 0.05;

function unlistedOf(model: NameModel, surnames: ReadonlyMap<string, number>): ModelTables['unlisted'] {
  if (model.learnedFrom === 0) return null;
  let listed = 0;
  for (const share of surnames.values()) listed += share;
  return { letters: learnSurnameLetters([...surnames.keys()]), log10Share: Math.log10(Math.max(leastUnlisted, 1 - listed)) };
}

const counted = new Map<number, Int32Array>();

function ownSurprise(at: number): Int32Array {
  const known = counted.get(at);
  if (known !== undefined) return known;
  const made = Int32Array.from(measureSurprise(communitySurnames(communities[at]), communities[at]?.soundShares));
  counted.set(at, made);
  return made;
}

function makeFloors({ otherSurname, otherGiven, otherPatronymic, otherInChain, wrongInitial }: NameErrorRates): Floors {
  const floor = (share: number): Floor => ({ share, log10: Math.log10(share) });
  return {
    surname: { male: floor(otherSurname.male), female: floor(otherSurname.female), unknown: floor(otherSurname.unknown) },
    given: floor(otherGiven),
    patronymic: floor(otherPatronymic),
    chain: floor(otherInChain ?? defaultOtherInChain),
    initial: floor(wrongInitial),
  };
}

/** No initial is rarer than this: a share learned as nothing is no proof. */
export const rareInitial = 0.01;

/** What the letters of a word tell, `-log10` of its probability among names at large; signs for the unread tell nothing. */
export function informationOf(sounds: Uint8Array, surprise: Int32Array): number {
  let sum = 0;
  let last = 0;
  for (const sound of sounds) {
    if (sound < unwritten) sum += surprise[last * soundCount + sound] ?? 0;
    if (sound !== unwritten) last = sound < unwritten ? sound : 0;
  }
  return sum / costScale;
}
