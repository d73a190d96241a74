import { useNavigate, useSearch } from '@tanstack/react-router';
import type { SubjectConditions } from '../api/index.ts';

export type ListConditions = Omit<SubjectConditions, 'kind'>;

/** The conditions of a list as they stand in the address, so that what was counted can be linked, sent and opened again. */
export function useListConditions(): { readonly conditions: ListConditions; readonly setConditions: (change: Readonly<Record<string, string | undefined>>) => void } {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const conditions = readConditions(search);
  const setConditions = (change: Readonly<Record<string, string | undefined>>): void => {
    // On top of what the address says by then: two changes in quick succession both stand.
    const next = (now: Readonly<Record<string, unknown>>) => Object.fromEntries(Object.entries({ ...readConditions(now), ...change }).filter(([, value]) => value !== undefined));
    void navigate({ to: '.', search: next, replace: true });
  };
  return { conditions, setConditions };
}

/** Picks the conditions of a list out of an address; everything else is passed over. */
export function readConditions(search: Readonly<Record<string, unknown>>): ListConditions {
  const known = Object.entries(search).filter(([name, value]) => /^(scope|q|status|sort|(link|facet)\.[\w-]+)$/.test(name) && ['string', 'number', 'boolean'].includes(typeof value));
  return Object.fromEntries(known.map(([name, value]) => [name, String(value)]));
}
