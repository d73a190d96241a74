import { KinshipError } from '../kinship-error.ts';
import { countTransmissions, isFounder, trimFamily, type Frame, type Lineage, type Marks } from '../pedigree/frame.ts';
import { costLimit, eliminate, planOrder } from './eliminate.ts';
import { directCost, sumDirectly } from './direct.ts';
import { joinTwins, type Evidence } from './evidence.ts';
import { addScaled, constantFactor, type Factor, type Scaled } from './factor.ts';
import { fixedFounderProbability, founderFactors } from './founders.ts';
import { makeMoments, type Locus, type Moments } from './locus.ts';
import { lumpUnobserved } from './lump.ts';
import { buildNetwork, type Network } from './network.ts';
import { countNodes, dirichletNodes } from './quadrature.ts';
import { blockFactors, countSharings, fillUrn, maxSharings, sharings } from './theta.ts';

export interface EvaluateInput {
  readonly frame: Frame;
  readonly locus: Locus;
  /** What is seen of each person of the family, null without typing. */
  readonly evidence: readonly (Evidence | null)[];
  readonly theta: number;
  /** Moments of the locus' frequencies, to be shared between calls; made when absent. */
  readonly moments?: Moments;
  /** Takes this way of summing whatever it costs; the cheapest when absent. All give the same number. */
  readonly algorithm?: 'walk' | 'network' | 'nodes';
}

/** ln P(evidence) at one marker; -Infinity when impossible. Exact. */
export function evaluateLn(input: EvaluateInput): number {
  if (input.evidence.every((seen) => seen === null)) return 0;
  const merged = joinTwins(input.frame, input.evidence);
  if (merged.some((seen) => seen?.first.length === 0)) return -Infinity;
  const { locus, evidence } = lumpUnobserved(input.locus, merged);
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
  const ln = (p: number): number => Math.log(p) + exponent * Math.LN2;
  const out = new Float64Array(haploid ? k : (k * (k + 1)) / 2);
  if (haploid) for (let a = 0; a < k; a++) out[a] = ln(table.data[a] ?? NaN);
  else {
    let entry = 0;
    for (let j = 0; j < k; j++)
      for (let i = 0; i <= j; i++) out[entry++] = ln(i === j ? (table.data[j * k + j] ?? NaN) : (table.data[i * k + j] ?? NaN) + (table.data[j * k + i] ?? NaN));
  }
  return own === null ? out : weighTable(out, own);
}

function weighTable(table: Float64Array, seen: Evidence): Float64Array {
  const out = new Float64Array(table.length).fill(-Infinity);
  seen.first.forEach((a, i) => {
    const b = seen.second[i] ?? -1;
    const entry = b < 0 ? a : (b * (b + 1)) / 2 + a;
    out[entry] = (table[entry] ?? NaN) + Math.log(seen.weight[i] ?? NaN);
  });
  return out;
}

/** Up to this many multiplications the direct walk is taken without planning a network. */
const directLimit = 100_000;

function sumNetwork(input: EvaluateInput, target: number): Scaled {
  const { frame, locus, evidence, theta } = input;
  const typed = evidence.map((seen) => seen !== null);
  const marks = { typed, target, mutates: locus.female !== null || locus.male !== null };
  const walk = { frame, locus, evidence, theta, target };
  const built: Built = new Map();
  const algorithm = input.algorithm ?? chooseAlgorithm(directCost(walk), input, { marks, built });
  if (algorithm === 'walk') {
    const data = sumDirectly(walk);
    if (data !== null) return { table: { vars: target < 0 ? [] : frame.haploid[target] === 1 ? [0] : [0, 1], data }, exponent: 0 };
  }
  if (theta > 0 && algorithm === 'nodes') return sumOverNodes(input, marks);
  if (theta > 0) return sumOverLines(input, { ...marks, built }, new Uint8Array(typed.length));
  return finish(plainNetwork(input, marks));
}

/** The network without theta, by the cheaper of two ways to treat untyped founders. */
function plainNetwork(input: EvaluateInput, marks: Marks): Ready {
  const { frame, locus, evidence } = input;
  const { target } = marks;
  const lineage = trimFamily(frame, marks);
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
  if (!(ready.cost <= costLimit)) throw new KinshipError('kinship.too_complex', { operations: ready.cost });
  return eliminate(ready.factors, ready.dims, ready);
}

const maxLines = 6;

/**
 * Theta: somebody untyped who passes on one allele only got it from their father or their mother, each with probability
 * 1/2. Following one side at a time leaves out the other side's founders, so far fewer founder alleles can coincide.
 */
function sumOverLines(input: EvaluateInput, marks: Marks & { readonly built: Built }, single: Uint8Array): Scaled {
  const { frame, locus, evidence, theta } = input;
  const { lineage, next } = nextLine(frame, marks, single);
  if (next < 0) return sumWithTheta(marks.built.get(single.join('')) ?? buildNetwork({ lineage, locus, evidence, target: marks.target, sumsFounder, keepsInbred: true }), locus, theta);
  const [one, other] = [1, 2].map((side) => sumOverLines(input, marks, single.with(next, side)));
  if (one === undefined || other === undefined) throw new KinshipError('kinship.not_a_number');
  const sum = addScaled(one, other);
  return { table: { vars: sum.table.vars, data: sum.table.data.map((x) => x / 2) }, exponent: sum.exponent };
}

