import { femaleGivenNames, maleGivenNames, type GivenName } from './given-names.ts';
import { toPassportLatin } from './latin.ts';
import type { Random } from './random.ts';
import type { Surname } from './surnames.ts';

export type SynthSex = 'male' | 'female';

export interface NameForm {
  readonly surname: string;
  readonly given: string;
  readonly patronymic: string;
}

/** An invented person. Everything about them is drawn; the surname says so. */
export interface SynthPerson {
  readonly sex: SynthSex;
  readonly surname: Surname;
  readonly givenName: GivenName;
  /** The same name in Ukrainian, in Russian and in Latin letters. */
  readonly uk: NameForm;
  readonly ru: NameForm;
  readonly latin: NameForm;
  readonly birth: { readonly year: number; readonly month: number; readonly day: number };
  /** Standing height, whole millimetres. */
  readonly statureMm: number;
}

export interface PersonPlan {
  readonly sex: SynthSex;
  readonly surname: Surname;
  readonly birthYear: number;
  /** The father's given name, of which the patronymic is made; drawn when absent. */
  readonly father?: GivenName;
  /** Given names that must not come twice among brothers and sisters. */
  readonly taken?: readonly GivenName[];
}

/**
 * Invents a person: given name, patronymic and surname agree in gender in every script; stature is drawn from
 * N(1755, 65) mm for men and N(1635, 60) mm for women, round figures of no particular population.
 */
export function inventPerson(random: Random, plan: PersonPlan): SynthPerson {
  const gender = plan.sex === 'male' ? 0 : 1;
  const names = (plan.sex === 'male' ? maleGivenNames : femaleGivenNames).filter((name) => !(plan.taken ?? []).includes(name));
  const givenName = random.pick(names);
  const father = plan.father ?? random.pick(maleGivenNames);
  const uk = { surname: plan.surname.uk[gender], given: givenName.uk, patronymic: father.patronymicUk?.[gender] ?? '' };
  return {
    sex: plan.sex,
    surname: plan.surname,
    givenName,
    uk,
    ru: { surname: plan.surname.ru[gender], given: givenName.ru, patronymic: father.patronymicRu?.[gender] ?? '' },
    latin: { surname: toPassportLatin(uk.surname), given: toPassportLatin(uk.given), patronymic: toPassportLatin(uk.patronymic) },
    birth: { year: plan.birthYear, month: random.int(1, 12), day: random.int(1, 28) },
    statureMm: Math.round(plan.sex === 'male' ? random.normal(1755, 65) : random.normal(1635, 60)),
  };
}
