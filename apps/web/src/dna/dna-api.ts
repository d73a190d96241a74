import { infiniteQueryOptions, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { namedWeights } from '../weights/named-weights.ts';
import { item, problem, queryOf, request, requestNothing } from '../api/index.ts';

const table = z.object({
  id: z.string(), name: z.string(), population: z.string().optional(), source: z.string(), licence: z.string(),
  notice: z.string().optional(), note: z.string().optional(), sampleSize: z.number().optional(), shipped: z.boolean(), markers: z.array(z.string()),
});
/** A table of allele frequencies, with where it comes from. */
export type FrequencyTableInfo = z.infer<typeof table>;

export const frequencyTablesQuery = queryOptions({
  queryKey: ['frequency-tables'],
  queryFn: async ({ signal }) => (await request('/frequency-tables', z.object({ tables: z.array(table) }), { signal })).tables,
  staleTime: 300_000,
});

/** Work in the background, as it is answered. */
export const job = z.object({
  id: z.string(), task: z.string(), state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']), done: z.number(), total: z.number(),
  requestedBy: z.string(), createdAt: z.string(), remainingSeconds: z.number().nullable(), run: z.string().nullable(), problem: problem.nullable(), cancelRequested: z.boolean(), parameters: z.object({ because: z.literal('new_evidence').optional() }),
});
export type Job = z.infer<typeof job>;

const pollMs = 700;
/** Runs are computed again by themselves when evidence comes, so that a list at rest is asked anew too. */
const restMs = 10_000;
export const isOpenJob = (one: Pick<Job, 'state'>): boolean => one.state === 'waiting' || one.state === 'running';

/** The newest jobs; asked anew every moment while one of them is under way. */
export const jobsQuery = queryOptions({
  queryKey: ['jobs'],
  queryFn: async ({ signal }) => (await request('/jobs?limit=8', z.object({ items: z.array(job) }), { signal })).items,
  refetchInterval: (query) => (query.state.data?.some(isOpenJob) === true ? pollMs : restMs),
});

const mutationModel = z.union([
  z.object({ model: z.enum(['none', 'per_locus']) }),
  z.object({ model: z.enum(['equal', 'proportional']), rateFemale: z.number(), rateMale: z.number() }),
  z.object({ model: z.literal('stepwise'), rateFemale: z.number(), rateMale: z.number(), range: z.number(), rate2: z.number() }),
]);

/** The parameters of a run. */
export const runParameters = z.object({
  frequencyTable: z.string(), theta: z.number(), minLog10Lr: z.number(), expectedMissing: z.number(), minimumFrequency: z.number(), minMarkers: z.number(), mutation: mutationModel,
});
export type RunParameters = z.infer<typeof runParameters>;

/** What the server would compute with: its defaults, and the missing persons counted now. */
export function runDefaultsQuery(scope: string | undefined) {
  return queryOptions({ queryKey: ['run-defaults', scope ?? null], queryFn: ({ signal }) => request(`/runs/defaults${queryOf({ scope })}`, runParameters, { signal }), staleTime: 0 });
}

/** Asks for a matching run; answers with the job that computes it. */
export function useStartRun() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: RunParameters & { readonly scope?: string }) => (await request('/runs', z.object({ job }), { method: 'POST', body })).job,
    onSuccess: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  });
}

export function useCancelJob() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => requestNothing(`/jobs/${id}/cancel`, { method: 'POST', body: {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  });
}

export function useJobs() {
  return useQuery(jobsQuery);
}

const orItem = item.nullable();
const details = z.record(z.string(), z.union([z.string(), z.number()]));

