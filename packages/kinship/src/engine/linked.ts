import { KinshipError, tooComplex } from '../kinship-error.ts';
import { countTransmissions, isFounder, trimFamily, type Frame, type Lineage } from '../pedigree/frame.ts';
import { costLimit, eliminate, planOrder } from './eliminate.ts';
import { joinTwins, ordered, type Evidence } from './evidence.ts';
import { constantFactor, type Factor, type Scaled } from './factor.ts';
import { fixedFounderProbability, founderFactors } from './founders.ts';
import { channelMatrix, makeMoments, transmitted, type Channel, type Locus, type Slot } from './locus.ts';
import { lumpUnobserved } from './lump.ts';
import { fixedFounder, inOrder, ownDraws, type FixedFounder, type FreeFounder } from './network.ts';
import { fillUrn } from './theta.ts';
import { layDraws, urnFactor } from './urn-factor.ts';

export interface LinkedInput {
  readonly frame: Frame;
  readonly loci: readonly { readonly locus: Locus; readonly evidence: readonly (Evidence | null)[] }[];
  /** Between each locus and the next, by the sex of the parent. */
  readonly recombination: readonly { readonly female: number; readonly male: number }[];
  readonly theta: number;
}

/** The variables of one locus and what its founders draw. */
interface Side {
  readonly locus: Locus;
  readonly people: readonly (Person | null)[];
  readonly factors: Factor[];
  readonly fixedFounders: FixedFounder[];
  readonly freeFounders: FreeFounder[];
}

type Person =
  | { readonly kind: 'joint'; readonly variable: number; readonly first: Int32Array; readonly second: Int32Array; readonly haploid: boolean }
  | { readonly kind: 'split'; readonly first: number; readonly second: number }
  | { readonly kind: 'drawn' };

/**
 * ln P(evidence) of several markers on one chromosome together. Each transmission has one variable a marker that says which of
 * the parent's two alleles was passed on; between neighbours it changes with the recombination fraction of the parent's sex.
 * The founders' alleles at different markers are independent (linkage equilibrium), their phase is unknown; whether an inbred
 * founder's two alleles are one by descent is independent from marker to marker too.
 * @throws KinshipError kinship.too_complex
 */
export function evaluateLinkedLn(input: LinkedInput): number {
  const { frame, theta } = input;
  const loci = input.loci.map(({ locus, evidence }) => lumpUnobserved(locus, joinTwins(frame, evidence)));
  if (loci.some((l) => l.evidence.some((seen) => seen?.first.length === 0))) return -Infinity;
  const typed = frame.ids.map((_, i) => loci.some((l) => (l.evidence[i] ?? null) !== null));
  if (!typed.includes(true)) return 0;
  const mutates = loci.some((l) => l.locus.female !== null || l.locus.male !== null);
  const lineage = trimFamily(frame, { typed, target: -1, mutates });
  const dims: number[] = [];
  const passed = countTransmissions(lineage);
  const sides = loci.map(({ locus, evidence }) => layOutLocus({ lineage, locus, evidence, dims, passed, theta }));
  const meioses = addMeioses({ lineage, sides, dims, passed, recombination: input.recombination });
  const { table, exponent } = finish([...meioses, ...sides.flatMap((side) => [...side.factors, ...(theta > 0 ? urnDraws(side, theta, dims) : plainDraws(side, dims))])], dims);
  return Math.log(table.data[0] ?? NaN) + exponent * Math.LN2;
}

function finish(factors: readonly Factor[], dims: readonly number[]): Scaled {
  const plan = planOrder(factors.map((f) => f.vars), dims, []);
  if (!(plan.cost <= costLimit)) throw tooComplex(plan.cost);
  return eliminate(factors, dims, { keep: [], order: plan.order });
}

function plainDraws(side: Side, dims: readonly number[]): Factor[] {
  const moments = makeMoments(side.locus.freqs);
  return [
    ...side.fixedFounders.map((seen) => constantFactor(fixedFounderProbability(side.locus.freqs, seen))),
    ...side.freeFounders.flatMap((founder) => founderFactors(side.locus, moments, { founder, dims })),
  ];
}

/** Theta ties the founders' draws of one marker together, those of different markers not. */
function urnDraws(side: Side, theta: number, dims: number[]): Factor[] {
  const urn = fillUrn(side.locus.freqs, side.fixedFounders, theta);
  const draws = layDraws(side.locus, side.freeFounders, dims);
  return [...urn.probabilities.map(constantFactor), ...draws.factors, urnFactor(draws, urn, dims)];
}

interface LocusInput {
  readonly lineage: Lineage;
  readonly locus: Locus;
  readonly evidence: readonly (Evidence | null)[];
  readonly dims: number[];
  readonly passed: Int32Array;
  readonly theta: number;
}

