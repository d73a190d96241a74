import type { Evidence } from '../engine/evidence.ts';
import { makeLinkedTable, type LinkedTable } from '../linkage/linked-table.ts';
import { frameOf, type Frame } from '../pedigree/frame.ts';
import { withStrangers } from '../pedigree/with-strangers.ts';
import { compareStrangers, readReferences, type FamilyMarkerInput, type FamilyUnit } from './family-engine.ts';
import { fillEvidence, lnOfUnit, type JointUnit } from './joint-unit.ts';

/** Up to so many observations of a place are answered by a sum each, more by tables of the place. */
const singleSums = 1;

/**
 * Makes the likelihoods of one family at a linkage group: tables of inheritance vectors where many observations of a place are asked
 * for, one sum where few are; equal questions are answered once.
 * @throws KinshipError kinship.too_complex
 */
export function makeFamilyLinked(input: Omit<FamilyMarkerInput, 'marker'> & { readonly unit: JointUnit }): FamilyUnit {
  const { family, places, unit } = input;
  const theta = input.settings.theta ?? 0;
  const frame = frameOf(family, unit.chrom);
  const base = unit.markers.map((marker) => readReferences({ ...input, marker }));
  const lnReferences = lnOfUnit(unit, frame, { evidence: base, theta });
  const values = new Map<string, number>();
  const once = (key: string, make: () => number): number => {
    const value = values.get(key) ?? make();
    values.set(key, value);
    return value;
  };
  const tables = new Map<string, LinkedTable>();
  const asked = (key: string, about: { frame: Frame; person: number; evidence: readonly (readonly (Evidence | null)[])[]; observation: number }): number => {
    const loci = unit.markers.map((m, i) => ({ locus: m.prepared.locus, evidence: about.evidence[i] ?? [] }));
    const table = tables.get(key) ?? makeLinkedTable({ frame: about.frame, target: about.person, loci, recombination: unit.recombination, theta });
    tables.set(key, table);
    const seen = unit.markers.map((m, i) => m.observations[unit.observations[about.observation]?.[i] ?? 0] ?? null);
    // One allele where there are two, or two where there is one, is the other sex.
    const haploid = about.frame.haploid[about.person] === 1;
    return seen.some((e) => e !== null && (e.second[0] ?? -1) < 0 !== haploid) ? -Infinity : table(seen);
  };
  const filledWith = (filled: readonly number[]): (Evidence | null)[][] => fillEvidence(unit, base, filled.map((o, i) => ({ person: places[i] ?? -1, observation: o })));
  return {
    name: unit.name,
    lnReferences,
    value: (filled, { place, observation, wanted }) => {
      const after = filled.with(place, observation);
      if (wanted > singleSums && observation > 0) return once(after.join(), () => asked(`${filled.join()} ${String(place)}`, { frame, person: places[place] ?? -1, evidence: filledWith(filled), observation }));
      return once(after.join(), () => lnOfUnit(unit, frame, { evidence: filledWith(after), theta }));
    },
    foresee: () => undefined,
    apart: (given) => {
      const ordered = [...given].sort(compareStrangers);
      const own = family.ids.length;
      const extended = frameOf(withStrangers(family, ordered.map((g) => g.sex)), unit.chrom);
      const open = base.map((row) => [...row, ...ordered.map(() => null)]);
      return once(`apart ${ordered.map((g) => `${g.sex}${String(g.observation)}`).join()}`, () => lnOfUnit(unit, extended, { evidence: fillEvidence(unit, open, ordered.map((g, i) => ({ person: own + i, observation: g.observation }))), theta }));
    },
    // Tables of inheritance vectors are dearer than those of single markers.
    tableCost: () => 1e6,
  };
}
