import { useDebouncedValue } from '@mantine/hooks';
import type { SubjectKind } from '@imena/record';
import { infiniteQueryOptions, keepPreviousData, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { askedTogether } from './asked-together.ts';
import { queryOf, request } from './client.ts';
import { items, overview, subjectDetail, subjectDetails, subjectPage, tasks, type Item } from './schemas.ts';

/** What a list shows: kind, search words, status, links (`link.site`), facets (`facet.hasName`), sort. */
export interface SubjectConditions {
  readonly kind: SubjectKind;
  readonly scope?: string | undefined;
  readonly q?: string | undefined;
  readonly status?: string | undefined;
  readonly sort?: string | undefined;
  readonly [linkOrFacet: `link.${string}` | `facet.${string}`]: string | undefined;
}

const pageSize = 100;
const largestPage = 2000;

export function subjectsQuery(conditions: SubjectConditions) {
  return infiniteQueryOptions({
    queryKey: ['subjects', 'pages', conditions],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => request(`/subjects${queryOf({ ...conditions, after: pageParam, limit: String(pageSize) })}`, subjectPage, { signal }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** Pages of a list; the table asks for the next page when its end comes into view. */
export function useSubjects(conditions: SubjectConditions) {
  return useInfiniteQuery(subjectsQuery(conditions));
}

/** Every subject of a list, for plans and pickers; not for kinds with more than a few thousand. */
export function useAllSubjects(conditions: SubjectConditions, { enabled = true }: { readonly enabled?: boolean } = {}) {
  return useQuery({
    queryKey: ['subjects', 'all', conditions],
    enabled,
    queryFn: async ({ signal }) => {
      const all: Item[] = [];
      let after: string | undefined;
      do {
        const page = await request(`/subjects${queryOf({ ...conditions, after, limit: String(largestPage) })}`, subjectPage, { signal });
        all.push(...page.items);
        after = page.next ?? undefined;
      } while (after !== undefined);
      return all;
    },
  });
}

const readOne = (id: string) => request(`/subjects/${id}`, subjectDetail);

const readDetail = askedTogether(50, async (ids) => {
  const [only, ...others] = ids;
  const details = only !== undefined && others.length === 0 ? [await readOne(only)] : (await request(`/subjects/details${queryOf({ ids: ids.join(',') })}`, subjectDetails)).details;
  return new Map(details.map((detail) => [detail.subject.id, detail]));
});

/** What parts of a screen ask for in the same moment comes in one answer; what is not in it is asked for alone, to be refused in words. */
export function subjectQuery(id: string) {
  return queryOptions({ queryKey: ['subject', id], queryFn: async () => (await readDetail(id)) ?? readOne(id) });
}

/** One subject with everything linked to it. */
export function useSubject(id: string) {
  return useQuery(subjectQuery(id));
}

const typingMs = 150;

/**
 * What has the words that are being typed as a number or name; `items` and `error` are those of these very words, so that
 * what was found for others is never shown under them: undefined and null while they are asked.
 */
export function useSearch(words: string) {
  const [settled] = useDebouncedValue(words, typingMs);
  const { data, error, isFetching } = useQuery(searchQuery(settled));
  return { items: settled === words ? data?.items : undefined, error: settled === words ? error : null, isFetching };
}

/** What has these words as a number or name. No answer to other words stands in for it while it is asked: it would be taken for this one. */
export function searchQuery(q: string) {
  return queryOptions({
    queryKey: ['search', q],
    enabled: q !== '',
    queryFn: ({ signal }) => request(`/search${queryOf({ q, limit: '12' })}`, items, { signal }),
  });
}

export const overviewQuery = queryOptions({ queryKey: ['overview'], queryFn: ({ signal }) => request('/overview', overview, { signal }) });

export const myTasksQuery = queryOptions({ queryKey: ['tasks'], queryFn: async ({ signal }) => (await request('/tasks?mine=true', tasks, { signal })).tasks });
