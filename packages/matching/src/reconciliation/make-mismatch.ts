import type { ListName, Mismatch, MismatchKind, Subjects } from './types.ts';

const lists: readonly ListName[] = ['journal', 'markers', 'graves', 'individuals'];

/** A mismatch with its key: kind, rows concerned, and what tells two apart that concern the same rows. */
export function makeMismatch(kind: MismatchKind, about: Partial<Subjects>, details: Mismatch['details'] = {}, apart = ''): Mismatch {
  const subjects: Subjects = { journal: about.journal ?? [], markers: about.markers ?? [], graves: about.graves ?? [], individuals: about.individuals ?? [] };
  const ids = lists.flatMap((list) => (subjects[list].length === 0 ? [] : [`${list}=${[...subjects[list]].sort().map((id) => encodeURIComponent(id)).join(',')}`]));
  return { key: [kind, ...ids, ...(apart === '' ? [] : [apart])].join(' '), kind, subjects, details, explained: null };
}
