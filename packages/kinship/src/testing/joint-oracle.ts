import { lnLikelihood, type Individual, type JointInput, type Profile } from '../index.ts';

/** The oracle of joint identification: ln P(everything | an assignment) by the public likelihood, one pedigree of all families and strangers. */
export function lnOfAssignment(input: JointInput, pairing: readonly number[]): number {
  const missing = input.families.flatMap((f) => f.missing);
  const profiles: Record<string, Profile> = { ...input.profiles };
  input.remains.forEach((r) => (profiles[r.id] = r.profile));
  const individuals = input.families.flatMap((f) => f.pedigree.individuals.map((i): Individual => {
    const r = pairing.findIndex((m) => m >= 0 && missing[m] === i.id);
    return r < 0 ? i : { ...i, profile: input.remains[r]?.id ?? '' };
  }));
  const strangers = input.remains.flatMap((r, i): Individual[] => ((pairing[i] ?? -1) < 0 ? [{ id: `stranger ${r.id}`, father: null, mother: null, sex: r.sex, profile: r.id }] : []));
  return lnLikelihood({ pedigree: { name: 'all', individuals: [...individuals, ...strangers] }, profiles, markers: input.markers, theta: input.theta ?? 0, ...(input.linkage && { linkage: input.linkage }), ...(input.typing && { typing: input.typing }) }).total;
}
