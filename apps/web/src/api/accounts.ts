import { codeLists } from '@imena/record';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { request } from './client.ts';
import { membership } from './schemas.ts';
import { useSession } from './session.ts';

const account = z.object({
  id: z.string(), displayName: z.string(),
  login: z.string().optional(), closed: z.boolean().optional(),
  memberships: z.array(membership.extend({ id: z.string(), role: z.enum(codeLists.roles) })).optional(),
});
export type Account = z.infer<typeof account>;

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: async ({ signal }) => (await request('/accounts', z.object({ accounts: z.array(account) }), { signal })).accounts,
  staleTime: 300_000,
});

/** The display name of an account; dots until names are loaded, the beginning of the id where there is none. */
export function useAccountName(): (id: string) => string {
  const { t } = useTranslation();
  const { data } = useQuery(accountsQuery);
  const { installation } = useSession();
  return (id) => (id === installation.id ? t('installation') : data === undefined ? '…' : (data.find((one) => one.id === id)?.displayName ?? id.slice(0, 8)));
}
