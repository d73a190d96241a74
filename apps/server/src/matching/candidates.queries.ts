import type { JointMethod } from '@imena/kinship';
import type { JudgedRunOccupant } from '@imena/matching';
import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database/tables.ts';

/** What solving a run together said of one pair; numbers of remains and persons are those of its group. */
export type CandidateJoint = { readonly group: number; readonly remains: number; readonly persons: number } & (
  | { readonly kind: 'solved'; readonly posterior: number; readonly nobody: number; readonly alike: number | null; readonly method: JointMethod; readonly theta: number; readonly isApart?: boolean; readonly occupants?: readonly JudgedRunOccupant[] }
  | { readonly kind: 'refused'; readonly code: string; readonly details: Readonly<Record<string, string | number>> }
);

/** A pair of a run above its threshold. */
export interface CandidateRow {
  readonly place: number;
  readonly remains: string;
  readonly person: string;
  readonly family: string;
  readonly profile: string;
  readonly lnLr: number;
  readonly log10Lr: number;
  readonly posterior: number;
  readonly markersUsed: number;
  readonly rank: number;
  readonly symmetric: readonly string[];
  /** null where the run was not solved together. */
  readonly joint: CandidateJoint | null;
}

export interface DirectRow {
  readonly a: string;
  readonly b: string;
  readonly kind: 'remains' | 'person';
  readonly lnLr: number;
  readonly log10Lr: number;
  readonly markersUsed: number;
}

/** The run to which rows belong, with the key of row-level security. */
export interface RunKey {
  readonly run: string;
  readonly accessKey: string;
}

export async function deleteCandidates(tx: Database, runs: readonly string[]): Promise<void> {
  await sql`delete from candidates where run = any (${runs}::uuid[])`.execute(tx);
  await sql`delete from direct_pairs where run = any (${runs}::uuid[])`.execute(tx);
}

export async function emptyCandidates(tx: Database): Promise<void> {
  await sql`truncate candidates, direct_pairs`.execute(tx);
}

export async function insertCandidates(tx: Database, { run, accessKey }: RunKey, rows: readonly CandidateRow[]): Promise<void> {
  if (rows.length === 0) return;
  const of = <T>(pick: (row: CandidateRow) => T): T[] => rows.map(pick);
  await sql`
    insert into candidates (run, place, remains, person, family, profile, ln_lr, log10_lr, posterior, markers_used, rank, alike, joint, access_key)
    select ${run}::uuid, place, remains, person, family, profile, ln_lr, log10_lr, posterior, markers_used, rank, coalesce(string_to_array(nullif(alike, ''), ','), '{}')::uuid[], joint::jsonb, ${accessKey}
    from unnest(${of((row) => row.place)}::integer[], ${of((row) => row.remains)}::uuid[], ${of((row) => row.person)}::uuid[], ${of((row) => row.family)}::uuid[],
      ${of((row) => row.profile)}::uuid[], ${of((row) => row.lnLr)}::float8[], ${of((row) => row.log10Lr)}::float8[], ${of((row) => row.posterior)}::float8[],
      ${of((row) => row.markersUsed)}::integer[], ${of((row) => row.rank)}::integer[], ${of((row) => row.symmetric.join(','))}::text[],
      ${of((row) => (row.joint === null ? null : JSON.stringify(row.joint)))}::text[])
      as t(place, remains, person, family, profile, ln_lr, log10_lr, posterior, markers_used, rank, alike, joint)`.execute(tx);
}

export async function insertDirectPairs(tx: Database, { run, accessKey }: RunKey, rows: readonly DirectRow[]): Promise<void> {
  if (rows.length === 0) return;
  const of = <T>(pick: (row: DirectRow) => T): T[] => rows.map(pick);
  await sql`
    insert into direct_pairs (run, a, b, kind, ln_lr, log10_lr, markers_used, access_key)
    select ${run}::uuid, a, b, kind, ln_lr, log10_lr, markers_used, ${accessKey}
    from unnest(${of((row) => row.a)}::uuid[], ${of((row) => row.b)}::uuid[], ${of((row) => row.kind)}::text[], ${of((row) => row.lnLr)}::float8[],
      ${of((row) => row.log10Lr)}::float8[], ${of((row) => row.markersUsed)}::integer[]) as t(a, b, kind, ln_lr, log10_lr, markers_used)`.execute(tx);
}

