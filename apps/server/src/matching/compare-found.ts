import { compareEvidence, type EvidenceInput, type EvidenceRow } from '@imena/matching';
import { agreedValue, type Subject } from '@imena/record';
import type { Database } from '../database/tables.ts';
import { findFolded } from '../register/read-subject.queries.ts';
import { findProfilesOf } from './pair-subjects.queries.ts';

/** A pair with what belongs to the remains. */
export type ComparedSubjects = EvidenceInput;

/** Adds the grave and the amelogenin of the remains to a pair. */
export async function findCompared(tx: Database, { remains, person }: { readonly remains: Subject; readonly person: Subject }): Promise<ComparedSubjects> {
  return { ...(await findFound(tx, remains)), person };
}

/** Remains with what belongs to them. */
export async function findFound(tx: Database, remains: Subject): Promise<Omit<ComparedSubjects, 'person'>> {
  const grave = agreedValue(remains, 'grave');
  return {
    remains,
    grave: typeof grave === 'string' ? await findFolded(tx, grave) : null,
    amelogenin: amelogeninOf(await findProfilesOf(tx, [remains.id])),
  };
}

/** What was found on remains beside what was reported of a person; their grave and amelogenin are looked up. */
export async function compareFound(tx: Database, pair: { readonly remains: Subject; readonly person: Subject }): Promise<EvidenceRow[]> {
  return compareEvidence(await findCompared(tx, pair));
}

/** What the profiles of the remains say; null when none was typed or they differ. A lone X or Y yields to a full reading. */
function amelogeninOf(profiles: readonly Subject[]): string | null {
  const read = new Set(profiles.map((profile) => agreedValue(profile, 'amelogenin')).filter((value) => typeof value === 'string'));
  const full = [...read].filter((value) => value.length === 2);
  if (full.length > 0) return full.length === 1 ? (full[0] ?? null) : null;
  return read.size === 1 ? ([...read][0] ?? null) : null;
}
