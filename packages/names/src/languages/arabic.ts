import type { Community } from './community.ts';
import { arabicGivenNames, arabicGivenShares, arabicSurnameShares } from './arabic-names.ts';
import type { Language, LatinConvention } from './language.ts';
import { plainLatin } from './latin-conventions.ts';

/** `˘`: a vowel may have been here that is not written. Long vowels are written by alef, waw and ya. */
const consonants: Readonly<Record<string, string>> = {
  ب: 'b˘', ت: 't˘', ث: 't˘', ج: 'dZ˘', ح: 'h˘', خ: 'x˘', د: 'd˘', ذ: 'd˘', ر: 'r˘', ز: 'z˘', س: 's˘', ش: 'S˘', ص: 's˘', ض: 'd˘', ط: 't˘', ظ: 'z˘', غ: 'g˘', ف: 'f˘',
  ق: 'k˘', ك: 'k˘', ک: 'k˘', ل: 'l˘', م: 'm˘', ن: 'n˘', ه: 'h˘', پ: 'p˘', چ: 'C˘', ژ: 'Z˘', گ: 'g˘',
};

export const arabicLanguage: Language = {
  code: 'ar',
  script: 'Arab',
  letters: {
    ...consonants,
    ع: '˘', ء: '', ئ: '', ا: 'a', أ: 'a', إ: 'i', آ: 'a', ٱ: 'a', ة: 'a', ى: 'a', و: 'u', ؤ: 'u', ي: 'i', ی: 'i', ـ: '',
    // Doubling, vowel points and their absence: seldom written, never counted on.
    '\u064b': '', '\u064c': '', '\u064d': '', '\u064e': '', '\u064f': '', '\u0650': '', '\u0651': '', '\u0652': '', '\u0670': '',
  },
  initial: { و: 'v˘', ي: 'j˘', ی: 'j˘', ا: '˘', أ: '˘' },
  // Ta marbuta without its points; ya written as alef maqsura and the other way round.
  final: { ه: 'a', ة: 'a', ى: 'i' },
  tellingLetters: '',
  surnameEndings: [],
  patronymicEndings: [],
  surnameMarks: [],
  asideWords: ['السيدة', 'الشهيد', 'الشهيدة', 'المرحوم', 'المرحومة', 'الحاج', 'الحاجة', 'دكتور', 'مواليد', 'سنة', 'العمر', 'قبر', 'رقم'],
  keyboard: ['ضصثقفغعهخحجد', 'شسيبلاتنمكط', 'ئءؤرلاىةوزظ'],
};

const english: Readonly<Record<string, string>> = {
  ...plainLatin,
  sh: 'S', kh: 'x', gh: 'g', dh: 'd', th: 't', ch: 'C', ph: 'f', j: 'dZ', dj: 'dZ', dsch: 'dZ', q: 'k', c: 'k', ck: 'k', ou: 'u', oo: 'u', ee: 'i', aa: 'a', ii: 'i', uu: 'u', ie: 'i', w: 'v', y: 'i', ya: 'ja', yo: 'jo', yu: 'ju', ye: 'je',
  ay: 'aj', ey: 'aj', ai: 'aj', ei: 'aj', aw: 'au', ow: 'au', ḥ: 'h', ṣ: 's', ṭ: 't', ḍ: 'd', ẓ: 'z', ā: 'a', ī: 'i', ū: 'u', š: 'S', ġ: 'g', ḫ: 'x', ḏ: 'd', ṯ: 't', ǧ: 'dZ', ş: 'S', ç: 'C', ğ: 'g',
};

