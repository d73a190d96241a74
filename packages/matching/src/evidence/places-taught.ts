import { lnGamma } from '../reassociation/student.ts';

/** Where those who were reported in one settlement were found, as two lists teach it. Plain data. */
export interface PlacesTaught {
  readonly settlements: readonly TaughtSettlement[];
  /** So many imagined people of each settlement were found as documented. */
  readonly imagined: number;
}

/** Where the people of one settlement were found. Settlements are named by their keys. */
export interface TaughtSettlement {
  readonly reported: string;
  /** Probability that its people went ways of their own: otherwise they were found as documented. */
  readonly own: number;
  /** People expected to have been found in each settlement, this one or another. */
  readonly found: readonly (readonly [settlement: string, people: number])[];
  /** People who were found where hardly anybody else of the settlement was: no way of theirs is named, and none counts. */
  readonly scattered?: number;
}

/** log10 of P(found there | reported there, one person) / P(found there), from the same as documented and the share of the place found. */
export type WeighWay = (reported: string, found: string, as: { readonly documented: number; readonly share: number }) => number;

/**
 * What is documented of places, moved by what the lists teach of a settlement:
 * P(found at g | reported at t) = w ((a + d) b(g | t) + n') / (a + n) + (1 - w) b(g | t), with b as documented, w the
 * probability that t has ways of its own, a imagined people, n the people of t expected on the list, n' those of them
 * found at g beyond the first, d all that are not counted so. So a pair teaches nothing about itself, and a way that
 * several took counts: the dead of a village brought to one cemetery, a town with an old name and a new one.
 */
export function openPlaces({ settlements, imagined }: PlacesTaught): WeighWay {
  const known = new Map(settlements.map(({ reported, own, found, scattered = 0 }) => {
    const people = found.reduce((sum, [, count]) => sum + count, scattered);
    const counted = new Map(found.map(([settlement, count]) => [settlement, Math.max(0, count - 1)] as const));
    return [reported, { own, people, counted, kept: imagined + people - [...counted.values()].reduce((sum, count) => sum + count, 0) }] as const;
  }));
  return (reported, found, { documented, share }) => {
    const of = known.get(reported);
    if (of === undefined) return documented;
    const ratio = 10 ** documented;
    const taught = (of.kept * ratio + (of.counted.get(found) ?? 0) / share) / (imagined + of.people);
    return Math.log10(of.own * taught + (1 - of.own) * ratio);
  };
}

/** So many settlements and ways of each are kept, those of most people. */
const mostSettlements = 1000;
const mostWays = 30;

/**
 * What of it moves a weight: ways that several people took, of settlements that may have ways of their own; nobody who
 * went alone is named. Numbers are rounded, so that they are the same wherever they are written down. Null where nothing
 * is left.
 * LIMIT: of more than 1,000 settlements the rest stays as documented, of a settlement's more than 30 ways too.
 */
export function keptPlaces({ settlements, imagined }: PlacesTaught): PlacesTaught | null {
  const kept = settlements.flatMap(({ reported, own, found, scattered = 0 }): TaughtSettlement[] => {
    const ways = found.map(([settlement, people]) => [settlement, rounded(people, 100)] as const);
    const taken = new Set(ways.filter(([, people]) => people > 1).sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).slice(0, mostWays));
    const rest = ways.reduce((sum, way) => (taken.has(way) ? sum : sum + way[1]), scattered);
    const share = rounded(own, 1000);
    return taken.size === 0 || share === 0 ? [] : [{ reported, own: share, found: ways.filter((way) => taken.has(way)), scattered: rounded(rest, 100) }];
  });
  const sizes = new Map(kept.map((one) => [one, one.own * one.found.reduce((sum, [, people]) => sum + people, 0)]));
  const most = new Set([...kept].sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0) || (a.reported < b.reported ? -1 : 1)).slice(0, mostSettlements));
  return most.size === 0 ? null : { imagined, settlements: kept.filter((one) => most.has(one)) };
}

function rounded(value: number, steps: number): number {
  return Math.round(value * steps) / steps;
}

/** Imagined people that are tried. */
const weightsTried = [5, 10, 20, 40, 80] as const;
const rounds = 30;

/**
 * Which settlements have ways of their own, and how far those lie from what is documented: by what is most probable of
 * all that were found, each settlement either as documented or, with shares drawn around it (Dirichlet-multinomial), of
 * its own; how many are is learned too. Few people, or people found as documented, leave a settlement as documented.
 * @param documentedOf - P(found there | reported there) as documented
 */
export function weighTaught(ways: readonly Omit<TaughtSettlement, 'own' | 'scattered'>[], documentedOf: (reported: string, found: string) => number): PlacesTaught | null {
  let [best, most] = [null as PlacesTaught | null, 0];
  for (const imagined of weightsTried) {
    const factors = ways.map((way) => Math.exp(Math.min(500, lnFactor(way, imagined, documentedOf))));
    let share = 0.5;
    for (let round = 0; round < rounds; round++) share = (factors.reduce((sum, factor) => sum + ownOf(factor, share), 0) + 1) / (ways.length + 2);
    const sum = factors.reduce((all, factor) => all + Math.log(1 - share + share * factor), 0);
    if (sum <= most) continue;
    [best, most] = [{ imagined, settlements: ways.map((way, at) => ({ ...way, own: ownOf(factors[at] ?? 0, share) })) }, sum];
  }
  return best;
}

function ownOf(factor: number, share: number): number {
  return (share * factor) / (1 - share + share * factor);
}

/** ln of P(where its people were found | ways of its own) / P(the same | as documented). */
function lnFactor({ reported, found }: Omit<TaughtSettlement, 'own' | 'scattered'>, imagined: number, documentedOf: (reported: string, found: string) => number): number {
  const people = found.reduce((sum, [, count]) => sum + count, 0);
  return found.reduce((sum, [settlement, count]) => {
    const share = documentedOf(reported, settlement);
    return sum + lnGamma(imagined * share + count) - lnGamma(imagined * share) - count * Math.log(share);
  }, lnGamma(imagined) - lnGamma(imagined + people));
}
