import { codeLists } from '@imena/record';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { json, problem, queryOf, request } from '../api/index.ts';

/** What is kept outside the register: invitations, devices, requests for lost access, the access log. */
const moment = z.string();
const heldRole = z.object({ scope: z.string().nullable(), role: z.enum(codeLists.roles) });

const invitation = z.object({
  id: z.string(), displayName: z.string(), memberships: z.array(heldRole), invitedBy: z.string(), createdAt: moment, expiresAt: moment,
  acceptedAt: moment.nullable(), acceptedAccount: z.string().nullable(), withdrawnAt: moment.nullable(),
});
export type Invitation = z.infer<typeof invitation>;

export const recoveryKinds = ['password', 'device', 'key'] as const;
export type RecoveryKind = (typeof recoveryKinds)[number];
const recovery = z.object({
  id: z.string(), account: z.string(), what: z.enum(recoveryKinds), explanation: z.string(), openedBy: z.string().nullable(), openedAt: moment,
  approvedBy: z.string().nullable(), approvedAt: moment.nullable(), expiresAt: moment.nullable(), usedAt: moment.nullable(),
});
export type Recovery = z.infer<typeof recovery>;

const device = z.object({
  id: z.string(), account: z.string(), publicKey: z.string(), label: z.string(), enrolledAt: moment, enrolledEntry: z.string().nullable(),
  revokedAt: moment.nullable(), revokedBy: z.string().nullable(), explanation: z.string().nullable(),
});
export type Device = z.infer<typeof device>;

const accessLine = z.object({
  id: z.string(), at: moment, account: z.string().nullable(), action: z.string(), subject: z.string().nullable(), kind: z.string().nullable(),
  detail: z.record(z.string(), json), address: z.string().nullable(),
});
export type AccessLine = z.infer<typeof accessLine>;

const heldEntry = z.object({ entry: z.string(), device: z.string(), scope: z.string(), seq: z.number(), problem, account: z.string(), receivedAt: moment });
const quarantined = z.object({ number: z.number(), entry: z.string().nullable(), device: z.string().nullable(), problem, account: z.string().nullable(), receivedAt: moment });

/** A link that is shown once and kept nowhere. */
export const oneTimeLink = z.object({ token: z.string(), link: z.string() });

export const invitationsQuery = queryOptions({ queryKey: ['invitations'], queryFn: async ({ signal }) => (await request('/invitations', z.object({ invitations: z.array(invitation) }), { signal })).invitations });
export const recoveriesQuery = queryOptions({ queryKey: ['recoveries'], queryFn: async ({ signal }) => (await request('/recoveries', z.object({ recoveries: z.array(recovery) }), { signal })).recoveries });
export const devicesQuery = queryOptions({ queryKey: ['devices'], queryFn: async ({ signal }) => (await request('/devices', z.object({ devices: z.array(device) }), { signal })).devices });
export const heldQuery = queryOptions({ queryKey: ['held'], queryFn: async ({ signal }) => (await request('/ledger/held', z.object({ items: z.array(heldEntry) }), { signal })).items });
export const quarantineQuery = queryOptions({ queryKey: ['quarantine'], queryFn: async ({ signal }) => (await request('/ledger/quarantine', z.object({ items: z.array(quarantined) }), { signal })).items });
export const versionQuery = queryOptions({ queryKey: ['version'], queryFn: async ({ signal }) => (await request('/openapi.json', z.object({ info: z.object({ version: z.string() }) }), { signal })).info.version, staleTime: Infinity });

export interface AccessConditions {
  readonly account?: string | undefined;
  readonly subject?: string | undefined;
}

/** Pages of the access log, newest first. */
export function accessLogQuery(conditions: AccessConditions) {
  return infiniteQueryOptions({
    queryKey: ['access-log', conditions],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => request(`/access-log${queryOf({ ...conditions, after: pageParam, limit: '100' })}`, z.object({ items: z.array(accessLine), next: z.string().nullable() }), { signal }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}
