import { pickByRank } from '../reports/invent-surnames.ts';
import type { Random } from '../random.ts';
import { firstParts, garments, marks, men, secondParts, towns, women, type OtherGivenName, type Word } from './lexicon.ts';

interface Form {
  readonly surname: string;
  readonly given: string;
  readonly patronymic: string;
}

/** A person of the second invented world. */
export interface OtherPerson {
  readonly id: string;
  readonly sex: 'M' | 'F';
  readonly uk: Form;
  readonly ru: Form;
  readonly called: readonly string[];
  /** Maiden or married name in both languages; half of the women have one. */
  readonly otherSurname: readonly [uk: string, ru: string] | null;
  readonly birth: { readonly year: number; readonly month: number; readonly day: number };
  readonly heightCm: number;
  readonly town: Word;
  readonly grave: Word;
  readonly marks: readonly Word[];
  readonly garments: readonly Word[];
  readonly isMilitary: boolean;
  /** Days since 1970-01-01. */
  readonly lastSeenDay: number;
  readonly deathDay: number;
}

interface Household {
  readonly parts: readonly [number, number];
  readonly father: OtherGivenName;
  readonly town: Word;
}

/** Two years of an event, other than that of the first world. */
const firstDay = Math.floor(Date.UTC(2040, 4, 1) / 86_400_000);
export const eventYear = 2041;

/** Invents the people: soldiers young and men, villagers old; one in six with a brother or sister beside them. */
export function inventOtherPeople(random: Random, count: number): OtherPerson[] {
  const people: OtherPerson[] = [];
  let kin: Household | null = null;
  let before: OtherGivenName | null = null;
  for (let at = 0; at < count; at++) {
    const isSoldier = random.chance(0.45);
    const sex = random.chance(isSoldier ? 0.97 : 0.42) ? 'M' : 'F';
    const home: Household = kin !== null && random.chance(0.17) ? kin : { parts: [random.int(0, firstParts.length - 1), random.int(0, secondParts.length - 1)], father: pickByRank(random, men, 5), town: pickByRank(random, towns, 2) };
    const age = Math.round(Math.min(97, Math.max(16, isSoldier ? random.normal(33, 9) : random.normal(66, 13))));
    const own = pickByRank(random, (sex === 'M' ? men : women).filter((name) => home !== kin || name !== before), 5);
    before = own;
    kin = home;
    const gender = sex === 'M' ? 0 : 1;
    const surname = surnameOf(home.parts, gender);
    const day = firstDay + random.int(0, 700);
    people.push({
      id: `ELS-${String(at + 1).padStart(6, '0')}`, sex, called: own.called,
      uk: { surname: surname[0], given: own.uk, patronymic: (sex === 'M' ? home.father.sonUk : home.father.daughterUk) ?? '' },
      ru: { surname: surname[1], given: own.ru, patronymic: (sex === 'M' ? home.father.sonRu : home.father.daughterRu) ?? '' },
      otherSurname: sex === 'F' && random.chance(0.5) ? surnameOf([random.int(0, firstParts.length - 1), random.int(0, secondParts.length - 1)], 1) : null,
      birth: { year: eventYear - age, month: random.int(1, 12), day: random.int(1, 28) },
      heightCm: Math.round(random.normal(sex === 'M' ? 177 : 162, 7) - Math.max(0, age - 60) * 0.08),
      town: home.town, grave: random.chance(0.65) ? home.town : pickByRank(random, towns, 3),
      marks: random.sample(marks, random.pick([0, 0, 0, 1, 1, 2])), garments: random.sample(garments, random.int(1, 5)),
      isMilitary: isSoldier, lastSeenDay: day, deathDay: day + Math.floor(-Math.log(1 - random.next()) * (random.chance(0.2) ? 60 : 4)),
    });
  }
  return people;
}

/** 840 surnames by their parts, many alike at one end. */
function surnameOf([first, second]: readonly [number, number], gender: 0 | 1): readonly [string, string] {
  const [start, end] = [firstParts[first], secondParts[second]];
  return [(start?.[0] ?? '') + (end?.uk[gender] ?? ''), (start?.[1] ?? '') + (end?.ru[gender] ?? '')];
}
