import type { Pedigree, Sex } from '../types.ts';
import type { Family } from './family.ts';

/** The family and more founders after its own people, of these sexes and unrelated to all: under theta a family still bears on the alleles of a stranger. */
export function withStrangers(family: Family, sexes: readonly Sex[]): Family {
  const own = family.ids.length;
  return {
    ...family,
    ids: [...family.ids, ...sexes.map(() => '')],
    sex: [...family.sex, ...sexes],
    profile: [...family.profile, ...sexes.map(() => null)],
    father: Int32Array.from([...family.father, ...sexes.map(() => -1)]),
    mother: Int32Array.from([...family.mother, ...sexes.map(() => -1)]),
    inbreeding: [...family.inbreeding, ...sexes.map(() => null)],
    twinOf: Int32Array.from([...family.twinOf, ...sexes.map((_, i) => own + i)]),
  };
}

/** The pedigree with one more founder, related to nobody, whose id nobody has. */
export function addStranger(pedigree: Pedigree, sex: Sex): { readonly pedigree: Pedigree; readonly id: string } {
  let id = 'stranger';
  while (pedigree.individuals.some((i) => i.id === id)) id += "'";
  return { pedigree: { ...pedigree, individuals: [...pedigree.individuals, { id, father: null, mother: null, sex }] }, id };
}
