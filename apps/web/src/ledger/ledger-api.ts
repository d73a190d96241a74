import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { decodeBase64 } from '@imena/ledger';
import { z } from 'zod';
import { queryOf, request, wireEntry } from '../api/index.ts';

const entryLine = z.object({
  index: z.number(), id: z.string(), kind: z.string(), scope: z.string(), subject: z.string(), by: z.string(), device: z.string(),
  at: z.string(), receivedAt: z.string(), leafHash: z.string(), type: z.string().nullable(),
});
/** One line of the log; `type` only where the reader may see what the entry says. */
export type EntryLine = z.infer<typeof entryLine>;

const entryAnswer = z.object({ entry: wireEntry, index: z.number(), leafHash: z.string(), proof: z.string(), publicKey: z.string(), readable: z.boolean() });
/** One entry with its proof, as the server gives it; nothing of it is believed before it is verified. */
export type EntryAnswer = z.infer<typeof entryAnswer>;

export interface EntryConditions {
  readonly scope?: string | undefined;
  readonly subject?: string | undefined;
  readonly type?: string | undefined;
}

const pageSize = 100;

/** Pages of the log, newest first. */
export function entriesQuery(conditions: EntryConditions) {
  return infiniteQueryOptions({
    queryKey: ['ledger', 'entries', conditions],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) => request(
      `/ledger/entries${queryOf({ ...conditions, before: pageParam === undefined ? undefined : String(pageParam), limit: String(pageSize) })}`,
      z.object({ items: z.array(entryLine), next: z.number().nullable() }), { signal },
    ),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function entryQuery(id: string) {
  return queryOptions({ queryKey: ['ledger', 'entry', id], queryFn: ({ signal }) => request(`/ledger/entries/${id}`, entryAnswer, { signal }) });
}

/** The hashes that show that the tree of the first size is the beginning of the tree of the second. */
export async function fetchConsistency({ from, to }: { readonly from: bigint; readonly to: bigint }): Promise<readonly Uint8Array[]> {
  const { proof } = await request(`/ledger/consistency?from=${from}&to=${to}`, z.object({ proof: z.array(z.string()) }));
  return proof.map((hash) => decodeBase64(hash));
}