const runReport = z.object({
  run: orItem, at: z.string().nullable(), requestedBy: z.string().nullable(), software: z.string().nullable(), inputsHash: z.string(), resultHash: z.string(),
  parameters: runParameters, population: z.object({ table: z.string(), name: z.string(), source: z.string() }), weights: namedWeights.nullable(), markers: z.array(z.string()),
  linked: z.array(z.object({ a: z.string(), b: z.string(), distanceCm: z.number() })).nullable(), linkedTogether: z.boolean(), lowTemplate: z.array(z.object({ profile: z.string(), item: orItem })), occupants: z.number().nullable(), remains: z.number(), families: z.number(), references: z.number(), missing: z.number(), compared: z.number(), pairsAbove: z.number(), expectedByChance: z.number(), directPairs: z.number(),
  joint: z.object({ groups: z.number(), largest: z.number(), exact: z.number(), certified: z.number(), estimated: z.number(), refused: z.array(z.object({ code: z.string(), details, remains: z.number(), persons: z.number() })) }).nullable(),
  repeated: z.object({
    after: orItem,
    differences: z.object({
      named: z.array(z.object({ kind: z.enum(['profile', 'family']), change: z.enum(['added', 'changed', 'gone']), id: z.string(), item: orItem })), more: z.number(),
      expectedMissing: z.object({ before: z.number(), now: z.number() }).nullable(), occupants: z.boolean(),
    }).nullable(),
  }).nullable(),
  failed: z.array(z.object({ family: z.string(), person: z.string(), remains: z.string().nullable(), code: z.string(), details, familyItem: orItem, personItem: orItem })),
  dropped: z.array(z.object({ profile: z.string(), reason: z.string(), item: orItem })),
  leftOut: z.array(z.object({ family: z.string(), reason: z.string(), item: orItem })),
});
/** What a run computed from and what came out, as its own files say. */
export type RunReport = z.infer<typeof runReport>;

export function runReportQuery(run: string) {
  return queryOptions({ queryKey: ['run-report', run], queryFn: ({ signal }) => request(`/runs/${run}`, runReport, { signal }), staleTime: 300_000 });
}

const direct = z.object({ a: z.string(), b: z.string(), kind: z.enum(['remains', 'person']), log10Lr: z.number(), markersUsed: z.number(), itemA: orItem, itemB: orItem });
/** Two profiles that agree with each other. */
export type DirectPair = z.infer<typeof direct>;

/** How theta joined the founders, where it was not 0. */
const jointTheta = { theta: z.object({ form: z.enum(['together', 'withinFamilies']), byPairing: z.array(z.string()) }).optional() };
/** How a group was solved together. */
export const jointMethod = z.discriminatedUnion('kind', [z.object({ kind: z.literal('exact'), ...jointTheta }), z.object({ kind: z.literal('certified'), relativeError: z.number(), ...jointTheta }), z.object({ kind: z.literal('estimate'), standardError: z.number(), ...jointTheta })]);
export type JointMethod = z.infer<typeof jointMethod>;

const jointOfPair = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('solved'), posterior: z.number(), nobody: z.number(), alike: z.number().nullable(), method: jointMethod, theta: z.number(), remains: z.number(), persons: z.number(), occupants: z.array(z.object({ posterior: z.number() })).default([]) }),
  z.object({ kind: z.literal('refused'), code: z.string(), details, remains: z.number(), persons: z.number() }),
  z.object({ kind: z.literal('withheld') }),
]).nullable();
/** What solving the whole run together said of a pair; null in runs that were not. */
export type JointOfPair = z.infer<typeof jointOfPair>;

const candidate = z.object({
  place: z.number(), remainsId: z.string(), personId: z.string(), remains: orItem, person: orItem, family: z.string(),
  lnLr: z.number(), log10Lr: z.number(), posterior: z.number(), markersUsed: z.number(), rank: z.number(), symmetric: z.array(z.string()), joint: jointOfPair,
});
/** A pair of a run at or above its threshold. */
export type Candidate = z.infer<typeof candidate>;

const candidatePage = z.object({ items: z.array(candidate), next: z.number().nullable(), total: z.number(), direct: z.array(direct), withheld: z.object({ pairs: z.number() }) });

/** Pages of a run's pairs by falling likelihood ratio. */
export function candidatesQuery(run: string, conditions: { readonly remains?: string; readonly person?: string } = {}) {
  return infiniteQueryOptions({
    queryKey: ['candidates', run, conditions],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) => request(`/runs/${run}/candidates${queryOf({ ...conditions, after: pageParam, limit: 1000 })}`, candidatePage, { signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}
