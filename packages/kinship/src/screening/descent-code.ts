import type { Descent } from './descent.ts';
import type { Expression, Sexed } from './expression.ts';

/** A compiled shape as a list of whole numbers, so that running it makes no objects. */
export interface DescentCode {
  /** Steps one after the other: operation, destination, arguments; `combine` and sums carry their number of terms. */
  readonly steps: Int32Array;
  readonly weights: Float64Array;
  /** The table is a product of factors, each a sum of pairs (x vector, y vector) with weights; empty where `matrix` is used. */
  readonly outerX: Int32Array;
  readonly outerY: Int32Array;
  readonly outerWeights: Float64Array;
  /** First pair of each factor, and the number of all pairs. */
  readonly factors: Int32Array;
  /** Node of the table where it is no plain sum of products; else -1. */
  readonly matrix: number;
  readonly references: number;
  readonly nodes: number;
}

export const ops = {
  number: 0, at: 1, mixAt: 2, dot: 3, times: 4, plus: 5, prior: 6, ones: 7, column: 8, mix: 9, multiply: 10, up: 11, down: 12,
  combine: 13, outer: 14, line: 15, extend: 16, fork: 17, mixTables: 18, multiplyTables: 19, moment: 20,
} as const;

const channelNumber: Readonly<Record<Sexed, number>> = { male: 0, female: 1 };

/** Turns expressions into steps, without those that nothing uses; tables that are plain sums of products stay unmultiplied. */
export function encodeDescent(descent: Descent): DescentCode {
  const { expressions } = descent;
  const split = splitFactors(expressions, descent.table);
  const rank = split === null ? null : split.flat();
  const roots = rank === null ? [descent.table, descent.references] : [...rank.flatMap((r) => [r.x, r.y]), descent.references];
  const used = new Set<number>();
  const use = (node: number): void => {
    if (used.has(node)) return;
    used.add(node);
    for (const next of usesOf(expressions[node])) if (!isMoment(expressions, node)) use(next);
  };
  for (const root of roots) use(root);
  const steps: number[] = [];
  const weights: number[] = [];
  expressions.forEach((expression, node) => {
    if (!used.has(node)) return;
    if (isMoment(expressions, node) && expression.op === 'down') steps.push(ops.moment, node, channelNumber[expression.channel]);
    else encode(expression, node, { steps, weights });
  });
  return {
    steps: Int32Array.from(steps),
    weights: Float64Array.from(weights),
    outerX: Int32Array.from(rank ?? [], (r) => r.x),
    outerY: Int32Array.from(rank ?? [], (r) => r.y),
    outerWeights: Float64Array.from(rank ?? [], (r) => r.weight),
    factors: Int32Array.from([0, ...(split ?? [])].map((_, i) => (split ?? []).slice(0, i).reduce((n, f) => n + f.length, 0))),
    matrix: rank === null ? descent.table : -1,
    references: descent.references,
    nodes: expressions.length,
  };
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
    case 'ones':
    case 'column':
    case 'mix':
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
    case 'outer':
      return [e.x, e.y];
    case 'extend':
      return [e.line, e.vector];
    case 'fork':
      return [e.start, e.x, e.y];
  }
}

function encode(e: Expression, node: number, into: { steps: number[]; weights: number[] }): void {
  const { steps, weights } = into;
  steps.push(ops[e.op], node);
  switch (e.op) {
    case 'number':
      steps.push(weights.push(e.value) - 1);
      return;
    case 'at':
      steps.push(e.vector, 2 * e.allele.relative + e.allele.side);
      return;
    case 'mixAt':
      steps.push(e.relative, channelNumber[e.channel], 2 * e.allele.relative + e.allele.side);
      return;
    case 'dot':
    case 'times':
    case 'multiply':
    case 'multiplyTables':
      steps.push(e.a, e.b);
      return;
    case 'plus':
    case 'mixTables':
      steps.push(e.terms.length);
      for (const t of e.terms) steps.push(weights.push(t.weight) - 1, t.node);
      return;
    case 'prior':
    case 'ones':
      return;
    case 'column':
      steps.push(channelNumber[e.channel], 2 * e.allele.relative + e.allele.side);
      return;
    case 'mix':
      steps.push(e.relative, channelNumber[e.channel]);
      return;
    case 'up':
    case 'down':
      steps.push(channelNumber[e.channel], e.vector);
      return;
    case 'combine':
      steps.push(e.terms.length);
      for (const t of e.terms) steps.push(weights.push(t.weight) - 1, t.scalar, t.vector);
      return;
    case 'outer':
      steps.push(e.x, e.y);
      return;
    case 'line':
      steps.push(channelNumber[e.channel]);
      return;
    case 'extend':
      steps.push(e.line, e.vector, channelNumber[e.channel]);
      return;
    case 'fork':
      steps.push(e.start, e.x, e.y);
      return;
  }
}
