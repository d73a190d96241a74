import { KinshipError, tooComplex } from '../kinship-error.ts';
import { isFounder, type Frame, type Lineage } from '../pedigree/frame.ts';
import { divisionsOf, type Division } from './divisions.ts';
import { cellLimit } from './eliminate.ts';
import { ordered, type Evidence } from './evidence.ts';
import type { Factor } from './factor.ts';
import { channelMatrix, transmitted, type Channel, type Locus, type Slot } from './locus.ts';

/** A typed founder of one possible genotype; `b` = -1 for one allele only. */
export interface FixedFounder {
  readonly a: number;
  readonly b: number;
  readonly inbreeding: number;
  readonly weight: number;
}

/**
 * A founder whose alleles are not fixed: its slots are its transmissions (summed over analytically) or its own alleles
 * (kept as variables); the divisions say which slots hold the same draw from the population.
 */
export interface FreeFounder {
  readonly slots: readonly Slot[];
  readonly divisions: readonly Division[];
}

/** The mixed network of one marker: factors of transmissions; founders apart, because theta ties them together. */
export interface Network {
  readonly dims: readonly number[];
  readonly factors: readonly Factor[];
  readonly fixedFounders: readonly FixedFounder[];
  readonly freeFounders: readonly FreeFounder[];
  /** Variables of the paternal and maternal allele of the person asked for; empty without one. */
  readonly target: readonly number[];
  /** Of each person kept as allele variables: the two (or one); null for everybody else. */
  readonly alleleVariables: readonly (readonly number[] | null)[];
}

type Person =
  | { readonly kind: 'fixed'; readonly a: number; readonly b: number }
  | { readonly kind: 'joint'; readonly variable: number; readonly first: Int32Array; readonly second: Int32Array; readonly haploid: boolean }
  | { readonly kind: 'split'; readonly first: number; readonly second: number }
  | { readonly kind: 'single'; readonly variable: number }
  | { readonly kind: 'block' };

export interface NetworkInput {
  readonly lineage: Lineage;
  readonly locus: Locus;
  readonly evidence: readonly (Evidence | null)[];
  readonly target: number;
  /** Whether a founder with these transmissions is summed over analytically rather than kept as variables. */
  readonly sumsFounder: (transmissions: number, cells: number) => boolean;
  /** Theta: an inbred founder's alleles are one draw or two, so they are never fixed beforehand. */
  readonly keepsInbred: boolean;
  /** Further people who are kept as allele variables, as the target is. */
  readonly keeps?: ReadonlySet<number>;
}

/**
 * Builds the network: a typed non-founder is one variable over its phases, an untyped one two allele variables (one where
 * it has one allele), a typed founder a constant, an untyped founder either a block of moments or allele variables.
 */
