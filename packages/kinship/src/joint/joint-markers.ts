import { evaluateLn } from '../engine/evaluate.ts';
import { both, type Evidence } from '../engine/evidence.ts';
import { KinshipError } from '../kinship-error.ts';
import { prepareForAll, refuseDuplicateMarkers } from '../likelihood.ts';
import { readTheta, type PreparedMarker } from '../markers/prepare-marker.ts';
import { readEvidence, typingAt } from '../markers/read-evidence.ts';
import { readFamily } from '../pedigree/family.ts';
import { frameOf } from '../pedigree/frame.ts';
import type { Profile, Sex } from '../types.ts';
import type { JointInput } from './types.ts';

/** One person who may fill a place: remains, or several remains taken as one person. */
export interface Candidate {
  readonly id: string;
  readonly sex: Sex;
  /** Numbers of the remains it stands for. */
  readonly members: readonly number[];
}

/** A marker with the different observations among the candidates: number 0 is "not typed". */
export interface JointMarker {
  readonly prepared: PreparedMarker;
  /** Observation by number; null for "not typed". */
  readonly observations: readonly (Evidence | null)[];
  /** Number of the observation of each candidate. */
  readonly seen: Int32Array;
  /** ln P(observation) of a stranger of the candidate's sex, by candidate. */
  readonly lnStranger: Float64Array;
}

export interface JointMarkers {
  readonly candidates: readonly Candidate[];
  /** Candidates that are several remains taken as one person, with ln P(profiles | one person) - ln P(profiles | different strangers). */
  readonly together: readonly { readonly candidate: number; readonly lnLr: number; readonly lnLrByMarker: readonly number[] }[];
  readonly markers: readonly JointMarker[];
}

const groupLimit = 500;

/**
 * Prepares every marker once for all families and all remains, so that an allele added by policy has one frequency everywhere. Where the input
 * allows it, each group of remains that one genotype explains at every marker (and with a marker in common) becomes a candidate too.
 * LIMIT: without a typing model, remains that differ at one marker are two people here.
 * @throws KinshipError kinship.joint.remains_impossible, kinship.joint.too_many_groups, and what reading profiles refuses
 */
export function prepareJointMarkers(input: JointInput): JointMarkers {
  refuseDuplicateMarkers(input.markers);
  const all: Record<string, Profile> = {};
  for (const [key, profile] of Object.entries(input.profiles)) all[`am:${key}`] = profile;
  input.remains.forEach((r, i) => (all[`pm:${String(i)}`] = r.profile));
  const theta = readTheta(input.theta);
  const readers = input.markers.map((marker) => new MarkerReader(prepareForAll(marker, all, input), theta));
  const candidates: Candidate[] = input.remains.map((r, i) => ({ id: r.id, sex: r.sex, members: [i] }));
  for (const reader of readers) for (const r of input.remains) reader.addRemains(r);
  const together: { candidate: number; lnLr: number; lnLrByMarker: readonly number[] }[] = [];
  let grow = input.sameIndividual === undefined ? [] : candidates.map((candidate, number) => ({ candidate, number }));
  while (grow.length > 0) {
    const next: typeof grow = [];
    for (const { candidate, number } of grow)
      for (let r = (candidate.members.at(-1) ?? -1) + 1; r < input.remains.length; r++) {
        const other = candidates[r];
        if (other === undefined || (candidate.sex !== other.sex && candidate.sex !== 'unknown' && other.sex !== 'unknown')) continue;
        if (!readers.every((m) => m.agree(number, r)) || !readers.some((m) => m.bothTyped(number, r))) continue;
        if (together.length >= groupLimit) throw new KinshipError('kinship.joint.too_many_groups', { limit: groupLimit });
        const sex = candidate.sex === 'unknown' ? other.sex : candidate.sex;
        const members = [...candidate.members, r];
        const made = { id: members.map((m) => candidates[m]?.id ?? '').join(' + '), sex, members };
        for (const m of readers) m.addJoined(number, r, sex);
        const place = candidates.push(made) - 1;
        const lnLrByMarker = readers.map((m) => m.stranger(place) - m.strangers(members));
        together.push({ candidate: place, lnLr: lnLrByMarker.reduce((x, y) => x + y, 0), lnLrByMarker });
        next.push({ candidate: made, number: place });
      }
    grow = next;
  }
  return { candidates, together, markers: readers.map((r) => r.read()) };
}

