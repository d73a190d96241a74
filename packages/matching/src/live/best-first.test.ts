import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findBestFirst } from './best-first.ts';

/** A bound, and by how much the weight lies below it; null = the place does not count. Halves, so that many are equal. */
const place = fc.record({ bound: fc.integer({ min: -40, max: 40 }), below: fc.option(fc.integer({ min: 0, max: 12 }), { freq: 8 }), isBounded: fc.boolean() });

test('the best by bounds are the best of a full comparison, ties by place, and only what can be among them is weighed', () => {
  fc.assert(fc.property(fc.array(place, { maxLength: 400 }), fc.integer({ min: 1, max: 30 }), fc.constantFrom(0.5, 0.01, 3), (places, most, unit) => {
    const bounds = Float64Array.from(places, ({ bound, isBounded }) => (isBounded ? bound * unit : -Infinity));
    const weightOf = (at: number): number => {
      const { bound = 0, below = null } = places[at] ?? {};
      return below === null ? -Infinity : (bound - below) * unit;
    };
    const weighed: number[] = [];
    const found = findBestFirst(bounds, most, (at) => {
      weighed.push(at);
      return weightOf(at);
    });
    const all = places.flatMap(({ isBounded, below }, at) => (isBounded && below !== null ? [{ place: at, weight: weightOf(at) }] : []));
    expect(found).toEqual(all.sort((a, b) => b.weight - a.weight || a.place - b.place).slice(0, most));
    const last = found.length === most ? (found.at(-1)?.weight ?? -Infinity) : -Infinity;
    expect(weighed.every((at) => (bounds[at] ?? -Infinity) >= last)).toBe(true);
    expect(new Set(weighed).size).toBe(weighed.length);
  }));
});
