import type { Random } from '../random.ts';
import type { CasePerson } from './invent-case.ts';
import { places, relatives } from './lexicon.ts';
import type { MissingRow } from './matching-rows.ts';
import { writeName, type NameNoiseRates } from './write-name.ts';

/** A report is typed from what a relative says on the telephone. Guesses. */
export const reportNoise: NameNoiseRates = {
  russian: 0.3, latin: 0.06, short: 0.05, letter: { pen: 0.012, paint: 0.012, print: 0.012, typed: 0.012 }, byEar: 0.03, lookAlikes: 0.01, otherSurname: 0.04,
};

/** One report of a person, as a relative, neighbour or office gave it: with gaps, roundings and errors. */
export function reportPerson(random: Random, subject: CasePerson, id: string): MissingRow {
  const { person } = subject;
  const name = writeName(random, person, { rates: reportNoise, hand: 'typed', otherSurname: subject.otherSurname });
  const hasPatronymic = random.chance(0.82);
  const parts = hasPatronymic ? [name.surname, name.given, name.patronymic] : [name.surname, name.given];
  const order = random.chance(0.85) ? parts : [...parts.slice(1), name.surname];
  const birth = statedBirth(random, subject);
  const place = random.chance(0.06) ? null : random.chance(0.05) ? random.pick(places) : subject.place;
  return {
    id,
    synthetic: true,
    lang: name.lang,
    script: name.script,
    surname: name.surname,
    given: name.given,
    patronymic: hasPatronymic ? name.patronymic : null,
    name: order.join(' '),
    sex: person.sex === 'male' ? 'M' : 'F',
    ...birth,
    last_seen: isoDay(subject.lastSeenDay + (random.chance(0.15) ? random.int(-5, 5) : 0)),
    place: place?.[name.lang] ?? null,
    height_cm: random.chance(0.7) ? roundedHeight(random, person.statureMm / 10) : null,
    military: random.chance(0.1) ? null : subject.isMilitary,
    features: subject.features.filter(() => random.chance(0.75)).map((term) => (name.lang === 'ru' ? term.ru : random.chance(0.3) ? term.ukOther : term.uk)),
    clothing: subject.clothing.filter(() => random.chance(0.4)).map((term) => (name.lang === 'ru' ? term.ru : random.chance(0.3) ? term.ukOther : term.uk)),
    reporter: random.pick(relatives)[name.lang],
  };
}

function statedBirth(random: Random, { person: { birth }, lastSeenDay }: CasePerson): { readonly dob: string | null; readonly age: number | null } {
  const kind = random.next();
  const year = birth.year + (random.chance(0.05) ? random.pick([-10, -2, -1, 1, 2, 10]) : 0);
  const month = String(birth.month).padStart(2, '0');
  const day = String(random.chance(0.05) ? random.int(1, 28) : birth.day).padStart(2, '0');
  const age = yearOf(lastSeenDay) - birth.year + random.pick([-2, -1, 0, 0, 0, 0, 1, 2]);
  if (kind < 0.75) return { dob: random.chance(0.03) && birth.day <= 12 ? `${year}-${day}-${month}` : `${year}-${month}-${day}`, age: null };
  if (kind < 0.85) return { dob: String(year), age: random.chance(0.5) ? age : null };
  return kind < 0.95 ? { dob: null, age } : { dob: null, age: null };
}

function roundedHeight(random: Random, cm: number): number {
  const said = cm + random.normal(1.5, 3);
  return random.chance(0.5) ? 5 * Math.round(said / 5) : Math.round(said);
}

/** The day as ISO 8601. */
export function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** The year of a day. */
export function yearOf(day: number): number {
  return Number(isoDay(day).slice(0, 4));
}
