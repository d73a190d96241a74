import type { Item } from '../api/index.ts';

export interface PlanFilter {
  readonly text: string;
  readonly shows: 'all' | 'withName' | 'withNumber' | 'withNeither';
  /** Statuses that are hidden. */
  readonly hidden: readonly string[];
}

export const noFilter: PlanFilter = { text: '', shows: 'all', hidden: [] };

/** Whether a grave passes the filter of the plan. */
export function passesFilter(grave: Item, { text, shows, hidden }: PlanFilter): boolean {
  if (hidden.includes(grave.status)) return false;
  const hasName = grave.facets['hasName'] === true;
  const hasNumber = grave.facets['hasNumber'] === true;
  if (shows === 'withName' && !hasName) return false;
  if (shows === 'withNumber' && (hasName || !hasNumber)) return false;
  if (shows === 'withNeither' && (hasName || hasNumber)) return false;
  const wanted = text.trim().toLocaleLowerCase('uk');
  return wanted === '' || grave.code.toLocaleLowerCase('uk').includes(wanted) || grave.title.toLocaleLowerCase('uk').includes(wanted);
}
