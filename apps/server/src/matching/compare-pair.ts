import { compareEvidence, type ReportFiles } from '@imena/matching';
import { refuse } from '@imena/problem';
import type { Database } from '../database/tables.ts';
import { findItemsById } from '../register/list-subjects.queries.ts';
import { findFolded } from '../register/read-subject.queries.ts';
import { findCompared } from './compare-found.ts';
import type { CountedBasis } from './evidence-bases.ts';
import { findPersonsOfFile } from './register-files.ts';
import { weighOthers } from './weigh-all-evidence.ts';

/** Remains beside a missing person by everything but DNA, for pairs that no run lists. @throws Problem `server.not_found` */
export async function comparePair(tx: Database, { remains: remainsId, person: personId, basis, files }: { readonly remains: string; readonly person: string; readonly basis: CountedBasis; readonly files: ReportFiles }) {
  const remains = await findFolded(tx, remainsId);
  const person = await findFolded(tx, personId);
  if (remains?.kind !== 'remains' || person?.kind !== 'person') return refuse('server.not_found');
  const compared = await findCompared(tx, { remains, person });
  const filed = await findPersonsOfFile(tx, files, personId);
  const items = await findItemsById(tx, [remainsId, personId, ...(filed?.file.ids ?? [])]);
  return {
    remains: items.get(remainsId) ?? null, person: items.get(personId) ?? null, evidence: compareEvidence(compared), ...weighOthers(basis, compared, filed),
    /** Persons whose reports were read as one file with this one's, this one among them; none where it stands alone. */
    reports: (filed?.file.ids ?? []).flatMap((id) => items.get(id) ?? []),
  };
}
