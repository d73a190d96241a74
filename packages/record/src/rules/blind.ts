import type { HistoryItem, Subject } from '../fold.ts';

const hiddenFields = ['markerName', 'markerNumber', 'markerDates'];

/** A list of a subject that is left out, with the type of statement that fills it. */
type Hidden = Readonly<Record<string, string>>;

const written: Hidden = { notes: 'subject.noted', attachments: 'subject.attached' };
const named: Hidden = {
  readings: 'grave.marker_transcribed', presumptions: 'remains.presumed', exclusions: 'pair.excluded', aliases: 'subject.aliased', ...written,
};

/**
 * What is left out by kind of subject. Photographs of the remains themselves stay; those of a grave may show its
 * marker. On sites and areas hang lists of burials.
 */
const hiddenOf: Readonly<Partial<Record<Subject['kind'], Hidden>>> = {
  grave: { ...named, photographs: 'subject.photographed' }, remains: named, site: { ...written, mismatchExplanations: 'site.mismatch_explained' }, area: written,
};

/**
 * The view of an examiner who has not signed findings yet: the presumed name, and everything on which it could stand,
 * is left out and named as left out (design, section 7).
 *
 * LIMIT: free text that describes (a grave, remains, a site, a sample) is not read for names; nor are names in a
 * photograph of the remains. What the examiner came to know is stated as exposure with the findings.
 */
export function blindSubject(subject: Subject): Subject {
  const hidden = hiddenOf[subject.kind];
  if (hidden === undefined) return subject;
  const entries = hiddenEntries(subject.history, Object.values(hidden));
  return {
    ...subject,
    fields: Object.fromEntries(Object.entries(subject.fields).filter(([name]) => !hiddenFields.includes(name))),
    lists: Object.fromEntries(Object.entries(subject.lists).filter(([name]) => !(name in hidden))),
    history: subject.history.filter((item) => !entries.has(item.entry)),
    disagreements: subject.disagreements.filter((name) => !hiddenFields.includes(name)),
  };
}

/** Entries of hidden types, and what was said when they were taken back: the explanation repeats what was wrong. */
function hiddenEntries(history: readonly HistoryItem[], types: readonly string[]): ReadonlySet<string> {
  const entries = new Set(history.filter((item) => types.includes(item.type)).map((item) => item.entry));
  for (let before = -1; before !== entries.size;) {
    before = entries.size;
    for (const item of history) if (item.type === 'statement.withdrawn' && item.supersedes.some((target) => entries.has(target))) entries.add(item.entry);
  }
  return entries;
}

/** Whether the findings on remains have been signed, so that the presumed name may be shown to the examiner. */
export function hasSignedFindings(remains: Subject): boolean {
  return (remains.lists['examinations']?.length ?? 0) > 0;
}
