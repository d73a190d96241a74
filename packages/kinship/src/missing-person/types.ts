import type { LinkageGroup, Marker, Note, Pedigree, Policies, Profiles, ProfileTyping } from '../types.ts';

/** Why a marker does not count in a comparison; `moreThanTwoAlleles` is for those who keep such markers apart: as an observation they are refused. */
export type DroppedReason = 'moreThanTwoAlleles' | 'remainsNotTyped' | 'referencesNotTyped' | 'referencesImpossible' | 'noFrequencies';

/** One marker of a comparison; natural logarithms; a dropped marker has lnLr 0 and no likelihoods. */
export interface MarkerScore {
  readonly marker: string;
  readonly lnLr: number;
  readonly lnLikRelated: number | null;
  readonly lnLikUnrelated: number | null;
  readonly dropped?: DroppedReason;
  readonly notes: readonly Note[];
}

/** Linked markers of a comparison, calculated together; natural logarithms. */
export interface LinkedScore {
  readonly markers: readonly string[];
  readonly lnLr: number;
  readonly lnLikRelated: number;
  readonly lnLikUnrelated: number;
}

/** The result of comparing one profile of remains with one missing person's family. */
export interface RemainsScore {
  readonly lnLr: number;
  readonly markersUsed: number;
  /** Every marker by itself; those with the note `linked` are not in `lnLr` but by their group. */
  readonly perMarker: readonly MarkerScore[];
  readonly linked: readonly LinkedScore[];
}

/** ln likelihoods of (references, remains = genotype) for every genotype, under both hypotheses. */
export interface MarkerTable {
  /** The marker as calculated with (alleles added, frequencies scaled where a policy says so). */
  readonly marker: Marker;
  /** The marker as given to `prepareMissingPerson`. */
  readonly given: Marker;
  readonly alleleIndex: ReadonlyMap<string, number>;
  /** The missing person has one allele at this marker (a man on the X chromosome). */
  readonly hemizygous: boolean;
  /** Entry of genotype i <= j: j (j + 1) / 2 + i; of a single allele: its number. A silent allele is one of them. */
  readonly lnRelated: Float64Array;
  readonly lnUnrelated: Float64Array;
  readonly lnReferences: number;
  readonly referencesTyped: boolean;
  readonly notes: readonly Note[];
}

/** The family of a missing person made ready for scoring: one table a marker. Reusable for any number of remains. */
export interface PreparedPerson {
  readonly pedigree: Pedigree;
  readonly missing: string;
  readonly profiles: Profiles;
  readonly theta: number;
  readonly policies: Policies;
  readonly typing: Readonly<Record<string, ProfileTyping>>;
  readonly tables: readonly MarkerTable[];
  /** Markers that count together, see `withLinkage`. */
  readonly linkage: readonly LinkageGroup[];
}
