import { codeLists } from '@imena/record';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { askWhileMaking, freshAnswer, request } from '../api/index.ts';

const element = z.enum(codeLists.boneElements);
const source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('zone'), element, side: z.enum([...codeLists.boneSides, 'any']), zone: z.number().nullable(), specimens: z.array(z.string()) }),
  z.object({ kind: z.literal('dna'), profiles: z.array(z.string()) }),
]);
/** What makes a number necessary. */
export type CountSource = z.infer<typeof source>;
const group = z.object({ ageGroup: z.string().nullable(), number: z.number(), source });
export type CountGroup = z.infer<typeof group>;

const against = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['profiles_differ', 'age_groups_differ']) }), z.object({ kind: z.literal('bone_twice'), element, side: z.enum(codeLists.boneSides), zone: z.number() }), z.object({ kind: z.literal('note') }),
]);
export type Against = z.infer<typeof against>;

const bone = z.object({ element, side: z.enum(codeLists.boneSides) });
const sizes = z.object({
  log10Lr: z.number(),
  reasons: z.array(z.object({ kind: z.enum(['size_of_pair', 'size_of_joint', 'fit_of_joint']), log10Lr: z.number(), measurements: z.array(z.enum(codeLists.boneMeasurements)), differenceMm: z.number().nullable(), a: bone, b: bone })),
});
export type Sizes = z.infer<typeof sizes>;

const proposal = z.object({
  a: z.string(), b: z.string(), basis: z.enum(['dna', 'joint', 'complement', 'size', 'stated']), log10Lr: z.number().nullable(), against: z.array(against), sizes: sizes.nullable(),
  stated: z.array(z.object({ entry: z.string(), on: z.string(), verdict: z.enum(['together', 'apart']), by: z.string(), at: z.string(), ground: z.string().nullable(), reason: z.string() })),
});
/** Two bags that may hold parts of one individual. */
export type PartsProposal = z.infer<typeof proposal>;

const estimate = z.object({ mniMax: z.number(), estimate: z.object({ mlni: z.number(), low: z.number(), high: z.number(), mass: z.number() }).nullable(), withheld: z.enum(['pairs_not_reliable', 'too_few_pairs']).nullable() });
const individuals = z.object({
  bags: z.number(), seesDna: z.boolean(), run: z.string().nullable(), asStated: z.number(),
  minimum: z.object({ minimum: z.number(), byBones: z.number(), profiles: z.number(), rests: z.enum(['age_groups_added', 'all_ages_together']), groups: z.array(group), together: group }),
  pairs: z.array(z.object({ element, left: z.number(), right: z.number(), paired: z.number(), estimate })),
  assumedWhole: z.array(z.string()), withoutInventory: z.array(z.string()), disputed: z.array(z.string()), notCompared: z.array(z.string()), proposals: z.array(proposal),
  names: z.array(z.object({ id: z.string(), kind: z.enum(codeLists.subjectKinds), code: z.string(), title: z.string() })),
});
export type Individuals = z.infer<typeof individuals>;

/** Of a grave or a site. Refreshed with every statement, because it begins with `subjects`. */
export function individualsQuery(place: string) {
  return queryOptions({ queryKey: ['subjects', 'individuals', place], queryFn: ({ signal }) => request(`/individuals/${place}`, freshAnswer(individuals), { signal }), refetchInterval: askWhileMaking });
}

/** Roles that the server answers. */
export const counters = ['coordinator', 'recovery', 'mortuary', 'analyst', 'board', 'auditor'] as const;
