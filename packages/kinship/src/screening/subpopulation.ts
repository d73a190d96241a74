import { DescentGraph, nobody, type AllelesSeen, type Choice, type Parents } from './descent-graph.ts';
import { DescentSum, type Descent } from './descent.ts';
import { ExpressionPool, type Term } from './expression.ts';

/** Ways that phases and descents can go, each with its partitions of founder alleles; more are left to the general engine. */
const wayLimit = 8_000;

/** Shapes that need more steps are left to the general engine; compiling this many takes a second. */
const stepLimit = 24_000;

/** Partitions of 0, 1, 2 ... things (Bell numbers). */
const partitionCounts = [1, 1, 2, 5, 15, 52, 203, 877, 4140];

/**
 * Compiles a family shape with a subpopulation correction: all founder alleles of a hypothesis are drawn from one urn
 * (Balding and Nichols 1994, doi:10.1016/0379-0738(94)90222-4). Alleles of typed founders are draws that were seen: the next
 * one is a with probability (A p(a) + count of a) / (A + seen), A = (1 - theta) / theta. Where that leaves fewer, it is
 * first decided who inherited what from whom; the m alleles then left to be drawn, those that somebody did inherit, are summed
 * over all partitions into equal ones: a partition weighs the product of (size - 1)! over its blocks x (A + seen)^blocks / the m factors (A + seen),
 * (A + seen + 1), ...; blocks are independent. A stranger is two more draws.
 * @param about.theta above 0 and below 1
 * @returns null where the shape needs more than the limits
 */
export function compileSubpopulation(family: Parents, seen: readonly AllelesSeen[], about: { readonly target: number; readonly theta: number }): Descent | null {
  // A partition of what is not decided takes about eight times the steps of one that is.
  return compileDivided(family, seen, { ...about, stepsUndecided: 8 }) ?? compileDivided(family, seen, { ...about, stepsUndecided: Infinity });
}

function compileDivided(family: Parents, seen: readonly AllelesSeen[], about: { readonly target: number; readonly theta: number; readonly stepsUndecided: number }): Descent | null {
  const pool = new ExpressionPool(stepLimit);
  const founders = seen.flatMap((count, i) => (count === 2 && (family.father[i] ?? -1) < 0 ? [i] : []));
  const unseen = (1 - about.theta) / about.theta;
  const total = unseen + 2 * founders.length;
  const urn = { pool, total, stepsUndecided: about.stepsUndecided, prior: pool.add({ op: 'urn', share: unseen / total, each: 1 / total, founders }) };
  const alone = sumPartitions(new DescentGraph(family, seen, nobody), urn);
  if (alone === null) return null;
  const related = sumPartitions(new DescentGraph(family, seen, about.target), urn);
  if (related === null) return null;
  const withStranger = { father: [...Array.from(family.father), -1], mother: [...Array.from(family.mother), -1] };
  const unrelated = sumPartitions(new DescentGraph(withStranger, [...seen, 0], seen.length), urn);
  if (unrelated === null || pool.isFull) return null;
  return { expressions: pool.list, table: pool.asTable(related), references: alone.node, unrelated: pool.asTable(unrelated) };
}

interface Urn {
  readonly pool: ExpressionPool;
  /** A + alleles seen. */
  readonly total: number;
  readonly prior: number;
  /** What a partition takes where descents are not decided, against one where they are. */
  readonly stepsUndecided: number;
}

function sumPartitions(graph: DescentGraph, { pool, total, prior, stepsUndecided }: Urn): Term | null {
  const { target } = graph;
  const divided = divide(graph, stepsUndecided);
  if (divided === null) return null;
  const apart: { weight: number; term: Term }[] = [];
  const equal: { weight: number; term: Term }[] = [];
  for (const { weight: share, state, draws } of divided) {
    for (const blocks of partitions(draws.length)) {
      if (pool.isFull) return null;
      const sizes = new Map<number, number>();
      for (const block of blocks) sizes.set(block, (sizes.get(block) ?? 0) + 1);
      const same = new Map<number, number>();
      blocks.forEach((block, i) => {
        if ((sizes.get(block) ?? 0) > 1) same.set(draws[i] ?? -1, draws[blocks.indexOf(block)] ?? -1);
      });
      // Of a founder with one draw either allele stands for it.
      for (const draw of draws) if (draw % 2 === 0 && !draws.includes(draw + 1)) same.set(draw + 1, same.get(draw) ?? draw);
      let weight = share;
      for (const size of sizes.values()) for (let factor = 1; factor < size; factor++) weight *= factor;
      weight *= total ** sizes.size;
      for (let i = 0; i < draws.length; i++) weight /= total + i;
      const term = new DescentSum(graph, { pool, prior }).of({ ...state, same });
      const isOne = target !== nobody && draws[0] === 2 * target && blocks[1] === blocks[0];
      (isOne ? equal : apart).push({ weight, term });
    }
  }
  const sum = pool.sum(apart);
  if (equal.length === 0) return sum;
  // Both alleles of the person asked for are one draw: only equal ones have a probability.
  const diagonal = pool.product({ on: 'xy', node: pool.add({ op: 'identity' }) }, { on: 'xy', node: pool.asTable(pool.sum(equal)) });
  return pool.sum([{ weight: 1, term: sum }, { weight: 1, term: diagonal }]);
}

interface Division extends Choice {
  readonly draws: readonly number[];
}

/**
 * Either every way of descent with the draws it needs, or none decided with the draws that any way may need, whichever takes
 * fewer steps; null where both have too many.
 */
function divide(graph: DescentGraph, stepsUndecided: number): readonly Division[] | null {
  const count = (divisions: readonly Division[]): number => divisions.reduce((sum, { draws }) => sum + (partitionCounts[draws.length] ?? Infinity), 0);
  const begin = graph.prune(graph.begin());
  const whole: Division[] = [{ weight: 1, state: begin, draws: graph.drawsOf(begin) }];
  const ways = graph.allDecided(wayLimit)?.map((way) => ({ ...way, draws: graph.drawsOf(way.state) }));
  const fewer = ways === undefined || stepsUndecided * count(whole) <= count(ways) ? whole : ways;
  return count(fewer) <= wayLimit ? fewer : null;
}

/** Every partition of n things, as the number of the block of each; blocks are numbered as they come. */
function* partitions(n: number): Generator<readonly number[]> {
  const extend = function* (blocks: readonly number[], count: number): Generator<readonly number[]> {
    if (blocks.length === n) yield blocks;
    else for (let block = 0; block <= count; block++) yield* extend([...blocks, block], Math.max(count, block + 1));
  };
  yield* extend([], 0);
}
