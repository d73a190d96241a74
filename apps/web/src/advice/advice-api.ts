import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { queryOf, request } from '../api/index.ts';

const choice = z.object({
  id: z.string(), kind: z.enum(['relative', 'kit', 'second_bone']), relation: z.string().optional(), kit: z.string().optional(), markers: z.number().optional(),
  label: z.string().nullable(), relative: z.string().nullable(), asking: z.enum(['can_be_asked', 'not_known_alive', 'dead', 'refused', 'consent_withdrawn']).nullable(),
});
/** One thing that could be done. */
export type AdviceChoice = z.infer<typeof choice>;

const choices = z.object({ threshold: z.number(), theta: z.number(), expectedMissing: z.number(), table: z.string(), markers: z.number(), kit: z.string().nullable(), choices: z.array(choice) });
export type AdviceChoices = z.infer<typeof choices>;

const simulated = z.object({ mean: z.number().nullable(), standardError: z.number().nullable() });
const result = z.object({
  log10Lr: simulated, quantiles: z.array(z.number().nullable()), passes: simulated, passesFalsely: simulated, exclusionPower: simulated, simulations: z.number(), seed: z.number(),
  linkedOut: z.array(z.object({ marker: z.string(), keeps: z.string() })),
});
/** What simulation says of a case as it stands, or after something was done. */
export type AdviceResult = z.infer<typeof result>;

const computed = z.object({ now: result, after: result });
export type ComputedChoice = z.infer<typeof computed>;

/** @param path of the case below the server's address: a pair of a run, or a person */
export function adviceQuery(path: string, family?: string) {
  return queryOptions({ queryKey: ['advice', path, family ?? null], queryFn: ({ signal }) => request(`${path}/advice${queryOf({ family })}`, choices, { signal }) });
}

export function computeChoice(path: string, { choice: id, family }: { readonly choice: string; readonly family?: string | undefined }, signal: AbortSignal): Promise<ComputedChoice> {
  return request(`${path}/advice/choice${queryOf({ choice: id, family })}`, computed, { signal });
}
