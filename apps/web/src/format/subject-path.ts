import type { SubjectKind } from '@imena/record';

const folders: Readonly<Partial<Record<SubjectKind, string>>> = {
  site: 'sites', area: 'areas', office: 'offices', grave: 'graves', remains: 'remains', sample: 'samples', profile: 'dna/profiles', person: 'missing',
  family: 'families', relative: 'relatives', source: 'sources', claim: 'claims', identification: 'decisions', run: 'matches',
};

/** The address of the page of a subject; kinds without a page of their own share a plain one. */
export function subjectPath(kind: SubjectKind, id: string): string {
  return `/${folders[kind] ?? 'subjects'}/${id}`;
}

/** The address of the list of a kind, with the conditions that make it: what was counted. */
export function listPath(kind: string, conditions: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(conditions).toString();
  const folder = { site: 'sites', grave: 'graves', remains: 'remains', person: 'missing', profile: 'dna', run: 'matches', identification: 'decisions', source: 'sources', sample: 'samples', relative: 'relatives', family: 'families', claim: 'claims', burial_record: 'burial-records' }[kind];
  return `/${folder ?? 'subjects'}${query === '' ? '' : `?${query}`}`;
}
