import type { Family } from '../pedigree/family.ts';
import { observationAt } from '../markers/read-evidence.ts';
import { prepareMissingPerson } from '../missing-person/prepare.ts';
import { lookUp } from '../missing-person/score.ts';
import { addStranger } from '../pedigree/with-strangers.ts';
import { simulateFamily } from '../simulate.ts';
import type { Marker, Pedigree, Profile } from '../types.ts';
import type { AdviceInput } from './types.ts';

/**
 * More markers for the typed relatives and the remains: nothing is known there yet, so the whole family is dropped through the pedigree, and a stranger of the same
 * subpopulation beside it. Equal
 * families at a marker are calculated once.
 */
export function simulateKit(input: AdviceInput & { readonly family: Family; readonly target: number; readonly markers: readonly Marker[] }, random: () => number): { ifTrue: Float64Array; ifFalse: Float64Array; notExcluded: Float64Array } {
  const n = input.simulations;
  const ifTrue = new Float64Array(n);
  const ifFalse = new Float64Array(n);
  const notExcluded = new Float64Array(n).fill(1);
  const typed = input.pedigree.individuals.filter((i) => i.profile !== undefined).map((i) => i.id);
  if (typed.length === 0) return { ifTrue, ifFalse, notExcluded };
  const theta = input.theta ?? 0;
  const pedigree: Pedigree = { ...input.pedigree, individuals: input.pedigree.individuals.map(({ profile, ...i }) => (profile === undefined ? i : { ...i, profile: i.id })) };
  const everybody = addStranger(pedigree, input.family.sex[input.target] ?? 'unknown');
  for (const marker of input.markers) {
    const families = new Map<string, ReturnType<typeof compare>>();
    for (let s = 0; s < n; s++) {
      const all = simulateFamily({ pedigree: everybody.pedigree, markers: [marker], theta, random });
      const references = Object.fromEntries(typed.map((id) => [id, all[id] ?? {}]));
      const key = JSON.stringify(references);
      const known = families.get(key) ?? compare({ pedigree, missing: input.missing, marker, references, theta });
      families.set(key, known);
      ifTrue[s] = (ifTrue[s] ?? NaN) + known.lnLr(all[input.missing] ?? {});
      ifFalse[s] = (ifFalse[s] ?? NaN) + known.lnLr(all[everybody.id] ?? {});
      notExcluded[s] = (notExcluded[s] ?? NaN) * (1 - known.excluded());
    }
  }
  return { ifTrue, ifFalse, notExcluded };
}

function compare(at: { pedigree: Pedigree; missing: string; marker: Marker; references: Readonly<Record<string, Profile>>; theta: number }): { lnLr: (profile: Profile) => number; excluded: () => number } {
  const prepare = (marker: Marker): ReturnType<typeof prepareMissingPerson> => prepareMissingPerson({ pedigree: at.pedigree, missing: at.missing, profiles: at.references, markers: [marker], theta: at.theta });
  const [table] = prepare(at.marker).tables;
  let share: number | null = null;
  return {
    lnLr: (profile) => {
      if (table === undefined) return NaN;
      const { lnRelated, lnUnrelated } = lookUp(table, observationAt(profile, at.marker.name) ?? [null, null]);
      return lnRelated - lnUnrelated;
    },
    excluded: () => {
      if (share !== null) return share;
      const [strict] = prepare({ ...at.marker, mutation: null }).tables;
      share = 0;
      if (strict !== undefined && strict.lnReferences > -Infinity)
        strict.lnRelated.forEach((x, g) => {
          if (x === -Infinity) share = (share ?? 0) + Math.exp((strict.lnUnrelated[g] ?? NaN) - strict.lnReferences);
        });
      return share;
    },
  };
}
