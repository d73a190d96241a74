import { infiniteQueryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { item, queryOf, request } from '../api/index.ts';
import { nameReason, weighedKinds } from '../matches/candidate-api.ts';

const pair = z.object({
  a: z.string(), b: z.string(), itemA: item.nullable(), itemB: item.nullable(), probability: z.number().nullable(), log10Lr: z.number().nullable(),
  kinds: z.array(z.object({ kind: z.enum(weighedKinds), log10Lr: z.number() })),
  nameReasons: z.array(nameReason),
  decided: z.object({ on: z.string(), entry: z.string(), verdict: z.string(), explanation: z.string(), by: z.string(), at: z.string() }).nullable(),
});
/** Two persons that may be one, with what a person decided of them. */
export type DuplicatePair = z.infer<typeof pair>;

const page = z.object({ items: z.array(pair), next: z.number().nullable(), total: z.number(), open: z.number() });

/** Pages of pairs: those that wait for a person first, most probable first. */
export const duplicatesQuery = infiniteQueryOptions({
  queryKey: ['subjects', 'duplicates'],
  queryFn: ({ pageParam, signal }) => request(`/duplicates${queryOf({ after: String(pageParam) })}`, page, { signal }),
  initialPageParam: 0,
  getNextPageParam: (last) => last.next,
});
