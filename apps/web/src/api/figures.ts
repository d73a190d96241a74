import type { Subject } from '@imena/record';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { queryOf, request } from './client.ts';
import { subject } from './schemas.ts';

const statementsPage = z.object({ statements: z.array(subject), next: z.number().nullable() });
const countsByDay = z.object({
  asOf: z.object({ size: z.number(), time: z.string().nullable() }),
  days: z.array(z.object({ day: z.string().nullable(), count: z.number() })),
});
export type CountsByDay = z.infer<typeof countsByDay>;

/** Every statement of a source that holds a figure, of one site or of all, newest first. */
export function statementsWithFiguresQuery(site: string | null) {
  return queryOptions({
    queryKey: ['subjects', 'figures', site],
    queryFn: async ({ signal }): Promise<readonly Subject[]> => {
      const all: Subject[] = [];
      let before: number | null = null;
      do {
        const page: z.infer<typeof statementsPage> = await request(`/figures/statements${queryOf({ site: site ?? undefined, before: before === null ? undefined : String(before) })}`, statementsPage, { signal });
        all.push(...page.statements);
        before = page.next;
      } while (before !== null);
      return all;
    },
  });
}

/** The hundred statements with figures that were confirmed last, for a glance. */
export const newestFiguresQuery = queryOptions({
  queryKey: ['subjects', 'figures', 'newest'],
  queryFn: async ({ signal }): Promise<readonly Subject[]> => (await request('/figures/statements?limit=100', statementsPage, { signal })).statements,
});

/** What the register itself counts of a kind, by the day that people state for it, with the state of the ledger. */
export function countsByDayQuery(kind: 'grave' | 'remains' | 'person', site: string | null) {
  return queryOptions({
    queryKey: ['subjects', 'counts-by-day', kind, site],
    queryFn: ({ signal }) => request(`/figures/counts${queryOf({ kind, site: site ?? undefined })}`, countsByDay, { signal }),
  });
}
