import type { FamilyRole } from '@imena/synth';

/** Words of informants, as told, in Ukrainian; none is taken from a real report. [about a man, about a woman] */
export const circumstances: readonly (readonly [string, string])[] = [
  ['Вийшов по воду і не повернувся.', 'Вийшла по воду і не повернулася.'],
  ['Залишився доглядати будинок; зв’язок зник.', 'Залишилася доглядати будинок; зв’язок зник.'],
  ['Востаннє телефонував рідним; потім зв’язку не було.', 'Востаннє телефонувала рідним; потім зв’язку не було.'],
  ['Пішов до сусідів під час обстрілу.', 'Пішла до сусідів під час обстрілу.'],
  ['Сусіди розповіли, що загинув; місце поховання невідоме.', 'Сусіди розповіли, що загинула; місце поховання невідоме.'],
  ['Був удома, коли зруйнувало будинок.', 'Була вдома, коли зруйнувало будинок.'],
];
export const placesAsSaid = [
  'Ізюм, біля ринку', 'Ізюм, лівий берег', 'Ізюм, приватний сектор', 'Ізюм, підвал житлового будинку', 'Ізюм, дорога до лісу', 'село поблизу Ізюма', 'Ізюм',
] as const;
export const homes = ['Ізюм', 'Ізюм, лівий берег', 'Ізюм, приватний сектор', 'село поблизу Ізюма'] as const;
export const hairs = ['темне', 'русяве', 'каштанове', 'світле'] as const;
export const hairsOfTheOld = ['сиве', 'сиве, коротке', 'з сивиною'] as const;
export const eyes = ['карі', 'сірі', 'блакитні', 'зелені'] as const;
export const marks = ['шрам на лівій долоні', 'рубець після апендициту', 'родимка на шиї', 'старий перелом правого передпліччя', 'татуювання на плечі: якір'] as const;
export const clothings = ['синя куртка, темні штани', 'в’язаний светр, чоботи', 'сіре пальто', 'спортивний костюм', 'халат, теплі капці'] as const;
export const belongings = ['обручка', 'годинник на шкіряному ремінці', 'хрестик на ланцюжку', 'окуляри', 'ключі на синьому шнурку'] as const;
export const teeth = ['золота коронка зверху ліворуч', 'знімний протез угорі', 'бракує двох передніх зубів знизу', 'мостоподібний протез'] as const;

/** The relation code of a role. */
export const relationOf: Readonly<Record<FamilyRole, string>> = {
  missing: 'other', mother: 'mother', father: 'father', brother: 'brother', sister: 'sister', son: 'son', daughter: 'daughter', husband: 'husband', wife: 'wife',
  uncle_or_aunt: 'uncle_or_aunt', grandparent: 'grandparent', cousin: 'cousin', other: 'other',
};

/** Relations that the code list does not tell finely enough, as told. */
export function relationAsTold(memberId: string, role: FamilyRole): string | undefined {
  if (memberId === 'half1') return role === 'brother' ? 'єдиноутробний брат' : 'єдиноутробна сестра';
  if (memberId === 'uncle') return 'дядько, брат матері';
  if (memberId === 'cousin') return 'троюрідний брат';
  if (memberId === 'grandfather') return 'дід, батько матері';
  if (memberId === 'grandmother') return 'баба, мати матері';
  return undefined;
}
