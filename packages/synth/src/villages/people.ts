import { femaleGivenNames, maleGivenNames, type GivenName } from '../given-names.ts';
import { inventPerson, type SynthPerson } from '../person.ts';
import type { Random } from '../random.ts';
import { pickByRank } from '../reports/invent-surnames.ts';
import { clothing, features, places, type Term } from '../reports/lexicon.ts';
import { shuffledSurnames, type Surname } from '../surnames.ts';
import { villageSurnames } from './surnames.ts';
import type { Conditions } from './conditions.ts';

/** A person of the third invented world. */
export interface Villager {
  readonly id: string;
  readonly person: SynthPerson;
  readonly otherSurname: Surname;
  readonly village: Term;
  readonly grave: Term;
  readonly marks: readonly Term[];
  readonly garments: readonly Term[];
  readonly isMilitary: boolean;
  /** Days since 1970-01-01. */
  readonly lastSeenDay: number;
  readonly deathDay: number;
}

const firstDay = Math.floor(Date.UTC(2036, 8, 1) / 86_400_000);
export const villageYear = 2036;

/** Invents the people: villages of few surnames whose dead are brought to a few places, soldiers from elsewhere, households. */
export function inventVillagers(random: Random, count: number, conditions: Conditions): Villager[] {
  const villages = random.shuffle(places.flatMap(({ uk, ru }) => [{ uk, ru, ukOther: uk }, ...['Велике', 'Нове', 'Старе', 'Мале'].map((before): Term => ({ uk: `${before} ${uk}`, ru: `${russianOf[before] ?? before} ${ru}`, ukOther: `с. ${before} ${uk}` }))])).slice(0, conditions.villages);
  const all = villageSurnames(random);
  const ofVillage = villages.map(() => random.sample(all, conditions.surnamesAVillage));
  const ofSoldiers = [...all, ...shuffledSurnames(random)];
  const brought = villages.map(() => pickByRank(random, villages, 1));
  const [fathers, mothers] = [random.shuffle(maleGivenNames), random.shuffle(femaleGivenNames)];
  const people: Villager[] = [];
  let before: { readonly villager: Villager; readonly at: number; readonly father: GivenName } | null = null;
  for (let at = 0; at < count; at++) {
    const kin: typeof before = before !== null && random.chance(conditions.kin) ? before : null;
    const isMilitary: boolean = kin === null && random.chance(conditions.soldiers);
    const home: number = kin?.at ?? villages.indexOf(pickByRank(random, villages, 3));
    const village = villages[home] ?? villages[0];
    if (village === undefined) throw new RangeError('no villages');
    const sex = random.chance(isMilitary ? 0.96 : 0.47) ? 'male' : 'female';
    const surname: Surname = kin?.villager.person.surname ?? (isMilitary ? random.pick(ofSoldiers) : pickByRank(random, ofVillage[home] ?? all, 4));
    const father: GivenName = kin !== null && random.chance(0.5) ? kin.father : pickByRank(random, fathers, 4);
    const own = pickByRank(random, sex === 'male' ? fathers : mothers, 4);
    const age = Math.round(Math.min(98, Math.max(3, isMilitary ? random.normal(35, 10) : random.normal(58, 21))));
    const person = inventPerson(random, { sex, surname, birthYear: villageYear - age, father, taken: (sex === 'male' ? maleGivenNames : femaleGivenNames).filter((name) => name !== own) });
    const lastSeenDay = kin !== null && random.chance(0.5) ? kin.villager.lastSeenDay : firstDay + Math.floor(300 * random.next() ** 2);
    const villager: Villager = {
      id: `VIL-${String(at + 1).padStart(6, '0')}`, person, otherSurname: random.pick(all), village,
      grave: random.chance(conditions.broughtAway) ? (random.chance(0.8) ? (brought[home] ?? village) : random.pick(villages)) : village,
      marks: random.sample(features, random.pick([0, 0, 1, 1, 2, 3])), garments: random.sample(clothing, random.int(1, 5)), isMilitary, lastSeenDay,
      deathDay: lastSeenDay + Math.floor(-Math.log(1 - random.next()) * (random.chance(0.15) ? 50 : 5)),
    };
    people.push(villager);
    before = { villager, at: home, father };
  }
  return people;
}

const russianOf: Readonly<Record<string, string>> = { Велике: 'Большое', Нове: 'Новое', Старе: 'Старое', Мале: 'Малое' };
