import type { Community } from './community.ts';
import type { Language, LatinConvention } from './language.ts';
import { plainLatin } from './latin-conventions.ts';
import { southSlavicGivenNames, southSlavicGivenShares, southSlavicSurnameShares } from './south-slavic-names.ts';

/** Bosnian, Croatian, Montenegrin and Serbian in Cyrillic letters. */
export const serbian: Language = {
  code: 'sr',
  script: 'Cyrl',
  letters: {
    а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'dZ', е: 'e', ж: 'Z', з: 'z', и: 'i', ј: 'j', к: 'k', л: 'l', љ: 'lj', м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r',
    с: 's', т: 't', ћ: 'C', у: 'u', ф: 'f', х: 'x', ц: 'c', ч: 'C', џ: 'dZ', ш: 'S',
    // Letters of the neighbours, met in mixed writing.
    й: 'j', ы: 'i', э: 'e', ю: 'ju', я: 'ja', щ: 'SC', ь: '', ъ: '', і: 'i', ї: 'ji', є: 'je', ґ: 'g', ё: 'jo',
  },
  tellingLetters: 'ђћџљњј',
  surnameEndings: [],
  patronymicEndings: [],
  surnameMarks: ['viC', 'niC', 'iC'],
  asideWords: ['рођ', 'рођен', 'рођена', 'год', 'умро', 'умрла', 'гроб', 'број'],
  keyboard: ['љњертзуиопшђ', 'асдфгхјклчћж', 'ѕџцвбнм'],
};

const letters: Readonly<Record<string, string>> = {
  ...plainLatin, c: 'c', č: 'C', ć: 'C', š: 'S', ž: 'Z', đ: 'dZ', dj: 'dZ', dž: 'dZ', dz: 'dZ', lj: 'lj', nj: 'nj', h: 'x', j: 'j', y: 'i', w: 'v', q: 'k', x: 'ks', ch: 'C', sh: 'S', zh: 'Z',
};

/** With all marks; with č, ć, š, ž, đ written as c, s, z, d; and where one says mjesto and the other mesto. */
const conventions: readonly LatinConvention[] = [
  { code: 'south-slavic', cost: 0, letters },
  { code: 'bare', cost: 0.15, letters: { ...letters, c: 'C' } },
  { code: 'ekavian', cost: 0.2, letters: { ...letters, ije: 'e', je: 'e' } },
  { code: 'bare-ekavian', cost: 0.35, letters: { ...letters, c: 'C', ije: 'e', je: 'e' } },
  { code: 'english', cost: 0.4, letters: { ...letters, c: 'k', ch: 'C', ts: 'c', h: 'h', kh: 'x', y: 'j' } },
];

/** Given name and surname; on lists the father's name between them, often in brackets. */
export const southSlavic: Community = {
  code: 'south-slavic',
  languages: ['bs', 'hr', 'sr', 'cnr'],
  givenNames: southSlavicGivenNames,
  givenShares: southSlavicGivenShares,
  surnameShares: southSlavicSurnameShares,
  conventions,
  tellingLetters: 'ćđ',
  tellingWords: [],
  customs: {
    repeated: [60, 150, 200],
    absent: [70, 70, 0],
    surnameFirst: 10,
    surnameInside: 120,
    patronymicAlone: 150,
    givenAsSurname: 120,
    patronymicAsSurname: 60,
    hasFathersChain: true,
    isConsonantal: false,
    compoundStarts: {},
    particles: [],
    fatherMarks: ['sin', 'kći', 'otac', 'oca', 'син', 'кћи', 'отац', 'оца'],
    articles: [],
  },
};
