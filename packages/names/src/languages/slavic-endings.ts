import type { Language } from './language.ts';

/** Shared by the East Slavic languages and by their Latin spellings; in sounds, longest first within a family. */
export const slavicSurnameEndings: Language['surnameEndings'] = [
  ...family('sk', ['yj', 'ij', 'yi', 'ii', 'yy', 'iy', 'i', 'y', 'oj'], ['aja', 'aia', 'ja', 'a']),
  ...family('ck', ['yj', 'ij', 'yi', 'ii', 'yy', 'iy', 'i', 'y', 'oj'], ['aja', 'aia', 'a']),
  ...family('ov', [''], ['a']),
  ...family('jev', [''], ['a']),
  ...family('ev', [''], ['a']),
  ...family('yn', [''], ['a']),
  ...family('in', [''], ['a']),
  ...family('n', ['yj', 'ij', 'yi', 'yy', 'iy', 'oj'], ['aja', 'aia', 'a']),
  ...family('t', ['yj', 'ij', 'oj'], ['aja', 'a']),
  ...family('l', ['yj', 'ij', 'oj'], ['aja', 'a']),
  ...family('r', ['yj', 'ij', 'oj'], ['aja', 'a']),
  ...family('v', ['yj', 'ij', 'oj'], ['aja']),
];

function family(stem: string, male: readonly string[], female: readonly string[]): Language['surnameEndings'][number][] {
  return [
    ...female.map((ending) => [stem + ending, stem, 'female'] as const),
    ...male.map((ending) => [stem + ending, stem, ending === '' ? null : ('male' as const)] as const),
  ];
}

export const slavicPatronymicEndings: Language['patronymicEndings'] = [
  ...['ovyC', 'ovic', 'oviC', 'jovyC', 'joviC', 'evyC', 'eviC', 'jevyC', 'jeviC', 'ovytC', 'ovitC'].map((ending) => [ending, 'male'] as const),
  ...['ivna', 'jivna', 'ovna', 'jovna', 'evna', 'jevna', 'iCna', 'yCna', 'iniCna', 'inyCna'].map((ending) => [ending, 'female'] as const),
];

export const slavicSurnameMarks: readonly string[] = [
  'enko', 'jenko', 'Cenko', 'Cuk', 'juk', 'uk', 'jak', 'ak', 'sk', 'ck', 'ov', 'ev', 'jev', 'in', 'yn', 'yC', 'ec', 'ko', 'lo', 'aj', 'un', 'ar', 'uS', 'iv', 'yj',
];
