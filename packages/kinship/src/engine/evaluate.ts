import { KinshipError, tooComplex } from '../kinship-error.ts';
import { isFounder, trimFamily, type Frame, type Lineage, type Marks } from '../pedigree/frame.ts';
import { costLimit, eliminate, planOrder } from './eliminate.ts';
import { sumCouple } from './couple.ts';
import { directCost, sumDirectly } from './direct.ts';
import { byGenotype, entryOf, joinTwins, type Evidence } from './evidence.ts';
import { addScaled, constantFactor, scaledBy, type Factor, type Scaled } from './factor.ts';
import { fixedFounderProbability, founderFactors } from './founders.ts';
import { identityLn } from './identity-states.ts';
import { linesOf } from './lines.ts';
import { makeMoments, type Locus, type Moments } from './locus.ts';
import { lumpUnobserved } from './lump.ts';
import { buildNetwork, type Network } from './network.ts';
import { nuclearLn } from './nuclear.ts';
import { parentsCost } from './parents-plan.ts';
import { sumOverParents } from './parents-walk.ts';
import { countNodes, dirichletNodes } from './quadrature.ts';
import { planLines, sumLines, type SubpopulationPlan } from './subpopulation.ts';
import { sumByVectors, vectorCost } from './vector-walk.ts';

/** How a number was summed: parents with typed children over the parents' alleles; over which alleles of few typed people are one by descent; everybody typed walked through; variables eliminated; with theta line by line of the founders' draws, over the vectors that the founders' alleles show, or over nodes of the Dirichlet distribution. `contradiction`: no genotype fits what is seen of one person. */
export type Algorithm = 'nothingSeen' | 'parentsAndChildren' | 'identityStates' | 'contradiction' | 'walk' | 'elimination' | 'founderLines' | 'founderVectors' | 'dirichletNodes';

export interface EvaluateInput {
  readonly frame: Frame;
  readonly locus: Locus;
  /** What is seen of each person of the family, null without typing. */
  readonly evidence: readonly (Evidence | null)[];
  readonly theta: number;
  /** Moments of the locus' frequencies, to be shared between calls; made when absent. */
  readonly moments?: Moments;
  /** Takes this way of summing whatever it costs; the cheapest when absent. All give the same number. */
  readonly algorithm?: 'nuclear' | 'identity' | 'couple' | 'walk' | 'network' | 'draws' | 'nodes' | 'vectors' | 'parents';
  /** Is told which way was taken. */
  readonly tell?: (algorithm: Algorithm) => void;
}

/** ln P(evidence) at one marker; -Infinity when impossible. Exact. */
export function evaluateLn(input: EvaluateInput): number {
  if (input.evidence.every((seen) => seen === null)) {
    input.tell?.('nothingSeen');
    return 0;
  }
  const merged = joinTwins(input.frame, input.evidence);
  if (merged.some((seen) => seen?.first.length === 0)) {
    input.tell?.('contradiction');
    return -Infinity;
  }
  const nuclear = input.algorithm === undefined || input.algorithm === 'nuclear' ? nuclearLn({ ...input, evidence: merged }) : null;
  if (nuclear !== null) {
    input.tell?.('parentsAndChildren');
    return nuclear;
  }
  const identity = input.algorithm === undefined || input.algorithm === 'identity' ? identityLn({ ...input, evidence: merged }) : null;
  if (identity !== null) {
    input.tell?.('identityStates');
    return identity;
  }
  const couple = coupleSum(merged === input.evidence ? input : { ...input, evidence: merged }, -1);
  if (couple !== null) return Math.log(couple[0] ?? NaN);
  // Joining alleles takes longer than a short walk with all of them.
  const isShort = input.algorithm === undefined && input.theta === 0 && directCost({ ...input, evidence: merged, target: -1 }) <= shortWalk;
  const { locus, evidence } = isShort ? { locus: input.locus, evidence: merged } : lumpUnobserved(input.locus, merged);
  const shared = locus === input.locus ? input.moments : undefined;
  const { table, exponent } = sumNetwork({ ...input, locus, evidence, moments: shared ?? makeMoments(locus.freqs) }, -1);
  return Math.log(table.data[0] ?? NaN) + exponent * Math.LN2;
}

