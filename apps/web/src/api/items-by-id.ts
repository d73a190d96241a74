import { queryOptions, useQueries } from '@tanstack/react-query';
import { askedTogether } from './asked-together.ts';
import { queryOf, request } from './client.ts';
import { items, type Item } from './schemas.ts';

const readLine = askedTogether(100, async (ids) => new Map((await request(`/subjects/lines${queryOf({ ids: ids.join(',') })}`, items)).items.map((item) => [item.id, item])));

function lineQuery(id: string) {
  return queryOptions({ queryKey: ['subjects', 'line', id], queryFn: () => readLine(id), staleTime: 30_000 });
}

/** The lines of these subjects by id, asked for together: null for those the person may not read, nothing for those that are still loading. */
export function useLinesById(ids: readonly (string | undefined)[]): ReadonlyMap<string, Item | null> {
  const wanted = [...new Set(ids)].filter((id): id is string => id !== undefined && id !== '');
  return useQueries({
    queries: wanted.map(lineQuery),
    combine: (results) => new Map(results.flatMap(({ data }, place) => (data === undefined ? [] : [[wanted[place] ?? '', data] as const]))),
  });
}

/**
 * The lines of these subjects by id, asked for together; without those that are still loading and those the person may
 * not read. Costs one request for a hundred subjects, however long the lists are from which they come.
 */
export function useItemsById(ids: readonly (string | undefined)[]): ReadonlyMap<string, Item> {
  return new Map([...useLinesById(ids)].flatMap(([id, item]) => (item === null ? [] : [[id, item] as const])));
}
