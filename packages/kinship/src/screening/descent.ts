import { ExpressionPool, type Expression, type SeenAllele, type Sexed, type Term } from './expression.ts';

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

export const nobody = -1;

/** Who descends from whom, by number; -1 for no parent. Everybody has both parents or none. */
export interface Parents {
  readonly father: ArrayLike<number>;
  readonly mother: ArrayLike<number>;
}

/** Shapes that need more steps are left to the general engine. */
const expressionLimit = 40_000;

/** A transmission: to an allele of an untyped person (`node`) or to one that was seen (`typed`), from a parent. */
interface Edge {
  readonly child: { readonly kind: 'node'; readonly node: number } | { readonly kind: 'typed'; readonly relative: number; readonly side: 0 | 1 };
  readonly parent: number;
  readonly channel: Sexed;
}

/** What has been decided: the phase of typed relatives (-1 open), and from which allele of the parent each edge comes. */
interface State {
  readonly edges: readonly number[];
  readonly phase: Int8Array;
  readonly from: Int8Array;
}

/**
 * Compiles a family shape: sums over the phases of typed relatives and over which allele each untyped parent passed on
 * (inheritance vectors; Lander and Green 1987, doi:10.1073/pnas.84.8.2363), splitting into independent parts as soon as
 * decisions part them. Founder alleles are summed in closed form, loops need no special care, mutation matrices may be any.
 * @returns null where the shape needs more steps than the limit
 */
export function compileDescent(family: Parents, typed: readonly boolean[], target: number): Descent | null {
  const pool = new ExpressionPool(expressionLimit);
  const draws = { prior: pool.add({ op: 'prior' }), same: new Map<number, number>() };
  const alone = new DescentGraph(family, typed, { target: nobody, pool, draws }).solve();
  const table = pool.asTable(new DescentGraph(family, typed, { target, pool, draws }).solve());
  if (pool.isFull) return null;
  return { expressions: pool.list, table, references: alone.node, unrelated: -1 };
}

/** Where founder alleles come from: their distribution, and which of them are one draw (`same`: an allele and the one that stands for it). */
export interface FounderDraws {
  readonly prior: number;
  readonly same: ReadonlyMap<number, number>;
}

/** Typed people, the missing person, and all their ancestors: who else there is bears on nothing. */
export function findNeeded(family: Parents, typed: readonly boolean[], target: number): Uint8Array {
  const needed = new Uint8Array(typed.length);
  const open = typed.flatMap((is, i) => (is || i === target ? [i] : []));
  for (let i = open.pop(); i !== undefined; i = open.pop()) {
    if (i < 0 || needed[i] === 1) continue;
    needed[i] = 1;
    open.push(family.father[i] ?? -1, family.mother[i] ?? -1);
  }
  return needed;
}

export class DescentGraph {
  readonly #typed: readonly boolean[];
  readonly #target: number;
  readonly #pool: ExpressionPool;
  readonly #draws: FounderDraws;
  readonly #edges: Edge[] = [];
  readonly #isFounder: (person: number) => boolean;
  readonly #memo = new Map<string, Term>();

