import { givenNames } from '../given/given-names.ts';
import type { NameSex } from '../prepared-name.ts';
import type { NameErrorRates, NameModel } from '../model/name-model.ts';
import { costScale } from '../sounds/letter-costs.ts';
import { oneUnread, soundCount } from '../sounds/sounds.ts';

/** A model with what is looked up a million times laid out for it. */
export interface ModelTables {
  readonly model: NameModel;
  readonly surnames: ReadonlyMap<string, number>;
  readonly given: Float64Array;
  /** Share of given names whose initial can be a loose sound. */
  readonly initials: ReadonlyMap<string, number>;
  readonly surprise: Int32Array;
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
  const tables = { model, surnames: new Map(Object.entries(model.surnameShares)), given: Float64Array.from(model.givenShares), initials, surprise: Int32Array.from(model.surprise), floors: makeFloors(model.rates) };
  tablesOf.set(model, tables);
  return tables;
}

function makeFloors({ otherSurname, otherGiven, otherPatronymic, wrongInitial }: NameErrorRates): Floors {
  const floor = (share: number): Floor => ({ share, log10: Math.log10(share) });
  return {
    surname: { male: floor(otherSurname.male), female: floor(otherSurname.female), unknown: floor(otherSurname.unknown) },
    given: floor(otherGiven),
    patronymic: floor(otherPatronymic),
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
    if (sound < oneUnread) sum += surprise[last * soundCount + sound] ?? 0;
    last = sound < oneUnread ? sound : 0;
  }
  return sum / costScale;
}
