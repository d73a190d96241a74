import { KinshipError } from '../kinship-error.ts';
import type { Lineage } from '../pedigree/family.ts';
import { cellLimit } from './eliminate.ts';
import type { Factor } from './factor.ts';
import { channelMatrix, transmitted, type Channel, type Locus, type Slot } from './locus.ts';

/** What is known of a person at a marker, as allele numbers; `b` = -1 where only one allele is known. */
export interface Evidence {
  readonly a: number;
  readonly b: number;
}

/** A founder whose alleles are not fixed: summed over analytically (`block`, its transmissions), or as variables (`open`, its own two alleles). */
export type FreeFounder = { readonly kind: 'block'; readonly slots: readonly Slot[] } | { readonly kind: 'open'; readonly slots: readonly [Slot, Slot] };

/** The mixed network of one marker: factors of transmissions; founders apart, because theta ties them together. */
export interface Network {
  readonly dims: readonly number[];
  readonly factors: readonly Factor[];
  readonly fixedFounders: readonly Evidence[];
  readonly freeFounders: readonly FreeFounder[];
  /** Variables of the paternal and maternal allele of the person asked for; empty without one. */
  readonly target: readonly number[];
}

type Person =
  | { readonly kind: 'fixed'; readonly a: number; readonly b: number }
  | { readonly kind: 'joint'; readonly variable: number; readonly first: Int32Array; readonly second: Int32Array }
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
}

/**
 * Builds the network: a typed non-founder is one variable over its phases, an untyped one two allele variables,
 * a typed founder a constant, an untyped founder either a block of moments or two allele variables.
 */
export function buildNetwork(input: NetworkInput): Network {
  const { lineage, locus, evidence, target } = input;
  const { k } = locus;
  const dims: number[] = [];
  const everyAllele = Int32Array.from({ length: k }, (_, a) => a);
  const variable = (size: number): number => dims.push(size) - 1;
  const people: (Person | null)[] = evidence.map((seen, i) => {
    if (lineage.needed[i] !== 1) return null;
    const founder = (lineage.father[i] ?? -1) < 0;
    if (i === target) return { kind: 'split', first: variable(k), second: variable(k) };
    if ((lineage.single[i] ?? 0) > 0) return { kind: 'single', variable: variable(k) };
    if (seen === null) return founder ? { kind: 'block' } : { kind: 'split', first: variable(k), second: variable(k) };
    if (founder && seen.b >= 0) return { kind: 'fixed', a: seen.a, b: seen.b };
    const states = orderedStates(seen, k);
    return { kind: 'joint', variable: variable(states.first.length), ...states };
  });
  const slotsOf: Slot[][] = people.map(() => []);
  const addSlots = (child: number): void => {
    const person = people[child] ?? null;
    if (person === null || person.kind === 'fixed' || person.kind === 'block') return;
    if (person.kind === 'single') {
      const paternal = lineage.single[child] === 1;
      const parent = (paternal ? lineage.father : lineage.mother)[child] ?? -1;
      slotsOf[parent]?.push({ variable: person.variable, allele: everyAllele, channel: paternal ? 'male' : 'female' });
      return;
    }
    const of = (which: 'first' | 'second', channel: Channel): Slot =>
      person.kind === 'joint' ? { variable: person.variable, allele: person[which], channel } : { variable: person[which], allele: everyAllele, channel };
    slotsOf[lineage.father[child] ?? -1]?.push(of('first', 'male'));
    slotsOf[lineage.mother[child] ?? -1]?.push(of('second', 'female'));
  };
  for (let i = 0; i < people.length; i++) if ((lineage.father[i] ?? -1) >= 0) addSlots(i);

  const factors: Factor[] = [];
  const fixedFounders: Evidence[] = [];
  const freeFounders: FreeFounder[] = [];
  people.forEach((person, i) => {
    if (person === null) return;
    const slots = slotsOf[i] ?? [];
    const founder = (lineage.father[i] ?? -1) < 0;
    if (person.kind === 'fixed') fixedFounders.push(person);
    if (person.kind === 'block') {
      const cells = [...new Map(slots.map((s) => [s.variable, s.allele.length])).values()].reduce((x, y) => x * y, 1);
      if (input.sumsFounder(slots.length, cells)) {
        freeFounders.push({ kind: 'block', slots });
        return;
      }
      const open: Person = { kind: 'split', first: variable(k), second: variable(k) };
      freeFounders.push(openFounder(open, everyAllele));
      for (const slot of slots) factors.push(transmissionFactor(locus, open, slot));
      return;
    }
    if (founder && person.kind !== 'fixed' && person.kind !== 'single') freeFounders.push(openFounder(person, everyAllele));
    for (const slot of slots) factors.push(transmissionFactor(locus, person, slot));
  });
  const asked = people[target];
  return { dims, factors, fixedFounders, freeFounders, target: asked?.kind === 'split' ? [asked.first, asked.second] : [] };
}

