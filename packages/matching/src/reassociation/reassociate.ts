import { refuse } from '@imena/problem';
import { checkSpecimens } from './check-specimens.ts';
import { reasonsAgainst, type AgainstReason } from './reasons-against.ts';
import { associationBases, type Association, type AssociationBasis, type Specimen } from './types.ts';

/** Specimens that may be of one individual, with the notes that join them. A proposal: a person decides. */
export interface ProposedIndividual {
  readonly specimens: readonly string[];
  readonly joinedBy: readonly Association[];
}

/** A note that was not followed, or a join that another note speaks against. */
export interface AssociationConflict {
  readonly association: Association;
  readonly followed: boolean;
  readonly against: readonly AgainstReason[];
}

export interface Reassociation {
  readonly individuals: readonly ProposedIndividual[];
  /** What a person has to look at first, by the strength of the note. */
  readonly conflicts: readonly AssociationConflict[];
  /** Notes too weak to join anything: osteometry can only exclude, taphonomy and nearness only hint. */
  readonly hints: readonly Association[];
}

/** The weakest basis that still joins by itself. */
const weakestJoin: AssociationBasis = 'pair_match';

/**
 * Proposes which specimens belong to one individual. Notes are taken in the order of their strength (DNA, articulation,
 * refit, joint fit, pair match), of one strength the graded ones by their weight, then in the order given; equal profiles are a note by DNA. A note is followed
 * unless it would bring together what cannot be of one individual or what an as strong or stronger note holds apart:
 * then it is listed with the reasons. A weaker note against a join that was made is listed too. Nothing is decided.
 * LIMIT: order among notes of one strength matters where they contradict each other; both are among the conflicts.
 * @throws Problem of `checkSpecimens`, `matching.specimen_unknown`
 */
export function reassociate(specimens: readonly Specimen[], associations: readonly Association[]): Reassociation {
  checkSpecimens(specimens);
  const byId = new Map(specimens.map((specimen) => [specimen.id, specimen]));
  for (const { a, b } of associations) for (const id of [a, b]) if (!byId.has(id)) refuse('matching.specimen_unknown', { specimen: id });
  const notes = [...profileNotes(specimens), ...associations].sort((x, y) => strength(x.basis) - strength(y.basis) || Math.abs(y.log10Lr ?? 0) - Math.abs(x.log10Lr ?? 0));
  const apart = notes.filter(({ says }) => says === 'apart');
  const groups = new Map(specimens.map((specimen): [string, Group] => [specimen.id, { specimens: [specimen], joinedBy: [] }]));
  const conflicts: AssociationConflict[] = [];
  for (const association of notes) {
    if (association.says === 'apart' || strength(association.basis) > strength(weakestJoin)) continue;
    const left = groups.get(association.a);
    const right = groups.get(association.b);
    if (left === undefined || right === undefined) continue;
    if (left === right) {
      left.joinedBy.push(association);
      continue;
    }
    const against = reasonsAgainst(left.specimens, right.specimens, apart);
    const stops = against.some((reason) => reason.kind !== 'note' || strength(reason.association.basis) <= strength(association.basis));
    if (against.length > 0) conflicts.push({ association, followed: !stops, against });
    if (stops) continue;
    const joined: Group = { specimens: [...left.specimens, ...right.specimens], joinedBy: [...left.joinedBy, ...right.joinedBy, association] };
    for (const { id } of joined.specimens) groups.set(id, joined);
  }
  return {
    individuals: [...new Set(groups.values())].map(({ specimens: members, joinedBy }) => ({ specimens: members.map(({ id }) => id).sort(), joinedBy })),
    conflicts,
    hints: notes.filter(({ says, basis }) => says === 'together' && strength(basis) > strength(weakestJoin)),
  };
}

interface Group {
  readonly specimens: readonly Specimen[];
  readonly joinedBy: Association[];
}

/** Position in the order of strength: 0 is the strongest. */
function strength(basis: AssociationBasis): number {
  return associationBases.indexOf(basis);
}

/** One note for each specimen that has the profile of an earlier one. */
function profileNotes(specimens: readonly Specimen[]): Association[] {
  const first = new Map<string, string>();
  return specimens.flatMap(({ id, profile }): Association[] => {
    if (profile === null) return [];
    const a = first.get(profile);
    if (a === undefined) first.set(profile, id);
    return a === undefined ? [] : [{ a, b: id, basis: 'dna', says: 'together', note: profile }];
  });
}
