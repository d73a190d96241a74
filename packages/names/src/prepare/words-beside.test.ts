import { describe, expect, it } from 'vitest';
import { compareNames, prepareName, readWhoIsNamed } from '../index.ts';

describe('words that stand beside a name or in its place', () => {
  it.each([
    'Невстановлений', 'Невстановлена особа', 'Неизв.', 'без імені', 'Без документів', 'Немає імені', 'н/в', 'б/н', 'N.N.', 'тіло № 5', 'Дитина', 'нерозбірливо', '[нерозб.]', '-', '?', 'Unknown', 'desconocido', 'Непозната', 'مجهول الهوية',
  ])('%s names nobody and weighs nothing against anybody', (text) => {
    expect(readWhoIsNamed(text)).toEqual({ name: null, sex: null });
    expect(compareNames(text, 'Кравець Іван')).toEqual({ log10Lr: 0, score: 0, reasons: [] });
  });

  it.each([['НЕИЗВЕСТНЫЙ СОЛДАТ', 'male'], ['труп мужчины', 'male'], ['Невідома жінка 40 років', 'female'], ['ж.', 'female'], ['неопознанная женщина в синей куртке', 'female']])('%s names nobody and tells the sex: %s', (text, sex) => {
    expect(readWhoIsNamed(text)).toEqual({ name: null, sex });
  });

  it('a name beside such a word is a name, and Дід, Major stay where they are the surname', () => {
    for (const text of ['Невідомий Іван', 'дядя Ваня', 'Іван Дід', 'Дід С. І.', 'John Major']) expect(readWhoIsNamed(text).name).toBe(text);
    expect(prepareName('Іван Дід').words.map(({ text }) => text)).toEqual(['Іван', 'Дід']);
    expect(prepareName({ surname: 'Дід', given: 'Іван' }).words.map(({ text }) => text)).toEqual(['Дід', 'Іван']);
    expect(prepareName({ surname: 'невідомо', given: 'Іван' }).words.map(({ text }) => text)).toEqual(['Іван']);
  });

  it.each(['Коваль солдат', "Сім'я Коваль", 'Родина Коваль', 'дядя Коваль', 'баба Коваль', 'майор Коваль', 'Коваль [illegible]', 'Коваль (нерозбірливо)'])('%s is Коваль and no given name that contradicts', (text) => {
    expect(compareNames(text, 'Коваль Степан').log10Lr).toBeCloseTo(compareNames('Коваль', 'Коваль Степан').log10Lr, 6);
  });
});
