/** Which parent an allele came through: the row of a mutation matrix used. */
export type Sexed = 'female' | 'male';

/** One allele of a typed relative: `side` 0 or 1 of their genotype as written. */
export interface SeenAllele {
  readonly relative: number;
  readonly side: 0 | 1;
}

/**
 * A step of a calculation over one marker. Scalars: `number`, `at`, `mixAt`, `dot`, `times`, `plus`. Vectors over alleles: `prior`,
 * `urn` (share x prior + each x count among the alleles of typed founders), `ones`, `column`, `mix`, `known` (the one
 * seen allele of a relative), `other` (every allele but it), `multiply`, `up`, `down`, `combine`. Tables over (paternal, maternal) allele of the missing person: `outer`, `identity`, `fork`, `mixTables`,
 * `multiplyTables`. Matrices of a line of descent: `line`, `extend`, `rows` (sums of lines, each row of one scaled by a vector's entry).
 */
export type Expression =
  | { readonly op: 'number'; readonly value: number }
  | { readonly op: 'at'; readonly vector: number; readonly allele: SeenAllele }
  | { readonly op: 'mixAt'; readonly relative: number; readonly channel: Sexed; readonly allele: SeenAllele }
  | { readonly op: 'dot'; readonly a: number; readonly b: number }
  | { readonly op: 'times'; readonly a: number; readonly b: number }
  | { readonly op: 'plus'; readonly terms: readonly Weighted[] }
  | { readonly op: 'prior' }
  | { readonly op: 'urn'; readonly share: number; readonly each: number; readonly founders: readonly number[] }
  | { readonly op: 'ones' }
  | { readonly op: 'column'; readonly channel: Sexed; readonly allele: SeenAllele }
  | { readonly op: 'mix'; readonly relative: number; readonly channel: Sexed }
  | { readonly op: 'known'; readonly relative: number }
  | { readonly op: 'other'; readonly relative: number }
  | { readonly op: 'multiply'; readonly a: number; readonly b: number }
  | { readonly op: 'up'; readonly channel: Sexed; readonly vector: number }
  | { readonly op: 'down'; readonly channel: Sexed; readonly vector: number }
  | { readonly op: 'combine'; readonly terms: readonly ScaledVector[] }
  | { readonly op: 'outer'; readonly x: number; readonly y: number }
  | { readonly op: 'identity' }
  | { readonly op: 'line'; readonly channel: Sexed }
  | { readonly op: 'extend'; readonly line: number; readonly vector: number; readonly channel: Sexed }
  | { readonly op: 'fork'; readonly start: number; readonly x: number; readonly y: number }
  | { readonly op: 'rows'; readonly terms: readonly ScaledRows[] }
  | { readonly op: 'mixTables'; readonly terms: readonly Weighted[] }
  | { readonly op: 'multiplyTables'; readonly a: number; readonly b: number };

export interface Weighted {
  readonly weight: number;
  readonly node: number;
}

/** A matrix of a line of descent with its rows scaled. */
export interface ScaledRows {
  readonly vector: number;
  readonly table: number;
}

/** weight x scalar x vector. */
export interface ScaledVector {
  readonly weight: number;
  readonly scalar: number;
  readonly vector: number;
}

/** A value that depends on nothing, on the paternal (x), the maternal (y) or both alleles of the missing person. */
export interface Term {
  readonly on: 's' | 'x' | 'y' | 'xy';
  readonly node: number;
}

