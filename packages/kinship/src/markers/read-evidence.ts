import { certain, certainly, type Evidence } from '../engine/evidence.ts';
import { KinshipError } from '../kinship-error.ts';
import type { Observation, Profile, ProfileTyping, TypingModel } from '../types.ts';
import type { PreparedMarker } from './prepare-marker.ts';

/** What a profile shows at a marker. Own properties only: a marker named "constructor" must not find what every object inherits. */
export function observationAt(profile: Profile | undefined, marker: string): Observation | undefined {
  return profile !== undefined && Object.hasOwn(profile, marker) ? profile[marker] : undefined;
}

/** Allele labels of an observation that are known. */
export function knownAlleles(observation: Observation | undefined): string[] {
  return observation === undefined ? [] : observation.filter((a): a is string => a !== null);
}

/** Allele labels that some of these observations show, each as often as it is shown. Loops: this is done for every marker of every likelihood. */
export function allKnownAlleles(seen: readonly (Observation | undefined)[]): string[] {
  const out: string[] = [];
  for (const observation of seen) if (observation !== undefined) for (const allele of observation) if (allele !== null) out.push(allele);
  return out;
}

export interface EvidenceInput {
  readonly observation: Observation | undefined;
  /** Whether the person has one allele at this marker (a man on the X chromosome). */
  readonly haploid?: boolean;
  readonly typing?: TypingModel | undefined;
}

/**
 * An observation as genotypes with their probability to be seen so; null when nothing was typed.
 * @throws KinshipError kinship.profile.observation, kinship.profile.hemizygous, kinship.profile.silent, kinship.typing
 */
export function readEvidence(prepared: PreparedMarker, input: EvidenceInput): Evidence | null {
  const { observation } = input;
  if (observation === undefined) return null;
  const plain = input.typing === undefined && input.haploid !== true && observation.length === 2 ? readPair(prepared, observation[0], observation[1]) : null;
  if (plain !== null) return plain;
  const known = knownAlleles(observation);
  if (known.length === 0 && (observation.length > 0 || input.typing === undefined)) {
    if (observation.length === 0) throw new KinshipError('kinship.profile.observation', { marker: prepared.marker.name, alleles: 0 });
    return null;
  }
  const seen = known.map((label) => alleleNumber(prepared, label));
  if (input.typing !== undefined) return seenThrough(input.typing, new Set(seen), { prepared, haploid: input.haploid === true });
  const [a, b] = seen;
  const { name } = prepared.marker;
  if (a === undefined || observation.length > 2) throw new KinshipError('kinship.profile.observation', { marker: name, alleles: observation.length });
  if (input.haploid === true) {
    if (b !== undefined && b !== a) throw new KinshipError('kinship.profile.hemizygous', { marker: name, alleles: known.join(', ') });
    return certainly(a, -1);
  }
  if (observation.length !== 2) throw new KinshipError('kinship.profile.observation', { marker: name, alleles: observation.length });
  const { silent } = prepared;
  if (b === undefined) return certain(prepared.marker.alleles.map((_, x) => [a, x]));
  return a === b && silent >= 0 ? certain([[a, a], [a, silent]]) : certainly(a, b);
}

/** Two known alleles of somebody with two, the plainest and most frequent observation; null for any other. */
function readPair(prepared: PreparedMarker, one: string | null | undefined, other: string | null | undefined): Evidence | null {
  if (typeof one !== 'string' || typeof other !== 'string') return null;
  const [a, b] = [alleleNumber(prepared, one), alleleNumber(prepared, other)];
  return a === b && prepared.silent >= 0 ? null : certainly(a, b);
}

function alleleNumber(prepared: PreparedMarker, label: string): number {
  const at = prepared.index.get(label);
  if (at === undefined) throw new KinshipError('kinship.outside_allele', { marker: prepared.marker.name, allele: label });
  if (at === prepared.silent) throw new KinshipError('kinship.profile.silent', { marker: prepared.marker.name, allele: label });
  return at;
}

/** The model of a profile at a marker; undefined where the profile is taken as typed without error. */
export function typingAt(typing: ProfileTyping | undefined, marker: string): TypingModel | undefined {
  if (typing === undefined) return undefined;
  const own = typing.markers;
  return own !== undefined && Object.hasOwn(own, marker) ? own[marker] : typing;
}

/** The three probabilities of a typing model. @throws KinshipError kinship.typing */
export function checkTyping(model: TypingModel, marker: string): Required<TypingModel> {
  const { dropOut, homozygoteDropOut = dropOut * dropOut, dropIn = 0 } = model;
  for (const value of [dropOut, homozygoteDropOut, dropIn]) if (!(value >= 0 && value <= 1)) throw new KinshipError('kinship.typing', { marker, value: String(value) });
  return { dropOut, homozygoteDropOut, dropIn };
}

/**
 * P(set of alleles seen | genotype) for every genotype: each of two different alleles drops out by itself, a homozygote as one;
 * then at most one allele drops in, drawn from the visible alleles, unseen where it is there already. Sums to 1 over all sets.
 */
function seenThrough(model: TypingModel, seen: ReadonlySet<number>, where: { prepared: PreparedMarker; haploid: boolean }): Evidence | null {
  const { marker, silent, locus } = where.prepared;
  const { dropOut: lost, homozygoteDropOut: lostTwice, dropIn: added } = checkTyping(model, marker.name);
  const visible = silent < 0 ? 1 : 1 - (locus.freqs[silent] ?? NaN);
  // P(seen | alleles that did not drop out): nothing dropped in, it hid behind one that is there, or it is the one extra.
  const withDropIn = (shown: readonly number[]): number => {
    if (shown.some((a) => !seen.has(a))) return 0;
    const extra = [...seen].filter((a) => !shown.includes(a));
    if (extra.length > 1) return 0;
    const share = (alleles: readonly number[]): number => alleles.reduce((sum, a) => sum + (locus.freqs[a] ?? NaN), 0) / visible;
    return extra.length === 1 ? added * share(extra) : 1 - added + added * share(shown);
  };
  const genotypes: [number, number][] = [];
  const weight: number[] = [];
  const put = (a: number, b: number): void => {
    let p: number;
    if (b < 0 || b === silent || a === silent || a === b) {
      const shown = a === silent ? b : a;
      const single = b >= 0 && a === b ? lostTwice : lost;
      p = shown === silent || shown < 0 ? withDropIn([]) : (1 - single) * withDropIn([shown]) + single * withDropIn([]);
    } else p = (1 - lost) * (1 - lost) * withDropIn([a, b]) + (1 - lost) * lost * (withDropIn([a]) + withDropIn([b])) + lost * lost * withDropIn([]);
    if (p === 0) return;
    genotypes.push([a, b]);
    weight.push(p);
  };
  for (let b = 0; b < locus.k; b++) {
    if (where.haploid) put(b, -1);
    else for (let a = 0; a <= b; a++) put(a, b);
  }
  return { ...certain(genotypes), weight: Float64Array.from(weight) };
}