/** Numbers the observations of one marker as candidates come in. */
class MarkerReader {
  private readonly prepared: PreparedMarker;
  private readonly observations: (Evidence | null)[] = [null];
  private readonly numbers = new Map<string, number>();
  private readonly seen: number[] = [];
  private readonly lnStranger: number[] = [];
  private readonly known = new Map<string, number>();
  private readonly sexes: Sex[] = [];
  private readonly theta: number;

  constructor(prepared: PreparedMarker, theta: number) {
    this.prepared = prepared;
    this.theta = theta;
  }

  addRemains(remains: JointInput['remains'][number]): void {
    const { name, chrom } = this.prepared.marker;
    const observation = Object.hasOwn(remains.profile, name) ? remains.profile[name] : undefined;
    if (observation !== undefined && chrom === 'X' && remains.sex === 'unknown') throw new KinshipError('kinship.pedigree.sex_unknown', { id: remains.id });
    const haploid = chrom === 'X' && remains.sex === 'male';
    this.put(readEvidence(this.prepared, { observation, haploid, typing: typingAt(remains.typing, name) }), remains.sex, remains.id);
  }

  addJoined(a: number, b: number, sex: Sex): void {
    this.put(this.join(a, b), sex, '');
  }

  /** Whether one genotype explains what two candidates show. */
  agree(a: number, b: number): boolean {
    return this.join(a, b)?.first.length !== 0;
  }

  bothTyped(a: number, b: number): boolean {
    return this.evidence(a) !== null && this.evidence(b) !== null;
  }

  stranger(candidate: number): number {
    return this.lnStranger[candidate] ?? NaN;
  }

  /** ln P of candidates who are different strangers: under theta of one subpopulation. */
  strangers(candidates: readonly number[]): number {
    if (this.theta === 0) return candidates.reduce((x, c) => x + this.stranger(c), 0);
    return this.lnOfStrangers(candidates.map((c) => ({ sex: this.sexes[c] ?? 'unknown', evidence: this.evidence(c) })));
  }

  read(): JointMarker {
    return { prepared: this.prepared, observations: this.observations, seen: Int32Array.from(this.seen), lnStranger: Float64Array.from(this.lnStranger) };
  }

  private evidence(candidate: number): Evidence | null {
    return this.observations[this.seen[candidate] ?? 0] ?? null;
  }

  private join(a: number, b: number): Evidence | null {
    const one = this.evidence(a);
    const other = this.evidence(b);
    return one === null || other === null ? (one ?? other) : both(one, other);
  }

  private put(evidence: Evidence | null, sex: Sex, id: string): void {
    this.sexes.push(sex);
    if (evidence === null) {
      this.seen.push(0);
      this.lnStranger.push(0);
      return;
    }
    const key = [evidence.first.join(), evidence.second.join(), evidence.weight.join()].join(' ');
    const number = this.numbers.get(key) ?? this.observations.push(evidence) - 1;
    this.numbers.set(key, number);
    const strangerKey = `${sex} ${String(number)}`;
    const known = this.known.get(strangerKey) ?? this.lnOfStrangers([{ sex, evidence }]);
    this.known.set(strangerKey, known);
    if (known === -Infinity) throw new KinshipError('kinship.joint.remains_impossible', { remains: id, marker: this.prepared.marker.name });
    this.seen.push(number);
    this.lnStranger.push(known);
  }

  private lnOfStrangers(people: readonly { readonly sex: Sex; readonly evidence: Evidence | null }[]): number {
    const { marker, locus, moments } = this.prepared;
    const family = readFamily({ name: 'strangers', individuals: people.map(({ sex }, i) => ({ id: String(i), father: null, mother: null, sex })) });
    return evaluateLn({ frame: frameOf(family, marker.chrom), locus, evidence: people.map((p) => p.evidence), theta: this.theta, moments });
  }
}
