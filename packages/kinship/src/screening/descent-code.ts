import type { Descent } from './descent.ts';
import type { Expression, Sexed } from './expression.ts';

/**
 * A compiled shape as a list of whole numbers, so that running it makes no objects. Values live in numbered slots, scalars,
 * vectors and tables apart; a slot is used again once nothing needs its value, so that all of them stay in the cache.
 */
export interface DescentCode {
  /** Steps one after the other: operation, slot it writes, arguments; `combine` and sums carry their number of terms. */
  readonly steps: Int32Array;
  readonly weights: Float64Array;
  /** The table is a product of factors, each a sum of pairs (x vector, y vector) with weights; empty where `matrix` is used. */
  readonly outerX: Int32Array;
  readonly outerY: Int32Array;
  readonly outerWeights: Float64Array;
  /** First pair of each factor, and the number of all pairs. */
  readonly factors: Int32Array;
  /** Slot of the table where it is no plain sum of products; else -1. */
  readonly matrix: number;
  /** Slot of the table of a stranger; -1 where a stranger's alleles depend on nothing (then the marker has their probabilities). */
  readonly unrelated: number;
  /** Slot of P(references). */
  readonly references: number;
  /** Numbers of slots. */
  readonly scalars: number;
  readonly vectors: number;
  readonly tables: number;
}

export const ops = {
  number: 0, at: 1, mixAt: 2, dot: 3, times: 4, plus: 5, prior: 6, ones: 7, column: 8, mix: 9, multiply: 10, up: 11, down: 12,
  combine: 13, outer: 14, line: 15, extend: 16, fork: 17, mixTables: 18, multiplyTables: 19, moment: 20, urn: 21, identity: 22, known: 23, other: 24, siblings: 25, rows: 26,
} as const;

const channelNumber: Readonly<Record<Sexed, number>> = { male: 0, female: 1 };

const kindOf: Readonly<Record<Expression['op'], SlotKind>> = {
  number: 'scalars', at: 'scalars', mixAt: 'scalars', dot: 'scalars', times: 'scalars', plus: 'scalars',
  prior: 'vectors', urn: 'vectors', ones: 'vectors', column: 'vectors', mix: 'vectors', known: 'vectors', other: 'vectors', multiply: 'vectors', up: 'vectors', down: 'vectors', combine: 'vectors',
  outer: 'tables', identity: 'tables', line: 'tables', extend: 'tables', fork: 'tables', rows: 'tables', mixTables: 'tables', multiplyTables: 'tables',
};

type SlotKind = 'scalars' | 'vectors' | 'tables';

/** Turns expressions into steps, without those that nothing uses; tables that are plain sums of products stay unmultiplied. */
export function encodeDescent(descent: Descent): DescentCode {
  const { expressions } = descent;
  const split = descent.unrelated >= 0 ? null : splitFactors(expressions, descent.table);
  const rank = split === null ? null : split.flat();
  const roots = rank === null ? [descent.table, ...(descent.unrelated >= 0 ? [descent.unrelated] : []), descent.references] : [...rank.flatMap((r) => [r.x, r.y]), descent.references];
  const lastUse = new Map<number, number>();
  const open = [...roots];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (lastUse.has(node)) continue;
    lastUse.set(node, Infinity);
    open.push(...argumentsOf(expressions, node));
  }
  // Every expression stands behind those it uses: the last one to name another is its last use.
  const kept = new Set(roots);
  for (const node of lastUse.keys()) if (!kept.has(node)) lastUse.set(node, -1);
  expressions.forEach((_, node) => {
    if (!lastUse.has(node)) return;
    for (const used of argumentsOf(expressions, node)) lastUse.set(used, Math.max(lastUse.get(used) ?? -1, node));
  });
  const slots = { scalars: new SlotPool(), vectors: new SlotPool(), tables: new SlotPool() };
  const slotOf = new Map<number, number>();
  const poolOf = (node: number): SlotPool => slots[kindOf[expressions[node]?.op ?? 'number']];
  const place = (node: number): number => slotOf.get(node) ?? -1;
  const steps: number[] = [];
  const weights: number[] = [];
  expressions.forEach((expression, node) => {
    if (!lastUse.has(node)) return;
    // Before the slots of its arguments become free: a step must not write over what it still reads.
    slotOf.set(node, poolOf(node).take());
    if (isMoment(expressions, node) && expression.op === 'down') steps.push(ops.moment, place(node), channelNumber[expression.channel]);
    else encode(expression, place(node), { steps, weights, place });
    for (const used of new Set(argumentsOf(expressions, node))) if (lastUse.get(used) === node) poolOf(used).free(place(used));
  });
  return {
    steps: Int32Array.from(steps),
    weights: Float64Array.from(weights),
    outerX: Int32Array.from(rank ?? [], (r) => place(r.x)),
    outerY: Int32Array.from(rank ?? [], (r) => place(r.y)),
    outerWeights: Float64Array.from(rank ?? [], (r) => r.weight),
    factors: Int32Array.from([0, ...(split ?? [])].map((_, i) => (split ?? []).slice(0, i).reduce((n, f) => n + f.length, 0))),
    matrix: rank === null ? place(descent.table) : -1,
    unrelated: descent.unrelated >= 0 ? place(descent.unrelated) : -1,
    references: place(descent.references),
    scalars: slots.scalars.size,
    vectors: slots.vectors.size,
    tables: slots.tables.size,
  };
}