/** Collects expressions, each distinct one once, in an order in which every one stands behind those it uses. */
export class ExpressionPool {
  readonly list: Expression[] = [];
  readonly #known = new Map<string, number>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get isFull(): boolean {
    return this.list.length > this.#limit;
  }

  add(expression: Expression): number {
    const key = JSON.stringify(expression);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const node = this.list.push(expression) - 1;
    this.#known.set(key, node);
    return node;
  }

  number(value: number): number {
    return this.add({ op: 'number', value });
  }

  /** The product of two vectors; a vector of ones is left out. */
  multiply(a: number, b: number): number {
    if (this.list[a]?.op === 'ones') return b;
    if (this.list[b]?.op === 'ones') return a;
    return this.add({ op: 'multiply', a: Math.min(a, b), b: Math.max(a, b) });
  }

  /** Children's side of a transmission: what is `vector` below it, above it. */
  up(channel: Sexed, vector: number): number {
    const below = this.list[vector];
    if (below?.op === 'known') return this.add({ op: 'column', channel, allele: { relative: below.relative, side: 0 } });
    return this.add({ op: 'up', channel, vector });
  }

  times(a: number, b: number): number {
    const left = this.list[a];
    const right = this.list[b];
    if (left?.op === 'number' && left.value === 1) return b;
    if (right?.op === 'number' && right.value === 1) return a;
    return this.add({ op: 'times', a: Math.min(a, b), b: Math.max(a, b) });
  }

  /** The sum of scaled vectors. Where all went last through the same mutation matrix, they are added before it: it is linear. */
  combine(terms: readonly ScaledVector[]): number {
    const flat = terms.flatMap((t): ScaledVector[] => {
      const inner = this.list[t.vector];
      if (inner?.op !== 'combine') return [t];
      return inner.terms.map((i) => ({ weight: t.weight * i.weight, scalar: this.times(t.scalar, i.scalar), vector: i.vector }));
    });
    const last = flat.map((t) => this.list[t.vector]);
    const channel = last[0]?.op === 'down' ? last[0].channel : null;
    if (channel !== null && last.every((l) => l?.op === 'down' && l.channel === channel)) {
      const before = flat.map((t, i) => {
        const l = last[i];
        return { ...t, vector: l?.op === 'down' ? l.vector : t.vector };
      });
      return this.add({ op: 'down', channel, vector: this.combine(before) });
    }
    const only = flat[0];
    const scalar = only === undefined ? undefined : this.list[only.scalar];
    if (only !== undefined && flat.length === 1 && only.weight === 1 && scalar?.op === 'number' && scalar.value === 1) return only.vector;
    return this.add({ op: 'combine', terms: flat });
  }

  /** The product of two terms. */
  product(a: Term, b: Term): Term {
    if (a.on === 's' && b.on === 's') return { on: 's', node: this.times(a.node, b.node) };
    if (a.on === 's') return this.#scale(a.node, b);
    if (b.on === 's') return this.#scale(b.node, a);
    if (a.on === b.on && a.on !== 'xy') return { on: a.on, node: this.multiply(a.node, b.node) };
    if (a.on === 'x' && b.on === 'y') return { on: 'xy', node: this.add({ op: 'outer', x: a.node, y: b.node }) };
    if (a.on === 'y' && b.on === 'x') return { on: 'xy', node: this.add({ op: 'outer', x: b.node, y: a.node }) };
    return { on: 'xy', node: this.#multiplyTables(this.asTable(a), this.asTable(b)) };
  }

  #multiplyTables(a: number, b: number): number {
    const left = this.list[a];
    const right = this.list[b];
    if (left?.op === 'outer' && right?.op === 'outer')
      return this.add({ op: 'outer', x: this.multiply(left.x, right.x), y: this.multiply(left.y, right.y) });
    return this.add({ op: 'multiplyTables', a, b });
  }

  #scale(scalar: number, term: Term): Term {
    const value = this.list[scalar];
    if (value?.op === 'number' && value.value === 1) return term;
    const scaled = (vector: number): number => this.combine([{ weight: 1, scalar, vector }]);
    if (term.on === 'xy') {
      const inner = this.list[term.node];
      if (inner?.op === 'outer') return { on: 'xy', node: this.add({ op: 'outer', x: scaled(inner.x), y: inner.y }) };
      if (inner?.op === 'mixTables')
        return { on: 'xy', node: this.add({ op: 'mixTables', terms: inner.terms.map((t) => ({ weight: t.weight, node: this.#scale(scalar, { on: 'xy', node: t.node }).node })) }) };
      if (inner?.op === 'fork') return { on: 'xy', node: this.add({ op: 'fork', start: scaled(inner.start), x: inner.x, y: inner.y }) };
      const ones = this.add({ op: 'ones' });
      return { on: 'xy', node: this.add({ op: 'multiplyTables', a: term.node, b: this.add({ op: 'outer', x: scaled(ones), y: ones }) }) };
    }
    return { on: term.on, node: scaled(term.node) };
  }

  /** A term over one allele (or none) as a table over both. */
  asTable(term: Term): number {
    const ones = this.add({ op: 'ones' });
    switch (term.on) {
      case 'xy':
        return term.node;
      case 'x':
        return this.add({ op: 'outer', x: term.node, y: ones });
      case 'y':
        return this.add({ op: 'outer', x: ones, y: term.node });
      case 's':
        return this.add({ op: 'outer', x: this.combine([{ weight: 1, scalar: term.node, vector: ones }]), y: ones });
    }
  }

  /** The weighted sum of terms; what they depend on together decides what the sum depends on. */
  sum(terms: readonly { readonly weight: number; readonly term: Term }[]): Term {
    const kinds = new Set(terms.map((t) => t.term.on));
    if (kinds.size === 1 && kinds.has('s')) return { on: 's', node: this.add({ op: 'plus', terms: terms.map((t) => ({ weight: t.weight, node: t.term.node })) }) };
    const one = this.number(1);
    const vectors = (on: 'x' | 'y'): Term => {
      const parts = terms.map((t) => (t.term.on === 's' ? { weight: t.weight, scalar: t.term.node, vector: this.add({ op: 'ones' }) } : { weight: t.weight, scalar: one, vector: t.term.node }));
      return { on, node: this.combine(parts) };
    };
    if (!kinds.has('xy') && !kinds.has('y')) return vectors('x');
    if (!kinds.has('xy') && !kinds.has('x')) return vectors('y');
    const flat = terms.flatMap((t): Weighted[] => {
      const node = this.asTable(t.term);
      const inner = this.list[node];
      if (inner?.op !== 'mixTables') return [{ weight: t.weight, node }];
      return inner.terms.map((i) => ({ weight: t.weight * i.weight, node: i.node }));
    });
    const merged = this.#mergeForks(this.#mergeOuter(this.#mergeOuter(flat, 'y'), 'x'));
    const [only] = merged;
    if (only !== undefined && merged.length === 1 && only.weight === 1) return { on: 'xy', node: only.node };
    return { on: 'xy', node: this.add({ op: 'mixTables', terms: merged }) };
  }

  /** Products with the same vector on one side become one product: u x v + w x v = (u + w) x v. */
  #mergeOuter(terms: readonly Weighted[], same: 'x' | 'y'): Weighted[] {
    const groups = new Map<number, { weight: number; scalar: number; vector: number }[]>();
    const rest: Weighted[] = [];
    const one = this.number(1);
    for (const term of terms) {
      const e = this.list[term.node];
      if (e?.op !== 'outer') rest.push(term);
      else groups.set(e[same], [...(groups.get(e[same]) ?? []), { weight: term.weight, scalar: one, vector: same === 'y' ? e.x : e.y }]);
    }
    for (const [shared, parts] of groups) {
      const vector = this.combine(parts);
      rest.push({ weight: 1, node: this.add({ op: 'outer', x: same === 'y' ? vector : shared, y: same === 'y' ? shared : vector }) });
    }
    return rest;
  }

  /**
   * Forks into the same lines become one, with the sum of what they start from; and forks that share one of their lines become
   * one with the sum of the others: each costs the cube of the number of alleles.
   */
  #mergeForks(terms: readonly Weighted[]): Weighted[] {
    const rest: Weighted[] = [];
    const forks = new Map<string, Fork & { readonly starts: ScaledVector[] }>();
    const one = this.number(1);
    for (const term of terms) {
      const e = this.list[term.node];
      if (e?.op !== 'fork') {
        rest.push(term);
        continue;
      }
      for (const { start, x, y } of this.#withoutRows(e)) {
        const fork = forks.get(`${x} ${y}`) ?? { x, y, starts: [] };
        fork.starts.push({ weight: term.weight, scalar: one, vector: start });
        forks.set(`${x} ${y}`, fork);
      }
    }
    const all = [...forks.values()];
    const shared = new Set(all.map((f) => f.x)).size <= new Set(all.map((f) => f.y)).size ? 'x' : 'y';
    const other = shared === 'x' ? 'y' : 'x';
    for (const line of new Set(all.map((f) => f[shared]))) {
      const parts = all.filter((f) => f[shared] === line).map((f) => ({ vector: this.combine(f.starts), table: f[other] }));
      const [only] = parts;
      const lines = (table: number): Fork => (shared === 'x' ? { x: line, y: table } : { x: table, y: line });
      const node =
        only !== undefined && parts.length === 1
          ? this.add({ op: 'fork', start: only.vector, ...lines(only.table) })
          : this.add({ op: 'fork', start: this.add({ op: 'ones' }), ...lines(this.add({ op: 'rows', terms: parts })) });
      rest.push({ weight: 1, node });
    }
    return rest;
  }

  /** A fork into a sum of lines as forks into one line each, as they were before they were summed. */
  #withoutRows(fork: Extract<Expression, { op: 'fork' }>): readonly (Fork & { readonly start: number })[] {
    const [x, y] = [this.list[fork.x], this.list[fork.y]];
    const apart = (terms: readonly ScaledRows[], lines: (table: number) => Fork): (Fork & { readonly start: number })[] =>
      terms.map((t) => ({ start: this.multiply(fork.start, t.vector), ...lines(t.table) }));
    if (x?.op === 'rows') return apart(x.terms, (table) => ({ x: table, y: fork.y }));
    if (y?.op === 'rows') return apart(y.terms, (table) => ({ x: fork.x, y: table }));
    return [fork];
  }
}

interface Fork {
  readonly x: number;
  readonly y: number;
}
