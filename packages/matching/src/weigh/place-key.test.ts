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
