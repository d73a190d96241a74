import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { request, requestNothing } from '../../api/index.ts';
import { encodeBase64Url, randomBytes } from '../../device/index.ts';
import { makePassphraseKey } from './passphrase-key.ts';
import { makePasskey } from './passkey.ts';

const signingKey = z.object({
  id: z.string(), kind: z.enum(['passkey', 'passphrase']), label: z.string(), publicKey: z.string(), wrapped: z.unknown(),
  createdAt: z.string(), revokedAt: z.string().nullable(),
});
/** A personal key for signing decisions; `wrapped` is the closed private half of a passphrase key. */
export type SigningKey = z.infer<typeof signingKey>;

export const keysQuery = queryOptions({
  queryKey: ['signing-keys'],
  queryFn: async ({ signal }) => (await request('/keys', z.object({ keys: z.array(signingKey) }), { signal })).keys,
});

export function useSigningKeys() {
  return useQuery(keysQuery);
}

const made = z.object({ id: z.string() });

/** Makes a key of one kind and gives it to the server; only its public and its closed half leave this browser. */
export function useMakeKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (wish: { readonly kind: 'passphrase'; readonly passphrase: string; readonly label: string } | { readonly kind: 'passkey'; readonly label: string }) => {
      if (wish.kind === 'passkey') return request('/keys/passkey', made, { method: 'POST', body: { response: await makePasskey(), label: wish.label } });
      const { publicKey, wrapped } = await makePassphraseKey(wish.passphrase, randomBytes);
      return request('/keys/passphrase', made, { method: 'POST', body: { publicKey: encodeBase64Url(publicKey), wrapped, label: wish.label } });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['signing-keys'] }),
  });
}

export function useWithdrawKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => requestNothing(`/keys/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['signing-keys'] }),
  });
}
