import type { Community } from '../languages/index.ts';
import { neutralSurname } from '../prepare/neutral-ending.ts';
import { readFirst } from '../sounds/read-word.ts';
import { costScale } from '../sounds/letter-costs.ts';
import { encodeSounds, soundCount } from '../sounds/sounds.ts';

/** How many letters of a list outweigh the ground. */
const groundWeight = 30;
/** Sounds outside the ground are still possible. */
const floorShare = 0.002;

export interface WeighedSounds {
  readonly sounds: Uint8Array;
  readonly weight: number;
}

/**
 * `-log10 P(sound | sound before)` of a list of words, hundredths, the beginning of a word counted as sound 0: pairs
 * counted and mixed with the ground (Witten-Bell style: a fixed weight). `surprise[before * soundCount + sound]`.
 * @param soundShares - the ground in a thousand, by sound; counted on the words where left out
 */
export function measureSurprise(words: readonly WeighedSounds[], soundShares?: Readonly<Record<string, number>>): number[] {
  const single = new Float64Array(soundCount).fill(floorShare);
  if (soundShares === undefined) countSounds(words, single);
  else for (const [sign, perThousand] of Object.entries(soundShares)) single[encodeSounds(sign)[0] ?? 0] = perThousand / 1000;
  const pairs = new Float64Array(soundCount * soundCount);
  const before = new Float64Array(soundCount);
  for (const { sounds, weight } of words) {
    let last = 0;
    for (const sound of sounds) {
      pairs[last * soundCount + sound] = (pairs[last * soundCount + sound] ?? 0) + weight;
      before[last] = (before[last] ?? 0) + weight;
      last = sound;
    }
  }
  return Array.from(pairs, (count, cell) => {
    const last = Math.floor(cell / soundCount);
    const share = (count + groundWeight * (single[cell % soundCount] ?? floorShare)) / ((before[last] ?? 0) + groundWeight);
    return Math.round(-Math.log10(share) * costScale);
  });
}

function countSounds(words: readonly WeighedSounds[], single: Float64Array): void {
  let total = 0;
  for (const { sounds, weight } of words) total += weight * sounds.length;
  for (const { sounds, weight } of words) for (const sound of sounds) single[sound] = (single[sound] ?? 0) + weight / Math.max(1, total);
}

/** The frequent surnames of a community in sounds, and its given names where they are borne as surnames. */
export function communitySurnames(community: Community | undefined): WeighedSounds[] {
  if (community === undefined) return [];
  const names = [...Object.keys(community.surnameShares.shares), ...(community.customs.hasFathersChain ? Object.keys(community.givenShares.shares) : [])];
  return names.map((surname) => ({ sounds: encodeSounds(neutralSurname(readFirst(surname.toLowerCase(), community).sounds).neutral), weight: 1 }));
}
