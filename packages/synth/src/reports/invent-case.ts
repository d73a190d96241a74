import { maleGivenNames, femaleGivenNames, type GivenName } from '../given-names.ts';
import { inventPerson, type SynthPerson } from '../person.ts';
import type { Random } from '../random.ts';
import type { Surname } from '../surnames.ts';
import { inventSurnames, pickByRank } from './invent-surnames.ts';
import { clothing, features, places, type Term } from './lexicon.ts';

/** A person of an invented event: what is true of them, before anybody reports or finds it. */
export interface CasePerson {
  readonly id: string;
  readonly person: SynthPerson;
  /** Maiden name or name by marriage, in both languages. */
  readonly otherSurname: readonly [uk: string, ru: string];
  readonly place: Term;
  readonly burialPlace: Term;
  readonly features: readonly Term[];
  readonly clothing: readonly Term[];
  readonly isMilitary: boolean;
  /** Days since 1970-01-01. */
  readonly lastSeenDay: number;
  readonly deathDay: number;
}

/** Surnames: about one for each three people, some borne by many. */
const peopleASurname = 3;
const firstDay = Math.floor(Date.UTC(2031, 1, 20) / 86_400_000);
const eventDays = 180;

/** Invents the people of an event; one in four shares surname, father and home with the one before (families mislead). */
export function inventCasePeople(random: Random, count: number): CasePerson[] {
  const surnames = inventSurnames(random.fork('surnames'), Math.max(60, Math.ceil(count / peopleASurname)));
  const fathers = byFrequency(random, maleGivenNames);
  const mothers = byFrequency(random, femaleGivenNames);
  const people: CasePerson[] = [];
  let before: { readonly person: CasePerson; readonly father: GivenName } | undefined;
  for (let at = 0; at < count; at++) {
    const kin = before !== undefined && random.chance(0.25) ? before : undefined;
    const sex = random.chance(0.55) ? 'male' : 'female';
    const surname = kin?.person.person.surname ?? pickByRank(random, surnames, 12);
    const father = kin !== undefined && random.chance(0.5) ? kin.father : pickByRank(random, fathers, 4);
    const own = pickByRank(random, sex === 'male' ? fathers : mothers, 5);
    // `inventPerson` draws among the names not taken: all but one are, so that common names stay common.
    const taken = (sex === 'male' ? maleGivenNames : femaleGivenNames).filter((name) => name !== own);
    const person = inventPerson(random, { sex, surname, birthYear: 2031 - ageAt(random), father, taken });
    const made = describe(random, { id: `SYN-${String(at + 1).padStart(6, '0')}`, person, other: pickByRank(random, surnames, 12), home: kin?.person.place });
    people.push(made);
    before = { person: made, father };
  }
  return people;
}

function ageAt(random: Random): number {
  return Math.min(96, Math.max(17, Math.round(random.normal(52, 19))));
}

function byFrequency(random: Random, names: readonly GivenName[]): GivenName[] {
  return random.shuffle(names);
}

function describe(random: Random, { id, person, other, home }: { readonly id: string; readonly person: SynthPerson; readonly other: Surname; readonly home: Term | undefined }): CasePerson {
  const gender = person.sex === 'male' ? 0 : 1;
  const place = home ?? pickByRank(random, places, 2);
  const lastSeenDay = firstDay + random.int(0, eventDays);
  return {
    id,
    person,
    otherSurname: [other.uk[gender], other.ru[gender]],
    place,
    burialPlace: random.chance(0.8) ? place : pickByRank(random, places, 2),
    features: random.sample(features, random.pick([0, 0, 1, 1, 1, 2, 2, 3])),
    clothing: random.sample(clothing, random.int(1, 4)),
    isMilitary: person.sex === 'male' && 2031 - person.birth.year < 60 && random.chance(0.2),
    lastSeenDay,
    deathDay: lastSeenDay + Math.floor(-Math.log(1 - random.next()) * 8),
  };
}
