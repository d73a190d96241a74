import { DescentGraph, nobody, type AllelesSeen, type Parents, type State } from './descent-graph.ts';
import { ExpressionPool, type Expression, type Term } from './expression.ts';
import { sumTree } from './sum-tree.ts';

/** How P(references, alleles of the missing person) is calculated for one family shape: the same for every marker and profile. */
export interface Descent {
  readonly expressions: readonly Expression[];
  /** P(references, alleles of the missing person), a table over (paternal, maternal) allele, up to a factor common with `references`. */
  readonly table: number;
  /** P(references) when the missing person stays untyped: a scalar. */
  readonly references: number;
  /** P(references, alleles of a stranger) as a table where a subpopulation makes strangers depend on the references; else -1. */
  readonly unrelated: number;
}

/** Shapes that need more steps are left to the general engine. */
const expressionLimit = 40_000;

/**
 * Compiles a family shape: sums over the phases of typed relatives and over which allele each untyped parent passed on
 * (inheritance vectors; Lander and Green 1987, doi:10.1073/pnas.84.8.2363), splitting into independent parts as soon as
 * decisions part them. Founder alleles are summed in closed form, loops need no special care, mutation matrices may be any.
 * @param seen how many alleles of each person were seen
 * @returns null where the shape needs more steps than the limit
 */
export function compileDescent(family: Parents, seen: readonly AllelesSeen[], target: number): Descent | null {
  const pool = new ExpressionPool(expressionLimit);
  const prior = pool.add({ op: 'prior' });
  const solve = (asked: number): Term => {
    const graph = new DescentGraph(family, seen, asked);
    return new DescentSum(graph, { pool, prior }).of(graph.begin());
  };
  const alone = solve(nobody);
  const table = pool.asTable(solve(target));
  if (pool.isFull) return null;
  return { expressions: pool.list, table, references: alone.node, unrelated: -1 };
}

/** Sums a graph over what is not decided yet. */
export class DescentSum {
  readonly #graph: DescentGraph;
  readonly #pool: ExpressionPool;
  readonly #prior: number;
  readonly #memo = new Map<string, Term>();

  /** @param from the vector of founder alleles' distribution */
  constructor(graph: DescentGraph, from: { readonly pool: ExpressionPool; readonly prior: number }) {
    this.#graph = graph;
    this.#pool = from.pool;
    this.#prior = from.prior;
  }

  /** All calls must agree in which alleles are one draw. */
  of(state: State): Term {
    const { target } = this.#graph;
    const term = this.#solve(state);
    if (target === nobody || !this.#graph.isFounder(target)) return term;
    const [x, y] = [2 * target, 2 * target + 1].map((node) => state.same.get(node) ?? node);
    const paternal = this.#pool.product({ on: 'x', node: this.#prior }, term);
    return x === y ? paternal : this.#pool.product({ on: 'y', node: this.#prior }, paternal);
  }

  #solve(state: State): Term {
    let out: Term = { on: 's', node: this.#pool.number(1) };
    if (this.#pool.isFull) return out;
    for (const part of this.#split(this.#graph.prune(state))) out = this.#pool.product(out, this.#solvePart(part));
    return out;
  }

  /** Parts that share no unknown but the missing person's own alleles, which are held fixed. */
  #split(state: State): State[] {
    const graph = this.#graph;
    const owner = new Map<string, number>();
    const group = new Map(state.edges.map((e) => [e, e]));
    const root = (e: number): number => {
      const up = group.get(e) ?? e;
      return up === e ? e : root(up);
    };
    const touch = (e: number, what: string): void => {
      const first = owner.get(what);
      if (first === undefined) owner.set(what, e);
      else group.set(root(e), root(first));
    };
    for (const e of state.edges) {
      const { child } = graph.edge(e);
      for (const node of graph.parents(e, state)) if (node >> 1 !== graph.target) touch(e, `n${node}`);
      if (child.kind !== 'node') {
        if ((state.phase[child.relative] ?? -1) < 0) touch(e, `p${child.relative}`);
      } else if (child.node >> 1 !== graph.target) touch(e, `n${child.node}`);
    }
    const parts = new Map<number, number[]>();
    for (const e of state.edges) {
      const list = parts.get(root(e));
      if (list === undefined) parts.set(root(e), [e]);
      else list.push(e);
    }
    return [...parts.values()].map((edges) => ({ ...state, edges }));
  }

  #solvePart(state: State): Term {
    const key = state.edges
      .map((e) => {
        const { child } = this.#graph.edge(e);
        return `${e}:${state.from[e] ?? -1}:${child.kind === 'node' ? '' : (state.phase[child.relative] ?? -1)}`;
      })
      .join();
    const known = this.#memo.get(key);
    if (known !== undefined) return known;
    const made = this.#decide(state);
    this.#memo.set(key, made);
    return made;
  }

  #decide(state: State): Term {
    const choices = this.#graph.choices(state);
    if (choices === null) return sumTree(this.#graph, state, { pool: this.#pool, prior: this.#prior });
    const [only] = choices;
    if (only !== undefined && choices.length === 1 && only.weight === 1) return this.#solve(only.state);
    return this.#pool.sum(choices.map((choice) => ({ weight: choice.weight, term: this.#solve(choice.state) })));
  }
}
