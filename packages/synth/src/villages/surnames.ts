import type { Random } from '../random.ts';
import type { Surname } from '../surnames.ts';

/** Stems without meaning, and endings as real surnames have them: many surnames differ in the end alone, as in a district they do. */
const stems: readonly (readonly [uk: string, ru: string])[] = [
  ['Вигад', 'Выгад'], ['Уявл', 'Уявл'], ['Зразч', 'Зразч'], ['Прикл', 'Прикл'], ['Умовн', 'Умовн'], ['Гадк', 'Гадк'], ['Мрій', 'Мрий'], ['Казк', 'Казк'], ['Вигл', 'Выгл'], ['Марев', 'Марев'],
  ['Химер', 'Химер'], ['Нічий', 'Ничий'], ['Байк', 'Байк'], ['Небил', 'Небыл'], ['Пробн', 'Пробн'], ['Чернетк', 'Чернетк'], ['Кресл', 'Кресл'], ['Тестов', 'Тестов'], ['Гіпот', 'Гипот'], ['Фантаз', 'Фантаз'],
  ['Ілюз', 'Иллюз'], ['Образ', 'Образ'], ['Схем', 'Схем'], ['Лекал', 'Лекал'], ['Примар', 'Примар'], ['Снив', 'Снив'], ['Вимр', 'Вымр'], ['Легенд', 'Легенд'], ['Пригод', 'Пригод'], ['Загад', 'Загад'],
];
const endings: readonly { readonly uk: readonly [string, string]; readonly ru: readonly [string, string] }[] = [
  { uk: ['енко', 'енко'], ru: ['енко', 'енко'] }, { uk: ['ченко', 'ченко'], ru: ['ченко', 'ченко'] }, { uk: ['ук', 'ук'], ru: ['ук', 'ук'] }, { uk: ['иченко', 'иченко'], ru: ['иченко', 'иченко'] }, { uk: ['чук', 'чук'], ru: ['чук', 'чук'] },
  { uk: ['ський', 'ська'], ru: ['ский', 'ская'] }, { uk: ['ов', 'ова'], ru: ['ов', 'ова'] }, { uk: ['ін', 'іна'], ru: ['ин', 'ина'] }, { uk: ['ко', 'ко'], ru: ['ко', 'ко'] }, { uk: ['ець', 'ець'], ru: ['ец', 'ец'] },
  { uk: ['ак', 'ак'], ru: ['ак', 'ак'] }, { uk: ['аль', 'аль'], ru: ['аль', 'аль'] }, { uk: ['яй', 'яй'], ru: ['яй', 'яй'] }, { uk: ['івець', 'івець'], ru: ['овец', 'овец'] },
];

/** Every surname of the third world, once, in random order: 420. */
export function villageSurnames(random: Random): Surname[] {
  return random.shuffle(stems.flatMap(([uk, ru]) => endings.map((ending): Surname => ({ uk: [uk + ending.uk[0], uk + ending.uk[1]], ru: [ru + ending.ru[0], ru + ending.ru[1]] }))));
}
