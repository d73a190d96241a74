import type { Subject } from '@imena/record';
import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';

export interface ProfileOfRelative {
  readonly profile: string;
  readonly relative: Subject;
}

/** Profiles of relatives who have ever withdrawn a consent; asked as the worker, because who matches need not see relatives. */
export async function findProfilesEverWithdrawn(worker: Database): Promise<ProfileOfRelative[]> {
  const { rows } = await sql<ProfileOfRelative>`
    select l.from_subject as profile, r.folded as relative
    from subjects r join subject_links l on l.to_subject = r.id and l.rel = 'relative' and l.kind = 'profile'
    where r.kind = 'relative' and r.status = 'consent_withdrawn' order by l.from_subject, r.id`.execute(worker);
  return rows;
}
