import { codeLists } from '@imena/record';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { namedWeights } from '../weights/named-weights.ts';
import { askWhileMaking, freshAnswer, item, request } from '../api/index.ts';

const words = z.object({ en: z.string(), uk: z.string() });
const fit = z.object({ item: item.nullable(), log10Lr: z.number() });
const identity = z.object({
  remains: item.nullable(), person: item.nullable(), standing: z.enum(['presumed', 'established']), grounds: z.array(z.enum([...codeLists.presumptionGrounds, 'dna', 'teeth'])), log10Lr: z.number(), wrong: z.number(), prior: z.number(),
  evidence: z.array(z.object({ kind: z.string(), log10Lr: z.number(), found: words.nullable(), reported: words.nullable(), verdict: z.enum(['against', 'for', 'open']), counts: z.boolean() })),
  reportsThatFitBetter: z.array(fit), remainsThatFitBetter: z.array(fit), collidesWith: z.array(z.object({ remains: item.nullable(), person: item.nullable() })),
});
/** Remains that are taken for a person, and what the rest of the evidence says of it. */
export type AuditedIdentity = z.infer<typeof identity>;

const audit = z.object({ run: item.nullable(), asOf: z.number(), withoutDna: z.number(), weights: namedWeights, total: z.number(), doubtful: z.number(), items: z.array(identity) });

/** Ranked: those first against which most speaks, the first of `total`; the first `doubtful` of them are something to look at. Refreshed with every statement, because it begins with `subjects`. */
export const auditQuery = queryOptions({ queryKey: ['subjects', 'audit'], queryFn: ({ signal }) => request('/audit', freshAnswer(audit), { signal }), refetchInterval: askWhileMaking });
