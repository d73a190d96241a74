import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';

export interface SignatureRow {
  readonly entry: string;
  readonly identification: string;
  readonly decisionHash: string;
  readonly signer: string;
  readonly key: string;
  readonly accessKey: string;
}

export interface StandingRow {
  readonly identification: string;
  readonly person: string;
  readonly stage: 'established' | 'certified';
  readonly remains: readonly string[];
  readonly accessKey: string;
}

export async function deleteDecisions(tx: Database, identifications: readonly string[]): Promise<void> {
  await sql`delete from decision_signatures where identification = any (${identifications}::uuid[])`.execute(tx);
  await sql`delete from standing_remains where identification = any (${identifications}::uuid[])`.execute(tx);
  await sql`delete from standing_decisions where identification = any (${identifications}::uuid[])`.execute(tx);
}

export async function emptyDecisions(tx: Database): Promise<void> {
  await sql`truncate decision_signatures, standing_decisions, standing_remains`.execute(tx);
}

/** The constraints refuse a person who signs twice, and a key that does. */
export async function insertSignatures(tx: Database, rows: readonly SignatureRow[]): Promise<void> {
  for (const row of rows) {
    await sql`insert into decision_signatures (entry, identification, decision_hash, signer, key, access_key)
      values (${row.entry}, ${row.identification}, ${row.decisionHash}, ${row.signer}, ${row.key}, ${row.accessKey})`.execute(tx);
  }
}

/** The constraints refuse a person who is identified already, and remains that are. */
export async function insertStanding(tx: Database, row: StandingRow): Promise<void> {
  await sql`insert into standing_decisions (identification, person, stage, access_key) values (${row.identification}, ${row.person}, ${row.stage}, ${row.accessKey})`.execute(tx);
  for (const remains of row.remains) {
    await sql`insert into standing_remains (remains, identification, access_key) values (${remains}, ${row.identification}, ${row.accessKey})`.execute(tx);
  }
}

export interface OtherIdentification {
  readonly id: string;
  readonly code: string;
  readonly status: string;
  readonly via: 'person' | 'remains';
  readonly subject: string;
}

/** Other identifications that name the same person or the same remains. */
export async function findOtherIdentifications(tx: Database, id: string, { persons, remains }: { readonly persons: readonly string[]; readonly remains: readonly string[] }): Promise<OtherIdentification[]> {
  const { rows } = await sql<OtherIdentification>`
    select distinct s.id, s.code, s.status, l.rel as via, l.to_subject as subject
    from subject_links l join subjects s on s.id = l.from_subject
    where s.kind = 'identification' and s.id <> ${id}
      and ((l.rel = 'person' and l.to_subject = any (${persons}::uuid[])) or (l.rel = 'remains' and l.to_subject = any (${remains}::uuid[])))
    order by s.code, s.id, via, subject`.execute(tx);
  return rows;
}
