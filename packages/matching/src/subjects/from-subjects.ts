import { parseEdtf, type Json } from '@imena/problem';
import { agreedValue, distinctValues, readingText, shownValue, type Subject } from '@imena/record';
import { readNameText } from '../records/name-text.ts';
import type { FoundRemains, MissingReport, Sex, StatedDate } from '../records/types.ts';

/** A missing person of the register as `imena match` reads a report. What people disagree on is left out: it weighs nothing. */
export function reportOfPerson(person: Subject): MissingReport {
  const form = record(list(shownValue(person, 'names'))[0]);
  const lastSeen = record(agreedValue(person, 'lastSeen'));
  const stature = record(agreedValue(person, 'statureMm'));
  const middleMm = typeof stature['low'] === 'number' && typeof stature['high'] === 'number' ? (stature['low'] + stature['high']) / 2 : null;
  return {
    id: person.id,
    surname: text(form['surname']), given: text(form['given']), patronymic: text(form['patronymic']), name: text(form['full']), lang: null,
    sex: sexOf(agreedValue(person, 'sex')),
    birth: statedDate(text(agreedValue(person, 'birthDate'))),
    age: null,
    lastSeen: dayOf(text(lastSeen['when'])),
    place: text(record(lastSeen['place'])['asSaid']),
    heightCm: middleMm === null ? null : middleMm / 10,
    isMilitary: null,
    marks: partsOf(agreedValue(person, 'marks')), clothing: partsOf(agreedValue(person, 'clothing')),
    informant: null,
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
 * LIMIT: the register holds no place, day of death, marks or clothing of remains in fields of their own yet.
 */
export function foundOfRemains({ remains, grave, amelogenin }: FoundSubjects): FoundRemains {
  const age = interval(agreedValue(remains, 'ageYears'));
  const stature = interval(agreedValue(remains, 'statureMm'));
  const sexes = sexesFound({ remains, amelogenin });
  const marker = readNameText(`${readingText(agreedOf(grave, 'markerName'))} ${readingText(agreedOf(grave, 'markerDates'))}`, 2100);
  return {
    id: remains.id, source: null, name: null, lang: null,
    birth: marker.birth, statedAge: marker.age, death: null, place: null,
    sex: sexes.length === 1 ? (sexes[0] ?? null) : null,
    age,
    // An interval of an estimate is read as its 90 % range.
    stature: stature === null ? null : { cm: (stature.low + stature.high) / 20, sdCm: stature.high > stature.low ? (stature.high - stature.low) / 20 / 1.645 : null },
    isMilitary: null, marks: [], clothing: [],
  };
}

/** Every different name read for these remains: on the marker of their grave, on papers, in a journal, by who recognised them. */
export function namesFound({ remains, grave }: Pick<FoundSubjects, 'remains' | 'grave'>): string[] {
  const readings = grave === null ? [] : distinctValues(grave.fields['markerName'] ?? []).map((group) => readingText(group.value));
  const presumed = (remains.lists['presumptions'] ?? []).map((item) => text(item.value['name']) ?? '');
  return [...new Set([...readings, ...presumed].map((name) => readNameText(name, 2100).rest).filter((name) => name !== ''))];
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

function sexOf(value: Json | undefined): Sex | null {
  return value === 'male' ? 'M' : value === 'female' ? 'F' : null;
}

/** A date as far as all its readings agree; null where not even the year is one. */
function statedDate(edtf: string | null): StatedDate | null {
  if (edtf === null) return null;
  const { earliest, latest } = parseEdtf(edtf);
  if (earliest === null || latest === null || earliest.slice(0, 4) !== latest.slice(0, 4)) return null;
  const year = Number(earliest.slice(0, 4));
  const month = earliest.slice(0, 7) === latest.slice(0, 7) ? Number(earliest.slice(5, 7)) : null;
  return { year, month, day: earliest === latest ? Number(earliest.slice(8, 10)) : null };
}

/** Longest span of days that is read as its middle. */
const longestSpanDays = 92;

function dayOf(edtf: string | null): number | null {
  if (edtf === null) return null;
  const { earliest, latest } = parseEdtf(edtf);
  if (earliest === null || latest === null) return null;
  const [from, to] = [Date.parse(earliest) / 86_400_000, Date.parse(latest) / 86_400_000];
  return to - from > longestSpanDays ? null : Math.floor((from + to) / 2);
}

/** A line of description as the things it lists. */
function partsOf(value: Json | undefined): string[] {
  return (text(value) ?? '').split(/[;,]/u).map((part) => part.trim()).filter((part) => part !== '');
}

function interval(value: Json | undefined): { low: number; high: number } | null {
  const { low, high } = record(value);
  return typeof low === 'number' && typeof high === 'number' ? { low, high } : null;
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function record(value: Json | undefined): Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, Json>>) : {};
}

function text(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
