import { readWhoIsNamed } from '@imena/names';
import type { Json } from '@imena/problem';
import { agreedValue, distinctValues, nameTexts, readingText, shownValue, type Subject } from '@imena/record';
import { eyeColourOf, hairColourOf } from '../evidence/colour-words.ts';
import { namedThings } from '../evidence/said-nothing.ts';
import { readNameText } from '../records/name-text.ts';
import { traitKinds, type Absence, type FoundRemains, type MissingReport, type Sex, type TraitKind } from '../records/types.ts';
import { absenceOf, birthOf, boundsOf, daysOf, interval, list, militaryOf, numbersOf, partsOf, placeWords, record, sexOf, text, toothChartOf } from './register-values.ts';

/** A missing person of the register as `imena match` reads a report. What people disagree on is left out: it weighs nothing. */
export function reportOfPerson(person: Subject): MissingReport {
  const form = record(list(shownValue(person, 'names'))[0]);
  const lastSeen = record(agreedValue(person, 'lastSeen'));
  const stature = interval(agreedValue(person, 'statureMm'));
  const seen = daysOf(lastSeen['when']);
  return {
    id: person.id,
    surname: text(form['surname']), given: text(form['given']), patronymic: text(form['patronymic']), name: text(form['full']), otherNames: nameTexts(person).slice(1), lang: null,
    sex: sexOf(agreedValue(person, 'sex')),
    ...birthOf(agreedValue(person, 'birthDate')),
    age: null,
    lastSeen: seen.middle, lastSeenSpan: seen.span,
    place: placeWords(lastSeen['place']), street: null,
    heightCm: stature === null ? null : (stature.low + stature.high) / 20,
    informant: null,
    ...describedOf(person),
  };
}

export interface FoundSubjects {
  readonly remains: Subject;
  readonly grave: Subject | null;
  /** What the profiles say where they agree: `XX`, `XY`; null or a lone `X` says nothing. */
  readonly amelogenin: string | null;
}

/**
 * Remains of the register as `imena match` reads a line of remains, without the name: several names can be read on one
 * individual, see `namesFound`. The sex is the examiner's, else that of the DNA; where the two differ it weighs nothing.
 */
export function foundOfRemains({ remains, grave, amelogenin }: FoundSubjects): FoundRemains {
  const stature = interval(agreedValue(remains, 'statureMm'));
  const sexes = sexesFound({ remains, amelogenin });
  const marker = readNameText(`${readingText(agreedOf(grave, 'markerName'))} ${readingText(agreedOf(grave, 'markerDates'))}`, 2100);
  return {
    id: remains.id, source: null, name: null, otherNames: [], lang: null,
    birth: marker.birth, birthYears: marker.birthYears, statedAge: marker.age,
    death: boundsOf(agreedValue(remains, 'deathDate')), place: placeWords(agreedValue(remains, 'foundAt')), street: null,
    sex: sexes.length === 1 ? (sexes[0] ?? null) : null, isSexInDoubt: false,
    age: interval(agreedValue(remains, 'ageYears')),
    // An interval of an estimate is read as its 90 % range.
    stature: stature === null ? null : { cm: (stature.low + stature.high) / 20, sdCm: stature.high > stature.low ? (stature.high - stature.low) / 20 / 1.645 : null },
    ...describedOf(remains),
  };
}

/** Fields that persons and remains have under the same names. */
function describedOf(subject: Subject) {
  const value = (field: string): Json | undefined => agreedValue(subject, field);
  const absences: Partial<Record<TraitKind, Absence>> = {};
  for (const kind of traitKinds) {
    const reason = absenceOf(value(kind));
    if (reason !== null) absences[kind] = reason;
  }
  const named = (kind: TraitKind): readonly string[] => {
    const { texts, absence } = namedThings(partsOf(value(kind)));
    if (absence !== null) absences[kind] ??= absence;
    // Nobody said that there was nothing: an empty field was mostly not asked, and weighs nothing.
    if (texts.length === 0) absences[kind] ??= 'not_recorded';
    return texts;
  };
  const [hair, eyes] = [text(value('hair')), text(value('eyes'))];
  return {
    isMilitary: militaryOf(value('military')), hair: hair === null ? null : hairColourOf(hair), eyes: eyes === null ? null : eyeColourOf(eyes),
    marks: named('marks'), clothing: named('clothing'), belongings: named('belongings'),
    numbers: numbersOf(value('numbers')), teeth: toothChartOf(value('toothChart')), absences,
  };
}

/** Every different name read for these remains: on the marker of their grave, on papers, in a journal, by who recognised them. */
export function namesFound({ remains, grave }: Pick<FoundSubjects, 'remains' | 'grave'>): string[] {
  const readings = grave === null ? [] : distinctValues(grave.fields['markerName'] ?? []).map((group) => readingText(group.value));
  const presumed = (remains.lists['presumptions'] ?? []).map((item) => text(item.value['name']) ?? '');
  return [...new Set([...readings, ...presumed].flatMap((name) => readWhoIsNamed(readNameText(name, 2100).rest).name ?? []))];
}

/** What examiners and DNA say of the sex; more than one where they differ. */
export function sexesFound({ remains, amelogenin }: Pick<FoundSubjects, 'remains' | 'amelogenin'>): Sex[] {
  const observed = new Set((remains.fields['sex'] ?? []).flatMap(({ value }) => sexOf(record(value)['value']) ?? []));
  if (amelogenin !== null && amelogenin !== 'X') observed.add(amelogenin.includes('Y') ? 'M' : 'F');
  return [...observed];
}

function agreedOf(subject: Subject | null, field: string): Json | undefined {
  return subject === null ? undefined : agreedValue(subject, field);
}