  constructor(family: Parents, typed: readonly boolean[], about: { target: number; pool: ExpressionPool; draws: FounderDraws }) {
    this.#typed = typed;
    this.#draws = about.draws;
    this.#target = about.target;
    this.#pool = about.pool;
    const needed = findNeeded(family, typed, about.target);
    this.#isFounder = (person) => (family.father[person] ?? -1) < 0;
    for (let i = 0; i < typed.length; i++) {
      if (needed[i] !== 1 || this.#isFounder(i)) continue;
      for (const side of [0, 1] as const) {
        const child = typed[i] === true ? { kind: 'typed' as const, relative: i, side } : { kind: 'node' as const, node: 2 * i + side };
        this.#edges.push({ child, parent: (side === 0 ? family.father : family.mother)[i] ?? -1, channel: side === 0 ? 'male' : 'female' });
      }
    }
  }

  solve(): Term {
    const phase = new Int8Array(this.#typed.length).fill(-1);
    const from = new Int8Array(this.#edges.length).fill(-1);
    const term = this.#solve({ edges: this.#edges.map((_, e) => e), phase, from });
    if (this.#target === nobody || !this.#isFounder(this.#target)) return term;
    const { prior } = this.#draws;
    const [x, y] = [this.#drawOf(2 * this.#target), this.#drawOf(2 * this.#target + 1)];
    const paternal = this.#pool.product({ on: 'x', node: prior }, term);
    return x === y ? paternal : this.#pool.product({ on: 'y', node: prior }, paternal);
  }

  #solve(state: State): Term {
    let out: Term = { on: 's', node: this.#pool.number(1) };
    if (this.#pool.isFull) return out;
    for (const part of this.#split(this.#prune(state))) out = this.#pool.product(out, this.#solvePart(part));
    return out;
  }

  /** Leaves out transmissions to alleles that nobody carries on and that nobody asks for: they sum to one. */
  #prune(state: State): State {
    let { edges } = state;
    for (;;) {
      const kept = edges.filter((e) => {
        const child = this.#edge(e).child;
        return child.kind === 'typed' || child.node >> 1 === this.#target || edges.some((other) => this.#parents(other, state).includes(child.node));
      });
      if (kept.length === edges.length) return { ...state, edges };
      edges = kept;
    }
  }

  #edge(e: number): Edge {
    const edge = this.#edges[e];
    if (edge === undefined) throw new RangeError(`edge ${e}`);
    return edge;
  }

  /** The alleles an edge may come from; none where the parent is typed. */
  #parents(e: number, state: State): readonly number[] {
    const { parent } = this.#edge(e);
    if (this.#typed[parent] === true) return [];
    const chosen = state.from[e] ?? -1;
    if (chosen >= 0) return [this.#drawOf(2 * parent + chosen)];
    const [a, b] = [this.#drawOf(2 * parent), this.#drawOf(2 * parent + 1)];
    return a === b ? [a] : [a, b];
  }

  /** The allele that stands for this one: itself, unless both are one draw. */
  #drawOf(node: number): number {
    return this.#draws.same.get(node) ?? node;
  }

  /** Parts that share no unknown but the missing person's own alleles, which are held fixed. */
  #split(state: State): State[] {
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
      const { child } = this.#edge(e);
      for (const node of this.#parents(e, state)) if (node >> 1 !== this.#target) touch(e, `n${node}`);
      if (child.kind === 'node' && child.node >> 1 !== this.#target) touch(e, `n${child.node}`);
      if (child.kind === 'typed' && (state.phase[child.relative] ?? -1) < 0) touch(e, `p${child.relative}`);
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
        const { child } = this.#edge(e);
        return `${e}:${state.from[e] ?? -1}:${child.kind === 'typed' ? (state.phase[child.relative] ?? -1) : ''}`;
      })
      .join();
    const known = this.#memo.get(key);
    if (known !== undefined) return known;
    const made = this.#decide(state);
    this.#memo.set(key, made);
    return made;
  }

  #decide(state: State): Term {
    for (const e of state.edges) {
      const { child } = this.#edge(e);
      if (child.kind !== 'typed' || (state.phase[child.relative] ?? -1) >= 0) continue;
      return this.#pool.sum([0, 1].map((p) => ({ weight: 1, term: this.#solve({ ...state, phase: state.phase.with(child.relative, p) }) })));
    }
    const open = state.edges.filter((e) => this.#parents(e, state).length === 2);
    // Alleles of people with parents first: what they did not pass on falls away with all its ancestors.
    const next = open.find((e) => !this.#isFounder(this.#edge(e).parent)) ?? open[0];
    if (next === undefined) return this.#sumTree(state);
    const { parent } = this.#edge(next);
    const isAlone = (node: number): boolean => !this.#draws.same.has(node);
    const isFirst = parent !== this.#target && this.#isFounder(parent) && isAlone(2 * parent) && isAlone(2 * parent + 1) && state.edges.every((e) => this.#edge(e).parent !== parent || (state.from[e] ?? -1) < 0);
    // The two alleles of an untyped founder are alike until one was passed on.
    if (isFirst) return this.#solve({ ...state, from: state.from.with(next, 0) });
    return this.#pool.sum([0, 1].map((s) => ({ weight: 0.5, term: this.#solve({ ...state, from: state.from.with(next, s) }) })));
  }

  #seen(child: Extract<Edge['child'], { kind: 'typed' }>, state: State): SeenAllele {
    const phase = state.phase[child.relative] ?? -1;
    return { relative: child.relative, side: (child.side ^ phase) === 0 ? 0 : 1 };
  }

  /** All is decided and connected: a tree of alleles below one founder allele, one typed parent, or one allele of the missing person. */
  #sumTree(state: State): Term {
    const pool = this.#pool;
    const children = new Map<number, number[]>();
    const hasParent = new Set<number>();
    for (const e of state.edges) {
      const { child } = this.#edge(e);
      const [from] = this.#parents(e, state);
      if (from !== undefined) children.set(from, [...(children.get(from) ?? []), e]);
      if (child.kind === 'node') hasParent.add(child.node);
    }
    const below = (node: number): readonly number[] => children.get(node) ?? [];
    const isAsked = (node: number): boolean => node >> 1 === this.#target;
    const leadsToAsked = (e: number): boolean => {
      const { child } = this.#edge(e);
      return child.kind === 'node' && (isAsked(child.node) || below(child.node).some(leadsToAsked));
    };
    const message = (e: number): number => {
      const { child, channel } = this.#edge(e);
      if (child.kind === 'typed') return pool.add({ op: 'column', channel, allele: this.#seen(child, state) });
      return pool.add({ op: 'up', channel, vector: messages(below(child.node)) });
    };
    const messages = (edges: readonly number[]): number => edges.map(message).reduce((a, b) => pool.multiply(a, b), pool.add({ op: 'ones' }));
    const asked = (node: number): 'x' | 'y' => ((node & 1) === 0 ? 'x' : 'y');
    // P(alleles above and beside, this node = allele) on the way down to what is asked for.
    const follow = (node: number, vector: number): Term => {
      const lines = below(node).filter(leadsToAsked);
      const here = pool.multiply(vector, messages(below(node).filter((e) => !lines.includes(e))));
      const [first, second] = lines;
      if (first === undefined) return { on: 's', node: pool.add({ op: 'dot', a: here, b: pool.add({ op: 'ones' }) }) };
      if (second !== undefined) return forked(here, [first, second]);
      const { child, channel } = this.#edge(first);
      const arrived = pool.add({ op: 'down', channel, vector: here });
      if (child.kind !== 'node') throw new RangeError('a line ends in a typed relative');
      return isAsked(child.node) ? { on: asked(child.node), node: arrived } : follow(child.node, arrived);
    };
    const line = (e: number): { end: 'x' | 'y'; node: number } => {
      let at = this.#edge(e);
      let node = pool.add({ op: 'line', channel: at.channel });
      for (;;) {
        const { child } = at;
        if (child.kind !== 'node') throw new RangeError('a line ends in a typed relative');
        if (isAsked(child.node)) return { end: asked(child.node), node };
        const onward = below(child.node).find(leadsToAsked) ?? -1;
        const vector = messages(below(child.node).filter((o) => o !== onward));
        at = this.#edge(onward);
        node = pool.add({ op: 'extend', line: node, vector, channel: at.channel });
      }
    };
    const forked = (start: number, lines: readonly [number, number]): Term => {
      const [a, b] = [line(lines[0]), line(lines[1])];
      const [x, y] = a.end === 'x' ? [a.node, b.node] : [b.node, a.node];
      return { on: 'xy', node: pool.add({ op: 'fork', start, x, y }) };
    };
    const first = state.edges.find((e) => {
      const [from] = this.#parents(e, state);
      return from === undefined || !hasParent.has(from) || isAsked(from);
    });
    const edge = this.#edge(first ?? -1);
    const [root] = this.#parents(first ?? -1, state);
    if (root === undefined) {
      if (edge.child.kind === 'typed') return { on: 's', node: pool.add({ op: 'mixAt', relative: edge.parent, channel: edge.channel, allele: this.#seen(edge.child, state) }) };
      const mix = pool.add({ op: 'mix', relative: edge.parent, channel: edge.channel });
      return isAsked(edge.child.node) ? { on: asked(edge.child.node), node: mix } : follow(edge.child.node, mix);
    }
    if (isAsked(root)) return { on: asked(root), node: messages(below(root)) };
    const only = below(root);
    const seen = this.#edge(only[0] ?? -1).child;
    // One seen allele below a founder allele: the first moment, which every family shares.
    if (only.length === 1 && seen.kind === 'typed')
      return { on: 's', node: pool.add({ op: 'at', vector: pool.add({ op: 'down', channel: edge.channel, vector: this.#draws.prior }), allele: this.#seen(seen, state) }) };
    return follow(root, this.#draws.prior);
  }
}
