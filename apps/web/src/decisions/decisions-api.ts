import { codeLists } from '@imena/record';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { item, json, problem, request } from '../api/index.ts';

const act = z.object({ entry: z.string(), by: z.string(), at: z.string() });
const signature = act.extend({ signer: z.string().nullable(), signerName: z.string().nullable(), keyKind: z.string().nullable(), decisionHash: z.string().nullable() });
const spoken = act.extend({ signerName: z.string().nullable(), explanation: z.string().nullable() });
const sibling = z.object({ id: z.string(), label: z.string(), state: z.enum(codeLists.lifeStates), stateSource: z.string().nullable() });

const decision = z.object({
  stage: z.enum(['proposed', 'returned', 'reviewed', 'established', 'certified', 'revoked']), hash: z.string(), content: json, notified: z.boolean(),
  obstacles: z.array(problem), signatures: z.array(signature), lapsed: z.array(signature),
  reviews: z.array(act.extend({ verdict: z.string().nullable(), explanation: z.string().nullable() })), dissents: z.array(spoken), revocations: z.array(spoken),
  siblings: z.array(sibling),
  consequences: z.object({
    certificatesPrinted: z.number(), certified: z.boolean(),
    notifications: z.array(act.extend({ toldBy: z.string().nullable(), told: z.string().nullable(), means: z.string().nullable(), wishes: json })),
    otherIdentifications: z.array(z.object({ via: z.string(), subject: z.string(), item })),
  }),
});
/** Where an identification stands, what is in the way, and what rests on it. */
export type Decision = z.infer<typeof decision>;

export function decisionQuery(id: string) {
  return queryOptions({ queryKey: ['decision', id], queryFn: ({ signal }) => request(`/identifications/${id}/state`, decision, { signal }) });
}

const check = z.object({
  family: z.string().nullable(), member: z.string().nullable(), numbers: z.object({ lnLr: z.string(), prior: z.string(), dnaPosterior: z.string() }).nullable(),
  threshold: z.number(), meetsThreshold: z.boolean(),
  contradictions: z.array(z.object({ key: z.string(), found: z.string(), reported: z.string() })),
  siblings: z.array(sibling), exposure: z.array(z.object({ remains: z.string(), code: z.string() })), obstacles: z.array(problem),
});
/** What a proposal would have to say and what would stand against it. */
export type ProposalCheck = z.infer<typeof check>;

export type Ground = (typeof codeLists.identificationGrounds)[number];

export interface ProposalKey {
  readonly remains: readonly string[];
  readonly person: string;
  readonly run: string | null;
  readonly ground: Ground;
}

export function checkQuery(key: ProposalKey) {
  return queryOptions({
    queryKey: ['decision', 'check', key],
    queryFn: ({ signal }) => request('/identifications/check', check, { method: 'POST', body: key, signal }),
    staleTime: 0,
  });
}
