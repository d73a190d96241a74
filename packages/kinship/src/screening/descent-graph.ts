import type { Sexed } from './expression.ts';

export const nobody = -1;

/** Who descends from whom, by number; -1 for no parent. Everybody has both parents or none. */
export interface Parents {
  readonly father: ArrayLike<number>;
  readonly mother: ArrayLike<number>;
}

/** How many alleles of a person were seen at the marker. */
export type AllelesSeen = 0 | 1 | 2;

/**
 * A transmission from an allele of `parent`: to an allele of somebody (`node`), or to one that was seen (`typed`). Of a
 * person with one seen allele both alleles are nodes, with what was `seen` below them.
 */
export interface Edge {
  readonly child:
    | { readonly kind: 'node'; readonly node: number }
    | { readonly kind: 'typed'; readonly relative: number; readonly side: 0 | 1 }
    | { readonly kind: 'seen'; readonly relative: number; readonly side: 0 | 1 };
  readonly parent: number;
  readonly channel: Sexed;
}

/** What has been decided: the phase of relatives (-1 open), from which allele of the parent each edge comes, which founder alleles are one draw. */
export interface State {
  readonly edges: readonly number[];
  readonly phase: Int8Array;
  readonly from: Int8Array;
  /** An allele and the one that stands for it. */
  readonly same: ReadonlyMap<number, number>;
}

export interface Choice {
  readonly weight: number;
  readonly state: State;
}

/** Those with profiles, the missing person, and all their ancestors: who else there is bears on nothing. */
export function findNeeded(family: Parents, seen: readonly AllelesSeen[], target: number): Uint8Array {
  const needed = new Uint8Array(seen.length);
  const open = seen.flatMap((count, i) => (count > 0 || i === target ? [i] : []));
  for (let i = open.pop(); i !== undefined; i = open.pop()) {
    if (i < 0 || needed[i] === 1) continue;
    needed[i] = 1;
    open.push(family.father[i] ?? -1, family.mother[i] ?? -1);
  }
  return needed;
}

/** The transmissions of a family that bear on what is asked, and the decisions by which they become trees. */
export class DescentGraph {
  readonly target: number;
  readonly #seen: readonly AllelesSeen[];
  readonly #edges: Edge[] = [];
  readonly #from: number[] = [];
  readonly #family: Parents;

  constructor(family: Parents, seen: readonly AllelesSeen[], target: number) {
    this.target = target;
    this.#seen = seen;
    this.#family = family;
    const needed = findNeeded(family, seen, target);
    for (let i = 0; i < seen.length; i++) {
      if (needed[i] !== 1) continue;
      for (const side of [0, 1] as const) {
        if (!this.isFounder(i)) {
          const child = seen[i] === 2 ? { kind: 'typed' as const, relative: i, side } : { kind: 'node' as const, node: 2 * i + side };
          this.#add({ child, parent: (side === 0 ? family.father : family.mother)[i] ?? -1, channel: side === 0 ? 'male' : 'female' }, -1);
        }
        if (seen[i] === 1) this.#add({ child: { kind: 'seen', relative: i, side }, parent: i, channel: 'male' }, side);
      }
    }
  }

  #add(edge: Edge, from: number): void {
    this.#edges.push(edge);
    this.#from.push(from);
  }

  /** Nothing decided yet. */
  begin(): State {
    return { edges: this.#edges.map((_, e) => e), phase: new Int8Array(this.#seen.length).fill(-1), from: Int8Array.from(this.#from), same: new Map() };
  }

  edge(e: number): Edge {
    const edge = this.#edges[e];
    if (edge === undefined) throw new RangeError(`edge ${e}`);
    return edge;
  }

  isFounder(person: number): boolean {
    return (this.#family.father[person] ?? -1) < 0;
  }

  /** Whether a founder's alleles are drawn from the population here: nobody saw both. */
  isDrawn(person: number): boolean {
    return this.isFounder(person) && this.#seen[person] !== 2;
  }

  /** The alleles an edge may come from; none where the parent is typed. */
  parents(e: number, state: State): readonly number[] {
    const { parent } = this.edge(e);
    if (this.#seen[parent] === 2) return [];
    const chosen = state.from[e] ?? -1;
    const drawOf = (node: number): number => state.same.get(node) ?? node;
    if (chosen >= 0) return [drawOf(2 * parent + chosen)];
    const [a, b] = [drawOf(2 * parent), drawOf(2 * parent + 1)];
    return a === b ? [a] : [a, b];
  }

  /** Leaves out transmissions to alleles that nobody carries on and that nobody asks for: they sum to one. */
  prune(state: State): State {
    let { edges } = state;
    for (;;) {
      const kept = edges.filter((e) => {
        const { child } = this.edge(e);
        if (child.kind === 'typed') return true;
        // Where the paternal allele is the one that was seen, the maternal one may be any.
        if (child.kind === 'seen') return child.side === 0 || state.phase[child.relative] !== 0;
        return child.node >> 1 === this.target || edges.some((other) => this.parents(other, state).includes(child.node));
      });
      if (kept.length === edges.length) return { ...state, edges };
      edges = kept;
    }
  }

  /** The ways the next decision can go; null where all is decided. */
  choices(state: State): readonly Choice[] | null {
    for (const e of state.edges) {
      const { child } = this.edge(e);
      if (child.kind === 'node' || (state.phase[child.relative] ?? -1) >= 0) continue;
      return [0, 1].map((p) => ({ weight: 1, state: { ...state, phase: state.phase.with(child.relative, p) } }));
    }
    const open = state.edges.filter((e) => this.parents(e, state).length === 2);
    // Alleles of people with parents first: what they did not pass on falls away with all its ancestors.
    const next = open.find((e) => !this.isFounder(this.edge(e).parent)) ?? open[0];
    if (next === undefined) return null;
    const { parent } = this.edge(next);
    const isAlone = (node: number): boolean => !state.same.has(node);
    const isFirst = parent !== this.target && this.isFounder(parent) && isAlone(2 * parent) && isAlone(2 * parent + 1) && state.edges.every((e) => this.edge(e).parent !== parent || (state.from[e] ?? -1) < 0);
    // The two alleles of an untyped founder are alike until one was passed on.
    if (isFirst) return [{ weight: 1, state: { ...state, from: state.from.with(next, 0) } }];
    return [0, 1].map((s) => ({ weight: 0.5, state: { ...state, from: state.from.with(next, s) } }));
  }

  /** Every way all decisions can go; null where there are more than `limit`. */
  allDecided(limit: number): readonly Choice[] | null {
    const out: Choice[] = [];
    const open: Choice[] = [{ weight: 1, state: this.prune(this.begin()) }];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const { weight, state } = at;
      const next = this.choices(state);
      if (next === null) out.push(at);
      else for (const choice of next) open.push({ weight: weight * choice.weight, state: this.prune(choice.state) });
      if (out.length + open.length > limit) return null;
    }
    return out;
  }

  /** Founder alleles that somebody inherited, or may have while that is open, or is asked for, the latter first; of a founder with one line of descent the first. */
  drawsOf(state: State): readonly number[] {
    const { target } = this;
    const draws = new Set(target !== nobody && this.isFounder(target) ? [2 * target, 2 * target + 1] : []);
    for (const e of state.edges) {
      const { parent } = this.edge(e);
      if (!this.isDrawn(parent)) continue;
      const isOnly = parent !== target && state.edges.every((other) => other === e || this.edge(other).parent !== parent);
      for (const node of this.parents(e, state).slice(0, isOnly ? 1 : 2)) draws.add(node);
    }
    return [...draws];
  }
}