function openFounder(person: Exclude<Person, { kind: 'fixed' | 'block' | 'single' }>, everyAllele: Int32Array): FreeFounder {
  if (person.kind === 'split')
    return { kind: 'open', slots: [
      { variable: person.first, allele: everyAllele, channel: 'self' },
      { variable: person.second, allele: everyAllele, channel: 'self' },
    ] };
  return { kind: 'open', slots: [
    { variable: person.variable, allele: person.first, channel: 'self' },
    { variable: person.variable, allele: person.second, channel: 'self' },
  ] };
}

/** Ordered (paternal, maternal) allele pairs that fit an observation. */
function orderedStates(seen: Evidence, k: number): { first: Int32Array; second: Int32Array } {
  if (seen.b === seen.a) return { first: Int32Array.of(seen.a), second: Int32Array.of(seen.a) };
  if (seen.b >= 0) return { first: Int32Array.of(seen.a, seen.b), second: Int32Array.of(seen.b, seen.a) };
  const first: number[] = [];
  const second: number[] = [];
  for (let x = 0; x < k; x++) {
    first.push(seen.a);
    second.push(x);
    if (x === seen.a) continue;
    first.push(x);
    second.push(seen.a);
  }
  return { first: Int32Array.from(first), second: Int32Array.from(second) };
}

/** P(allele of the slot | the two alleles of the parent) = half for each, through the mutation matrix of the parent's sex. */
function transmissionFactor(locus: Locus, parent: Person, slot: Slot): Factor {
  const matrix = channelMatrix(locus, slot.channel);
  const { k } = locus;
  const p = (from: number, to: number): number => transmitted(matrix, k, { from, to });
  switch (parent.kind) {
    case 'fixed':
      return { vars: [slot.variable], data: Float64Array.from(slot.allele, (c) => 0.5 * (p(parent.a, c) + p(parent.b, c))) };
    case 'joint': {
      const table = (state: number, c: number): number => 0.5 * (p(parent.first[state] ?? -1, c) + p(parent.second[state] ?? -1, c));
      return inOrder([{ variable: parent.variable, size: parent.first.length }, { variable: slot.variable, size: slot.allele.length }], (s) => table(s[0] ?? -1, slot.allele[s[1] ?? -1] ?? -1));
    }
    case 'split':
      return inOrder(
        [{ variable: parent.first, size: k }, { variable: parent.second, size: k }, { variable: slot.variable, size: slot.allele.length }],
        (s) => {
          const c = slot.allele[s[2] ?? -1] ?? -1;
          return 0.5 * (p(s[0] ?? -1, c) + p(s[1] ?? -1, c));
        },
      );
    case 'single':
      return inOrder([{ variable: parent.variable, size: k }, { variable: slot.variable, size: slot.allele.length }], (s) => p(s[0] ?? -1, slot.allele[s[1] ?? -1] ?? -1));
    case 'block':
      throw new KinshipError('kinship.not_a_number');
  }
}

/** A table filled cell by cell, its axes sorted by variable number. */
function inOrder(axes: readonly { variable: number; size: number }[], value: (state: readonly number[]) => number): Factor {
  const order = axes.map((_, i) => i).sort((x, y) => (axes[x]?.variable ?? 0) - (axes[y]?.variable ?? 0));
  const cells = axes.reduce((x, a) => x * a.size, 1);
  if (cells > cellLimit) throw new KinshipError('kinship.too_complex', { operations: cells });
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
