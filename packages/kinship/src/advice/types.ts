import type { LinkageGroup, Marker, Pedigree, Profile, Profiles, ProfileTyping, Settings } from '../types.ts';

/** More simulations would fill the memory and tell nothing more. */
export const mostSimulations = 1e6;

/** Something that could be done for a stuck case. */
export type AdviceOption =
  /** A further relative gives a sample, typed at the markers of the case. */
  | { readonly kind: 'relative'; readonly id: string }
  /** Typed relatives and remains are typed at more markers; those of a group are linked with each other. */
  | { readonly kind: 'markers'; readonly name: string; readonly markers: readonly Marker[]; readonly linkage?: readonly LinkageGroup[] }
  /** Another bone of the same body gives the markers that the remains lack; all of them, or those named. */
  | { readonly kind: 'secondBone'; readonly markers?: readonly string[] };

export interface AdviceInput extends Settings {
  /** The family; the missing person carries no profile. */
  readonly pedigree: Pedigree;
  readonly missing: string;
  readonly profiles: Profiles;
  readonly markers: readonly Marker[];
  /** Markers of the case that are calculated together; a marker in no group is independent of all others. */
  readonly linkage?: readonly LinkageGroup[];
  /** The remains in question; without them advice is about whoever may be found. */
  readonly remains?: Profile;
  /** How alleles of the remains may have dropped out or in; taken as typed without error when absent. */
  readonly remainsTyping?: ProfileTyping;
  readonly options: readonly AdviceOption[];
  /** ln LR that a case must reach. */
  readonly lnThreshold: number;
  /** Simulated outcomes of each option, 2 to `mostSimulations`. */
  readonly simulations: number;
  readonly seed: number;
}

/** A marker that does not count, because the family is too large to calculate it with the one it is linked to. */
export interface LinkedOut {
  readonly marker: string;
  readonly keeps: string;
}

/** A mean of simulated outcomes. */
export interface Simulated {
  readonly mean: number;
  readonly standardError: number;
}

export interface AdviceResult {
  /** "now", the relative's id, the name of the markers, or "second bone". */
  readonly name: string;
  readonly kind: AdviceOption['kind'] | 'now';
  /** log10 LR if the remains are the missing person, after the option. */
  readonly log10Lr: Simulated;
  /** 5 %, 50 % and 95 % points of it. */
  readonly quantiles: readonly [number, number, number];
  /** Probability that the LR reaches the threshold, if the remains are the missing person. */
  readonly passes: Simulated;
  /** The same if they are a stranger: a false alarm. */
  readonly passesFalsely: Simulated;
  /** Probability that a stranger is excluded (LR 0 without mutation at one marker or more) with the references after the option. */
  readonly exclusionPower: Simulated;
  readonly simulations: number;
  readonly seed: number;
  /** Markers that count in none of the options. */
  readonly linkedOut: readonly LinkedOut[];
}
