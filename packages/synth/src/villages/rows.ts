import type { Random } from '../random.ts';
import type { FoundRow } from '../reports/find-remains.ts';
import { clothing, features, relatives, type Term } from '../reports/lexicon.ts';
import type { MissingRow, RemainsSource } from '../reports/matching-rows.ts';
import { isoDay, yearOf } from '../reports/report-person.ts';
import type { Conditions } from './conditions.ts';
import { villageYear, type Villager } from './people.ts';
import { joinParts, writeVillager, type Hand } from './write.ts';

/** One report of a villager: a form that several people filled in over the telephone. */
export function reportVillager(random: Random, villager: Villager, { id, conditions }: { readonly id: string; readonly conditions: Conditions }): MissingRow {
  const written = writeVillager(random, villager, { hand: 'form', conditions });
  const isMixed = random.chance(conditions.wrongField);
  const [surname, given] = isMixed ? [written.given, written.surname] : [written.surname, written.given];
  const patronymic = random.chance(conditions.noPatronymic) ? null : written.patronymic;
  const birth = toldBirth(random, villager, conditions);
  const age = villageYear - villager.person.birth.year + random.pick([-3, -1, 0, 0, 0, 1]);
  const said = written.lang === 'ru' ? 'ru' : random.chance(0.3) ? 'ukOther' : 'uk';
  return {
    id, synthetic: true, lang: written.lang, script: written.script, surname, given, patronymic,
    name: [surname, given, patronymic].filter((part) => part !== null).join(' '),
    sex: random.chance(0.03) ? null : villager.person.sex === 'male' ? 'M' : 'F',
    dob: birth, age: birth === null && random.chance(0.7) ? (random.chance(0.4) ? 5 * Math.round(age / 5) : age) : null,
    last_seen: random.chance(0.12) ? null : random.chance(0.15) ? isoDay(villager.lastSeenDay).slice(0, 7) : isoDay(villager.lastSeenDay + Math.round(random.chance(0.4) ? random.normal(0, conditions.misdatedDays) : 0)),
    place: random.chance(conditions.noPlace) ? null : villager.village[said],
    height_cm: random.chance(0.5) ? 5 * Math.round((villager.person.statureMm / 10 + random.normal(2, 4)) / 5) : null,
    military: random.chance(0.2) ? null : villager.isMilitary !== random.chance(0.02),
    features: some(random, villager.marks, conditions.told).map((term) => term[said]),
    clothing: some(random, villager.garments, conditions.told * 0.6).map((term) => term[said]),
    reporter: random.pick(relatives).uk,
  };
}

function toldBirth(random: Random, { person: { birth } }: Villager, { noBirth, wrongYear }: Conditions): string | null {
  if (random.chance(noBirth)) return null;
  const year = wrongly(random, birth.year, wrongYear);
  const kind = random.next();
  if (kind < 0.1) return String(year);
  if (kind < 0.14) return `${year - random.int(0, 2)}/${year + random.int(1, 2)}`;
  if (kind < 0.18) return `${year}-01-01`;
  if (kind < 0.21 && birth.day <= 12) return `${year}-${two(birth.day)}-${two(birth.month)}`;
  return `${year}-${two(birth.month)}-${two(random.chance(0.05) ? random.int(1, 28) : birth.day)}`;
}

/** A year miswritten: its neighbours, two digits swapped, or a decade off. */
function wrongly(random: Random, year: number, share: number): number {
  if (!random.chance(share)) return year;
  const [tens, ones] = [Math.floor(year / 10) % 10, year % 10];
  return random.pick([year - 1, year + 1, year + 10, year - 10, year - 10 * tens - ones + 10 * ones + tens]);
}

const hands: Readonly<Record<Exclude<RemainsSource, 'nameless'>, Hand>> = { marker: 'cross', document: 'paper', list: 'journal' };

