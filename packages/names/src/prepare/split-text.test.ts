import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdsName, splitNameText } from './split-text.ts';

const piece = fc.constantFrom('Іван', 'Дід', 'дід', 'Невідомий', 'невідома', 'жінка', 'н', 'Н.', 'N', 'ДС', 'КОВАЛЬ', 'солдат', '1961', 'р.н.', '№', '', 'Пет*о', '(нерозб.)', 'de', 'Іва́н', 'Олекс1й', 'лет');

test('a text holds a name where words of a name are found in it, however that is told', () => {
  fc.assert(fc.property(fc.array(piece, { maxLength: 5 }), (pieces) => {
    const text = pieces.join(' ');
    expect(holdsName(text), text).toBe(splitNameText(text).length > 0);
  }), { seed: 12, numRuns: 5000 });
});