class SlotPool {
  readonly #free: number[] = [];
  size = 0;

  take(): number {
    return this.#free.pop() ?? this.size++;
  }

  free(slot: number): void {
    this.#free.push(slot);
  }
}

/** What a step reads; a moment reads nothing, it is kept with the marker. */
function argumentsOf(expressions: readonly Expression[], node: number): readonly number[] {
  return isMoment(expressions, node) ? [] : usesOf(expressions[node]);
}

/** The transmission of a founder's allele is the same for every family of a marker: it is kept with the marker. */
function isMoment(expressions: readonly Expression[], node: number): boolean {
  const e = expressions[node];
  return e?.op === 'down' && expressions[e.vector]?.op === 'prior';
}

/** Products of tables apart, as long as each is a sum of products of vectors. */
function splitFactors(expressions: readonly Expression[], table: number): Pair[][] | null {
  const e = expressions[table];
  if (e?.op === 'multiplyTables') {
    const [a, b] = [splitFactors(expressions, e.a), splitFactors(expressions, e.b)];
    return a === null || b === null ? null : [...a, ...b];
  }
  const terms = rankTerms(expressions, table);
  return terms === null ? null : [terms];
}

interface Pair {
  readonly weight: number;
  readonly x: number;
  readonly y: number;
}

function rankTerms(expressions: readonly Expression[], table: number): Pair[] | null {
  const top = expressions[table];
  const terms = top?.op === 'mixTables' ? top.terms : [{ weight: 1, node: table }];
  const out: Pair[] = [];
  for (const { weight, node } of terms) {
    const e = expressions[node];
    if (e?.op !== 'outer') return null;
    out.push({ weight, x: e.x, y: e.y });
  }
  return out;
}

function usesOf(e: Expression | undefined): readonly number[] {
  if (e === undefined) return [];
  switch (e.op) {
    case 'number':
    case 'mixAt':
    case 'prior':
    case 'urn':
    case 'ones':
    case 'identity':
    case 'column':
    case 'mix':
    case 'known':
    case 'other':
    case 'line':
      return [];
    case 'at':
    case 'up':
    case 'down':
      return [e.vector];
    case 'dot':
    case 'times':
    case 'multiply':
    case 'multiplyTables':
      return [e.a, e.b];
    case 'plus':
    case 'mixTables':
      return e.terms.map((t) => t.node);
    case 'combine':
      return e.terms.flatMap((t) => [t.scalar, t.vector]);
    case 'rows':
      return e.terms.flatMap((t) => [t.vector, t.table]);
    case 'outer':
      return [e.x, e.y];
    case 'extend':
      return [e.line, e.vector];
    case 'fork':
      return [e.start, e.x, e.y];
  }
}

function encode(e: Expression, slot: number, into: { steps: number[]; weights: number[]; place: (node: number) => number }): void {
  const { steps, weights, place } = into;
  steps.push(ops[e.op], slot);
  switch (e.op) {
    case 'number':
      steps.push(weights.push(e.value) - 1);
      return;
    case 'at':
      steps.push(place(e.vector), 2 * e.allele.relative + e.allele.side);
      return;
    case 'mixAt':
      steps.push(e.relative, channelNumber[e.channel], 2 * e.allele.relative + e.allele.side);
      return;
    case 'dot':
    case 'times':
    case 'multiply':
    case 'multiplyTables':
      steps.push(place(e.a), place(e.b));
      return;
    case 'plus':
    case 'mixTables':
      steps.push(e.terms.length);
      for (const t of e.terms) steps.push(weights.push(t.weight) - 1, place(t.node));
      return;
    case 'prior':
    case 'ones':
    case 'identity':
      return;
    case 'urn':
      steps.push(weights.push(e.share) - 1, weights.push(e.each) - 1, e.founders.length, ...e.founders);
      return;
    case 'column':
      steps.push(channelNumber[e.channel], 2 * e.allele.relative + e.allele.side);
      return;
    case 'mix':
      steps.push(e.relative, channelNumber[e.channel]);
      return;
    case 'known':
    case 'other':
      steps.push(e.relative);
      return;
    case 'up':
    case 'down':
      steps.push(channelNumber[e.channel], place(e.vector));
      return;
    case 'combine':
      steps.push(e.terms.length);
      for (const t of e.terms) steps.push(weights.push(t.weight) - 1, place(t.scalar), place(t.vector));
      return;
    case 'outer':
      steps.push(place(e.x), place(e.y));
      return;
    case 'line':
      steps.push(channelNumber[e.channel]);
      return;
    case 'extend':
      steps.push(place(e.line), place(e.vector), channelNumber[e.channel]);
      return;
    case 'fork':
      steps.push(place(e.start), place(e.x), place(e.y));
      return;
    case 'rows':
      steps.push(e.terms.length);
      for (const t of e.terms) steps.push(place(t.vector), place(t.table));
      return;
  }
}
