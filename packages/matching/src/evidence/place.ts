/**
 * log10 LR of a place of burial against the place of last seen or living: with the same person both are the same place
 * with probability `same`, otherwise the place is any of the population's, by its share.
 * LIMIT: places are the same or not; distance and routes of flight are not modelled.
 */
export function placeWeight(isSame: boolean, share: number, same: number): number {
  return Math.log10(isSame ? (same + (1 - same) * share) / share : 1 - same);
}
