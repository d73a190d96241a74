import { DescentGraph, findNeeded, nobody, type Descent, type Parents } from './descent.ts';
import { ExpressionPool, type Term } from './expression.ts';

/** More draws than this have too many partitions (203 for six); such shapes are left to the general engine. */
const drawLimit = 6;

/** Shapes that need more steps are left to the general engine; compiling this many takes a second. */
const stepLimit = 12_000;

/**
 * Compiles a family shape with a subpopulation correction: all founder alleles of a hypothesis are drawn from one urn
 * (Balding and Nichols 1994, doi:10.1016/0379-0738(94)90222-4). Alleles of typed founders are draws that were seen: the next
 * one is a with probability (A p(a) + count of a) / (A + seen), A = (1 - theta) / theta. m further draws are summed over all
 * partitions into equal ones: a partition weighs the product of (size - 1)! over its blocks x (A + seen)^blocks / the m
 * factors (A + seen), (A + seen + 1), ...; blocks are independent. A stranger is two more draws.
 * @param theta above 0 and below 1
 * @returns null where the shape needs more steps than the limit
 */
export function compileSubpopulation(family: Parents, typed: readonly boolean[], about: { readonly target: number; readonly theta: number }): Descent | null {
  const pool = new ExpressionPool(stepLimit);
  const stranger = { father: [...Array.from(family.father), -1], mother: [...Array.from(family.mother), -1] };
  const tableOf = (parents: Parents, isTyped: readonly boolean[], target: number): Term | null => sumPartitions(parents, isTyped, { target, theta: about.theta, pool });
  const alone = tableOf(family, typed, nobody);
  const related = tableOf(family, typed, about.target);
  const unrelated = tableOf(stranger, [...typed, false], typed.length);
  if (alone === null || related === null || unrelated === null || pool.isFull) return null;
  return { expressions: pool.list, table: pool.asTable(related), references: alone.node, unrelated: pool.asTable(unrelated) };
}

function sumPartitions(family: Parents, typed: readonly boolean[], about: { target: number; theta: number; pool: ExpressionPool }): Term | null {
  const { target, theta, pool } = about;
  const { draws, always } = findDraws(family, typed, target);
  if (draws.length > drawLimit) return null;
  const founders = typed.flatMap((is, i) => (is && (family.father[i] ?? -1) < 0 ? [i] : []));
  const unseen = (1 - theta) / theta;
  const total = unseen + 2 * founders.length;
  const prior = pool.add({ op: 'urn', share: unseen / total, each: 1 / total, founders });
  const apart: { weight: number; term: Term }[] = [];
  const equal: { weight: number; term: Term }[] = [];
  for (const blocks of partitions(draws.length)) {
    if (pool.isFull) return null;
    const same = new Map<number, number>(always);
    const sizes = new Map<number, number>();
    blocks.forEach((block, i) => {
      const first = draws[blocks.indexOf(block)] ?? -1;
      sizes.set(block, (sizes.get(block) ?? 0) + 1);
      if (blocks.filter((other) => other === block).length > 1) same.set(draws[i] ?? -1, first);
    });
    // A founder with one line of descent has one draw: its other allele stands for the same.
    for (const [other, one] of always) same.set(other, same.get(one) ?? one);
    let weight = 1;
    for (const size of sizes.values()) for (let factor = 1; factor < size; factor++) weight *= factor;
    weight *= total ** sizes.size;
    for (let i = 0; i < draws.length; i++) weight /= total + i;
    const term = new DescentGraph(family, typed, { target, pool, draws: { prior, same } }).solve();
    const isOne = target !== nobody && draws[0] === 2 * target && blocks[1] === blocks[0];
    (isOne ? equal : apart).push({ weight, term });
  }
  const sum = pool.sum(apart);
  if (equal.length === 0) return sum;
  // Both alleles of the person asked for are one draw: only equal ones have a probability.
  const diagonal = pool.product({ on: 'xy', node: pool.add({ op: 'identity' }) }, { on: 'xy', node: pool.asTable(pool.sum(equal)) });
  return pool.sum([{ weight: 1, term: sum }, { weight: 1, term: diagonal }]);
}

/** Founder alleles that may have been passed on; those of the person asked for first. `always`: second alleles that never differ from the first. */
function findDraws(family: Parents, typed: readonly boolean[], target: number): { draws: number[]; always: Map<number, number> } {
  const needed = findNeeded(family, typed, target);
  const isFounder = (i: number): boolean => (family.father[i] ?? -1) < 0;
  const draws = target !== nobody && isFounder(target) ? [2 * target, 2 * target + 1] : [];
  const always = new Map<number, number>();
  for (let f = 0; f < typed.length; f++) {
    if (needed[f] !== 1 || typed[f] === true || f === target || !isFounder(f)) continue;
    let lines = 0;
    for (let i = 0; i < typed.length; i++) if (needed[i] === 1) lines += (family.father[i] === f ? 1 : 0) + (family.mother[i] === f ? 1 : 0);
    if (lines === 0) continue;
    draws.push(2 * f);
    if (lines === 1) always.set(2 * f + 1, 2 * f);
    else draws.push(2 * f + 1);
  }
  return { draws, always };
}

/** Every partition of n things, as the number of the block of each; blocks are numbered as they come. */
function* partitions(n: number): Generator<readonly number[]> {
  const extend = function* (blocks: readonly number[], count: number): Generator<readonly number[]> {
    if (blocks.length === n) yield blocks;
    else for (let block = 0; block <= count; block++) yield* extend([...blocks, block], Math.max(count, block + 1));
  };
  yield* extend([], 0);
}
