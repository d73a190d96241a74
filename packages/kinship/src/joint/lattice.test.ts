import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { enumerateAssignments, type SmallFamily } from '../testing/enumerate-assignments.ts';
import { findBest } from './best.ts';
import { countAssignments } from './count-assignments.ts';
import { estimatePosterior } from './estimate.ts';
import { sumLattice } from './identify-jointly.ts';
import { buildLattice } from './lattice.ts';
import { dropNegligible, maskOf, reachOf, type Level, type Levels } from './levels.ts';
import { countPossible, marginals } from './marginals.ts';

/** Families with one to three missing and random weights; `spread` is the size of ln LRs, `sure` adds a true pairing to each. */
function randomFamilies(seed: number, size: { families: number; remains: number; spread: number; sure?: number; places?: number }): SmallFamily[] {
  const random = seededRandom(seed);
  let next = 0;
  return Array.from({ length: size.families }, () => {
    const places = 1 + Math.floor(random() * (size.places ?? 3));
    const truth = Array.from({ length: places }, () => next++ % size.remains);
    const fills: { who: number[]; ln: number }[] = [];
    const single = Array.from({ length: places }, (_, i) => Array.from({ length: size.remains }, (_x, r) => (random() - 0.6) * size.spread + (truth[i] === r ? (size.sure ?? 0) : 0)));
    const visit = (i: number, who: number[], ln: number): void => {
      if (i === places) {
        fills.push({ who: [...who], ln: ln + (who.filter((r) => r >= 0).length > 1 ? (random() - 0.5) * 2 : 0) });
        return;
      }
      visit(i + 1, [...who, -1], ln);
      for (let r = 0; r < size.remains; r++) if (!who.includes(r)) visit(i + 1, [...who, r], ln + (single[i]?.[r] ?? 0));
    };
    visit(0, [], 0);
    return { places, fills };
  });
}

function levelsOf(families: readonly SmallFamily[], remains: number): Levels {
  const words = Math.ceil(remains / 32);
  let missing = 0;
  const levels = families.map((f): Level => {
    const numbers = Array.from({ length: f.places }, () => missing++);
    const masks = Int32Array.from(f.fills.flatMap((q) => [...maskOf(q.who.filter((r) => r >= 0), words)]));
    const ln = Float64Array.from(f.fills, (q) => q.ln);
    return { missing: numbers, count: f.fills.length, fills: Int32Array.from(f.fills.flatMap((q) => q.who)), masks, lnWeight: ln, lnLr: ln, reach: reachOf(masks, words), unknown: -1 };
  });
  return { levels, words, remains, missing, members: Array.from({ length: remains }, (_, r) => [r]) };
}

