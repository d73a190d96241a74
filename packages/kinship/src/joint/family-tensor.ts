import { cellLimit, eliminate, planOrder } from '../engine/eliminate.ts';
import type { Evidence } from '../engine/evidence.ts';
import { constantFactor, type Factor } from '../engine/factor.ts';
import { fixedFounderProbability, founderFactors } from '../engine/founders.ts';
import type { Locus, Moments } from '../engine/locus.ts';
import { buildNetwork } from '../engine/network.ts';
import { trimFamily, type Frame } from '../pedigree/frame.ts';

export interface TensorInput {
  readonly frame: Frame;
  readonly locus: Locus;
  readonly moments: Moments;
  /** What is seen of the references. */
  readonly evidence: readonly (Evidence | null)[];
  /** Person at each place, and the observations that may stand there (0 = nobody first). */
  readonly places: readonly number[];
  readonly choices: readonly (readonly number[])[];
  readonly observations: readonly (Evidence | null)[];
}

/** ln P(references, a choice at every place), for all choices at once: row-major, the last place fastest. */
export type FamilyTensor = Float64Array;

/** Larger tensors, or costlier ones, are not made: their fills are summed one by one. */
const tensorCells = 2_000_000;
const tensorCost = 5e7;

/**
 * All fills of a family at one marker in one elimination: each place gets a variable "which observation stands here", which is kept to the end. Null where that would cost
 * more than it saves.
 */
export function makeFamilyTensor(input: TensorInput): FamilyTensor | null {
  const { frame, locus, places, choices } = input;
  const cells = choices.reduce((n, c) => n * c.length, 1);
  if (cells > tensorCells || frame.twinOf.some((t, i) => t !== i)) return null;
  // A place where only "nobody" can stand is nobody of the network: it stays untyped.
  const open = places.flatMap((person, i) => ((choices[i]?.length ?? 0) > 1 ? [{ person, choice: choices[i] ?? [] }] : []));
  const keeps = new Set(open.map((o) => o.person));
  const typed = input.evidence.map((seen, i) => seen !== null || keeps.has(i));
  const lineage = trimFamily(frame, { typed, target: -1, mutates: locus.female !== null || locus.male !== null });
  const limit = Math.max(8192, 16 * locus.k * locus.k);
  const build = (sumsFounder: (transmissions: number, size: number) => boolean): { factors: Factor[]; dims: number[]; keep: number[]; plan: ReturnType<typeof planOrder> } => {
    const network = buildNetwork({ lineage, locus, evidence: input.evidence, target: -1, sumsFounder, keepsInbred: false, keeps });
    const dims = [...network.dims];
    const factors: Factor[] = [...network.fixedFounders.map((seen) => constantFactor(fixedFounderProbability(locus.freqs, seen))), ...network.factors];
    for (const founder of network.freeFounders) factors.push(...founderFactors(locus, input.moments, { founder, dims }));
    const keep = open.map(({ person, choice }) => {
      const variables = network.alleleVariables[person] ?? [];
      const which = dims.push(choice.length) - 1;
      factors.push(choiceFactor(locus.k, { variables, which }, choice.map((o) => input.observations[o] ?? null)));
      return which;
    });
    return { factors, dims, keep, plan: planOrder(factors.map((f) => f.vars), dims, keep) };
  };
  const summed = build((transmissions, size) => transmissions <= 8 && size <= limit);
  const other = summed.plan.cost <= 1e6 ? null : build((transmissions) => transmissions <= 1);
  const best = other !== null && other.plan.cost < summed.plan.cost ? other : summed;
  if (!(best.plan.cost <= tensorCost) || cells > cellLimit) return null;
  const { table, exponent } = eliminate(best.factors, best.dims, { keep: best.keep, order: best.plan.order });
  // Variables of the places are numbered in their order, so the table is row-major in it already.
  return table.data.map((p) => Math.log(p) + exponent * Math.LN2);
}

/** P(observation | alleles) for every choice; 1 for nobody. */
function choiceFactor(k: number, at: { variables: readonly number[]; which: number }, seen: readonly (Evidence | null)[]): Factor {
  const haploid = at.variables.length === 1;
  const states = haploid ? k : k * k;
  const n = seen.length;
  const data = new Float64Array(states * n);
  seen.forEach((o, c) => {
    if (o === null) {
      for (let s = 0; s < states; s++) data[s * n + c] = 1;
      return;
    }
    o.first.forEach((a, i) => {
      const b = o.second[i] ?? -1;
      if (b < 0 !== haploid) return;
      const w = o.weight[i] ?? NaN;
      for (const s of haploid ? [a] : [a * k + b, b * k + a]) data[s * n + c] = w;
    });
  });
  return { vars: [...at.variables, at.which], data };
}