/** Networks made to learn their cost, by the sides that are followed. */
type Built = Map<string, Network>;

function chooseAlgorithm(walks: number, input: EvaluateInput, about: { marks: Marks; built: Built }): 'walk' | 'network' | 'nodes' {
  const { marks, built } = about;
  if (walks <= directLimit) return 'walk';
  if (input.theta === 0) return 'network';
  const nodes = nodesCost(input, marks);
  const network = thetaCost(input, marks, { single: new Uint8Array(marks.typed.length), enough: Math.min(walks, nodes, costLimit), built });
  if (walks <= Math.min(nodes, network, costLimit)) return 'walk';
  return nodes <= Math.min(network, costLimit) ? 'nodes' : 'network';
}

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
  return nodes * (nodeOverhead + plainNetwork({ ...input, theta: 0 }, marks).cost);
}

/** About what setting up one node takes, in multiplications. */
const nodeOverhead = 10_000;

/** Theta: the likelihood without it is a polynomial in the frequencies, and its mean over their Dirichlet distribution a finite sum. */
function sumOverNodes(input: EvaluateInput, marks: Marks): Scaled {
  const scale = (1 - input.theta) / input.theta;
  const terms: Scaled[] = [];
  dirichletNodes(input.locus.freqs.map((p) => p * scale), founderAlleles(input, marks), ({ freqs, weight }) => {
    const { table, exponent } = sumNetwork({ frame: input.frame, locus: { ...input.locus, freqs }, evidence: input.evidence, theta: 0 }, marks.target);
    const term: Scaled = { table: { vars: table.vars, data: table.data.map((x) => x * weight) }, exponent };
    const before = terms.pop();
    terms.push(before === undefined ? term : addScaled(before, term));
  });
  const [sum] = terms;
  if (sum === undefined) throw new KinshipError('kinship.not_a_number');
  return sum;
}

/** What `sumOverLines` would take, in multiplications, counted until it passes `enough`. */
function thetaCost(input: EvaluateInput, marks: Marks, about: { single: Uint8Array; enough: number; built: Built }): number {
  const { frame, locus, evidence } = input;
  const { single, enough, built } = about;
  const step = nextLine(frame, marks, single);
  if (step.next >= 0) {
    const one = thetaCost(input, marks, { single: single.with(step.next, 1), enough, built });
    return one > enough ? one : one + thetaCost(input, marks, { single: single.with(step.next, 2), enough, built });
  }
  const network = buildNetwork({ lineage: step.lineage, locus, evidence, target: marks.target, sumsFounder, keepsInbred: true });
  built.set(single.join(''), network);
  const terms = countSharings(network.freeFounders);
  if (terms > maxSharings || terms * termOverhead > enough) return Infinity;
  const apart = network.freeFounders.flatMap((f) => (f.divisions[0]?.groups ?? []).map((g) => [...new Set(g.flatMap((s) => f.slots[s]?.variable ?? []))]));
  return terms * (termOverhead + 4 * planOrder([...network.factors.map((f) => f.vars), ...apart], network.dims, network.target).cost);
}

/** About what planning and summing one small network takes, in multiplications. */
const termOverhead = 40_000;

const sumsFounder = (transmissions: number): boolean => transmissions <= 2;

function nextLine(frame: Frame, marks: Marks, single: Uint8Array): { lineage: Lineage; next: number } {
  const lineage = trimFamily(frame, { ...marks, single });
  const followed = single.reduce((n, s) => n + (s > 0 ? 1 : 0), 0);
  const next = countTransmissions(lineage).findIndex((n, i) => n === 1 && marks.typed[i] !== true && i !== marks.target && single[i] === 0 && frame.haploid[i] === 0 && !isFounder(lineage, i));
  return { lineage, next: followed >= maxLines ? -1 : next };
}

/** Theta: the sum over all ways the free founder alleles coincide, each its own network with the same people. */
function sumWithTheta(network: Network, locus: Locus, theta: number): Scaled {
  const urn = fillUrn(locus.freqs, network.fixedFounders, theta);
  const terms = countSharings(network.freeFounders);
  if (terms > maxSharings) throw new KinshipError('kinship.unsupported.theta_founders', { terms, limit: maxSharings });
  const all = sharings(network.freeFounders, urn);
  let sum: Scaled | null = null;
  let spent = 0;
  for (const sharing of all) {
    const dims = [...network.dims];
    const factors: Factor[] = [...urn.probabilities.map(constantFactor), constantFactor(sharing.weight), ...network.factors];
    for (const slots of sharing.blocks) factors.push(...blockFactors(locus, urn.moments, { slots, dims }));
    const plan = planOrder(factors.map((f) => f.vars), dims, network.target);
    spent += plan.cost;
    if (!(spent <= costLimit)) throw new KinshipError('kinship.too_complex', { operations: spent });
    const term = eliminate(factors, dims, { keep: network.target, order: plan.order });
    sum = sum === null ? term : addScaled(sum, term);
  }
  if (sum === null) throw new KinshipError('kinship.not_a_number');
  return sum;
}
