import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';
import { heldNow } from './held-now.queries.ts';
import type { Counted } from './remembered-counts.ts';
import type { Item } from './subject-item.ts';

export type Sort = 'code' | 'title' | '-updated';

/** What is asked of a list; everything is optional but the order. */
export interface ListFilter {
  readonly kind: string | null;
  readonly scope: string | null;
  readonly status: string | null;
  /** One regular expression a word; all must match. Null without a search. */
  readonly patterns: readonly string[] | null;
  readonly byCodeOnly: boolean;
  readonly facets: Readonly<Record<string, string | number | boolean | null>> | null;
  readonly links: readonly { readonly rel: string; readonly to: string }[];
}

/** The sort value and id after which the next page begins. */
export interface Place {
  readonly value: string | number;
  readonly id: string;
}

const item = sql`s.id, s.kind, s.scope, s.code, s.title, s.status, s.facets, s.x_mm as "xMm", s.y_mm as "yMm", s.last_index as "lastIndex", s.updated_at as "updatedAt",
  coalesce((select jsonb_agg(jsonb_build_object('rel', l.rel, 'to', l.to_subject) order by l.rel, l.to_subject) from subject_links l where l.from_subject = s.id), '[]'::jsonb) as links`;

const columnOf = { code: sql.ref('s.code_sort'), title: sql.ref('s.title_sort'), '-updated': sql.ref('s.last_index') } as const;

export interface Page {
  readonly sort: Sort;
  readonly after: Place | null;
  readonly limit: number;
  /** How many rows the whole list has, as counted a moment ago; it decides the way, never the answer. */
  readonly expected: number;
}

/** Up to so many rows it is cheaper to find all of them and sort than to walk along the order until a page is full. */
const gatheredRows = 3000;

/** One page of a list, with the sort value of each row for the next cursor. */
export async function listItems(tx: Database, filter: ListFilter, page: Page): Promise<(Item & { readonly sortValue: string | number })[]> {
  if (page.expected === 0) return [];
  const column = columnOf[page.sort];
  const order = page.sort === '-updated' ? sql`${column} desc, s.id` : sql`${column}, s.id`;
  const byWay = page.expected <= Math.max(gatheredRows, 2 * page.limit) ? sql.ref('page_by_gathering') : sql.ref('page_by_walking');
  const { rows } = await sql<Item & { readonly sortValue: string | number }>`
    select ${item}, ${column} as "sortValue" from subjects s where s.id in (select ${byWay}(${filter.kind}::text, ${filter.scope}::uuid, ${filter.status}::text,
      ${filter.patterns}::text[], ${filter.byCodeOnly}::boolean, ${jsonOf(filter.facets)}::jsonb, ${jsonOf(filter.links)}::jsonb,
      ${page.sort}::text, ${page.after === null ? null : String(page.after.value)}::text, ${page.after?.id ?? null}::uuid, ${page.limit}::integer))
    order by ${order} limit ${page.limit}`.execute(tx);
  return rows;
}

/** Every subject of one kind by code, for commands, which have no account and stand behind no wall. */
export async function readWholeKind(worker: Database, kind: string): Promise<Item[]> {
  const { rows } = await sql<Item>`select ${item} from subjects s where s.kind = ${kind} order by s.code_sort, s.id`.execute(worker);
  return rows;
}

interface StatusCount {
  readonly status: string;
  readonly n: number;
  readonly held: string;
}

/** How many there are in each status, whatever status is being looked at, with the roles under which they were counted. */
export async function countStatuses(tx: Database, filter: ListFilter): Promise<Counted<Readonly<Record<string, number>>>> {
  const { rows } = await sql<StatusCount>`
    select status, n, ${heldNow} as held from count_of_subjects(${filter.kind}::text, ${filter.scope}::uuid, ${filter.patterns}::text[], ${filter.byCodeOnly}::boolean,
      ${jsonOf(filter.facets)}::jsonb, ${jsonOf(filter.links)}::jsonb) order by status`.execute(tx);
  return { value: Object.fromEntries(rows.map(({ status, n }) => [status, n])), held: rows[0]?.held ?? null };
}

function jsonOf(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}

export async function findItems(tx: Database, ids: readonly string[]): Promise<Item[]> {
  const { rows } = await sql<Item>`select ${item} from subjects s where s.id = any (${ids}::uuid[]) order by s.kind, s.code_sort, s.id`.execute(tx);
  return rows;
}

/** The same by id; those that may not be read are missing. @param ids - may repeat */
export async function findItemsById(tx: Database, ids: readonly string[]): Promise<Map<string, Item>> {
  return new Map((await findItems(tx, [...new Set(ids)])).map((item) => [item.id, item]));
}

/** Subjects found by words, those whose code or alias is exactly what was typed first. */
export async function searchItems(
  tx: Database, search: { readonly typed: string; readonly patterns: readonly string[]; readonly byCodeOnly: boolean; readonly limit: number },
): Promise<Item[]> {
  const typed = search.typed.trim().toLowerCase();
  const { rows } = await sql<Item>`
    with exact as (
      select c.id from subjects_called(${typed}::text, ${search.byCodeOnly}::boolean) as c(id)
    ), found as (
      select id, 0 as rank from exact
      union all
      select * from (select f.id, 1 as rank from find_subjects(null, ${search.patterns}::text[], ${search.byCodeOnly}::boolean, null) as f(id) limit 2000) as by_words
    ), best as (select id, min(rank) as rank from found group by id)
    select ${item} from best b join subjects s on s.id = b.id
    order by b.rank, length(s.code), s.code_sort, s.id limit ${search.limit}`.execute(tx);
  return rows;
}

/** Subjects whose words resemble what was typed; for when nothing matches. */
export async function resembleItems(tx: Database, search: { readonly keys: readonly string[]; readonly byCodeOnly: boolean; readonly limit: number }): Promise<Item[]> {
  const { rows } = await sql<Item>`
    select ${item} from resembling_subjects(${search.keys}::text[], ${search.byCodeOnly}::boolean, ${search.limit}::integer) as r(id, likeness) join subjects s on s.id = r.id
    order by r.likeness desc, s.code_sort, s.id limit ${search.limit}`.execute(tx);
  return rows;
}
