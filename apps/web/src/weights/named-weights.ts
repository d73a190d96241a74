import { z } from 'zod';

/** Under which weights of the evidence something was weighed. */
export const namedWeights = z.object({ origin: z.enum(['documented', 'learned']), version: z.string(), digest: z.string() });
export type NamedWeights = z.infer<typeof namedWeights>;
