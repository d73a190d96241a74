import { tooComplex } from '../kinship-error.ts';
import { cellLimit } from './eliminate.ts';
import { cellCount, type Factor } from './factor.ts';
import { channelMatrix, type Locus, type Slot } from './locus.ts';
import type { FreeFounder } from './network.ts';
import { passDraw, type Urn } from './theta.ts';

/** All draws of the free founders as variables of the network, and what leads from them to those who carry them. */
export interface Draws {
  readonly founders: readonly FreeFounder[];
  /** Transmissions from draws that got a variable of their own. */
  readonly factors: readonly Factor[];
  /** Variables of the draws, ascending. */
  readonly scope: readonly number[];
}

/**
 * Makes every draw of a founder a variable: a founder's own alleles are already; a founder who was to be summed over, and
 * draws once only, gets one. New variables are added to `dims`.
 * @param founders those that draw more than once must be kept as their own alleles (`buildNetwork` with `drawsOnce`)
 */
export function layDraws(locus: Locus, founders: readonly FreeFounder[], dims: number[]): Draws {
  const factors: Factor[] = [];
  const laid = founders.filter((f) => f.slots.length > 0).map((founder): FreeFounder => {
    const [slot] = founder.slots;
    if (slot === undefined || slot.channel === 'self') return founder;
    if (founder.slots.length === 1 && channelMatrix(locus, slot.channel) === null) return founder;
    const variable = dims.push(locus.k) - 1;
    for (const each of founder.slots) factors.push(passDraw(locus, variable, each));
    return { slots: [{ variable, allele: Int32Array.from({ length: locus.k }, (_, a) => a), channel: 'self' }], divisions: [{ weight: 1, groups: [[0]] }] };
  });
  const scope = [...new Set(laid.flatMap((f) => f.slots.map((s) => s.variable)))].sort((a, b) => a - b);
  return { founders: laid, factors, scope };
}

/** A founder who draws once, whatever else: with more draws the alleles are variables. */
export const drawsOnce = (transmissions: number): boolean => transmissions <= 1;

/** Draws that are one allele in one way of the founders' inbreeding. */
interface Way {
  readonly weight: number;
  /** By variable of the scope: for each of its slots the group and the alleles of its states. */
  readonly slots: readonly (readonly { readonly group: number; readonly allele: Int32Array }[])[];
  readonly groups: number;
}

/**
 * P(all these draws) under Balding-Nichols as one table over their variables, state by state: every draw from what the urn
 * holds after those before it. It costs as many cells as the draws have alleles together, and knows no coincidences one by one.
 */
export function urnFactor(draws: Draws, urn: Urn, dims: readonly number[]): Factor {
  const { scope } = draws;
  const cells = cellCount(scope, dims);
  if (cells > cellLimit) throw tooComplex(cells);
  const data = new Float64Array(cells);
  const counts = Float64Array.from(urn.moments.weights);
  for (const way of waysOf(draws)) {
    const held = new Int32Array(way.groups).fill(-1);
    let total = way.weight;
    for (let n = 0; n < way.groups; n++) total /= urn.total + n;
    let cell = 0;
    const place = (at: number, probability: number): void => {
      const slots = way.slots[at];
      if (slots === undefined) {
        data[cell] = (data[cell] ?? NaN) + probability;
        cell += 1;
        return;
      }
      const states = slots[0]?.allele.length ?? 0;
      for (let state = 0; state < states; state++) {
        let p = probability;
        const drawn: number[] = [];
        for (const { group, allele } of slots) {
          const a = allele[state] ?? -1;
          const before = held[group] ?? -1;
          if (before >= 0) {
            if (before !== a) p = 0;
            continue;
          }
          p *= counts[a] ?? NaN;
          counts[a] = (counts[a] ?? NaN) + 1;
          held[group] = a;
          drawn.push(group);
        }
        place(at + 1, p);
        for (const group of drawn) {
          const a = held[group] ?? -1;
          counts[a] = (counts[a] ?? NaN) - 1;
          held[group] = -1;
        }
      }
    };
    place(0, total);
  }
  return { vars: scope, data };
}

/** Every way in which the inbred founders' two alleles are two draws or one. */
function waysOf(draws: Draws): Way[] {
  let ways: { weight: number; groups: Slot[][] }[] = [{ weight: 1, groups: [] }];
  for (const { slots, divisions } of draws.founders)
    ways = ways.flatMap((way) => divisions.map((d) => ({ weight: way.weight * d.weight, groups: [...way.groups, ...d.groups.map((g) => g.flatMap((s) => slots[s] ?? []))] })));
  return ways.map(({ weight, groups }) => ({
    weight,
    groups: groups.length,
    slots: draws.scope.map((variable) => groups.flatMap((group, g) => group.flatMap((slot) => (slot.variable === variable ? [{ group: g, allele: slot.allele }] : [])))),
  }));
}
