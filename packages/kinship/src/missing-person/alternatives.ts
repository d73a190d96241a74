import { KinshipError } from '../kinship-error.ts';
import type { Individual, Pedigree, Profile, ProfileTyping } from '../types.ts';
import { certainly } from '../engine/evidence.ts';
import { linkedTableOf, usableGroups } from './linked-score.ts';
import { prepareMissingPerson } from './prepare.ts';
import { scoreRemains } from './score.ts';
import type { PreparedPerson } from './types.ts';

/** Another place in the family that the remains could hold. */
export interface AlternativePosition {
  readonly name: string;
  /** The family with that place as an untyped individual; the same relatives with the same profiles. */
  readonly pedigree: Pedigree;
  readonly position: string;
}

export interface AlternativeScore {
  readonly name: string;
  /** ln LR of "the missing person" against "this position". */
  readonly lnLr: number;
  /** No profile whatever could tell the two positions apart with these references (all tables agree within 1e-9). */
  readonly symmetric: boolean;
  /** Linked markers as one entry, their names joined with " + ". */
  readonly perMarker: readonly { readonly marker: string; readonly lnLr: number }[];
}

const ready = new WeakMap<PreparedPerson, WeakMap<Pedigree, Map<string, PreparedPerson>>>();

function prepareAlternative(prepared: PreparedPerson, alternative: AlternativePosition): PreparedPerson {
  const byPedigree = ready.get(prepared) ?? new WeakMap<Pedigree, Map<string, PreparedPerson>>();
  ready.set(prepared, byPedigree);
  const byPosition = byPedigree.get(alternative.pedigree) ?? new Map<string, PreparedPerson>();
  byPedigree.set(alternative.pedigree, byPosition);
  const known = byPosition.get(alternative.position);
  if (known !== undefined) return known;
  const { profiles, theta, policies, typing, linkage } = prepared;
  const made = prepareMissingPerson({ pedigree: alternative.pedigree, missing: alternative.position, profiles, markers: prepared.tables.map((t) => t.given), theta, policies, typing, linkage });
  byPosition.set(alternative.position, made);
  return made;
}

/**
 * ln LR of "the remains are the missing person" against each other position in the same family, over the markers that count
 * in `scoreRemains`. A position that no relative tells apart from the missing person is `symmetric`: DNA cannot decide, and its lnLr is 0 up to rounding.
 * @throws KinshipError kinship.both_impossible where neither position explains the remains at a marker
 */
export function scoreAlternatives(prepared: PreparedPerson, profile: Profile, alternatives: readonly AlternativePosition[], typing?: ProfileTyping): AlternativeScore[] {
  const here = scoreRemains(prepared, profile, typing);
  return alternatives.map((alternative) => {
    const other = prepareAlternative(prepared, alternative);
    const there = scoreRemains(other, profile, typing);
    let lnLr = 0;
    const against = (marker: string, lnLikHere: number, lnLikThere: number): { marker: string; lnLr: number } => {
      const ratio = lnLikHere - lnLikThere;
      if (Number.isNaN(ratio)) throw new KinshipError('kinship.both_impossible', { marker });
      lnLr += ratio;
      return { marker, lnLr: ratio };
    };
    const perMarker = here.perMarker.flatMap((score, i) => {
      const lnLikThere = there.perMarker[i]?.lnLikRelated ?? null;
      const isLinked = score.notes.some((note) => note.code === 'linked');
      return isLinked || score.lnLikRelated === null || lnLikThere === null ? [] : [against(score.marker, score.lnLikRelated, lnLikThere)];
    });
    here.linked.forEach((group, g) => perMarker.push(against(group.markers.join(' + '), group.lnLikRelated, there.linked[g]?.lnLikRelated ?? NaN)));
    if (Number.isNaN(lnLr)) throw new KinshipError('kinship.both_impossible', { marker: '*' });
    return { name: alternative.name, lnLr, symmetric: isSymmetric(prepared, other), perMarker };
  });
}

const same = (x: number, y: number): boolean => x === y || Math.abs(x - y) < 1e-9;

function isSymmetric(a: PreparedPerson, b: PreparedPerson): boolean {
  const areTables = a.tables.every((table, t) => {
    const other = b.tables[t];
    return other !== undefined && table.lnRelated.every((x, i) => same(x, other.lnRelated[i] ?? NaN));
  });
  return areTables && isSymmetricWhereLinked(a, b);
}

/** Half siblings and a grandparent are alike marker by marker, and not where two are linked: every two neighbours are compared, each joint genotype. */
function isSymmetricWhereLinked(a: PreparedPerson, b: PreparedPerson): boolean {
  return usableGroups(a).every((group) => {
    const [here, there] = [linkedTableOf(a, group), linkedTableOf(b, group)];
    const genotypes = group.markers.map((name) => {
      const table = a.tables.find((t) => t.given.name === name);
      const count = table?.marker.alleles.length ?? 0;
      return Array.from({ length: count }, (_, i) => (table?.hemizygous === true ? [certainly(i, -1)] : Array.from({ length: i + 1 }, (_x, j) => certainly(j, i)))).flat();
    });
    return genotypes.slice(1).every((second, l) =>
      (genotypes[l] ?? []).every((one) => second.every((other) => {
        const seen = group.markers.map((_, m) => (m === l ? one : m === l + 1 ? other : null));
        return same(here(seen), there(seen));
      })),
    );
  });
}

/**
 * The family with one more untyped person: a full sibling of the missing person. Parents that are not in the pedigree are added.
 * @throws KinshipError kinship.missing.not_in_pedigree, kinship.pedigree.duplicate_id
 */
export function withFullSibling(pedigree: Pedigree, missing: string, sibling: string): Pedigree {
  const person = pedigree.individuals.find((i) => i.id === missing);
  if (person === undefined) throw new KinshipError('kinship.missing.not_in_pedigree', { missing });
  const added: Individual[] = [];
  const parent = (which: 'father' | 'mother', sex: 'male' | 'female'): string => {
    const known = person[which];
    if (known !== null) return known;
    const id = `${sibling}:${which}`;
    added.push({ id, father: null, mother: null, sex });
    return id;
  };
  const father = parent('father', 'male');
  const mother = parent('mother', 'female');
  for (const id of [sibling, ...added.map((i) => i.id)])
    if (pedigree.individuals.some((i) => i.id === id)) throw new KinshipError('kinship.pedigree.duplicate_id', { pedigree: pedigree.name, id });
  return {
    name: `${pedigree.name} + ${sibling}`,
    individuals: [...pedigree.individuals.map((i) => (i.id === missing ? { ...i, father, mother } : i)), ...added, { id: sibling, father, mother, sex: person.sex }],
  };
}
