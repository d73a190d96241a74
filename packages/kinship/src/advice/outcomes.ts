import { certainly, entryOf, type Evidence } from '../engine/evidence.ts';
import { KinshipError } from '../kinship-error.ts';
import { hypothesesOf, type Added, type Hypotheses, type Hypothesis, type OutcomeInput } from './hypotheses.ts';
import { sampler, type Sampler } from './sampler.ts';

/** What can be seen at one marker after an option: an outcome is a number, drawn if the remains are the missing person or if they are a stranger. */
export interface Outcomes {
  readonly ifTrue: Sampler;
  readonly ifFalse: Sampler;
  readonly lnLr: (outcome: number) => number;
  /** P(a stranger is excluded at this marker) by outcome. */
  readonly excluded: (outcome: number) => number;
}

/** An outcome that is known already. */
export const settled: Sampler = () => 0;

/** The case as it stands: with remains their LR is fixed, without them it is that of whoever is found. */
export function outcomesNow(input: OutcomeInput): Outcomes {
  const h = hypothesesOf(input);
  if (input.remains === null) return ofRemains(input, h);
  const lnLr = fixedLnLr(h);
  return { ifTrue: settled, ifFalse: settled, lnLr: () => lnLr, excluded: once(() => excludedShare(input, null)) };
}

/** A second bone: the marker is seen anew where the remains lack it, show one allele only, or may have lost one. */
export function outcomesOfBone(input: OutcomeInput): Outcomes {
  const h = hypothesesOf(input);
  return isOneGenotype(h.seen) ? outcomesNow(input) : ofRemains(input, h);
}

/** Whether what is seen leaves one genotype: another sample of the same person shows nothing new. */
export function isOneGenotype(seen: Evidence | null): boolean {
  return seen?.first.length === 1;
}

/** A further relative: every genotype of theirs, given the references (and the remains, if they are the missing person). */
export function outcomesOfRelative(input: OutcomeInput, relative: number): Outcomes {
  const h = hypothesesOf(input);
  const genotypes = h.genotypes(relative);
  const width = genotypes.length;
  const excluded = memoised((g) => excludedShare(input, { person: relative, genotype: genotypes[g] ?? [0, 0] }));
  const { seen } = h;
  if (input.remains !== null && seen === null) {
    // The remains lack the marker: whatever the relative shows, the LR stays, and only the power to exclude changes.
    const draw = sampler(h.relative(relative));
    return { ifTrue: draw, ifFalse: draw, lnLr: () => 0, excluded };
  }
  if (seen !== null) {
    const lnTrue = h.related.relative(relative, seen);
    const lnFalse = h.unrelated.relative(relative, seen);
    return { ifTrue: sampler(lnTrue), ifFalse: sampler(lnFalse), lnLr: (g) => ratio(lnTrue[g], lnFalse[g]), excluded };
  }
  // Neither is known: the remains are drawn, then the relative given the remains; tables are made as they are drawn.
  const own = h.genotypes(input.target);
  const stage = (hypothesis: Hypothesis): { draw: Sampler; table: (g: number) => Float64Array } => {
    const table = memoised((g) => hypothesis.relative(relative, certainly(own[g]?.[0] ?? -1, own[g]?.[1] ?? -1)));
    const second = memoised((g) => sampler(table(g)));
    const first = sampler(hypothesis.remains());
    return {
      table,
      draw: (random) => {
        const g = first(random);
        return g * width + second(g)(random);
      },
    };
  };
  const [related, unrelated] = [stage(h.related), stage(h.unrelated)];
  return {
    ifTrue: related.draw,
    ifFalse: unrelated.draw,
    lnLr: (outcome) => {
      const [g, r] = [Math.floor(outcome / width), outcome % width];
      return ratio(related.table(g)[r], unrelated.table(g)[r]);
    },
    excluded: (outcome) => excluded(outcome % width),
  };
}

/** Remains not seen at this marker for certain yet: every genotype of the missing person against every genotype of a stranger. */
function ofRemains(input: OutcomeInput, h: Hypotheses): Outcomes {
  if (h.lnReferences === -Infinity) throw new KinshipError('kinship.joint.references_impossible', { family: input.family.ids[input.target] ?? '', marker: input.marker.marker.name });
  const lnTrue = h.related.remains();
  const lnFalse = h.unrelated.remains();
  // Without typed relatives the marker says nothing, and does not count (docs/methods/missing-person-lr.md).
  return { ifTrue: sampler(fitting(lnTrue, h.seen)), ifFalse: sampler(fitting(lnFalse, h.seen)), lnLr: (g) => (h.isSomebodyTyped ? ratio(lnTrue[g], lnFalse[g]) : 0), excluded: once(() => excludedShare(input, null)) };
}

/** Genotypes weighed by how probably they show what is seen already. */
function fitting(ln: Float64Array, seen: Evidence | null): Float64Array {
  if (seen === null) return ln;
  const out = new Float64Array(ln.length).fill(-Infinity);
  seen.first.forEach((a, i) => {
    const entry = entryOf(a, seen.second[i] ?? -1);
    out[entry] = (ln[entry] ?? NaN) + Math.log(seen.weight[i] ?? NaN);
  });
  return out;
}

function fixedLnLr(h: Hypotheses): number {
  if (h.seen === null || !h.isSomebodyTyped || h.lnReferences === -Infinity) return 0;
  return h.related.ln(h.seen) - h.unrelated.ln(h.seen);
}

/** ln of a ratio; 0 where neither can be, which nothing draws. */
export function ratio(above: number | undefined, below: number | undefined): number {
  if (above === -Infinity) return below === -Infinity ? 0 : -Infinity;
  return (above ?? NaN) - (below ?? NaN);
}

/** Share of strangers whose genotype is impossible for the missing person without mutation; 0 where the references themselves need a mutation. */
export function excludedShare(input: OutcomeInput, added: Added | null): number {
  const strict = { ...input, marker: input.strict };
  // Which genotypes are impossible does not depend on theta; how many strangers have them does.
  const plain = hypothesesOf({ ...strict, settings: { ...input.settings, theta: 0 } }, added);
  if (plain.lnReferences === -Infinity) return 0;
  const possible = plain.related.remains();
  const h = (input.settings.theta ?? 0) > 0 ? hypothesesOf(strict, added) : plain;
  return h.unrelated.remains().reduce((share, ln, g) => (possible[g] === -Infinity ? share + Math.exp(ln - h.lnReferences) : share), 0);
}

export function once(make: () => number): () => number {
  let known: number | null = null;
  return () => (known ??= make());
}

export function memoised<T>(make: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
