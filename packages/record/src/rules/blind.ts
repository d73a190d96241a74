import type { Subject } from '../fold.ts';

const hiddenFields = ['markerName', 'markerNumber', 'markerDates'];
const hiddenLists = ['readings', 'presumptions', 'aliases', 'notes', 'photographs', 'attachments'];
const hiddenTypes = ['grave.marker_transcribed', 'remains.presumed', 'subject.noted', 'subject.aliased', 'subject.photographed', 'subject.attached'];

/**
 * The view of an examiner who has not signed findings yet: the presumed name, and everything on which it could stand,
 * is left out and named as left out (design, section 7). Photographs of the remains themselves stay.
 */
export function blindSubject(subject: Subject): Subject {
  if (subject.kind !== 'grave' && subject.kind !== 'remains') return subject;
  const lists = subject.kind === 'grave' ? hiddenLists : hiddenLists.filter((name) => name !== 'photographs');
  const types = subject.kind === 'grave' ? hiddenTypes : hiddenTypes.filter((name) => name !== 'subject.photographed');
  return {
    ...subject,
    fields: Object.fromEntries(Object.entries(subject.fields).filter(([name]) => !hiddenFields.includes(name))),
    lists: Object.fromEntries(Object.entries(subject.lists).filter(([name]) => !lists.includes(name))),
    history: subject.history.filter((item) => !types.includes(item.type)),
    disagreements: subject.disagreements.filter((name) => !hiddenFields.includes(name)),
  };
}

/** Whether the findings on remains have been signed, so that the presumed name may be shown to the examiner. */
export function hasSignedFindings(remains: Subject): boolean {
  return (remains.lists['examinations']?.length ?? 0) > 0;
}
