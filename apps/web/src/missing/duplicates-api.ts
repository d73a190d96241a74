import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { item, queryOf, request } from '../api/index.ts';
import { isOpenJob, job } from '../dna/dna-api.ts';
import { namedWeights } from '../weights/named-weights.ts';
import { nameReason, weighedKinds } from '../matches/candidate-api.ts';

const pair = z.object({
  a: z.string(), b: z.string(), itemA: item.nullable(), itemB: item.nullable(), probability: z.number().nullable(), log10Lr: z.number().nullable(),
  kinds: z.array(z.object({ kind: z.enum(weighedKinds), log10Lr: z.number() })),
  nameReasons: z.array(nameReason),
  decided: z.object({ on: z.string(), entry: z.string(), verdict: z.string(), explanation: z.string(), by: z.string(), at: z.string() }).nullable(),
});
/** Two persons that may be one, with what a person decided of them. */
export type DuplicatePair = z.infer<typeof pair>;

const page = z.object({
  items: z.array(pair), next: z.number().nullable(), total: z.number(), open: z.number(),
  search: z.object({ at: z.string().nullable(), asOf: z.number(), persons: z.number(), weights: namedWeights.nullable(), inUse: z.string(), changedSince: z.number() }).nullable(), job: job.nullable(),
});
/** A page of the list, with the search it rests on and the one under way. */
export type DuplicatesPage = z.infer<typeof page>;

const pollMs = 700;

/** Pages of pairs: those that wait for a person first, most probable first. */
export const duplicatesQuery = infiniteQueryOptions({
  queryKey: ['subjects', 'duplicates'],
  queryFn: ({ pageParam, signal }) => request(`/duplicates${queryOf({ after: String(pageParam) })}`, page, { signal }),
  initialPageParam: 0,
  getNextPageParam: (last) => last.next,
  // While a search is under way its progress is asked for; its end brings the list.
  refetchInterval: (query) => { const open = query.state.data?.pages[0]?.job; return open != null && isOpenJob(open) ? pollMs : false; },
});

/** Pairs of one person, where a search was made. */
export function duplicatesOfQuery(person: string) {
  return queryOptions({ queryKey: [...duplicatesQuery.queryKey, person], queryFn: ({ signal }) => request(`/duplicates${queryOf({ person })}`, page, { signal }) });
}

/** Asks for a search through all reports; refused while one is under way. */
export function useSearchDuplicates() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request('/duplicates', z.object({ job }), { method: 'POST', body: {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: duplicatesQuery.queryKey }),
  });
}
