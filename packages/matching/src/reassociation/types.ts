export type Side = 'left' | 'right' | 'midline' | 'unsided';

/** One bone or fragment as recovered. */
export interface Specimen {
  readonly id: string;
  /** A key of `elements`. */
  readonly element: string;
  readonly side: Side;
  /** Zones that are there, from 1; empty = not recorded. */
  readonly zones: readonly number[];
  /** Age groups exclude each other; null where the bone could be of more than one. */
  readonly ageGroup: string | null;
  /** Name of the consensus profile; two specimens with the same name have the same profile. Null = not typed. */
  readonly profile: string | null;
}

/** What an association rests on, strongest first. */
export const associationBases = ['dna', 'articulation', 'refit', 'joint_fit', 'pair_match', 'osteometry', 'taphonomy', 'nearness'] as const;
export type AssociationBasis = (typeof associationBases)[number];

/** A note by a person or laboratory that two specimens belong together, or that they do not. */
export interface Association {
  readonly a: string;
  readonly b: string;
  readonly basis: AssociationBasis;
  readonly says: 'together' | 'apart';
  readonly note: string | null;
  /** Graded weight where there is one (`weighParts`), log10 of a likelihood ratio; of notes of one strength the heavier comes first. */
  readonly log10Lr?: number;
}
