import type { EvidenceSettings } from './parameters.ts';
import { colouringTable, type ColouringTable } from './colouring-table.ts';

export const hairColours = ['black', 'brown', 'fair', 'red', 'grey', 'white', 'bald'] as const;
export type HairColour = (typeof hairColours)[number];
export const eyeColours = ['blue', 'grey', 'green', 'hazel', 'brown'] as const;
export type EyeColour = (typeof eyeColours)[number];

/** Hair and eyes of one person as one side says; null = not said. */
export interface Colouring {
  readonly hair: HairColour | null;
  readonly eyes: EyeColour | null;
}

/** Shares of each hair colour in the population concerned, and of each eye colour with it. */
export interface ColouringShares {
  readonly hair: Float64Array;
  /** Shares of the eye colours among people of each hair colour. */
  readonly eyesByHair: readonly Float64Array[];
  readonly table: ColouringTable;
}

/** Imagined people of the documented table: counts on a short list do not decide alone. */
const imagined = 100;

/** Shares counted on what reports say, with the documented table as `imagined` people. */
export function countColouring(reports: readonly Colouring[]): ColouringShares {
  const shares = <T extends string>(all: readonly T[], documented: readonly number[], said: (one: Colouring) => T | null): Float64Array => {
    const counts = documented.map((share) => share * imagined);
    for (const report of reports) {
      const colour = said(report);
      if (colour !== null) counts[all.indexOf(colour)] = (counts[all.indexOf(colour)] ?? 0) + 1;
    }
    const total = counts.reduce((sum, count) => sum + count, 0);
    return Float64Array.from(counts, (count) => count / total);
  };
  const eyes = shares(eyeColours, colouringTable.eyes, (one) => one.eyes);
  const eyesByHair = colouringTable.association.map((row) => {
    const joint = eyes.map((share, e) => share * (row[e] ?? 1));
    const total = joint.reduce((sum, share) => sum + share, 0);
    return joint.map((share) => share / total);
  });
  return { hair: shares(hairColours, colouringTable.hair, ({ hair }) => hair), eyesByHair, table: colouringTable };
}

/**
 * log10 LR of hair and eyes together through the hidden true colours: Σ P(t | reported) P(found | t) / Σ P(t) P(found | t),
 * t over pairs of hair and eyes, so that fair hair and blue eyes are not counted as if they were independent. A colour
 * that one side does not say is summed over. `hair` is the part of hair alone, `eyes` what eyes add to it.
 * Source: the closed form of mispitools 1.4.0 `lr_hair_color` for one colour with errors on one side, here on both.
 * LIMIT: dyed hair is an error like others; greying between report and death is a confusion of the table; hair of
 * the old and age are two observations here, so grey, white and bald count as at least `leastOfAge` of the population.
 */
export function colouringWeights(reported: Colouring, found: Colouring, shares: ColouringShares, settings: EvidenceSettings): { readonly hair: number; readonly eyes: number } {
  const hair = ratio({ ...reported, eyes: null }, { ...found, eyes: null }, shares, settings);
  if (reported.eyes === null || found.eyes === null) return { hair, eyes: 0 };
  return { hair, eyes: ratio(reported, found, shares, settings) - hair };
}

/** Grey, white and no hair go with age and sex, which are weighed on their own: among people like the reported they are no rarity. */
const leastOfAge: Readonly<Partial<Record<HairColour, number>>> = { grey: 0.3, white: 0.15, bald: 0.2 };

function ratio(reported: Colouring, found: Colouring, shares: ColouringShares, { hairError, eyesError }: EvidenceSettings): number {
  if ((reported.hair === null || found.hair === null) && (reported.eyes === null || found.eyes === null)) return 0;
  const [saidHair, seenHair] = [factors(hairColours, reported.hair, shares.table.hairConfusions, hairError), factors(hairColours, found.hair, shares.table.hairConfusions, hairError)];
  const [saidEyes, seenEyes] = [factors(eyeColours, reported.eyes, shares.table.eyeConfusions, eyesError), factors(eyeColours, found.eyes, shares.table.eyeConfusions, eyesError)];
  let [both, said, seen, all] = [0, 0, 0, 0];
  hairColours.forEach((colour, h) => {
    const least = reported.hair === colour || found.hair === colour ? (leastOfAge[colour] ?? 0) : 0;
    eyeColours.forEach((_, e) => {
      const share = Math.max(shares.hair[h] ?? 0, least) * (shares.eyesByHair[h]?.[e] ?? 0);
      const r = (saidHair[h] ?? 1) * (saidEyes[e] ?? 1);
      const f = (seenHair[h] ?? 1) * (seenEyes[e] ?? 1);
      both += share * r * f;
      said += share * r;
      seen += share * f;
      all += share;
    });
  });
  return Math.log10((both / said) / (seen / all));
}

/** P(observed | true) for each true colour: errors fall evenly, confusions of the table beside them; 1 where nothing was said. */
function factors<T extends string>(colours: readonly T[], observed: T | null, confusions: readonly (readonly [truth: string, seen: string, share: number])[], error: number): number[] {
  return colours.map((truth) => {
    if (observed === null) return 1;
    const own = confusions.filter(([from]) => from === truth);
    const confused = own.find(([, to]) => to === observed)?.[2] ?? 0;
    const right = 1 - error - own.reduce((sum, [, , share]) => sum + share, 0);
    return (truth === observed ? right : 0) + confused + error / colours.length;
  });
}
