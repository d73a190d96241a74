import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';

/** Every table of this database, in an order in which rows can be put back: what is referred to comes first. */
export async function listTables(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    with recursive edges as (
      select conrelid, confrelid from pg_constraint where contype = 'f' and conrelid <> confrelid
    ), depth(oid, level) as (
      select c.oid, 0 from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      union all
      select e.conrelid, d.level + 1 from edges e join depth d on d.oid = e.confrelid where d.level < 20
    )
    select c.relname as name from depth d join pg_class c on c.oid = d.oid
    where c.relnamespace = 'public'::regnamespace group by c.relname order by max(d.level), c.relname`.execute(db);
  return rows.map((row) => row.name);
}

/** The names of the migrations that have run, in order. */
export async function listMigrations(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map((row) => row.name);
}

const pageRows = 2000;

/** Every row of a table as a line of JSON, a page at a time; needs an open transaction. */
export async function* readRows(tx: Database, table: string): AsyncIterable<readonly string[]> {
  await sql`declare backup_rows no scroll cursor for select row_to_json(t)::text as line from ${sql.table(table)} t`.execute(tx);
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(pageRows)} from backup_rows`.execute(tx);
    if (rows.length > 0) yield rows.map((row) => row.line);
    if (rows.length < pageRows) break;
  }
  await sql`close backup_rows`.execute(tx);
}

/** Puts rows back as they were, numbers given by the database included. */
export async function insertRows(tx: Database, table: string, lines: readonly string[]): Promise<void> {
  await sql`insert into ${sql.table(table)} overriding system value
    select * from json_populate_recordset(null::${sql.table(table)}, ${`[${lines.join(',')}]`}::json)`.execute(tx);
}

/** Numbers given by the database go on after the highest there is. */
export async function continueNumbers(tx: Database): Promise<void> {
  const { rows } = await sql<{ table: string; column: string }>`
    select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
    where a.attidentity <> '' and c.relnamespace = 'public'::regnamespace order by 1`.execute(tx);
  for (const { table, column } of rows) {
    await sql`select setval(pg_get_serial_sequence(${table}, ${column}), (select coalesce(max(${sql.ref(column)}), 0) + 1 from ${sql.table(table)}), false)`.execute(tx);
  }
}

export async function isDatabaseEmpty(db: Database): Promise<boolean> {
  const { rows } = await sql<{ empty: boolean }>`
    select not exists (select 1 from accounts) and not exists (select 1 from log_state) as empty`.execute(db);
  return rows[0]?.empty ?? false;
}
