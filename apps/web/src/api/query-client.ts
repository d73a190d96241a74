import { ProblemError } from '@imena/problem';
import { QueryCache, QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { isUnreachable, RefusedError } from './client.ts';

/** Refusals are not asked again; a server that cannot be reached is, twice. A session that ended leads to signing in. */
export function makeQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (count, error) => (isUnreachable(error) || !(error instanceof ProblemError)) && count < 2,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (error instanceof RefusedError && error.status === 401 && query.queryKey[0] !== 'session') client.setQueryData(['session'], null);
      },
    }),
  });
  // Titles are parsed in the language on screen, so what was fetched before a switch is fetched again.
  i18next.on('languageChanged', () => void client.invalidateQueries());
  return client;
}
