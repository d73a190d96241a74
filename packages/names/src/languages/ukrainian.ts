import type { Language } from './language.ts';
import { slavicPatronymicEndings, slavicSurnameEndings, slavicSurnameMarks } from './slavic-endings.ts';

export const ukrainian: Language = {
  code: 'uk',
  script: 'Cyrl',
  letters: {
    а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'g', д: 'd', е: 'e', є: 'je', ж: 'Z', з: 'z', и: 'y', і: 'i', ї: 'ji', й: 'j',
    к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'x', ц: 'c', ч: 'C',
    ш: 'S', щ: 'SC', ь: '', ю: 'ju', я: 'ja',
    // Letters of the neighbour, met in mixed writing.
    ё: 'jo', ы: 'y', э: 'e', ъ: '', ў: 'u', ј: 'j', љ: 'l', њ: 'n', ћ: 'C', ђ: 'dZ', џ: 'dZ',
  },
  tellingLetters: 'іїєґ',
  surnameEndings: slavicSurnameEndings,
  patronymicEndings: slavicPatronymicEndings,
  surnameMarks: slavicSurnameMarks,
  asideWords: [
    'рн', 'р', 'н', 'рік', 'року', 'років', 'роки', 'рр', 'нар', 'народження', 'народився', 'народилася', 'пом', 'помер', 'померла',
    'загинув', 'загинула', 'см', 'ст', 'гр', 'громадянин', 'громадянка', 'пан', 'пані',
    'приблизно', 'близько', 'могила', 'номер', 'дев', 'уродж', 'урожденна', 'дівоче',
  ],
  keyboard: ['йцукенгшщзхї', 'фівапролджє', 'ячсмитьбю'],
};
