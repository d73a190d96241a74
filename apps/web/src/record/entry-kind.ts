import type { EntryKind } from '@imena/ledger';
import { entryKindOf, statementType, type SubjectKind } from '@imena/record';

const subjectEntryKinds: Readonly<Record<SubjectKind, EntryKind>> = {
  office: 'site', site: 'site', area: 'site', grave: 'grave', burial_record: 'journal', remains: 'remains', sample: 'sample', profile: 'profile', person: 'person',
  family: 'family', relative: 'family', source: 'source', claim: 'source', identification: 'decision', run: 'run', device: 'device',
  heads: 'heads', erasure: 'erasure',
};

/** The coarse kind of an envelope: of the statement, or of the subject where anything can be said of any subject. */
export function envelopeKindOf(type: string, subjectKind: SubjectKind): EntryKind {
  return entryKindOf(statementType(type), subjectEntryKinds[subjectKind]) as EntryKind;
}