export interface CandidateFilter {
  readonly run: string;
  readonly remains?: string | undefined;
  readonly person?: string | undefined;
  /** Pairs of these families are left out. */
  readonly withheld?: ReadonlySet<string>;
}

/** Pairs of a run by falling LR, after a place; only such as this account may read. */
export async function listCandidates(tx: Database, filter: CandidateFilter, page: { readonly after: number; readonly limit: number }): Promise<CandidateRow[]> {
  const { rows } = await sql<CandidateRow>`
    select place, remains, person, family, profile, ln_lr as "lnLr", log10_lr as "log10Lr", posterior, markers_used as "markersUsed", rank, alike as "symmetric", joint
    from candidates where ${conditions(filter)} and place > ${page.after} order by place limit ${page.limit}`.execute(tx);
  return rows;
}

export async function countCandidates(tx: Database, filter: CandidateFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from candidates where ${conditions(filter)}`.execute(tx);
  return rows[0]?.n ?? 0;
}

/** How many of these pairs are left out. */
export async function countWithheld(tx: Database, filter: CandidateFilter & { readonly withheld: ReadonlySet<string> }): Promise<number> {
  if (filter.withheld.size === 0) return 0;
  const { run, remains, person } = filter;
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from candidates where ${conditions({ run, remains, person })} and family = any (${[...filter.withheld]}::uuid[])`.execute(tx);
  return rows[0]?.n ?? 0;
}

/** Groups of a run, solved together, in which one of these families takes part. */
export async function findGroupsOf(tx: Database, run: string, families: ReadonlySet<string>): Promise<ReadonlySet<number>> {
  if (families.size === 0) return new Set();
  const { rows } = await sql<{ group: number }>`
    select distinct (joint->>'group')::integer as "group" from candidates where run = ${run} and joint is not null and family = any (${[...families]}::uuid[])`.execute(tx);
  return new Set(rows.map((row) => row.group));
}

function conditions({ run, remains, person, withheld }: CandidateFilter): RawBuilder<unknown> {
  const parts = [sql`run = ${run}`];
  if (remains !== undefined) parts.push(sql`remains = ${remains}`);
  if (person !== undefined) parts.push(sql`person = ${person}`);
  if (withheld !== undefined && withheld.size > 0) parts.push(sql`family <> all (${[...withheld]}::uuid[])`);
  return sql.join(parts, sql` and `);
}

/** Direct pairs of a run, of one subject or of all, by falling LR. */
export async function listDirectPairs(tx: Database, run: string, subject: string | null): Promise<DirectRow[]> {
  const { rows } = await sql<DirectRow>`
    select a, b, kind, ln_lr as "lnLr", log10_lr as "log10Lr", markers_used as "markersUsed" from direct_pairs
    where run = ${run} and (${subject}::uuid is null or a = ${subject}::uuid or b = ${subject}::uuid) order by ln_lr desc, a, b`.execute(tx);
  return rows;
}

/** Remains whose profiles a run found to be of one person, from a log10 LR on; those that may not be read are missing. */
export async function listSameRemains(tx: Database, run: string, leastLog10Lr: number): Promise<{ readonly a: string; readonly b: string; readonly log10Lr: number }[]> {
  const { rows } = await sql<{ a: string; b: string; log10Lr: number }>`
    select a, b, log10_lr as "log10Lr" from direct_pairs where run = ${run} and kind = 'remains' and log10_lr >= ${leastLog10Lr} order by log10_lr desc, a, b`.execute(tx);
  return rows;
}
