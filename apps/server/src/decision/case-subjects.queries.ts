import type { Subject } from '@imena/record';
import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';

export interface StandingDecision {
  readonly identification: string;
  readonly code: string;
  readonly person: string;
}

/** Decisions that stand over these persons, other than one's own. */
export async function findStandingOfPersons(tx: Database, persons: readonly string[], except: string): Promise<StandingDecision[]> {
  const { rows } = await sql<StandingDecision>`
    select d.identification, coalesce(s.code, '') as code, d.person from standing_decisions d left join subjects s on s.id = d.identification
    where d.person = any (${persons}::uuid[]) and d.identification <> ${except} order by d.identification`.execute(tx);
  return rows;
}

/** Remains that decisions other than one's own cover. */
export async function findStandingRemains(tx: Database, remains: readonly string[], except: string): Promise<string[]> {
  const { rows } = await sql<{ remains: string }>`
    select remains from standing_remains where remains = any (${remains}::uuid[]) and identification <> ${except} order by remains`.execute(tx);
  return rows.map((row) => row.remains);
}

/** Persons recorded as the same as this one, in either direction. */
export async function findSamePersons(tx: Database, person: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select to_subject as id from subject_links where from_subject = ${person} and rel = 'same_person'
    union select from_subject from subject_links where to_subject = ${person} and rel = 'same_person' order by id`.execute(tx);
  return rows.map((row) => row.id);
}

/** Pairs among these remains that are one individual by somebody's word or by direct comparison in a run. */
export async function findJoinedRemains(tx: Database, remains: readonly string[], run: string | null): Promise<{ a: string; b: string }[]> {
  const { rows } = await sql<{ a: string; b: string }>`
    select from_subject as a, to_subject as b from subject_links where rel = 'reassociated' and from_subject = any (${remains}::uuid[]) and to_subject = any (${remains}::uuid[])
    union select a, b from direct_pairs where run = ${run}::uuid and kind = 'remains' and a = any (${remains}::uuid[]) and b = any (${remains}::uuid[])
    order by a, b`.execute(tx);
  return rows;
}

/** Relatives of a family. */
export async function findRelativesOf(tx: Database, family: string): Promise<Subject[]> {
  const { rows } = await sql<{ folded: Subject }>`
    select s.folded from subject_links l join subjects s on s.id = l.from_subject
    where l.to_subject = ${family} and l.rel = 'family' and s.kind = 'relative' order by s.id`.execute(tx);
  return rows.map((row) => row.folded);
}
