import { expect, test } from 'vitest';
import { placeKey, placeKeys } from './place-key.ts';

test('a settlement has one key with and without its kind, region, part of town and street, in both languages', () => {
  const keys = ['Вигадане', 'с. Вигадане', 'Вигадане, біля ринку', 'Примарна область, с. Вигадане', 'вул. Лісова, 5, Вигадане', 'Вигадане (лівий берег)', 'Вигаданное, Примарный район'].map(placeKey);
  expect(new Set(keys.slice(0, 6)).size).toBe(1);
  expect(placeKey('Примарне')).not.toBe(keys[0]);
});

test('a street is read from the text of the place or apart, without kind and number', () => {
  const within = placeKeys('Вигадане, вул. Лісова, 5', null).street;
  expect(within).not.toBeNull();
  expect(placeKeys('Вигадане', 'улица Лісова 7').street).toBe(within);
  expect(placeKeys('Вигадане', null).street).toBeNull();
});

test('a place or street has one key in both languages and in Latin letters, also where they have two words for it', () => {
  for (const names of [['Київ', 'Киев', 'Kiev', 'Kyiv'], ['Харків', 'Харьков', 'Kharkiv', 'Kharkov'], ['Миколаїв', 'Николаев', 'Mykolaiv'], ['Степове', 'Степовое', 'Україна, Харківська область, с. Степове'], ['Петрівка', 'Петровка'], ['Рівне', 'Ровно'], ['Тернопіль', 'Тернополь'], ['Кривий Ріг', 'Кривой Рог']]) {
    expect(new Set(names.map(placeKey)).size, names.join()).toBe(1);
  }
  for (const names of [['Лісова, 5', 'Лісова 5 кв 7', 'ул. Лесная, д. 5'], ['Зелена', 'Зелёная'], ['Садова', 'Садовая'], ['вул. Миру', 'ул. Мира']]) {
    expect(new Set(names.map((name) => placeKeys('', name).street)).size, names.join()).toBe(1);
  }
  expect(new Set(['Київ', 'Харків', 'Львів', 'Степове', 'Лісове', 'Садове', 'Ізюм', 'Україна', 'Петрове', 'Петрівка'].map(placeKey)).size).toBe(10);
});
