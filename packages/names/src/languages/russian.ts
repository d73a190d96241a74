import type { Language } from './language.ts';
import { slavicPatronymicEndings, slavicSurnameEndings, slavicSurnameMarks } from './slavic-endings.ts';

export const russian: Language = {
  code: 'ru',
  script: 'Cyrl',
  letters: {
    а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'Z', з: 'z', и: 'i', й: 'j', к: 'k', л: 'l', м: 'm',
    н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'x', ц: 'c', ч: 'C', ш: 'S', щ: 'SC', ъ: '',
    ы: 'y', ь: '', э: 'e', ю: 'ju', я: 'ja',
    // Letters of the neighbour, met in mixed writing.
    ґ: 'g', є: 'je', і: 'i', ї: 'ji', ў: 'u', ј: 'j', љ: 'l', њ: 'n', ћ: 'C', ђ: 'dZ', џ: 'dZ',
  },
  tellingLetters: 'ыэёъ',
  surnameEndings: slavicSurnameEndings,
  patronymicEndings: slavicPatronymicEndings,
  surnameMarks: slavicSurnameMarks,
  asideWords: [
    'гр', 'г', 'р', 'лет', 'год', 'года', 'годы', 'гг', 'род', 'рожд', 'рождения', 'родился', 'родилась', 'ум', 'умер', 'умерла', 'погиб',
    'погибла', 'гражданин', 'гражданка', 'примерно', 'около',
    'могила', 'номер', 'см', 'ст', 'дев', 'урожд', 'урожденная', 'урождённая', 'девичья',
  ],
  keyboard: ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'],
};
