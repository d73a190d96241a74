import type { Family } from '../pedigree/family.ts';
import { observationAt } from '../markers/read-evidence.ts';
import { prepareMarker } from '../markers/prepare-marker.ts';
import { linkedLikelihoods } from '../missing-person/linked-score.ts';
import { prepareMissingPerson } from '../missing-person/prepare.ts';
import { lookUp } from '../missing-person/score.ts';
import { addStranger } from '../pedigree/with-strangers.ts';
import { simulateFamily } from '../simulate.ts';
import { defaultPolicies, type LinkageGroup, type Marker, type Pedigree, type Profile } from '../types.ts';
import type { AdviceInput } from './types.ts';

/** What new markers add, by simulation: ln LR of the missing person and of a stranger, and the share of strangers that are not excluded. */
export interface AddedMarkers {
  readonly ifTrue: Float64Array;
  readonly ifFalse: Float64Array;
  readonly notExcluded: Float64Array;
}

interface KitInput extends AdviceInput {
  readonly family: Family;
  readonly target: number;
  /** The new markers, with the groups of them that are linked. */
  readonly markers: readonly Marker[];
  readonly linkage: readonly LinkageGroup[];
}

/**
 * More markers for the typed relatives and the remains: nothing is known there yet, so the whole family is dropped through the pedigree, and a stranger of the same
 * subpopulation beside it; linked markers with their recombination. Equal families at a marker are calculated once.
 */
export function simulateKit(input: KitInput, random: () => number): AddedMarkers {
  const n = input.simulations;
  const added: AddedMarkers = { ifTrue: new Float64Array(n), ifFalse: new Float64Array(n), notExcluded: new Float64Array(n).fill(1) };
  const typed = input.pedigree.individuals.filter((i) => i.profile !== undefined).map((i) => i.id);
  if (typed.length === 0) return added;
  const theta = input.theta ?? 0;
  const pedigree: Pedigree = { ...input.pedigree, individuals: input.pedigree.individuals.map(({ profile, ...i }) => (profile === undefined ? i : { ...i, profile: i.id })) };
  const everybody = addStranger(pedigree, input.family.sex[input.target] ?? 'unknown');
  const markers = input.markers.map((marker) => prepareMarker(marker, [], input.policies ?? defaultPolicies).marker);
  const linked = new Set(input.linkage.flatMap((group) => group.markers));
  const units: readonly Unit[] = [
    ...markers.filter((m) => !linked.has(m.name)).map((marker): Unit => ({ markers: [marker], linkage: [] })),
    ...input.linkage.map((group): Unit => ({ markers: group.markers.flatMap((name) => markers.find((m) => m.name === name) ?? []), linkage: [group] })),
  ];
  for (const unit of units) {
    const families = new Map<string, ReturnType<typeof compareAll>>();
    const shares = unit.markers.map(() => new Map<string, number>());
    for (let s = 0; s < n; s++) {
      const all = simulateFamily({ pedigree: everybody.pedigree, ...unit, theta, random });
      const references = Object.fromEntries(typed.map((id) => [id, all[id] ?? {}]));
      const key = JSON.stringify(references);
      const known = families.get(key) ?? compareAll({ pedigree, missing: input.missing, unit, references, theta });
      families.set(key, known);
      added.ifTrue[s] = (added.ifTrue[s] ?? NaN) + known(all[input.missing] ?? {});
      added.ifFalse[s] = (added.ifFalse[s] ?? NaN) + known(all[everybody.id] ?? {});
      unit.markers.forEach((marker, l) => {
        const seen = JSON.stringify(typed.map((id) => observationAt(references[id], marker.name)));
        const share = shares[l]?.get(seen) ?? excludedShare({ pedigree, missing: input.missing, marker, references, theta });
        shares[l]?.set(seen, share);
        added.notExcluded[s] = (added.notExcluded[s] ?? NaN) * (1 - share);
      });
    }
  }
  return added;
}

/** A marker by itself, or the markers of one linkage group. */
interface Unit {
  readonly markers: readonly Marker[];
  readonly linkage: readonly LinkageGroup[];
}

interface References {
  readonly pedigree: Pedigree;
  readonly missing: string;
  readonly references: Readonly<Record<string, Profile>>;
  readonly theta: number;
}

/** ln LR of a profile against references that are typed at the whole unit. */
function compareAll({ pedigree, missing, unit: { markers, linkage }, references, theta }: References & { readonly unit: Unit }): (profile: Profile) => number {
  const prepared = prepareMissingPerson({ pedigree, missing, profiles: references, markers, theta, linkage });
  const [group] = linkage;
  return (profile) => {
    if (group !== undefined) return linkedLikelihoods(prepared, group, { profile }).lnLr;
    const [table] = prepared.tables;
    if (table === undefined) return NaN;
    const { lnRelated, lnUnrelated } = lookUp(table, observationAt(profile, table.given.name) ?? [null, null]);
    return lnRelated - lnUnrelated;
  };
}

function excludedShare({ pedigree, missing, marker, references, theta }: References & { readonly marker: Marker }): number {
  const [strict] = prepareMissingPerson({ pedigree, missing, profiles: references, markers: [{ ...marker, mutation: null }], theta }).tables;
  if (strict === undefined || strict.lnReferences === -Infinity) return 0;
  return strict.lnRelated.reduce((share, x, g) => (x === -Infinity ? share + Math.exp((strict.lnUnrelated[g] ?? NaN) - strict.lnReferences) : share), 0);
}
