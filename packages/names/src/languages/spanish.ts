import type { Community } from './community.ts';
import type { LatinConvention } from './language.ts';
import { plainLatin } from './latin-conventions.ts';
import { spanishGivenNames, spanishGivenShares, spanishSurnameShares } from './spanish-names.ts';

const letters: Readonly<Record<string, string>> = {
  ...plainLatin, á: 'a', é: 'e', í: 'i', ó: 'o', ú: 'u', ü: 'u',
  h: '', ch: 'C', ll: 'j', ñ: 'nj', ny: 'nj', j: 'x', g: 'g', ge: 'xe', gi: 'xi', gé: 'xe', gí: 'xi', gu: 'gu', gue: 'ge', gui: 'gi', gué: 'ge', guí: 'gi', qu: 'k', ce: 'se', ci: 'si', cé: 'se', cí: 'si', z: 's', v: 'b', w: 'v', x: 'x', y: 'j', ph: 'f', th: 't',
  xi: 'xi', ç: 's',
};

/** As pronounced in America and the south of Spain; `plain` where the letters are those of another spelling (Martinez, Cortés on a Russian list). */
const conventions: readonly LatinConvention[] = [
  { code: 'spanish', cost: 0, letters, initial: { hue: 've', ie: 'je', hie: 'je' }, final: { y: 'i', ey: 'ej', ay: 'aj' } },
  { code: 'spanish-castilian', cost: 0.2, letters: { ...letters, v: 'v', x: 'ks', h: 'h' }, final: { y: 'i', ey: 'ej', ay: 'aj' } },
  { code: 'plain', cost: 0.3, letters: { ...plainLatin, ch: 'C', sh: 'S', ñ: 'n', ll: 'l', ce: 'se', ci: 'si' } },
];

/** Given names, the father's first surname, the mother's first surname; a woman keeps hers. */
export const spanish: Community = {
  code: 'spanish',
  languages: ['es'],
  givenNames: spanishGivenNames,
  givenShares: spanishGivenShares,
  surnameShares: spanishSurnameShares,
  conventions,
  tellingLetters: 'ñ',
  tellingWords: ['de', 'del', 'la', 'las', 'los', 'y'],
  customs: {
    repeated: [0, 15, 300],
    absent: [70, 70, 0],
    surnameFirst: 40,
    surnameInside: 100,
    patronymicAlone: 300,
    givenAsSurname: 80,
    patronymicAsSurname: 60,
    hasFathersChain: false,
    isConsonantal: false,
    compoundStarts: { santa: 'santa', san: 'san' },
    particles: ['de', 'del', 'la', 'las', 'los', 'y', 'e'],
    fatherMarks: [],
    articles: [],
  },
};
