import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { item, request } from '../api/index.ts';
import { isOpenJob, job } from '../dna/dna-api.ts';
import { weighedKinds } from '../matches/candidate-api.ts';
import { namedWeights } from './named-weights.ts';

const settings = z.record(z.string(), z.string());
const places = z.object({ imagined: z.string(), settlements: z.array(z.object({ settlement: z.string(), own: z.string(), found: z.array(z.object({ settlement: z.string(), people: z.string() })), scattered: z.string() })) }).nullable();
/** Where the dead of settlements lie, as lists taught it: by keys, numbers written out. */
export type PlacesTaught = NonNullable<z.infer<typeof places>>;
const learnedFrom = z.object({ job: z.string(), asOf: z.number(), reports: z.number(), remains: z.number(), resultHash: z.string() });
const level = z.object({
  kind: z.enum(weighedKinds), level: z.enum(['for', 'little', 'against']), pairs: z.number(), ofOne: z.number().nullable(), ofTwo: z.number().nullable(), documented: z.number().nullable(), learned: z.number().nullable(),
});
/** One kind of evidence by what it says, under both weights. */
export type WeightLevel = z.infer<typeof level>;
const moves = z.object({
  thresholds: z.array(z.object({ probability: z.number(), before: z.number(), after: z.number(), up: z.number(), down: z.number() })),
  largest: z.array(z.object({ itemA: item, itemB: item, before: z.number(), after: z.number(), log10Before: z.number(), log10After: z.number() })), hidden: z.number(),
});
/** How pairs would move under the learned weights. */
export type Moves = z.infer<typeof moves>;
const learning = namedWeights.extend({
  settings, places, placeNames: z.record(z.string(), z.string()), job: z.string(), resultHash: z.string(), at: z.string().nullable(), asOf: z.number(), reports: z.number(), remains: z.number(), changedSince: z.number(),
  rounds: z.array(z.object({ expected: z.number(), onList: z.number(), changed: z.number() })), isSettled: z.boolean(), expected: z.object({ remains: z.number(), reports: z.number() }),
  parameters: z.array(z.object({ parameter: z.string(), documented: z.number(), learned: z.number(), pairs: z.number(), state: z.enum(['learned', 'too_few', 'at_edge']), verified: z.boolean() })),
  levels: z.object({ remains: z.array(level), reports: z.array(level) }), moves: z.object({ remains: moves, reports: moves }),
});
/** What the newest learning came to. */
export type Learning = z.infer<typeof learning>;
const choice = namedWeights.extend({ entry: z.string(), by: z.string(), at: z.string(), settings, places, explanation: z.string(), learnedFrom: learnedFrom.nullable() });
export type WeightsChoice = z.infer<typeof choice>;

const answer = z.object({
  installation: z.string(), standing: namedWeights.extend({ entry: z.string().nullable() }), documented: namedWeights.extend({ settings }), choices: z.array(choice), learning: learning.nullable(), job: job.nullable(),
});
export type WeightsAnswer = z.infer<typeof answer>;

const pollMs = 700;

/** The weights in use, learned, chosen before. Refreshed with every statement, because it begins with `subjects`. */
export const weightsQuery = queryOptions({
  queryKey: ['subjects', 'weights'],
  queryFn: ({ signal }) => request('/weights', answer, { signal }),
  refetchInterval: (query) => { const open = query.state.data?.job; return open != null && isOpenJob(open) ? pollMs : false; },
});

/** Asks for learning from all lists; refused while one is under way. */
export function useLearnWeights() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request('/weights/learning', z.object({ job }), { method: 'POST', body: {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: weightsQuery.queryKey }),
  });
}
