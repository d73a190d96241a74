import { readWhoIsNamed } from '@imena/names';
import { namedThings, saidNothing } from '../evidence/said-nothing.ts';
import { readNameText } from './name-text.ts';
import type { ReadDays } from './read-date.ts';
import { RowFields, type RowNote, type RowPlace } from './row-fields.ts';
import type { Absence, DaySpan, FoundRemains, MissingReport, TraitKind } from './types.ts';

const describedFields = ['id', 'synthetic', 'lang', 'script', 'name', 'other_names', 'place', 'street', 'military', 'hair', 'eyes', 'features', 'surgery', 'clothing', 'belongings', 'numbers', 'teeth'];
const missingFields: ReadonlySet<string> = new Set([...describedFields, 'surname', 'given', 'patronymic', 'sex', 'dob', 'age', 'last_seen', 'height_cm', 'reporter']);
const remainsFields: ReadonlySet<string> = new Set([
  ...describedFields, 'source', 'name_raw', 'grave_number', 'birth_year', 'birth_date', 'age_stated', 'death_date', 'death_from', 'death_to', 'sex_estimate', 'age_min', 'age_max', 'stature_cm', 'stature_sd',
]);

const deaf = (): void => undefined;

/**
 * One line of `missing.jsonl`. Absent, null and empty fields are "not reported", and so is `{"absent": reason}`; only
 * `{"absent": "absent"}` of a list says something: asked, and there is none. `hear` is told of fields of other names.
 * @throws Problem `matching.row_unreadable` naming file, line, field, value and what is allowed; `matching.row_not_json`
 */
export function parseMissing(text: string, place: RowPlace, hear: (note: RowNote) => void = deaf): MissingReport {
  const fields = new RowFields(text, place, { known: missingFields, hear });
  const seen = fields.days('last_seen');
  return {
    id: fields.id(),
    surname: fields.text('surname'), given: fields.text('given'), patronymic: fields.text('patronymic'), name: fields.text('name'), lang: fields.text('lang'),
    sex: fields.sex('sex'),
    ...fields.bornBefore('dob', fields.birth('dob'), seen.span?.to ?? seen.middle),
    age: fields.number('age', 0, 120),
    lastSeen: seen.middle, lastSeenSpan: seen.span,
    heightCm: fields.height('height_cm'),
    informant: fields.text('reporter'),
    ...described(fields),
  };
}

/**
 * One line of `remains.jsonl`, read as `parseMissing` does; number, years and age inside `name_raw` are taken out of the name.
 * @throws as `parseMissing`
 */
export function parseRemains(text: string, place: RowPlace, hear: (note: RowNote) => void = deaf): FoundRemains {
  const fields = new RowFields(text, place, { known: remainsFields, hear });
  const death = boundsOf(fields.days('death_from'), fields.days('death_to'), fields.days('death_date'));
  const [marked, named] = [fields.text('name_raw'), fields.text('name')];
  const raw = marked ?? named;
  const read = raw === null ? null : readNameText(raw, yearOf(death));
  fields.inOrder('death_from', 'death_to', death === null || death.from === null || death.to === null || death.from <= death.to);
  const year = fields.whole('birth_year', 1850, 2100);
  const papers = fields.birth('birth_date');
  const stated = year === null ? papers : { birth: { year, month: null, day: null }, birthYears: null };
  const written = fields.bornBefore(year === null ? 'birth_date' : 'birth_year', stated, death?.to ?? null);
  const low = fields.number('age_min', 0, 150);
  const high = fields.number('age_max', 0, 150);
  fields.inOrder('age_min', 'age_max', low === null || high === null || low <= high);
  const cm = fields.height('stature_cm');
  const { sex, isInDoubt } = fields.sexEstimate('sex_estimate');
  return {
    id: fields.id(),
    source: fields.text('source'),
    name: readWhoIsNamed(read?.rest ?? null).name,
    lang: fields.text('lang'),
    birth: written.birth ?? (written.birthYears === null ? (read?.birth ?? null) : null),
    birthYears: written.birthYears ?? (written.birth === null ? (read?.birthYears ?? null) : null),
    statedAge: fields.number('age_stated', 0, 120) ?? read?.age ?? null,
    death,
    sex, isSexInDoubt: isInDoubt,
    age: low === null && high === null ? null : { low: low ?? 0, high: high ?? 110 },
    stature: cm === null ? null : { cm, sdCm: fields.number('stature_sd', 0.1, 50) },
    ...described(fields),
    otherNames: joined(marked === null || named === null || named === marked ? [] : [named], fields.texts('other_names')),
  };
}

const listFields = [['marks', 'features'], ['clothing', 'clothing'], ['belongings', 'belongings']] as const;

/** What both sides say in fields of one name. Operations are marks: what one side calls a scar the other may call surgery. */
function described(fields: RowFields) {
  const whyNot: Partial<Record<TraitKind, Absence>> = {};
  for (const [kind, field] of listFields) {
    const reason = fields.absence(field);
    if (reason !== null) whyNot[kind] = reason;
  }
  const named = (kind: TraitKind, texts: readonly string[]): readonly string[] => {
    if (texts.length === 0) return texts;
    const { texts: things, absence } = namedThings(texts);
    if (absence !== null) whyNot[kind] ??= absence;
    return things;
  };
  const said = fields.text('place');
  const place = said === null || saidNothing(said) !== null ? null : said;
  return {
    otherNames: fields.texts('other_names'), place, street: fields.streetOf('street', place), isMilitary: fields.flag('military'), hair: fields.hair('hair'), eyes: fields.eyes('eyes'),
    marks: named('marks', joined(fields.texts('features'), fields.texts('surgery'))), clothing: named('clothing', fields.texts('clothing')), belongings: named('belongings', fields.texts('belongings')),
    numbers: fields.numbers('numbers'), teeth: fields.teeth('teeth'), absences: whyNot,
  };
}

function joined(first: readonly string[], second: readonly string[]): readonly string[] {
  return first.length === 0 ? second : second.length === 0 ? first : [...first, ...second];
}

/** The last year in which the death can lie; a far one where nothing is known. */
function yearOf(death: DaySpan | null): number {
  return death?.to == null ? 2100 : new Date(death.to * 86_400_000).getUTCFullYear();
}

/** A day stated is not off by more than this from the day it was, within bounds that hold it. */
const statedWithin = 3;

/** The span between both bounds, open where one is missing; a stated day narrows bounds that hold it and widens others. */
function boundsOf(first: ReadDays, last: ReadDays, stated: ReadDays): DaySpan | null {
  const [from, to, said] = [daysOf(first), daysOf(last), daysOf(stated)];
  const low = from?.from ?? null;
  const high = to?.to ?? null;
  if (said === null) return from === null && to === null ? null : { from: low, to: high };
  if (from === null && to === null) return said;
  if (said.from !== null && said.from === said.to && low !== null && high !== null && said.from >= low && said.from <= high) {
    return { from: Math.max(low, said.from - statedWithin), to: Math.min(high, said.from + statedWithin) };
  }
  return { from: low === null || said.from === null ? (low ?? said.from) : Math.min(low, said.from), to: high === null || said.to === null ? (high ?? said.to) : Math.max(high, said.to) };
}

function daysOf({ middle, span }: ReadDays): DaySpan | null {
  return span ?? (middle === null ? null : { from: middle, to: middle });
}
