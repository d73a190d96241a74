import { givenNames } from '../given/given-names.ts';
import { communities } from '../languages/index.ts';
import { prepareName } from '../prepare/prepare-name.ts';
import type { NameErrorRates, NameModel } from './name-model.ts';
import { communitySurnames, measureSurprise } from './surprise.ts';

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
  for (const { surnameShares, languages } of communities) {
    for (const [surname, share] of Object.entries(surnameShares.shares)) {
      const key = surnameKey(surname, languages[0]);
      surnames[key] = Math.max(share, surnames[key] ?? 0);
    }
  }
  return {
    version: 'estimates-1',
    source: communities.map(({ code, givenShares, surnameShares }) => `${code}: ${givenShares.source}; ${surnameShares.source}`).join('. '),
    verified: false,
    learnedFrom: 0,
    rates: estimatedRates,
    surnameShares: surnames,
    rareSurname: 0.0001,
    givenShares: givenNames().map(({ name, community: { givenShares } }) => givenShares.shares[name] ?? givenShares.otherListed),
    rareGiven: 0.0005,
    surprise: measureSurprise(communitySurnames(communities[0]), communities[0]?.soundShares),
  };
}

function surnameKey(surname: string, language: string | undefined): string {
  return prepareName({ surname }, { language: language ?? null }).words[0]?.key ?? '';
}
