import { expect, test } from 'vitest';
import { comparePlaces, type PlaceAgreement } from './compare-places.ts';

test.each<[string, string, PlaceAgreement]>([
  ['Ізюм', 'Изюм', 'same'], ['Ізюм', 'Izium', 'same'], ['м. Харків', 'город Харьков', 'same'], ['Kharkiv', 'Харьков', 'same'], ['Миколаїв', 'г. Николаев', 'same'],
  ['Вигадане, вул. Лісова, буд. 5', 'ул. Лесная, д. 5, Вигадане', 'same'], ['Харківська обл., Ізюм', 'Изюм, Харьковская область', 'same'],
  ['Ізюм', 'Изюм, ул. Вигадана 5', 'within'], ['Вигадане', 'Вигадане (лівий берег)', 'within'],
  // One key by the rules of both languages, and no more is known of them.
  ['Петрівка', 'Петровка', 'perhaps'], ['Степове', 'Степовое', 'perhaps'], ['Вигадане, біля ринку', 'Вигадане, біля церкви', 'perhaps'],
  ['Ізюм', 'Балаклія', 'no'], ['Харків', 'Ізюм, Харківська область', 'no'], ['Нове', 'Нове Життя', 'no'],
  ['Вигадане, вул. Лісова 5', 'Вигадане, вул. Лісова 7', 'no'], ['Вигадане, вул. Лісова', 'Вигадане, вул. Степова', 'no'], ['Петрівка, 5', 'Петровка, 7', 'no'],
  // The kind alone is all that is said.
  ['село', 'місто', 'no'], ['село', 'Село', 'same'],
])('%s beside %s: %s, in either order', (a, b, agreement) => {
  expect([comparePlaces(a, b), comparePlaces(b, a)]).toEqual([agreement, agreement]);
});