export function buildNetwork(input: NetworkInput): Network {
  const { lineage, locus, evidence, target } = input;
  const { frame } = lineage;
  const { k } = locus;
  const dims: number[] = [];
  const factors: Factor[] = [];
  const fixedFounders: FixedFounder[] = [];
  const freeFounders: FreeFounder[] = [];
  const everyAllele = Int32Array.from({ length: k }, (_, a) => a);
  const variable = (size: number): number => dims.push(size) - 1;
  const split = (i: number): Person => ({ kind: 'split', first: variable(k), second: frame.haploid[i] === 1 ? -1 : variable(k) });
  const people: (Person | null)[] = evidence.map((seen, i) => {
    if (lineage.needed[i] !== 1) return null;
    const founder = isFounder(lineage, i);
    if (i === target || input.keeps?.has(i) === true) return split(i);
    if ((lineage.single[i] ?? 0) > 0) return { kind: 'single', variable: variable(k) };
    if (seen === null) return founder ? { kind: 'block' } : split(i);
    const fixed = founder ? fixedFounder(frame, i, { seen, keepsInbred: input.keepsInbred }) : null;
    if (fixed !== null) {
      fixedFounders.push(fixed);
      return { kind: 'fixed', a: fixed.a, b: fixed.b };
    }
    const states = ordered(seen);
    const made = variable(states.first.length);
    if (states.weight.some((w) => w !== 1)) factors.push({ vars: [made], data: states.weight });
    return { kind: 'joint', variable: made, first: states.first, second: states.second, haploid: frame.haploid[i] === 1 };
  });
  const slotsOf: Slot[][] = people.map(() => []);
  const addSlots = (child: number): void => {
    const person = people[child] ?? null;
    if (person === null || person.kind === 'fixed' || person.kind === 'block') return;
    const father = lineage.father[child] ?? -1;
    const mother = lineage.mother[child] ?? -1;
    if (person.kind === 'single') {
      const paternal = lineage.single[child] === 1;
      slotsOf[paternal ? father : mother]?.push({ variable: person.variable, allele: everyAllele, channel: paternal ? 'male' : 'female' });
      return;
    }
    const of = (which: 'first' | 'second', channel: Channel): Slot =>
      person.kind === 'joint' ? { variable: person.variable, allele: person[which], channel } : { variable: person[which], allele: everyAllele, channel };
    // One allele only is the mother's and stands first.
    if (father < 0) slotsOf[mother]?.push(of('first', 'female'));
    else {
      slotsOf[father]?.push(of('first', 'male'));
      slotsOf[mother]?.push(of('second', 'female'));
    }
  };
  for (let i = 0; i < people.length; i++) if (!isFounder(lineage, i)) addSlots(i);

  people.forEach((person, i) => {
    if (person === null) return;
    const slots = slotsOf[i] ?? [];
    const how = { haploid: frame.haploid[i] === 1, inbreeding: frame.inbreeding[i] ?? 0 };
    if (person.kind === 'block') {
      const cells = [...new Map(slots.map((s) => [s.variable, s.allele.length])).values()].reduce((x, y) => x * y, 1);
      if (input.sumsFounder(how.haploid ? 1 : slots.length, cells)) {
        freeFounders.push({ slots, divisions: divisionsOf(slots.length, how) });
        return;
      }
      const open = split(i);
      freeFounders.push(openFounder(open, everyAllele, how));
      for (const slot of slots) factors.push(transmissionFactor(locus, open, slot));
      return;
    }
    if (isFounder(lineage, i) && (person.kind === 'joint' || person.kind === 'split')) freeFounders.push(openFounder(person, everyAllele, how));
    for (const slot of slots) factors.push(transmissionFactor(locus, person, slot));
  });
  const alleleVariables = people.map((person) => (person?.kind === 'split' ? [person.first, person.second].filter((v) => v >= 0) : null));
  return { dims, factors, fixedFounders, freeFounders, target: alleleVariables[target] ?? [], alleleVariables };
}

/**
 * A founder of one possible genotype; null for several, and (with `keepsInbred`) for an inbred homozygote, whose alleles are
 * one draw or two.
 */
export function fixedFounder(frame: Frame, i: number, about: { readonly seen: Evidence; readonly keepsInbred: boolean }): FixedFounder | null {
  const { first, second, weight } = about.seen;
  if (first.length !== 1) return null;
  const a = first[0] ?? -1;
  const b = second[0] ?? -1;
  const inbreeding = frame.inbreeding[i] ?? 0;
  return about.keepsInbred && inbreeding > 0 && a === b ? null : { a, b, inbreeding, weight: weight[0] ?? NaN };
}

function openFounder(person: Person, everyAllele: Int32Array, how: { haploid: boolean; inbreeding: number }): FreeFounder {
  const own = (): Slot[] => {
    if (person.kind === 'split') return [person.first, person.second].filter((v) => v >= 0).map((v) => ({ variable: v, allele: everyAllele, channel: 'self' }));
    if (person.kind !== 'joint') throw new KinshipError('kinship.not_a_number');
    return [person.first, person.second].slice(0, how.haploid ? 1 : 2).map((allele) => ({ variable: person.variable, allele, channel: 'self' }));
  };
  return ownDraws(own(), how);
}

/** A founder kept as their own alleles: two draws, or by inbreeding one. */
export function ownDraws(slots: readonly Slot[], how: { readonly haploid: boolean; readonly inbreeding: number }): FreeFounder {
  const f = how.haploid ? 0 : how.inbreeding;
  const apart: Division = { weight: 1 - f, groups: slots.map((_, s) => [s]) };
  return { slots, divisions: f > 0 ? [apart, { weight: f, groups: [slots.map((_, s) => s)] }] : [apart] };
}

