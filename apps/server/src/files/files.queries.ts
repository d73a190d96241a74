import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';

export interface FileOfEntry {
  readonly subject: string;
  readonly kind: string;
  readonly name: string | null;
  readonly mediaType: string | null;
  readonly body: string;
  /** Whether the author of the entry sent it. */
  readonly arrived: boolean;
}

/** A file as an entry that may be read carries it; null when there is none. */
export async function findFileOfEntry(tx: Database, sha256: string, entry: string): Promise<FileOfEntry | null> {
  const { rows } = await sql<FileOfEntry>`
    select f.subject, f.subject_kind as kind, f.name, f.media_type as "mediaType", b.body, entry_file_arrived(f.entry, f.sha256) as arrived
    from entry_files f join entry_bodies b on b.log_index = f.log_index where f.entry = ${entry} and f.sha256 = ${sha256} limit 1`.execute(tx);
  return rows[0] ?? null;
}

/** Notes that the account of the transaction sent a file whole. */
export async function noteUpload(tx: Database, { sha256, account, at }: { readonly sha256: string; readonly account: string; readonly at: Date }): Promise<void> {
  await sql`insert into file_uploads (sha256, account_id, at) values (${sha256}, ${account}, ${at}) on conflict (sha256, account_id) do nothing`.execute(tx);
}

/** Whether the account of the transaction sent this file whole. */
export async function hasUploaded(tx: Database, sha256: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`select exists (select 1 from file_uploads where sha256 = ${sha256} and account_id = current_account()) as has`.execute(tx);
  return rows[0]?.has ?? false;
}

export interface UploadDay {
  readonly account: string;
  readonly at: Date;
  readonly bytes: number;
}

/** Sets bytes of a day aside for an account, at once for all its requests; false when the day has not so many left. */
export async function reserveBytes(tx: Database, { account, at, bytes }: UploadDay, most: number): Promise<boolean> {
  const day = at.toISOString().slice(0, 10);
  await sql`delete from upload_days where account_id = ${account} and day < ${day}::date`.execute(tx);
  const { rows } = await sql`
    insert into upload_days (account_id, day, bytes) select ${account}, ${day}::date, ${bytes}::bigint where ${bytes}::bigint <= ${most}::bigint
    on conflict (account_id, day) do update set bytes = upload_days.bytes + excluded.bytes where upload_days.bytes + excluded.bytes <= ${most}::bigint
    returning bytes`.execute(tx);
  return rows.length === 1;
}

/** Gives back what was set aside and did not come. */
export async function returnBytes(tx: Database, { account, at, bytes }: UploadDay): Promise<void> {
  await sql`update upload_days set bytes = greatest(0, bytes - ${bytes}::bigint) where account_id = ${account} and day = ${at.toISOString().slice(0, 10)}::date`.execute(tx);
}
