import type { DescentGraph, Edge, State } from './descent-graph.ts';
import type { ExpressionPool, SeenAllele, Term } from './expression.ts';

/** All is decided and connected: the sum over a tree of alleles below one founder allele, one typed parent, or one allele of the missing person. */
export function sumTree(graph: DescentGraph, state: State, from: { readonly pool: ExpressionPool; readonly prior: number }): Term {
  const { pool, prior } = from;
  const children = new Map<number, number[]>();
  const hasParent = new Set<number>();
  for (const e of state.edges) {
    const { child } = graph.edge(e);
    const [parent] = graph.parents(e, state);
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), e]);
    if (child.kind === 'node') hasParent.add(child.node);
  }
  const below = (node: number): readonly number[] => children.get(node) ?? [];
  const isAsked = (node: number): boolean => node >> 1 === graph.target;
  const leadsToAsked = (e: number): boolean => {
    const { child } = graph.edge(e);
    return child.kind === 'node' && (isAsked(child.node) || below(child.node).some(leadsToAsked));
  };
  const message = (e: number): number => {
    const { child, channel } = graph.edge(e);
    switch (child.kind) {
      case 'typed':
        return pool.add({ op: 'column', channel, allele: seenAllele(child, state) });
      case 'seen':
        // The paternal allele is the one that was seen; or it is another, and the maternal one is it.
        return pool.add({ op: child.side === 0 && state.phase[child.relative] === 1 ? 'other' : 'known', relative: child.relative });
      case 'node':
        return pool.up(channel, messages(below(child.node)));
    }
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
    const { child, channel } = graph.edge(first);
    const arrived = pool.add({ op: 'down', channel, vector: here });
    if (child.kind !== 'node') throw new RangeError('a line ends in a typed relative');
    return isAsked(child.node) ? { on: asked(child.node), node: arrived } : follow(child.node, arrived);
  };
  const line = (e: number): { end: 'x' | 'y'; node: number } => {
    let at = graph.edge(e);
    let node = pool.add({ op: 'line', channel: at.channel });
    for (;;) {
      const { child } = at;
      if (child.kind !== 'node') throw new RangeError('a line ends in a typed relative');
      if (isAsked(child.node)) return { end: asked(child.node), node };
      const onward = below(child.node).find(leadsToAsked) ?? -1;
      const vector = messages(below(child.node).filter((o) => o !== onward));
      at = graph.edge(onward);
      node = pool.add({ op: 'extend', line: node, vector, channel: at.channel });
    }
  };
  const forked = (start: number, lines: readonly [number, number]): Term => {
    const [a, b] = [line(lines[0]), line(lines[1])];
    const [x, y] = a.end === 'x' ? [a.node, b.node] : [b.node, a.node];
    return { on: 'xy', node: pool.add({ op: 'fork', start, x, y }) };
  };
  const first = state.edges.find((e) => {
    const [parent] = graph.parents(e, state);
    return parent === undefined || !hasParent.has(parent) || isAsked(parent);
  });
  const edge = graph.edge(first ?? -1);
  const [root] = graph.parents(first ?? -1, state);
  if (root === undefined) {
    if (edge.child.kind === 'typed') return { on: 's', node: pool.add({ op: 'mixAt', relative: edge.parent, channel: edge.channel, allele: seenAllele(edge.child, state) }) };
    if (edge.child.kind === 'seen') throw new RangeError('who has one seen allele is not typed');
    const mix = pool.add({ op: 'mix', relative: edge.parent, channel: edge.channel });
    return isAsked(edge.child.node) ? { on: asked(edge.child.node), node: mix } : follow(edge.child.node, mix);
  }
  if (isAsked(root)) return { on: asked(root), node: messages(below(root)) };
  const only = below(root);
  const seen = graph.edge(only[0] ?? -1).child;
  // One seen allele below a founder allele: the first moment, which every family shares.
  if (only.length === 1 && seen.kind === 'typed')
    return { on: 's', node: pool.add({ op: 'at', vector: pool.add({ op: 'down', channel: edge.channel, vector: prior }), allele: seenAllele(seen, state) }) };
  return follow(root, prior);
}

function seenAllele(child: Extract<Edge['child'], { kind: 'typed' }>, state: State): SeenAllele {
  const phase = state.phase[child.relative] ?? -1;
  return { relative: child.relative, side: (child.side ^ phase) === 0 ? 0 : 1 };
}