/**
 * ln P(evidence, genotype of `target`) for every genotype of that person: entry of alleles i <= j is j (j + 1) / 2 + i,
 * entry of a single allele its number. Nothing is lumped, because the target's own alleles must stay apart.
 */
export function evaluateTable(input: EvaluateInput, target: number): Float64Array {
  const { k } = input.locus;
  const evidence = joinTwins(input.frame, input.evidence);
  const asked = input.frame.twinOf[target] ?? target;
  const haploid = input.frame.haploid[asked] === 1;
  if (evidence.some((seen) => seen?.first.length === 0)) return new Float64Array(haploid ? k : (k * (k + 1)) / 2).fill(-Infinity);
  // A twin of the person asked for says what that genotype may be: the table is made without and then weighed.
  const own = evidence[asked] ?? null;
  const { table, exponent } = sumNetwork({ ...input, evidence: evidence.with(asked, null) }, asked);
  const out = (haploid ? table.data : byGenotype(table.data, k)).map((p) => Math.log(p) + exponent * Math.LN2);
  return own === null ? out : weighTable(out, own);
}

function weighTable(table: Float64Array, seen: Evidence): Float64Array {
  const out = new Float64Array(table.length).fill(-Infinity);
  seen.first.forEach((a, i) => {
    const entry = entryOf(a, seen.second[i] ?? -1);
    out[entry] = (table[entry] ?? NaN) + Math.log(seen.weight[i] ?? NaN);
  });
  return out;
}

/** Up to this many multiplications a walk with every allele is not made shorter by joining those that nobody shows. */
const shortWalk = 15_000;

/** Up to this many multiplications the direct walk is taken without planning a network. */
const directLimit = 100_000;

/** Without theta, where it may be asked. */
function coupleSum(input: EvaluateInput, target: number): Float64Array | null {
  if (input.theta > 0 || (input.algorithm !== undefined && input.algorithm !== 'couple')) return null;
  const sum = sumCouple({ frame: input.frame, locus: input.locus, evidence: input.evidence, target });
  if (sum !== null) input.tell?.('parentsAndChildren');
  return sum;
}

function sumNetwork(input: EvaluateInput, target: number): Scaled {
  const { frame, locus, evidence, theta } = input;
  const couple = target < 0 ? null : coupleSum(input, target);
  if (couple !== null) return { table: { vars: [0, 1], data: couple }, exponent: 0 };
  const typed = evidence.map((seen) => seen !== null);
  const marks = { typed, target, mutates: locus.female !== null || locus.male !== null };
  const walk = { frame, locus, evidence, theta, target };
  let way = input.algorithm === undefined ? chooseAlgorithm(directCost(walk), input, marks) : null;
  if (way?.kind === 'walk' || input.algorithm === 'walk') {
    const data = sumDirectly(walk);
    if (data !== null) {
      input.tell?.('walk');
      return { table: { vars: target < 0 ? [] : frame.haploid[target] === 1 ? [0] : [0, 1], data }, exponent: 0 };
    }
    way = null;
  }
  if (theta > 0 && (way?.kind === 'nodes' || input.algorithm === 'nodes')) {
    input.tell?.('dirichletNodes');
    return sumOverNodes(input, marks);
  }
  if (way?.kind === 'vectors' || input.algorithm === 'vectors') {
    const sum = vectorSum(input, target);
    if (sum !== null) return sum;
    way = null;
  }
  if (way?.kind === 'parents' || input.algorithm === 'parents') {
    const sum = parentsSum(input, target);
    if (sum !== null) return sum;
    way = null;
  }
  const only = input.algorithm === 'network' ? 'sharings' : input.algorithm === 'draws' ? 'draws' : undefined;
  input.tell?.(theta > 0 ? 'founderLines' : 'elimination');
  if (theta > 0) return sumLines(way?.kind === 'lines' ? way.plan : planLines(input, marks, { enough: Infinity, ...(only && { only }) }), locus, theta);
  return sumPlain(input, marks);
}

