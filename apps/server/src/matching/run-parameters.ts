import type { RunParameters } from '@imena/matching';
import { z } from 'zod';

const rate = z.number().min(0).max(0.1);

const mutation = z.discriminatedUnion('model', [
  z.strictObject({ model: z.literal('none') }),
  z.strictObject({ model: z.literal('per_locus') }),
  z.strictObject({ model: z.literal('equal'), rateFemale: rate, rateMale: rate }),
  z.strictObject({ model: z.literal('proportional'), rateFemale: rate, rateMale: rate }),
  z.strictObject({ model: z.literal('stepwise'), rateFemale: rate, rateMale: rate, range: z.number().gt(0).lt(1), rate2: rate }),
]);

/** What a run is asked with; everything has a default but the number of missing persons, which is counted. */
export const runRequest = z.strictObject({
  /** A site or an office; absent: everything, recorded with the installation. */
  scope: z.uuid().optional(),
  frequencyTable: z.string().min(1).max(80).optional(),
  theta: z.number().min(0).max(0.2).optional(),
  mutation: mutation.optional(),
  minLog10Lr: z.number().min(0).max(30).optional(),
  expectedMissing: z.int().min(2).max(10_000_000).optional(),
  minimumFrequency: z.number().gt(0).max(0.1).optional(),
  minMarkers: z.int().min(1).max(100).optional(),
});
export type RunRequest = z.infer<typeof runRequest>;

/**
 * Defaults, with their reasons: the frequencies of the population nearest to the event that are shipped; a subpopulation
 * correction of 0.01 (usual for a mixed European population; it makes LRs smaller, never larger for shared rare alleles);
 * mutation by locus, so that one mutation never excludes a parent; LR 1000, below which chance pairs crowd the list;
 * 0.001 for an allele that the table does not hold; six markers, below which a profile says little.
 */
export const runDefaults: Omit<RunParameters, 'expectedMissing'> = {
  frequencyTable: 'norstr-2023-europe', theta: 0.01, mutation: { model: 'per_locus' }, minLog10Lr: 3, minimumFrequency: 0.001, minMarkers: 6,
};

/** The parameters of a run: what was asked, and defaults for the rest. */
export function completeParameters(request: RunRequest, countedMissing: number): RunParameters {
  const { frequencyTable, theta, mutation: model, minLog10Lr, expectedMissing, minimumFrequency, minMarkers } = request;
  return {
    frequencyTable: frequencyTable ?? runDefaults.frequencyTable,
    theta: theta ?? runDefaults.theta,
    mutation: model ?? runDefaults.mutation,
    minLog10Lr: minLog10Lr ?? runDefaults.minLog10Lr,
    // The prior 1/N needs somebody else on the list.
    expectedMissing: expectedMissing ?? Math.max(2, countedMissing),
    minimumFrequency: minimumFrequency ?? runDefaults.minimumFrequency,
    minMarkers: minMarkers ?? runDefaults.minMarkers,
  };
}
