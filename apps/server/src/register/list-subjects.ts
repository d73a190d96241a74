import { refuse } from '@imena/problem';
import type { SubjectKind } from '@imena/record';
import type { RequestAccount } from '../access/index.ts';
import type { Database } from '../database/tables.ts';
import { isBlindedLink, isBlindedSomewhere, itemFor } from './blinding.ts';
import { countStatuses, listItems, resembleItems, searchItems, type ListFilter, type Place, type Sort } from './list-subjects.queries.ts';
import type { RememberedCounts } from './remembered-counts.ts';
import { searchKeysOf, searchPatterns } from './search-patterns.ts';
import type { Item } from './subject-item.ts';

export interface ListRequest {
  readonly kind?: SubjectKind | undefined;
  readonly scope?: string | undefined;
  readonly status?: string | undefined;
  readonly q?: string | undefined;
  readonly links: readonly { readonly rel: string; readonly to: string }[];
  readonly facets: Readonly<Record<string, string>>;
  readonly sort: Sort;
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface ListAnswer {
  readonly items: readonly Item[];
  readonly next: string | null;
  readonly total: number;
  readonly statuses: Readonly<Record<string, number>>;
}

/**
 * One page of the subjects that an account may read, with the number of all and of each status.
 * @param counts numbers made before, for as long as the register stays as it is
 * @throws Problem `register.cursor`, `register.filter`
 */
export async function listSubjects(tx: Database, account: RequestAccount, request: ListRequest, counts: RememberedCounts): Promise<ListAnswer> {
  const blinded = isBlindedSomewhere(account);
  const asked = blinded ? request.links.find((link) => isBlindedLink(link.rel)) : undefined;
  // Whom remains are presumed to be could be asked person by person.
  if (asked !== undefined) refuse('register.filter', { name: `link.${asked.rel}` });
  const filter = filterOf(request, blinded);
  // A name hidden from the reader must not show through the order either.
  const sort = blinded && request.sort === 'title' ? 'code' : request.sort;
  const after = request.after === undefined ? null : readCursor(request.after, sort);
  const counted = { ...filter, status: null };
  const statuses = await counts.of({ memberships: account.memberships, what: JSON.stringify(counted) }, () => countStatuses(tx, counted));
  const total = filter.status === null ? Object.values(statuses).reduce((sum, n) => sum + n, 0) : (statuses[filter.status] ?? 0);
  const rows = await listItems(tx, filter, { sort, after, limit: request.limit + 1, expected: total });
  const page = rows.slice(0, request.limit);
  const last = page[page.length - 1];
  return {
    items: page.map((row) => itemFor(account, itemOf(row))),
    next: rows.length > request.limit && last !== undefined ? writeCursor(sort, { value: last.sortValue, id: last.id }) : null,
    total,
    statuses,
  };
}

/** Subjects of every kind found by a number, code, alias or name; by likeness where nothing matches. */
export async function searchSubjects(tx: Database, account: RequestAccount, { q, limit }: { readonly q: string; readonly limit: number }): Promise<Item[]> {
  const byCodeOnly = isBlindedSomewhere(account);
  const patterns = searchPatterns(q);
  if (patterns === null) return [];
  const found = await searchItems(tx, { typed: q, patterns, byCodeOnly, limit });
  const keys = searchKeysOf(q);
  const items = found.length > 0 || keys.length === 0 ? found : await resembleItems(tx, { keys, byCodeOnly, limit });
  return items.map((item) => itemFor(account, item));
}

function itemOf({ id, kind, scope, code, title, status, facets, xMm, yMm, lastIndex, updatedAt, links }: Item): Item {
  return { id, kind, scope, code, title, status, facets, xMm, yMm, lastIndex, updatedAt, links };
}

function filterOf(request: ListRequest, blinded: boolean): ListFilter {
  const patterns = request.q === undefined || request.q.trim() === '' ? null : (searchPatterns(request.q) ?? ['$nothing']);
  const names = Object.entries(request.facets);
  return {
    kind: request.kind ?? null, scope: request.scope ?? null, status: request.status ?? null, patterns, byCodeOnly: blinded,
    facets: names.length === 0 ? null : Object.fromEntries(names.map(([name, value]) => [name, facetValue(value)])), links: request.links,
  };
}

/** Facets are stored with their types; a query string has only text. */
function facetValue(text: string): string | number | boolean | null {
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null') return null;
  return /^-?(0|[1-9][0-9]{0,8})$/.test(text) ? Number(text) : text;
}

function writeCursor(sort: Sort, place: Place): string {
  return Buffer.from(JSON.stringify([sort, place.value, place.id])).toString('base64url');
}

function readCursor(cursor: string, sort: Sort): Place {
  const parts = parseCursor(cursor);
  const [cursorSort, value, id] = parts;
  const isValue = sort === '-updated' ? Number.isSafeInteger(value) : typeof value === 'string';
  if (cursorSort !== sort || !isValue || typeof id !== 'string' || !/^[0-9a-f-]{36}$/.test(id)) return refuse('register.cursor');
  return { value: value as string | number, id };
}

function parseCursor(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