/** Up to this cost a network is summed without looking for a cheaper one. */
const smallNetwork = 100_000;

/** From this cost on a network is summed only where the vectors that founder alleles show would take longer. */
const largeNetwork = 1e8;

function vectorSum(input: EvaluateInput, target: number): Scaled | null {
  const data = sumByVectors({ ...input, target });
  if (data === null) return null;
  input.tell?.('founderVectors');
  return { table: { vars: target < 0 ? [] : [0, 1], data }, exponent: 0 };
}

function parentsSum(input: EvaluateInput, target: number): Scaled | null {
  const data = sumOverParents({ ...input, target });
  if (data === null) return null;
  input.tell?.('parentsAndChildren');
  return { table: { vars: target < 0 ? [] : [0, 1], data }, exponent: 0 };
}

/** Without theta: one network, where that is much the parents' genotypes or the vectors of the founders, or where that is cheaper one network for every way in which alleles of people who pass on one only run. */
function sumPlain(input: EvaluateInput, marks: Marks): Scaled {
  const whole = plainNetwork(input, marks, trimFamily(input.frame, marks));
  if (whole.cost <= smallNetwork) return finish(whole);
  if (whole.cost > largeNetwork) {
    const asked = { ...input, target: marks.target };
    const [vectors, parents] = [vectorCost(asked), parentsCost(asked)];
    const least = Math.min(vectors, parents);
    const sum = least >= Math.min(whole.cost, costLimit) ? null : parents === least ? parentsSum(input, marks.target) : vectorSum(input, marks.target);
    if (sum !== null) return sum;
  }
  const lines = linesOf(input.frame, marks);
  const overhead = lines.length * (lineOverhead + personOverhead * input.frame.ids.length);
  const planned = lines.length === 1 || overhead >= whole.cost ? [] : lines.map(({ lineage, weight }) => ({ ready: plainNetwork(input, marks, lineage), weight }));
  if (planned.length === 0 || planned.reduce((cost, { ready }) => cost + ready.cost, overhead) >= whole.cost) return finish(whole);
  return sumWeighted(planned.map(({ ready, weight }) => ({ ...finish(ready), weight })));
}

/** About what setting up one line takes, in multiplications, and what each person adds. */
const lineOverhead = 20_000;
const personOverhead = 3000;

function sumWeighted(terms: readonly (Scaled & { readonly weight: number })[]): Scaled {
  const [first, ...rest] = terms.map((term) => scaledBy(term, term.weight));
  if (first === undefined) throw new KinshipError('kinship.not_a_number');
  return rest.reduce(addScaled, first);
}

/** The network without theta, by the cheaper of two ways to treat untyped founders. */
function plainNetwork(input: EvaluateInput, marks: Marks, lineage: Lineage): Ready {
  const { locus, evidence } = input;
  const { target } = marks;
  const build = (sumsFounder: (transmissions: number, cells: number) => boolean): Network => buildNetwork({ lineage, locus, evidence, target, sumsFounder, keepsInbred: false });
  const moments = input.moments ?? makeMoments(locus.freqs);
  const limit = Math.max(8192, 16 * locus.k * locus.k);
  const summed = withFounders(build((transmissions, cells) => transmissions <= 8 && cells <= limit), locus, moments);
  if (summed.cost <= 1e6) return summed;
  const open = withFounders(build((transmissions) => transmissions <= 1), locus, moments);
  return summed.cost <= open.cost ? summed : open;
}

