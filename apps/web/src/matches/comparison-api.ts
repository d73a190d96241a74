import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { item, queryOf, request } from '../api/index.ts';
import { namedWeights } from '../weights/named-weights.ts';
import { evidenceRow, readAsOne, rowKinds, weighedRow } from './candidate-api.ts';

const comparison = z.object({ remains: item.nullable(), person: item.nullable(), evidence: z.array(evidenceRow), rows: z.array(weighedRow), ...readAsOne, log10Sum: z.number(), basis: z.object({ weights: namedWeights }) });

/**
 * Remains beside a missing person by everything but DNA. Refreshed with every statement, because it begins with `subjects`.
 * @param weights a version; those in use where none is named
 */
export function comparisonQuery(remains: string, person: string, weights?: string) {
  return queryOptions({ queryKey: ['subjects', 'comparison', remains, person, weights ?? null], queryFn: ({ signal }) => request(`/comparisons/${remains}/${person}${queryOf({ weights })}`, comparison, { signal }) });
}

const nearness = { log10Lr: z.number(), kinds: z.array(z.object({ kind: z.enum([...rowKinds, 'dna']), log10Lr: z.number(), reason: z.enum(['speaks_for', 'speaks_against', 'silent']) })) };
const nearestPersons = z.object({ persons: z.number(), weights: namedWeights, items: z.array(z.object({ person: item.nullable(), others: z.array(item), ...nearness })) });
const nearestRemains = z.object({ remains: z.number(), weights: namedWeights, items: z.array(z.object({ remains: item.nullable(), ...nearness })) });

/** The kinds of evidence of somebody near, each with its weight. */
export type NearKind = z.infer<typeof nearestPersons>['items'][number]['kinds'][number];

/** Whom remains could be by everything but DNA. */
export function nearestPersonsQuery(remains: string, limit: number) {
  return queryOptions({ queryKey: ['subjects', 'nearest', remains, limit], queryFn: ({ signal }) => request(`/remains/${remains}/nearest${queryOf({ limit })}`, nearestPersons, { signal }) });
}

/** Which remains a missing person could be by everything but DNA. */
export function nearestRemainsQuery(person: string, limit: number) {
  return queryOptions({ queryKey: ['subjects', 'nearest', person, limit], queryFn: ({ signal }) => request(`/persons/${person}/nearest${queryOf({ limit })}`, nearestRemains, { signal }) });
}

const unmatched = z.object({ compared: z.number(), families: z.number(), items: z.array(z.object({ item, markers: z.number() })) });

/** Remains that a run compared and gave to nobody. */
export function unmatchedQuery(run: string) {
  return queryOptions({ queryKey: ['unmatched', run], queryFn: ({ signal }) => request(`/runs/${run}/unmatched`, unmatched, { signal }), staleTime: 60_000 });
}
