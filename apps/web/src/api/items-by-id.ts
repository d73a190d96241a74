import { queryOptions, useQueries } from '@tanstack/react-query';
import { queryOf, request } from './client.ts';
import { items, type Item } from './schemas.ts';

/** As many as the server gives at once. */
const mostAtOnce = 100;

interface Waiting {
  readonly resolve: (item: Item | null) => void;
  readonly reject: (error: unknown) => void;
}

let waiting = new Map<string, Waiting[]>();

/** Asks for one line; what is asked for in the same moment, by however many parts of a screen, goes in one request. */
function readLine(id: string): Promise<Item | null> {
  return new Promise((resolve, reject) => {
    if (waiting.size === 0) queueMicrotask(() => void sendWaiting());
    waiting.set(id, [...(waiting.get(id) ?? []), { resolve, reject }]);
  });
}

async function sendWaiting(): Promise<void> {
  const all = [...waiting];
  waiting = new Map();
  for (let at = 0; at < all.length; at += mostAtOnce) {
    const part = all.slice(at, at + mostAtOnce);
    try {
      const answer = await request(`/subjects/lines${queryOf({ ids: part.map(([id]) => id).join(',') })}`, items);
      const found = new Map(answer.items.map((item) => [item.id, item]));
      for (const [id, askers] of part) for (const asker of askers) asker.resolve(found.get(id) ?? null);
    } catch (error) {
      for (const [, askers] of part) for (const asker of askers) asker.reject(error);
    }
  }
}

function lineQuery(id: string) {
  return queryOptions({ queryKey: ['subjects', 'line', id], queryFn: () => readLine(id), staleTime: 30_000 });
}

/**
 * The lines of these subjects by id, asked for together; without those that are still loading and those the person may
 * not read. Costs one request for a hundred subjects, however long the lists are from which they come.
 */
export function useItemsById(ids: readonly (string | undefined)[]): ReadonlyMap<string, Item> {
  const wanted = [...new Set(ids)].filter((id): id is string => id !== undefined && id !== '');
  return useQueries({
    queries: wanted.map(lineQuery),
    combine: (results) => new Map(results.flatMap(({ data }) => (data === undefined || data === null ? [] : [[data.id, data] as const]))),
  });
}