interface Ready {
  readonly factors: readonly Factor[];
  readonly dims: readonly number[];
  readonly keep: readonly number[];
  readonly order: readonly number[];
  readonly cost: number;
}

function withFounders(network: Network, locus: Locus, moments: Moments): Ready {
  const factors: Factor[] = [...network.fixedFounders.map((seen) => constantFactor(fixedFounderProbability(locus.freqs, seen))), ...network.factors];
  for (const founder of network.freeFounders) factors.push(...founderFactors(locus, moments, { founder, dims: network.dims }));
  return { factors, dims: network.dims, keep: network.target, ...planOrder(factors.map((f) => f.vars), network.dims, network.target) };
}

function finish(ready: Ready): Scaled {
  if (!(ready.cost <= costLimit)) throw tooComplex(ready.cost);
  return eliminate(ready.factors, ready.dims, ready);
}

function chooseAlgorithm(walks: number, input: EvaluateInput, marks: Marks): { kind: 'walk' | 'nodes' | 'vectors' | 'parents' | 'plain' } | { kind: 'lines'; plan: SubpopulationPlan } {
  if (walks <= directLimit) return { kind: 'walk' };
  if (input.theta === 0) return { kind: 'plain' };
  const nodes = nodesCost(input, marks);
  const vectors = vectorCost({ ...input, target: marks.target });
  const parents = parentsCost({ ...input, target: marks.target });
  const least = Math.min(walks, nodes, vectors, parents);
  const plan = planLines(input, marks, { enough: Math.min(least <= costLimit ? least / lineSlowness : Infinity, costLimit) });
  if (!(least <= costLimit) || plan.cost < Infinity) return { kind: 'lines', plan: plan.cost < Infinity ? plan : planLines(input, marks, { enough: Infinity }) };
  return { kind: parents === least ? 'parents' : vectors === least ? 'vectors' : walks === least ? 'walk' : 'nodes' };
}

/** A multiplication in a network takes about so many times what one of the other ways does. */
const lineSlowness = 10;

/** Founder alleles of a family: the degree of its likelihood as a polynomial in the frequencies. */
function founderAlleles(input: EvaluateInput, marks: Marks): number {
  const lineage = trimFamily(input.frame, marks);
  return lineage.needed.reduce((n, needed, i) => n + (needed === 1 && isFounder(lineage, i) ? (input.frame.haploid[i] === 1 ? 1 : 2) : 0), 0);
}

/** What `sumOverNodes` would take, in multiplications, about. */
function nodesCost(input: EvaluateInput, marks: Marks): number {
  const nodes = countNodes(input.locus.freqs, founderAlleles(input, marks));
  if (nodes * nodeOverhead > costLimit) return Infinity;
  const walks = directCost({ ...input, theta: 0, target: marks.target });
  if (walks <= directLimit) return nodes * (nodeOverhead + walks);
  return nodes * (nodeOverhead + plainNetwork({ ...input, theta: 0 }, marks, trimFamily(input.frame, marks)).cost);
}

/** About what setting up one node takes, in multiplications. */
const nodeOverhead = 10_000;

/** Theta: the likelihood without it is a polynomial in the frequencies, and its mean over their Dirichlet distribution a finite sum. */
function sumOverNodes(input: EvaluateInput, marks: Marks): Scaled {
  const scale = (1 - input.theta) / input.theta;
  const terms: Scaled[] = [];
  dirichletNodes(input.locus.freqs.map((p) => p * scale), founderAlleles(input, marks), ({ freqs, weight }) => {
    const term = scaledBy(sumNetwork({ frame: input.frame, locus: { ...input.locus, freqs }, evidence: input.evidence, theta: 0 }, marks.target), weight);
    const before = terms.pop();
    terms.push(before === undefined ? term : addScaled(before, term));
  });
  const [sum] = terms;
  if (sum === undefined) throw new KinshipError('kinship.not_a_number');
  return sum;
}
