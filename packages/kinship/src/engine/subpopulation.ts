import { KinshipError, tooComplex } from '../kinship-error.ts';
import type { Frame, Lineage, Marks } from '../pedigree/frame.ts';
import { cellLimit, costLimit, eliminate, planOrder } from './eliminate.ts';
import type { Evidence } from './evidence.ts';
import { addScaled, cellCount, constantFactor, scaledBy, type Factor, type Scaled } from './factor.ts';
import { nextLine } from './lines.ts';
import type { Locus } from './locus.ts';
import { buildNetwork, type Network } from './network.ts';
import { blockFactors, blockScopes, countSharings, fillUrn, maxSharings, sharings, type Sharing } from './theta.ts';
import { drawsOnce, layDraws, urnFactor, type Draws } from './urn-factor.ts';

interface SubpopulationInput {
  readonly frame: Frame;
  readonly locus: Locus;
  readonly evidence: readonly (Evidence | null)[];
  readonly theta: number;
}

/**
 * How one network is summed under theta: over all ways the founder alleles coincide, each its own network with the same
 * people, or as one network in which the founders' draws are variables tied by one table.
 */
type Way =
  | { readonly kind: 'sharings'; readonly network: Network; readonly cost: number }
  | { readonly kind: 'draws'; readonly network: Network; readonly draws: Draws; readonly dims: readonly number[]; readonly order: readonly number[]; readonly cost: number };

/** About what planning and summing one small network takes, in multiplications. */
const termOverhead = 40_000;

/** A plan of all lines; `cost` is Infinity where it passes `enough`, or where no way is open. */
export interface SubpopulationPlan {
  readonly lines: readonly { readonly weight: number; readonly way: Way }[];
  readonly cost: number;
}

/**
 * Theta: somebody untyped who passes on one allele only got it from their father or their mother, each with probability
 * 1/2. Following one side at a time leaves out the other side's founders, so far fewer founder alleles can coincide.
 * @param how `enough`: a cost beyond which the plan is of no use; `only`: this way whatever it costs
 */
export function planLines(input: SubpopulationInput, marks: Marks, how: { readonly enough: number; readonly only?: 'sharings' | 'draws' }): SubpopulationPlan {
  const lines: { weight: number; way: Way }[] = [];
  let cost = 0;
  const follow = (single: Uint8Array, weight: number): void => {
    if (cost > how.enough) return;
    const { lineage, next } = nextLine(input.frame, marks, single);
    if (next >= 0) {
      for (const side of [1, 2]) follow(single.with(next, side), weight / 2);
      return;
    }
    const way = planLine(input, lineage, { target: marks.target, ...(how.only && { only: how.only }) });
    lines.push({ weight, way });
    cost += way.cost;
  };
  follow(new Uint8Array(marks.typed.length), 1);
  return { lines, cost: cost > how.enough ? Infinity : cost };
}

function planLine({ locus, evidence }: SubpopulationInput, lineage: Lineage, how: { readonly target: number; readonly only?: 'sharings' | 'draws' }): Way {
  const { target } = how;
  const build = (sumsFounder: (transmissions: number) => boolean): Network => buildNetwork({ lineage, locus, evidence, target, sumsFounder, keepsInbred: true });
  const summed = build((transmissions) => transmissions <= 2);
  const terms = countSharings(summed.freeFounders);
  const apart = summed.freeFounders.flatMap((f) => (f.divisions[0]?.groups ?? []).map((g) => [...new Set(g.flatMap((s) => f.slots[s]?.variable ?? []))]));
  const sharing: Way = {
    kind: 'sharings',
    network: summed,
    cost: terms > maxSharings ? Infinity : terms * (termOverhead + 4 * planOrder([...summed.factors.map((f) => f.vars), ...apart], summed.dims, summed.target).cost),
  };
  if (how.only === 'sharings' || (how.only === undefined && terms === 1)) return sharing;
  const open = build(drawsOnce);
  const dims = [...open.dims];
  const draws = layDraws(locus, open.freeFounders, dims);
  const cells = cellCount(draws.scope, dims);
  const { order, cost } = planOrder([...open.factors, ...draws.factors].map((f) => f.vars).concat([draws.scope]), dims, open.target);
  // Filling the urn's table takes some ten multiplications a cell.
  const total = cells > cellLimit ? Infinity : cost + 10 * cells + termOverhead;
  return how.only === 'draws' || total < sharing.cost ? { kind: 'draws', network: open, draws, dims, order, cost: total } : sharing;
}

/** The sum over all lines of a plan, each with its probability. */
export function sumLines({ lines }: SubpopulationPlan, locus: Locus, theta: number): Scaled {
  let sum: Scaled | null = null;
  for (const { weight, way } of lines) {
    const term = scaledBy(way.kind === 'draws' ? sumDraws(way, locus, theta) : sumSharings(way.network, locus, theta), weight);
    sum = sum === null ? term : addScaled(sum, term);
  }
  if (sum === null) throw new KinshipError('kinship.not_a_number');
  return sum;
}

function sumDraws(way: Extract<Way, { kind: 'draws' }>, locus: Locus, theta: number): Scaled {
  if (!(way.cost <= costLimit)) throw tooComplex(way.cost);
  const { network, draws, dims } = way;
  const urn = fillUrn(locus.freqs, network.fixedFounders, theta);
  const factors = [...urn.probabilities.map(constantFactor), ...network.factors, ...draws.factors, urnFactor(draws, urn, dims)];
  return eliminate(factors, dims, { keep: network.target, order: way.order });
}

/** The sum over all ways the free founder alleles coincide, each its own network with the same people. */
function sumSharings(network: Network, locus: Locus, theta: number): Scaled {
  const urn = fillUrn(locus.freqs, network.fixedFounders, theta);
  const terms = countSharings(network.freeFounders);
  if (terms > maxSharings) throw new KinshipError('kinship.unsupported.theta_founders', { terms, limit: maxSharings });
  const all = planSharings(network, sharings(network.freeFounders, urn), locus.k);
  let sum: Scaled | null = null;
  for (const { sharing, order } of all) {
    const dims = [...network.dims];
    const factors: Factor[] = [...urn.probabilities.map(constantFactor), constantFactor(sharing.weight), ...network.factors];
    for (const slots of sharing.blocks) factors.push(...blockFactors(locus, urn.moments, { slots, dims }));
    const term = eliminate(factors, dims, { keep: network.target, order });
    sum = sum === null ? term : addScaled(sum, term);
  }
  if (sum === null) throw new KinshipError('kinship.not_a_number');
  return sum;
}

/** The order of each network, before any of them is summed: what takes too long is refused at once. */
function planSharings(network: Network, all: readonly Sharing[], k: number): { readonly sharing: Sharing; readonly order: readonly number[] }[] {
  let spent = 0;
  return all.map((sharing) => {
    const dims = [...network.dims];
    const scopes = network.factors.map((f) => f.vars);
    for (const slots of sharing.blocks) scopes.push(...blockScopes(k, { slots, dims }));
    const { order, cost } = planOrder(scopes, dims, network.target);
    spent += cost;
    if (!(spent <= costLimit)) throw tooComplex(spent);
    return { sharing, order };
  });
}
