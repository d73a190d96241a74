import type { PlaceKeys } from '@imena/names';
import type { WeighWay } from './places-taught.ts';

/**
 * log10 LR of a place of burial against the place of last seen or living: with the same person both are the same place
 * with probability `same`, otherwise the place is any of the population's, by its share.
 * LIMIT: places are the same or not; distance and routes of flight are not modelled.
 */
export function placeWeight(isSame: boolean, share: number, same: number): number {
  return Math.log10(isSame ? (same + (1 - same) * share) / share : 1 - same);
}

/**
 * The same of settlement and street together: streets count only inside one settlement, by the same closed form with the
 * share of a street there. A street that one side does not say weighs nothing.
 * @param way - what the lists teach of the way from settlement to settlement, where they do
 * LIMIT: every street of a settlement is taken as equally common; house numbers are not compared.
 */
export function addressWeight(reported: PlaceKeys, found: PlaceKeys, model: { readonly share: number; readonly same: number; readonly streetShare: number; readonly streetSame: number }, way?: WeighWay): number {
  const isSame = reported.settlement === found.settlement;
  const documented = placeWeight(isSame, model.share, model.same);
  const settlement = way === undefined ? documented : way(reported.settlement, found.settlement, { documented, share: model.share });
  if (!isSame || reported.street === null || found.street === null) return settlement;
  return settlement + placeWeight(reported.street === found.street, model.streetShare, model.streetSame);
}
