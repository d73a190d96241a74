import type { Random } from '../random.ts';
import type { FoundRow } from '../reports/find-remains.ts';
import type { MissingRow, RemainsSource } from '../reports/matching-rows.ts';
import { isoDay, yearOf } from '../reports/report-person.ts';
import { garments, marks, towns, type Word } from './lexicon.ts';
import type { OtherPerson } from './people.ts';
import { wholeName, writeOtherName, type Writer } from './write.ts';

/** One report of a person of the second world: more is left out than in the first, and heights and ages are said kindly. */
export function reportOtherPerson(random: Random, person: OtherPerson, id: string): MissingRow {
  const written = writeOtherName(random, person, 'telephone');
  const hasPatronymic = random.chance(0.6);
  const said = written.lang === 'ru' ? 2 : random.chance(0.4) ? 1 : 0;
  const ageSaid = yearOf(person.lastSeenDay) - person.birth.year + (random.chance(0.25) ? random.int(-3, 1) : 0);
  const birthKnown = random.next();
  const year = person.birth.year + (random.chance(0.08) ? random.pick([-10, -3, -1, 1, 1, 3]) : 0);
  return {
    id, synthetic: true, lang: written.lang, script: written.script,
    surname: written.surname, given: written.given, patronymic: hasPatronymic ? written.patronymic : null,
    name: [written.surname, written.given, ...(hasPatronymic ? [written.patronymic] : [])].join(' '),
    sex: person.sex,
    dob: birthKnown < 0.5 ? `${year}-${two(person.birth.month)}-${two(random.chance(0.08) ? random.int(1, 28) : person.birth.day)}` : birthKnown < 0.65 ? String(year) : null,
    age: birthKnown < 0.55 ? null : birthKnown < 0.9 ? (random.chance(0.3) ? 5 * Math.round(ageSaid / 5) : ageSaid) : null,
    last_seen: random.chance(0.3) ? isoDay(person.lastSeenDay).slice(0, 7) : isoDay(person.lastSeenDay + (random.chance(0.25) ? random.int(-14, 14) : 0)),
    place: random.chance(0.25) ? null : random.chance(0.08) ? random.pick(towns)[0] : person.town[said],
    height_cm: random.chance(0.5) ? toldHeight(random, person) : null,
    military: random.chance(0.3) ? null : person.isMilitary,
    features: told(random, person.marks, { share: 0.55, said }), clothing: told(random, person.garments, { share: 0.3, said }),
    reporter: random.pick(['мати', 'дружина', 'побратим', 'сусід', 'сільрада', 'невідомий голос']),
  };
}

const writers: Readonly<Record<Exclude<RemainsSource, 'nameless'>, Writer>> = { marker: 'board', document: 'passport', list: 'service' };

/** What is found of a person of the second world: estimates that pull to the middle, wide spans of death, more without a name. */
export function findOtherRemains(random: Random, person: OtherPerson, id: string): FoundRow {
  const kind = random.next();
  const source: RemainsSource = kind < 0.42 ? 'marker' : kind < 0.6 ? 'document' : kind < 0.82 ? 'list' : 'nameless';
  const written = source === 'nameless' ? null : writeOtherName(random, person, writers[source]);
  const named = written === null || source === 'nameless' ? null : wholeName(random, written, writers[source]);
  const age = yearOf(person.deathDay) - person.birth.year;
  const year = person.birth.year + (random.chance(0.1) ? random.pick([-10, -1, 1, 10]) : 0);
  const beside = source === 'marker' ? random.pick(['', '', '', ` ${year}`, ` ${year}-${yearOf(person.deathDay)}`, ` ${age} р.`]) : '';
  // Old bones look younger than they are, and the span is narrower than it should be.
  const looks = age > 55 ? 50 + 0.6 * (age - 55) : age;
  const half = random.pick([5, 7, 10]);
  const middle = looks + random.normal(0, 6);
  const slack = random.pick([3, 15, 45]);
  const estimated = random.next();
  return {
    row: {
      id, synthetic: true, source, script: written?.script ?? null, lang: written?.lang ?? null,
      name_raw: named === null ? null : `${source === 'list' && random.chance(0.3) ? `${random.int(1, 300)}. ` : ''}${named.text}${beside}`,
      grave_number: random.chance(0.4) ? random.int(1, 300) : null,
      birth_year: source === 'document' && random.chance(0.5) ? year : null,
      age_stated: source === 'list' && random.chance(0.3) ? age + random.int(-4, 4) : null,
      death_date: random.chance(0.2) ? isoDay(person.deathDay + random.int(-7, 7)) : null,
      death_from: isoDay(person.deathDay - random.int(0, slack)), death_to: isoDay(person.deathDay + random.int(0, slack)),
      place: random.chance(0.07) ? random.pick(towns)[0] : person.grave[random.chance(0.2) ? 1 : 0],
      sex_estimate: estimated < 0.18 ? null : estimated < 0.25 ? (person.sex === 'M' ? 'F' : 'M') : person.sex,
      ...(random.chance(0.15) ? { age_min: null, age_max: null } : { age_min: Math.max(0, Math.round(middle - half)), age_max: Math.max(1, Math.min(105, Math.round(middle + half))) }),
      ...(random.chance(0.4) ? { stature_cm: null, stature_sd: null } : { stature_cm: Math.round(person.heightCm + random.normal(1, 5)), stature_sd: 4 }),
      military: random.chance(0.45) ? null : person.isMilitary !== random.chance(0.08),
      features: [...told(random, person.marks, { share: 0.4, said: 0 }), ...(random.chance(0.08) ? [random.pick(marks)[0]] : [])],
      clothing: [...told(random, person.garments, { share: 0.5, said: random.chance(0.3) ? 1 : 0 }), ...(random.chance(0.3) ? [random.pick(garments)[0]] : [])],
    },
    form: named?.form ?? 'none',
  };
}

function told(random: Random, words: readonly Word[], { share, said }: { readonly share: number; readonly said: 0 | 1 | 2 }): string[] {
  return words.filter(() => random.chance(share)).map((word) => word[said]);
}

function toldHeight(random: Random, { heightCm, sex }: OtherPerson): number {
  const said = heightCm + random.normal(sex === 'M' ? 3 : 1, 4);
  return random.chance(0.7) ? 5 * Math.round(said / 5) : Math.round(said);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
