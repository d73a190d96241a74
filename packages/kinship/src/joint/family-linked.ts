import { frameOf } from '../pedigree/frame.ts';
import { withStrangers } from '../pedigree/with-strangers.ts';
import { compareStrangers, readReferences, type FamilyMarkerInput, type FamilyUnit } from './family-engine.ts';
import { fillEvidence, lnOfUnit, type JointUnit } from './joint-unit.ts';

/**
 * Makes the likelihoods of one family at a linkage group: each question is one exact elimination over all its markers, and equal
 * questions are answered once. There is no table of all joint observations: it would hold every combination of genotypes.
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
  return {
    name: unit.name,
    lnReferences,
    value: (filled, { place, observation }) => {
      const after = filled.with(place, observation);
      return once(after.join(), () => lnOfUnit(unit, frame, { evidence: fillEvidence(unit, base, after.map((o, i) => ({ person: places[i] ?? -1, observation: o }))), theta }));
    },
    foresee: () => undefined,
    apart: (given) => {
      const ordered = [...given].sort(compareStrangers);
      const own = family.ids.length;
      const extended = frameOf(withStrangers(family, ordered.map((g) => g.sex)), unit.chrom);
      const open = base.map((row) => [...row, ...ordered.map(() => null)]);
      return once(`apart ${ordered.map((g) => `${g.sex}${String(g.observation)}`).join()}`, () => lnOfUnit(unit, extended, { evidence: fillEvidence(unit, open, ordered.map((g, i) => ({ person: own + i, observation: g.observation }))), theta }));
    },
    // Linked sums are planned one by one; a table of them is taken as dear.
    tableCost: () => 1e6,
  };
}