describe('the sum over all assignments', () => {
  it('gives what writing out every assignment gives: posteriors, best, largest with each pairing, number (60 problems)', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const remains = 2 + (seed % 4);
      const families = randomFamilies(seed, { families: 1 + (seed % 3), remains, spread: seed % 2 === 0 ? 8 : 60, places: 2 });
      const oracle = enumerateAssignments(families, remains);
      const levels = levelsOf(families, remains);
      const lattice = buildLattice(levels, { precision: 0, stateLimit: Infinity });
      const sums = marginals(lattice, (l) => l.lnWeight, 'sum');
      const most = marginals(lattice, (l) => l.lnWeight, 'max');
      const columns = levels.missing + 1;
      expect(Math.abs(Math.expm1(lattice.lnSum - Math.log(oracle.total))), `seed ${String(seed)}`).toBeLessThan(1e-12);
      expect(countPossible(lattice)).toBe(oracle.count);
      for (let r = 0; r < remains; r++)
        for (let m = 0; m < columns; m++) {
          const at = `seed ${String(seed)}, remains ${String(r)}, missing ${String(m)}`;
          expect(Math.abs(Math.expm1((sums.pairs[r * columns + m] ?? NaN) - Math.log(oracle.pairs[r]?.[m] ?? NaN))), at).toBeLessThan(1e-11);
          expect(Math.abs((most.pairs[r * columns + m] ?? NaN) - Math.log(oracle.largest[r]?.[m] ?? NaN)), at).toBeLessThan(1e-11);
        }
      const best = findBest(lattice, (l) => l.lnWeight, 10);
      expect(Math.abs((best[0]?.lnWeight ?? NaN) - Math.log(oracle.best))).toBeLessThan(1e-12);
      expect(best.every((b, i) => i === 0 || b.lnWeight <= (best[i - 1]?.lnWeight ?? NaN) + 1e-12)).toBe(true);
      expect(best).toHaveLength(Math.min(10, oracle.count));
    }
  });

  it('truncated, it stays within its certificate (20 problems of 12 remains)', () => {
    let truncated = 0;
    for (let seed = 101; seed <= 120; seed++) {
      const families = randomFamilies(seed, { families: 7, remains: 12, spread: 12, sure: 10, places: 2 });
      const levels = levelsOf(families, 12);
      const exact = buildLattice(levels, { precision: 0, stateLimit: Infinity });
      const { levels: reduced, dropped } = dropNegligible(levels, 1e-4);
      const cut = buildLattice(reduced, { precision: 1e-3, stateLimit: 300, lnLowerBound: buildLattice(reduced, { precision: 0, stateLimit: 20 }).lnSum });
      const certificate = (1 + cut.relativeError) / (1 - dropped) - 1;
      const loss = Math.expm1(exact.lnSum - cut.lnSum);
      expect(loss, `seed ${String(seed)}`).toBeGreaterThan(-1e-12);
      expect(loss, `seed ${String(seed)}`).toBeLessThanOrEqual(certificate * (1 + 1e-9) + 1e-12);
      if (loss > 1e-9) truncated += 1;
    }
    expect(truncated).toBeGreaterThan(5);
  });

  it('30 remains and 30 missing in 20 families: certified to 1e-12', () => {
    const families = randomFamilies(7, { families: 20, remains: 30, spread: 20, sure: 25, places: 2 });
    const start = performance.now();
    const lattice = sumLattice(levelsOf(families, 30), 1e-12);
    console.log(`${String(lattice.states)} states, certified relative error ${lattice.relativeError.toExponential(1)}, ${(performance.now() - start).toFixed(0)} ms`);
    expect(lattice.relativeError).toBeGreaterThan(0);
    expect(lattice.relativeError).toBeLessThan(1e-12);
  });

  it('the estimate lies within five of its standard errors of the exact posterior, and repeats with its seed', () => {
    const families = randomFamilies(11, { families: 8, remains: 8, spread: 4, places: 1 });
    const levels = levelsOf(families, 8);
    const sums = marginals(buildLattice(levels, { precision: 0, stateLimit: Infinity }), (l) => l.lnWeight, 'sum');
    const estimate = estimatePosterior(levels, { seed: 3, work: 4e7 });
    expect(estimate.posterior).toEqual(estimatePosterior(levels, { seed: 3, work: 4e7 }).posterior);
    expect(estimate.worst).toBeGreaterThan(0);
    estimate.posterior.forEach((p, i) => {
      const exact = Math.exp((sums.pairs[i] ?? NaN) - sums.total);
      expect(Math.abs(p - exact), `cell ${String(i)}`).toBeLessThan(5 * (estimate.standardErrors[i] ?? NaN) + 1e-4);
    });
  });

  it('counts the ways to pair: 3 with 3 are 34, 16 men with 13 men 40,476,722,545,169', () => {
    const all = (rows: number, columns: number): boolean[][] => Array.from({ length: rows }, () => new Array<boolean>(columns).fill(true));
    expect(countAssignments(all(3, 3))).toBe(34);
    expect(countAssignments(all(16, 13))).toBe(40476722545169);
    expect(countAssignments([[true, false], [false, true]])).toBe(4);
  });
});
