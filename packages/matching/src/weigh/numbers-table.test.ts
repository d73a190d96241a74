import { makeRandom } from '@imena/synth';
import { expect, test } from 'vitest';
import { numberKinds, numbersWeight, type NumberedThing } from '../evidence/numbers.ts';
import { defaultSettings } from '../evidence/parameters.ts';
import { numbersTable } from './numbers-table.ts';

test('a table of numbers says of every list what a comparison of both says, slips and other writings among them', () => {
  const random = makeRandom('tables of numbers');
  const settings = defaultSettings();
  const kinds = numberKinds.slice(0, 4);
  const made = (): NumberedThing => ({ kind: random.pick(kinds), number: random.pick(['AO', '', '380', '0']) + String(100_000_000 + Math.floor(random.next() * 1e9)) });
  const slipOf = ({ kind, number }: NumberedThing): NumberedThing => {
    const at = Math.floor(random.next() * number.length);
    const [before, after] = [number.slice(0, at), number.slice(at + 1)];
    const swapped = before + (after[0] ?? '') + (number[at] ?? '') + after.slice(1);
    return { kind, number: random.pick([number, before + after, `${before}7${after}`, `${before}7${number.slice(at)}`, swapped, `38${number}`, number.replaceAll('1', 'I'), number.replace(/^0+/u, '')]) };
  };
  const lists = Array.from({ length: 400 }, () => Array.from({ length: 1 + Math.floor(random.next() * 3) }, made));
  let apart = 0;
  for (let i = 0; i < 200; i++) {
    const found = [...(lists[Math.floor(random.next() * lists.length)] ?? []).map(slipOf), made()];
    const table = numbersTable(found, lists, settings);
    const plain = Float32Array.from(lists, (reported) => numbersWeight(reported, found, settings));
    expect(table).toEqual(plain);
    apart += plain.filter((weight) => weight > 1).length;
  }
  expect(apart).toBeGreaterThan(100);
});
