import { costScale } from '../sounds/letter-costs.ts';
import { encodeSounds, soundCount } from '../sounds/sounds.ts';

/** Sounds of East Slavic surnames, in a thousand: the ground on which pairs of sounds are counted. Estimated. */
const grounds: Readonly<Record<string, number>> = {
  a: 95, o: 95, e: 75, i: 50, y: 45, u: 45, n: 85, k: 85, r: 65, v: 55, l: 55, s: 50, t: 40, m: 35, j: 40, C: 40, d: 28, p: 28, h: 22, b: 22,
  z: 18, c: 14, S: 16, x: 12, Z: 10, g: 10, f: 7,
};

/** How many letters of a list outweigh the ground. */
const groundWeight = 30;
/** Sounds outside the ground are still possible. */
const floorShare = 0.002;

/**
 * `-log10 P(sound | sound before)` of a list of words, hundredths, the beginning of a word counted as sound 0: pairs
 * counted and mixed with the ground (Witten-Bell style: a fixed weight). `surprise[before * soundCount + sound]`.
 */
export function measureSurprise(words: readonly { readonly sounds: Uint8Array; readonly weight: number }[]): number[] {
  const single = new Float64Array(soundCount).fill(floorShare);
  for (const [sign, perThousand] of Object.entries(grounds)) single[encodeSounds(sign)[0] ?? 0] = perThousand / 1000;
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
