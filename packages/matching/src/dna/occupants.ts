import type { JointPairKey, JointView } from './number-pairs.ts';
import type { RunInput, RunOccupant } from './types.ts';

/** How earlier identifications and burials enter the prior of a joint solution. */
export interface OccupantWeights {
  /** Those that take part, with their place in the run's list. */
  readonly occupants: readonly { readonly occupant: RunOccupant; readonly at: number }[];
  readonly lnPriorOdds: (pair: JointPairKey) => number;
  /** Pairs of the run's own remains and persons that an occupant claims. */
  readonly claimed: readonly JointPairKey[];
  /** Posterior of an occupant, given the solver's for its pair, for a person who is none of the remains, and for remains that are nobody. */
  readonly posterior: (occupant: RunOccupant, solved: SolvedAround) => number | null;
}

export interface SolvedAround {
  readonly pair: (key: JointPairKey) => number | null;
  readonly notFound: (person: string) => number | null;
  readonly nobody: (remains: string) => number | null;
}

/**
 * Odds that an occupant is right, before anything is compared: its declared probability r, 1 minus the error of its
 * ground, times the share of the name, against 1 - r; spread evenly where the body is one of several.
 */
export function occupantOdds({ error, nameShare, among }: Pick<RunOccupant, 'error' | 'nameShare' | 'among'>): number {
  const right = (1 - error) * nameShare;
  return right / among / (1 - right);
}

/**
 * Prior odds of each pairing: an occupant's own pair has its declared odds in place of those of the list. A body beyond
 * the remains compared is one more individual that is this person or nobody of the run, and remains taken for a person
 * beyond the run are that person or somebody else: both are summed out exactly, so that pairings with this person, or
 * with these remains, are divided by 1 + the sum of their odds. DNA that was weighed before is weighed here, and not
 * twice: see `assembleOccupants`.
 */
export function occupantWeights(input: RunInput, view: JointView): OccupantWeights {
  const occupants = view.occupants === 'ignored' ? [] : (input.occupancy?.occupants ?? []);
  const remains = new Set(input.remains.map((one) => one.of));
  const persons = new Set(input.families.flatMap((family) => family.missing.map((one) => one.person)));
  const base = view.prior === 'even' ? 0 : -Math.log(input.parameters.expectedMissing - 1);
  const [own, elsewhere, otherwise] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const claimed: JointPairKey[] = [];
  const place = (one: RunOccupant): 'pair' | 'elsewhere' | 'otherwise' | 'beyond' => {
    const isCompared = one.remains !== null && remains.has(one.remains);
    return isCompared && persons.has(one.person) ? 'pair' : persons.has(one.person) ? 'elsewhere' : isCompared ? 'otherwise' : 'beyond';
  };
  for (const one of occupants) {
    const odds = occupantOdds(one);
    const key = `${one.remains ?? ''} ${one.person}`;
    switch (place(one)) {
      case 'pair':
        if (!own.has(key)) claimed.push({ remains: one.remains ?? '', person: one.person });
        own.set(key, Math.max(own.get(key) ?? 0, odds));
        break;
      case 'elsewhere': elsewhere.set(one.person, (elsewhere.get(one.person) ?? 0) + odds); break;
      case 'otherwise': otherwise.set(one.remains ?? '', (otherwise.get(one.remains ?? '') ?? 0) + odds); break;
      case 'beyond': break;
    }
  }
  return {
    occupants: occupants.map((occupant, at) => ({ occupant, at })), claimed,
    lnPriorOdds: (pair) => {
      const declared = own.get(`${pair.remains} ${pair.person}`);
      return (declared === undefined ? base : Math.log(declared)) - Math.log1p(elsewhere.get(pair.person) ?? 0) - Math.log1p(otherwise.get(pair.remains) ?? 0);
    },
    posterior: (one, { pair, notFound, nobody }) => {
      const share = (free: number | null, sum: number): number | null => (free === null ? null : (free * occupantOdds(one)) / (1 + sum));
      switch (place(one)) {
        case 'pair': return pair({ remains: one.remains ?? '', person: one.person });
        case 'elsewhere': return share(notFound(one.person), elsewhere.get(one.person) ?? 0);
        case 'otherwise': return share(nobody(one.remains ?? ''), otherwise.get(one.remains ?? '') ?? 0);
        case 'beyond': return null;
      }
    },
  };
}