/** What is found: read by somebody else's eyes, examined by somebody in haste. */
export function findVillager(random: Random, villager: Villager, { id, conditions, others }: { readonly id: string; readonly conditions: Conditions; readonly others: readonly Villager[] }): FoundRow {
  const kind = random.next();
  const source: RemainsSource = kind < conditions.nameless ? 'nameless' : random.pick(['marker', 'marker', 'document', 'list', 'list']);
  const named = source === 'nameless' ? null : nameOf(random, random.chance(conditions.ofAnother) ? random.pick(others) : villager, { hand: hands[source], conditions });
  const { person } = villager;
  const age = yearOf(villager.deathDay) - person.birth.year;
  const slack = random.pick([2, 7, 20]);
  const looks = age - (conditions.oldTooYoung * Math.max(0, age - 50)) / 30 + random.normal(0, 3 + age / 15);
  const half = Math.round(3 + age / 8);
  return {
    row: {
      id, synthetic: true, source, script: named?.script ?? null, lang: named?.lang ?? null, name_raw: named?.text ?? null,
      grave_number: random.chance(0.5) ? random.int(1, 500) : null,
      birth_year: source === 'document' && random.chance(0.6) ? wrongly(random, person.birth.year, conditions.wrongYear) : null,
      age_stated: source === 'list' && random.chance(0.35) ? Math.max(0, age + random.int(-3, 3)) : null,
      death_date: random.chance(0.25) ? isoDay(villager.deathDay + random.int(-3, 3)) : null,
      death_from: isoDay(villager.deathDay - random.int(0, slack)), death_to: isoDay(villager.deathDay + random.int(0, slack)),
      place: random.chance(0.15) ? villager.grave.ru : villager.grave.uk,
      sex_estimate: random.chance(0.12) ? null : (person.sex === 'male') !== random.chance(conditions.wrongSex) ? 'M' : 'F',
      ...(random.chance(0.15) ? { age_min: null, age_max: null } : { age_min: Math.min(105, Math.max(0, Math.round(looks - half))), age_max: Math.min(105, Math.max(1, Math.round(looks + half))) }),
      ...(random.chance(0.35) ? { stature_cm: null, stature_sd: null } : { stature_cm: Math.round(person.statureMm / 10 + random.normal(-1, 5)), stature_sd: 4 }),
      military: random.chance(0.3) ? null : villager.isMilitary !== random.chance(0.08),
      features: [...some(random, villager.marks, conditions.foundAgain), ...(random.chance(0.08) ? [random.pick(features)] : [])].map((term) => term.uk),
      clothing: [...some(random, villager.garments, conditions.foundAgain), ...(random.chance(0.25) ? [random.pick(clothing)] : [])].map((term) => term.uk),
    },
    form: named?.form ?? 'none',
  };
}

interface Named {
  readonly text: string;
  readonly form: string;
  readonly lang: 'uk' | 'ru';
  readonly script: 'Cyrl' | 'Latn';
}

function nameOf(random: Random, villager: Villager, { hand, conditions }: { readonly hand: Hand; readonly conditions: Conditions }): Named {
  const written = writeVillager(random, villager, { hand, conditions });
  const { text, form } = joinParts(random, written, { hand, conditions });
  const year = wrongly(random, villager.person.birth.year, conditions.wrongYear);
  const age = yearOf(villager.deathDay) - villager.person.birth.year;
  const beside = hand === 'cross' ? random.pick(['', '', ` ${year} р.н.`, ` ${year}-${yearOf(villager.deathDay)}`, ` ${two(villager.person.birth.day)}.${two(villager.person.birth.month)}.${year}`, ` ${age} р.`]) : hand === 'journal' ? random.pick(['', '', '', ` ~${5 * Math.round(age / 5)} років`, `, ${year}`]) : '';
  return { text: `${hand === 'journal' && random.chance(0.25) ? `${random.int(1, 500)}) ` : ''}${text}${beside}`, form, lang: written.lang, script: written.script };
}

function some(random: Random, terms: readonly Term[], share: number): Term[] {
  return terms.filter(() => random.chance(share));
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
