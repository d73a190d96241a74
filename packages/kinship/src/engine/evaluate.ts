import { KinshipError } from '../kinship-error.ts';
import { countTransmissions, trimFamily, type Family } from '../pedigree/family.ts';
import { costLimit, eliminate, planOrder, type Scaled } from './eliminate.ts';
import type { Factor } from './factor.ts';
import { fixedFounderProbability, founderFactors } from './founders.ts';
import { makeMoments, type Locus, type Moments } from './locus.ts';
import { lumpUnobserved } from './lump.ts';
import { buildNetwork, type Evidence, type Network } from './network.ts';
import { blockFactors, fillUrn, sharings } from './theta.ts';

export interface EvaluateInput {
  readonly family: Family;
  readonly locus: Locus;
  /** What is seen of each person of the family, null without typing. */
  readonly evidence: readonly (Evidence | null)[];
  readonly theta: number;
  /** Moments of the locus' frequencies, to be shared between calls; made when absent. */
  readonly moments?: Moments;
}

/** ln P(evidence) at one marker; -Infinity when impossible. Exact. */
export function evaluateLn(input: EvaluateInput): number {
  const observed = new Set<number>();
  for (const seen of input.evidence) {
    if (seen === null) continue;
    observed.add(seen.a);
    if (seen.b >= 0) observed.add(seen.b);
  }
  if (observed.size === 0) return 0;
  const lumped = lumpUnobserved(input.locus, observed);
  const renumber = (a: number): number => (a < 0 ? a : (lumped.renumber[a] ?? -1));
  const evidence = input.evidence.map((seen) => (seen === null ? null : { a: renumber(seen.a), b: renumber(seen.b) }));
  const shared = lumped.locus === input.locus ? input.moments : undefined;
  const { table, exponent } = sumNetwork({ family: input.family, theta: input.theta, locus: lumped.locus, evidence, ...(shared && { moments: shared }) }, -1);
  return Math.log(table.data[0] ?? NaN) + exponent * Math.LN2;
}

/**
 * ln P(evidence, genotype of `target`) for every genotype of that person: entry of alleles i <= j is j (j + 1) / 2 + i.
 * Nothing is lumped, because the target's own alleles must stay apart.
 */
export function evaluateTable(input: EvaluateInput, target: number): Float64Array {
  const { k } = input.locus;
  const { table, exponent } = sumNetwork(input, target);
  const out = new Float64Array((k * (k + 1)) / 2);
  let entry = 0;
  for (let j = 0; j < k; j++)
    for (let i = 0; i <= j; i++) {
      const p = i === j ? (table.data[j * k + j] ?? NaN) : (table.data[i * k + j] ?? NaN) + (table.data[j * k + i] ?? NaN);
      out[entry++] = Math.log(p) + exponent * Math.LN2;
    }
  return out;
}

function sumNetwork(input: EvaluateInput, target: number): Scaled {
  const { family, locus, evidence, theta } = input;
  const typed = evidence.map((seen) => seen !== null);
  const marks = { typed, target, mutates: locus.female !== null || locus.male !== null };
  if (theta > 0) return sumOverLines(input, marks, new Uint8Array(typed.length));
  const lineage = trimFamily(family, marks);
  const build = (sumsFounder: (transmissions: number, cells: number) => boolean): Network => buildNetwork({ lineage, locus, evidence, target, sumsFounder });
  const moments = input.moments ?? makeMoments(locus.freqs);
  const limit = Math.max(8192, 16 * locus.k * locus.k);
  const direct = withFounders(build((transmissions, cells) => transmissions <= 8 && cells <= limit), locus, moments);
  if (direct.cost <= 1e6) return finish(direct);
  const open = withFounders(build((transmissions) => transmissions <= 1), locus, moments);
  return finish(direct.cost <= open.cost ? direct : open);
}

// One factor a founder, not their product: the product of many would underflow before it could be scaled.
function constantFactor(value: number): Factor {
  return { vars: [], data: Float64Array.of(value) };
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

interface Marks {
  readonly typed: readonly boolean[];
  readonly target: number;
  readonly mutates: boolean;
}

const maxLines = 6;

/**
 * Theta: somebody untyped who passes on one allele only got it from their father or their mother, each with probability
 * 1/2. Following one side at a time leaves out the other side's founders, so far fewer founder alleles can coincide.
 */
function sumOverLines(input: EvaluateInput, marks: Marks, single: Uint8Array): Scaled {
  const { family, locus, evidence, theta } = input;
  const lineage = trimFamily(family, { ...marks, single });
  const passed = countTransmissions(lineage);
  const followed = single.reduce((n, s) => n + (s > 0 ? 1 : 0), 0);
  const next = passed.findIndex((n, i) => n === 1 && marks.typed[i] !== true && i !== marks.target && single[i] === 0 && (lineage.father[i] ?? -1) >= 0);
  if (next < 0 || followed >= maxLines)
    return sumWithTheta(buildNetwork({ lineage, locus, evidence, target: marks.target, sumsFounder: (transmissions) => transmissions <= 2 }), locus, theta);
  const [one, other] = [1, 2].map((side) => sumOverLines(input, marks, single.with(next, side)));
  if (one === undefined || other === undefined) throw new KinshipError('kinship.not_a_number');
  const sum = addScaled(one, other);
  return { table: { vars: sum.table.vars, data: sum.table.data.map((x) => x / 2) }, exponent: sum.exponent };
}

/** Theta: the sum over all ways the free founder alleles coincide, each its own network with the same people. */
function sumWithTheta(network: Network, locus: Locus, theta: number): Scaled {
  const urn = fillUrn(locus.freqs, network.fixedFounders, theta);
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

function addScaled(a: Scaled, b: Scaled): Scaled {
  const exponent = Math.max(a.exponent, b.exponent);
  const fa = 2 ** (a.exponent - exponent);
  const fb = 2 ** (b.exponent - exponent);
  return { table: { vars: a.table.vars, data: a.table.data.map((x, i) => x * fa + (b.table.data[i] ?? NaN) * fb) }, exponent };
}
