import type { SubjectKind } from '@imena/record';
import type { Item } from './schemas.ts';
import { canRead, useSession } from './session.ts';
import { useAllSubjects } from './subjects.ts';

/**
 * The line of each subject of a kind by its id; empty while loading, and for kinds the person may not read.
 * LIMIT: reads the whole list, so not for kinds with more than some ten thousand subjects.
 */
export function useItemsById(kind: SubjectKind): ReadonlyMap<string, Item> {
  const session = useSession();
  const { data } = useAllSubjects({ kind }, { enabled: canRead(session, kind) });
  return new Map((data ?? []).map((item) => [item.id, item]));
}
