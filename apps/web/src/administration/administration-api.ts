import { codeLists } from '@imena/record';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { problem, queryOf, request, requestNothing } from '../api/index.ts';

/** What is kept outside the register: accounts, invitations, devices, recoveries, the access log. */
const moment = z.string();
const held = z.object({ scope: z.string().nullable(), role: z.enum(codeLists.roles) });

const invitation = z.object({
  id: z.string(), displayName: z.string(), memberships: z.array(held), invitedBy: z.string(), createdAt: moment, expiresAt: moment,
  acceptedAt: moment.nullable(), withdrawnAt: moment.nullable(),
});
export type Invitation = z.infer<typeof invitation>;

const device = z.object({
  id: z.string(), account: z.string(), label: z.string(), enrolledAt: moment, enrolledEntry: z.string().nullable(), revokedAt: moment.nullable(), explanation: z.string().nullable(),
});
export type Device = z.infer<typeof device>;

const recovery = z.object({
  id: z.string(), account: z.string(), what: z.enum(['password', 'device', 'key']), explanation: z.string(), openedBy: z.string().nullable(), openedAt: moment,
  approvedBy: z.string().nullable(), approvedAt: moment.nullable(), usedAt: moment.nullable(),
});
export type Recovery = z.infer<typeof recovery>;

const accessLine = z.object({
  id: z.string(), at: moment, account: z.string().nullable(), action: z.string(), subject: z.string().nullable(), kind: z.string().nullable(), detail: z.record(z.string(), z.unknown()), address: z.string().nullable(),
});
const accessPage = z.object({ items: z.array(accessLine), next: z.string().nullable() });
export type AccessLine = z.infer<typeof accessLine>;

const heldEntry = z.object({ entry: z.string(), device: z.string(), scope: z.string(), seq: z.number(), problem, account: z.string(), receivedAt: moment });
const quarantined = z.object({ number: z.number(), entry: z.string().nullable(), device: z.string().nullable(), problem, account: z.string().nullable(), receivedAt: moment });

export const linkAnswer = z.object({ link: z.string() });

const administration = 'administration';

export const invitationsQuery = queryOptions({ queryKey: [administration, 'invitations'], queryFn: async ({ signal }) => (await request('/invitations', z.object({ invitations: z.array(invitation) }), { signal })).invitations });
export const devicesQuery = queryOptions({ queryKey: [administration, 'devices'], queryFn: async ({ signal }) => (await request('/devices', z.object({ devices: z.array(device) }), { signal })).devices });
export const recoveriesQuery = queryOptions({ queryKey: [administration, 'recoveries'], queryFn: async ({ signal }) => (await request('/recoveries', z.object({ recoveries: z.array(recovery) }), { signal })).recoveries });
export const heldQuery = queryOptions({ queryKey: [administration, 'held'], queryFn: async ({ signal }) => (await request('/ledger/held', z.object({ items: z.array(heldEntry) }), { signal })).items });
export const quarantineQuery = queryOptions({ queryKey: [administration, 'quarantine'], queryFn: async ({ signal }) => (await request('/ledger/quarantine', z.object({ items: z.array(quarantined) }), { signal })).items });

export function readAccessLog(conditions: { readonly account: string | undefined; readonly after: string | undefined }, signal: AbortSignal): Promise<z.infer<typeof accessPage>> {
  return request(`/access-log${queryOf({ ...conditions, limit: '100' })}`, accessPage, { signal });
}

/** Changes something of the administration and reads it anew. */
export function useChange() {
  const client = useQueryClient();
  const refresh = () => Promise.all([client.invalidateQueries({ queryKey: [administration] }), client.invalidateQueries({ queryKey: ['accounts'] }), client.invalidateQueries({ queryKey: ['session'] })]);
  return useMutation({
    mutationFn: ({ path, method = 'POST', body }: { readonly path: string; readonly method?: 'POST' | 'DELETE' | 'PUT'; readonly body?: unknown }) => requestNothing(path, { method, ...(body === undefined ? {} : { body }) }),
    onSettled: refresh,
  });
}

/** A change that is answered with a link to be handed on; the link is shown once and kept nowhere. */
export function useLinkChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: { readonly path: string; readonly body?: unknown }) => request(path, linkAnswer, { method: 'POST', ...(body === undefined ? {} : { body }) }),
    onSettled: () => client.invalidateQueries({ queryKey: [administration] }),
  });
}
