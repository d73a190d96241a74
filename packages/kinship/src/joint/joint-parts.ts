import type { FamilyUnit } from './family-engine.ts';
import { unitsWithoutTheta } from './joint-family.ts';
import type { PreparedJoint } from './prepare-joint.ts';
import type { Assignment } from './types.ts';

/** The terms of joint likelihood ratios by unit, asked of the likelihoods that the tables were made of. Natural logarithms. */
export class JointParts {
  readonly #prepared: PreparedJoint;
  /** Candidate number of remains taken as one person, by their numbers. */
  readonly #candidates: ReadonlyMap<string, number>;
  readonly #plain = new Map<number, readonly FamilyUnit[]>();
  /** First missing person of each family. */
  readonly #starts: readonly number[];
  #nobody: Float64Array | null = null;

  constructor(prepared: PreparedJoint) {
    this.#prepared = prepared;
    this.#candidates = new Map(prepared.candidates.map((c, n) => [c.members.join(), n]));
    let start = 0;
    this.#starts = prepared.input.families.map((family) => {
      start += family.missing.length;
      return start - family.missing.length;
    });
  }

  /** Whether a unit does not count for a missing person, because the relatives' own data are impossible there. */
  isDropped(unit: number, missing: number): boolean {
    return this.#isImpossible(unit, this.#familyOf(missing)) || (this.#prepared.together !== null && this.#prepared.familyUnits.some((_, f) => this.#isImpossible(unit, f)));
  }

  /** ln LR of remains being a missing person, by unit; 0 where a unit does not count. */
  ofPairing(remains: number, missing: number): Float64Array {
    const pairing = this.#prepared.input.remains.map((_, r) => (r === remains ? missing : -1));
    return this.ofAssignment({ pairing, lnLr: NaN, posterior: null });
  }

  /** ln LR of an assignment against "nobody is identified", by unit. */
  ofAssignment(assignment: Assignment): Float64Array {
    const { input, units, together, theta } = this.#prepared;
    const candidates = this.#candidatesOf(assignment);
    const fill = (f: number): number[] => (input.families[f]?.missing ?? []).map((_, i) => candidates.get((this.#starts[f] ?? 0) + i) ?? -1);
    if (together !== null) return this.#together(input.families.flatMap((_, f) => fill(f)));
    const out = new Float64Array(units.length);
    input.families.forEach(({ name }, f) => {
      const own = fill(f);
      const isByPairing = theta?.byPairing.includes(name) === true && own.filter((c) => c >= 0).length > 1;
      units.forEach((_, u) => {
        if (own.every((c) => c < 0) || this.#isImpossible(u, f)) return;
        const add = isByPairing ? this.#pairingByPairing(f, u, own) : this.#lnLrOf(this.#prepared.familyUnits[f]?.[u], u, own);
        out[u] = (out[u] ?? NaN) + add;
      });
    });
    for (const c of [...candidates.values(), ...(assignment.unknownPersons ?? []).map((group) => this.#candidates.get(group.join()) ?? -1)]) this.#addSamePerson(out, c);
    return out;
  }

  #candidatesOf({ pairing }: Assignment): Map<number, number> {
    const members = new Map<number, number[]>();
    pairing.forEach((m, r) => {
      if (m >= 0) members.set(m, [...(members.get(m) ?? []), r]);
    });
    return new Map([...members].map(([m, those]) => [m, this.#candidates.get(those.join()) ?? -1]));
  }

  #familyOf(missing: number): number {
    return this.#starts.findLastIndex((start) => start <= missing);
  }

  #isImpossible(unit: number, family: number): boolean {
    return this.#prepared.familyUnits[family]?.[unit]?.lnReferences === -Infinity;
  }

  #lnLrOf(unit: FamilyUnit | undefined, u: number, fill: readonly number[]): number {
    const joint = this.#prepared.units[u];
    const observed = fill.map((c) => (c < 0 ? 0 : (joint?.seen[c] ?? 0)));
    const place = fill.findIndex((c) => c >= 0);
    const before = observed.with(place, 0);
    const with_ = unit?.value(before, { place, observation: observed[place] ?? 0, wanted: Infinity }) ?? NaN;
    const chosen = fill.filter((c) => c >= 0);
    const apart = this.#prepared.theta === null
      ? chosen.reduce((x, c) => x + (joint?.lnStranger[c] ?? NaN), unit?.lnReferences ?? NaN)
      : (unit?.apart(chosen.map((c) => ({ observation: joint?.seen[c] ?? 0, sex: this.#prepared.candidates[c]?.sex ?? 'unknown' }))) ?? NaN);
    return with_ - apart;
  }

  /** LR without theta times, for each pairing, what theta does to it alone. */
  #pairingByPairing(f: number, u: number, fill: readonly number[]): number {
    const { input, units, familyUnits } = this.#prepared;
    const given = input.families[f];
    const plain = this.#plain.get(f) ?? (given === undefined ? [] : unitsWithoutTheta(input, { given, units }));
    this.#plain.set(f, plain);
    const alone = (unit: FamilyUnit | undefined, place: number): number => this.#lnLrOf(unit, u, fill.map((c, i) => (i === place ? c : -1)));
    return fill.reduce((sum, c, place) => (c < 0 ? sum : sum + alone(familyUnits[f]?.[u], place) - alone(plain[u], place)), this.#lnLrOf(plain[u], u, fill));
  }

  /** Remains that are one person show one genotype, not several strangers'. */
  #addSamePerson(out: Float64Array, candidate: number): void {
    const group = this.#prepared.samePersons.find((t) => t.candidate === candidate);
    if (group === undefined) return;
    const byMarker = new Map(this.#prepared.input.markers.map(({ name }, m) => [name, group.lnLrByMarker[m] ?? NaN]));
    this.#prepared.units.forEach((unit, u) => {
      for (const m of unit.markers) out[u] = (out[u] ?? NaN) + (byMarker.get(m.prepared.marker.name) ?? NaN);
    });
  }

  #together(fill: readonly number[]): Float64Array {
    const { together, units, familyUnits } = this.#prepared;
    if (together === null) return new Float64Array(0);
    const nobody = (this.#nobody ??= together.lnByUnit(fill.map(() => -1)));
    const after = together.lnByUnit(fill);
    // The table of all families holds the units at which every family's references are possible.
    let at = 0;
    return Float64Array.from(units, (_, u) => {
      if (familyUnits.some((_f, f) => this.#isImpossible(u, f))) return 0;
      const value = (after[at] ?? NaN) - (nobody[at] ?? NaN);
      at += 1;
      return value;
    });
  }
}