function layOutLocus(input: LocusInput): Side {
  const { lineage, locus, evidence, dims, passed } = input;
  const { k } = locus;
  const { frame } = lineage;
  const factors: Factor[] = [];
  const fixedFounders: FixedFounder[] = [];
  const freeFounders: FreeFounder[] = [];
  const everyAllele = Int32Array.from({ length: k }, (_, a) => a);
  const people = evidence.map((seen, i): Person | null => {
    if (lineage.needed[i] !== 1) return null;
    const haploid = frame.haploid[i] === 1;
    const founder = isFounder(lineage, i);
    const inbreeding = frame.inbreeding[i] ?? 0;
    // A founder who passes on once passes on one draw at each marker, whatever the recombination.
    if (seen === null && founder && passed[i] === 1) return { kind: 'drawn' };
    if (seen === null) {
      const made: Person = { kind: 'split', first: dims.push(k) - 1, second: haploid ? -1 : dims.push(k) - 1 };
      if (founder) freeFounders.push(ownDraws([made.first, made.second].filter((v) => v >= 0).map((variable) => ({ variable, allele: everyAllele, channel: 'self' })), { haploid, inbreeding }));
      return made;
    }
    const states = ordered(seen);
    const variable = dims.push(states.first.length) - 1;
    const made: Person = { kind: 'joint', variable, first: states.first, second: states.second, haploid };
    const fixed = founder ? fixedFounder(frame, i, { seen, keepsInbred: input.theta > 0 }) : null;
    if (fixed !== null) {
      fixedFounders.push(fixed);
      factors.push({ vars: [variable], data: new Float64Array(states.first.length).fill(1 / states.first.length) });
      return made;
    }
    if (states.weight.some((w) => w !== 1)) factors.push({ vars: [variable], data: states.weight });
    if (founder) freeFounders.push(ownDraws([states.first, states.second].slice(0, haploid ? 1 : 2).map((allele) => ({ variable, allele, channel: 'self' })), { haploid, inbreeding }));
    return made;
  });
  return { locus, people, factors, fixedFounders, freeFounders };
}

/** Factors of all transmissions, at all loci, with the variables that say which allele was passed on. */
function addMeioses(input: { lineage: Lineage; sides: readonly Side[]; dims: number[]; passed: Int32Array; recombination: LinkedInput['recombination'] }): Factor[] {
  const { lineage, sides, dims, recombination } = input;
  const out: Factor[] = [];
  const transmit = (parent: number, child: number, channel: 'female' | 'male'): void => {
    const haploid = lineage.frame.haploid[parent] === 1;
    const drawn = sides.every((side) => side.people[parent]?.kind === 'drawn');
    const chosen = haploid || drawn ? [] : sides.map(() => dims.push(2) - 1);
    chosen.forEach((variable, l) => {
      const before = chosen[l - 1];
      if (before === undefined) out.push({ vars: [variable], data: Float64Array.of(0.5, 0.5) });
      else {
        const r = recombination[l - 1]?.[channel] ?? NaN;
        out.push({ vars: [before, variable], data: Float64Array.of(1 - r, r, r, 1 - r) });
      }
    });
    sides.forEach((side, l) => {
      const from = side.people[parent];
      const slot = slotOf(side, { child, channel, isOnly: (lineage.father[child] ?? -1) < 0 });
      if (from === undefined || from === null || slot === null) throw new KinshipError('kinship.not_a_number');
      if (from.kind === 'drawn') side.freeFounders.push({ slots: [slot], divisions: [{ weight: 1, groups: [[0]] }] });
      else out.push(...passOn(side.locus, from, { slot, chosen: chosen[l] ?? -1 }));
    });
  };
  lineage.needed.forEach((needed, i) => {
    if (needed !== 1) return;
    const father = lineage.father[i] ?? -1;
    const mother = lineage.mother[i] ?? -1;
    if (father >= 0) transmit(father, i, 'male');
    if (mother >= 0) transmit(mother, i, 'female');
  });
  return out;
}

function slotOf(side: Side, of: { child: number; channel: Channel; isOnly: boolean }): Slot | null {
  const person = side.people[of.child];
  const first = of.channel === 'male' || of.isOnly;
  const { channel } = of;
  if (person === undefined || person === null || person.kind === 'drawn') return null;
  if (person.kind === 'joint') return { variable: person.variable, allele: first ? person.first : person.second, channel };
  return { variable: first ? person.first : person.second, allele: Int32Array.from({ length: side.locus.k }, (_, a) => a), channel };
}

/** P(slot's allele | the parent's alleles, which one was passed on); two factors for two separate alleles, each 1 where the other was chosen. */
function passOn(locus: Locus, parent: Exclude<Person, { kind: 'drawn' }>, how: { slot: Slot; chosen: number }): Factor[] {
  const { slot, chosen } = how;
  const matrix = channelMatrix(locus, slot.channel);
  const p = (from: number, state: number): number => transmitted(matrix, locus.k, { from, to: slot.allele[state] ?? -1 });
  const child = { variable: slot.variable, size: slot.allele.length };
  const which = { variable: chosen, size: 2 };
  if (parent.kind === 'joint') {
    const own = { variable: parent.variable, size: parent.first.length };
    if (chosen < 0) return [inOrder([own, child], (s) => p(parent.first[s[0] ?? -1] ?? -1, s[1] ?? -1))];
    return [inOrder([own, which, child], (s) => p((s[1] === 0 ? parent.first : parent.second)[s[0] ?? -1] ?? -1, s[2] ?? -1))];
  }
  const allele = (variable: number): { variable: number; size: number } => ({ variable, size: locus.k });
  if (chosen < 0) return [inOrder([allele(parent.first), child], (s) => p(s[0] ?? -1, s[1] ?? -1))];
  return [parent.first, parent.second].map((variable, w) => inOrder([allele(variable), which, child], (s) => (s[1] === w ? p(s[0] ?? -1, s[2] ?? -1) : 1)));
}
