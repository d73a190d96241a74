import { sql, type Kysely } from 'kysely';

/** Each pair of a run with what solving all of them together said. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`
alter table candidates add column joint jsonb;
comment on column candidates.joint is 'The pair solved together with everybody who competes, from the result file: its group, posterior and how it came about, or why the group was not solved; null in runs that were not solved together.';
create index candidates_joint_group on candidates (run, (joint->>'group'));
`).execute(db);
}
