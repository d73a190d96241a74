import { givenNames } from '../given/given-names.ts';
import { givenNameShares } from '../given/given-name-shares.ts';
import { prepareName } from '../prepare/prepare-name.ts';
import type { NameErrorRates, NameModel } from './name-model.ts';
import { surnameShares } from './surname-shares.ts';
import { measureSurprise } from './surprise.ts';

/** Rates until somebody measures them; sources: none found for markers and lists, so all are estimates. */
export const estimatedRates: NameErrorRates = {
  otherSurname: { male: 0.03, female: 0.1, unknown: 0.06 },
  otherGiven: 0.03,
  otherPatronymic: 0.03,
  wrongInitial: 0.05,
  nameOfAnother: 0.02,
};

let built: NameModel | undefined;

/** The model built in: estimates of the project for Ukraine, marked unverified. Made at first use. */
export function defaultNameModel(): NameModel {
  built ??= build();
  return built;
}

function build(): NameModel {
  const surnames: Record<string, number> = {};
  for (const [surname, share] of Object.entries(surnameShares.shares)) surnames[surnameKey(surname)] = share;
  return {
    version: 'estimates-1',
    source: `${givenNameShares.source}; ${surnameShares.source}`,
    verified: false,
    learnedFrom: 0,
    rates: estimatedRates,
    surnameShares: surnames,
    rareSurname: 0.0001,
    givenShares: givenNames().map(({ name }) => givenNameShares.shares[name] ?? givenNameShares.otherListed),
    rareGiven: 0.0005,
    surprise: measureSurprise(Object.keys(surnameShares.shares).map((surname) => ({ sounds: firstNeutral(surname), weight: 1 }))),
  };
}

function surnameKey(surname: string): string {
  return prepareName({ surname }).words[0]?.key ?? '';
}

function firstNeutral(surname: string): Uint8Array {
  return prepareName({ surname }).words[0]?.readings[0]?.neutral ?? new Uint8Array();
}