/** By English, French, Egyptian and Turkish habit; BGN/PCGN 1956 and the dotted letters of catalogues are read by the first. */
const conventions: readonly LatinConvention[] = [
  { code: 'arabic-english', cost: 0, letters: english },
  // Fatimah, Hamadeh: an end that is not heard.
  { code: 'arabic-silent', cost: 0.1, letters: english, final: { ah: 'a', eh: 'e' } },
  { code: 'arabic-french', cost: 0.15, letters: { ...english, ch: 'S', gu: 'g', ss: 's', oua: 'va', oui: 'vi', ï: 'i', é: 'e', ine: 'in', dine: 'din' }, final: { ane: 'an', ine: 'in', oune: 'un' } },
  { code: 'arabic-egyptian', cost: 0.3, letters: { ...english, g: 'dZ', dh: 'z', th: 's', z: 'd' } },
  { code: 'arabic-voiced', cost: 0.3, letters: { ...english, dh: 'z', th: 's' } },
  { code: 'arabic-turkish', cost: 0.3, letters: { ...english, c: 'dZ', ü: 'u', ö: 'o', v: 'v' } },
];

const articleWords = ['al', 'el', 'ul', 'as', 'ash', 'es', 'esh', 'ar', 'er', 'an', 'en', 'ad', 'ed', 'az', 'ez', 'at', 'et', 'adh', 'ath', 'аль', 'эль', 'ель', 'ас', 'аш', 'ар', 'ан', 'ад', 'аз', 'ат', 'ال'];

const same = (start: string, ...words: readonly string[]): Record<string, string> => Object.fromEntries(words.map((word) => [word, start]));

/** A chain: own name, father's, grandfather's, and a name of family, tribe or place (nisba), often with the article. */
export const arabic: Community = {
  code: 'arabic',
  languages: ['ar'],
  givenNames: arabicGivenNames,
  givenShares: arabicGivenShares,
  surnameShares: arabicSurnameShares,
  conventions,
  tellingLetters: '',
  tellingWords: ['al', 'el', 'bin', 'ibn', 'ben', 'bint', 'abu', 'abou', 'abo', 'umm', 'abd', 'abdul', 'abdel', 'aal', 'ould', 'аль', 'эль', 'ель', 'ибн', 'ібн', 'бин', 'бін', 'бен', 'абу', 'абд', 'абдул', 'абдель'],
  customs: {
    repeated: [60, 150, 0],
    absent: [30, 70, 0],
    surnameFirst: 120,
    surnameInside: 120,
    patronymicAlone: 150,
    givenAsSurname: 40,
    patronymicAsSurname: 60,
    hasFathersChain: true,
    isConsonantal: true,
    compoundStarts: {
      ...same('abdul', 'abd', 'abdul', 'abdel', 'abdal', 'abdur', 'abder', 'abdus', 'abdes', 'abdu', 'abdou'), ...same('абдул', 'абд', 'абдул', 'абдель', 'абдуль', 'абдел', 'абдур'), عبد: 'عبد',
      ...same('abu', 'abu', 'abou', 'abo', 'aboo', 'abi', 'bou'), ...same('абу', 'абу', 'або'), ...same('أبو', 'أبو', 'ابو', 'أبي', 'ابي'),
      ...same('umm', 'umm', 'um', 'oum', 'om'), ...same('أم', 'أم', 'ام'), ...same('умм', 'умм', 'ум'),
    },
    particles: articleWords,
    fatherMarks: ['ibn', 'bin', 'ben', 'bn', 'bint', 'bent', 'ould', 'wald', 'ибн', 'ібн', 'бин', 'бін', 'бен', 'бинт', 'бінт', 'بن', 'ابن', 'إبن', 'بنت', 'ولد'],
    articles: [
      { written: 'ال' }, { written: 'ٱل' }, { written: 'al' }, { written: 'el' }, { written: 'аль' }, { written: 'эль' }, { written: 'ель' },
      { written: 'ash', before: 'sh' }, { written: 'ach', before: 'ch' }, { written: 'ech', before: 'ch' }, { written: 'esh', before: 'sh' },
      ...['s', 'r', 'n', 'd', 'z', 't'].flatMap((letter) => [{ written: `a${letter}`, before: letter }, { written: `e${letter}`, before: letter }]),
    ],
  },
};