/** P(allele of the slot | the two alleles of the parent) = half for each, through the mutation matrix of the parent's sex. */
function transmissionFactor(locus: Locus, parent: Person, slot: Slot): Factor {
  const matrix = channelMatrix(locus, slot.channel);
  const { k } = locus;
  const p = (from: number, to: number): number => transmitted(matrix, k, { from, to });
  switch (parent.kind) {
    case 'fixed':
      if (parent.b < 0) return { vars: [slot.variable], data: Float64Array.from(slot.allele, (c) => p(parent.a, c)) };
      return { vars: [slot.variable], data: Float64Array.from(slot.allele, (c) => 0.5 * (p(parent.a, c) + p(parent.b, c))) };
    case 'joint': {
      const table = (state: number, c: number): number => parent.haploid ? p(parent.first[state] ?? -1, c) : 0.5 * (p(parent.first[state] ?? -1, c) + p(parent.second[state] ?? -1, c));
      return inOrder([{ variable: parent.variable, size: parent.first.length }, { variable: slot.variable, size: slot.allele.length }], (s) => table(s[0] ?? -1, slot.allele[s[1] ?? -1] ?? -1));
    }
    case 'split':
      if (parent.second < 0) return inOrder([{ variable: parent.first, size: k }, { variable: slot.variable, size: slot.allele.length }], (s) => p(s[0] ?? -1, slot.allele[s[1] ?? -1] ?? -1));
      return fromEither(locus, parent, slot);
    case 'single':
      return inOrder([{ variable: parent.variable, size: k }, { variable: slot.variable, size: slot.allele.length }], (s) => p(s[0] ?? -1, slot.allele[s[1] ?? -1] ?? -1));
    case 'block':
      throw new KinshipError('kinship.not_a_number');
  }
}

/** P(slot's allele | either of two allele variables), written straight into its table: the largest of a network, and made most often. */
function fromEither(locus: Locus, parent: { readonly first: number; readonly second: number }, slot: Slot): Factor {
  const { k } = locus;
  const matrix = channelMatrix(locus, slot.channel);
  const states = slot.allele.length;
  const vars = [parent.first, parent.second, slot.variable].sort((x, y) => x - y);
  const size = (v: number | undefined): number => (v === slot.variable ? states : k);
  const strides = new Map([[vars[2] ?? -1, 1], [vars[1] ?? -1, size(vars[2])], [vars[0] ?? -1, size(vars[1]) * size(vars[2])]]);
  const [ofFirst, ofSecond, ofSlot] = [parent.first, parent.second, slot.variable].map((v) => strides.get(v) ?? NaN);
  if (k * k * states > cellLimit) throw tooComplex(k * k * states);
  const data = new Float64Array(k * k * states);
  const half = new Float64Array(k);
  for (let s = 0; s < states; s++) {
    const c = slot.allele[s] ?? -1;
    for (let u = 0; u < k; u++) half[u] = 0.5 * transmitted(matrix, k, { from: u, to: c });
    for (let u = 0; u < k; u++) {
      const from = s * (ofSlot ?? NaN) + u * (ofFirst ?? NaN);
      const p = half[u] ?? NaN;
      for (let v = 0; v < k; v++) data[from + v * (ofSecond ?? NaN)] = p + (half[v] ?? NaN);
    }
  }
  return { vars, data };
}

/** A table filled cell by cell, its axes sorted by variable number. */
export function inOrder(axes: readonly { variable: number; size: number }[], value: (state: readonly number[]) => number): Factor {
  const order = axes.map((_, i) => i).sort((x, y) => (axes[x]?.variable ?? 0) - (axes[y]?.variable ?? 0));
  const cells = axes.reduce((x, a) => x * a.size, 1);
  if (cells > cellLimit) throw tooComplex(cells);
  const data = new Float64Array(cells);
  const state = axes.map(() => 0);
  for (let cell = 0; cell < data.length; cell++) {
    data[cell] = value(state);
    for (let r = order.length - 1; r >= 0; r--) {
      const axis = order[r] ?? -1;
      const next = (state[axis] ?? 0) + 1;
      state[axis] = next < (axes[axis]?.size ?? 0) ? next : 0;
      if (state[axis] !== 0) break;
    }
  }
  return { vars: order.map((i) => axes[i]?.variable ?? -1), data };
}
