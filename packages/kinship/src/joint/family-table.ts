import { KinshipError } from '../kinship-error.ts';
import type { FamilyUnit } from './family-engine.ts';
import type { JointUnit } from './joint-unit.ts';

/** All ways in which candidates fill the places of one family, with their likelihoods. */
export interface FamilyTable {
  /** Places of the family, in its own order. */
  readonly places: number;
  readonly count: number;
  /** Candidate in each place, -1 for nobody; row-major count x places. Row 0 is "nobody". */
  readonly fills: Int32Array;
  /** ln LR against "nobody of the family is among the remains". */
  readonly lnLr: Float64Array;
  /** ln LR of each pairing alone, by place and candidate (row-major places x candidates); NaN where not allowed. */
  readonly single: Float64Array;
  /** Fills with likelihood 0 such that every impossible fill holds one of them; [place, candidate] pairs. */
  readonly impossible: readonly (readonly (readonly [number, number])[])[];
}

/** More fills of one family are refused: their table alone would not fit. */
export const fillLimit = 2_000_000;

export interface FamilyTableInput {
  readonly name: string;
  readonly units: readonly FamilyUnit[];
  readonly joint: readonly JointUnit[];
  /** ln P(references and these candidates), the candidates strangers to the family. */
  readonly apart: (candidates: readonly number[]) => number;
  /** Candidates allowed in each place. */
  readonly allowed: readonly (readonly number[])[];
  readonly candidates: number;
  /** Remains each candidate stands for: two candidates that share one cannot both be in the family. */
  readonly members: readonly (readonly number[])[];
  readonly keepImpossible: boolean;
}

/**
 * Walks through the fills place by place; what is impossible for some places is impossible with more of them filled, so it is left out with all
 * its continuations (a sum of non-negative terms that is 0 has only zero terms).
 * @throws KinshipError kinship.joint.too_many_fills
 */
export function makeFamilyTable(input: FamilyTableInput): FamilyTable {
  const { units, joint, allowed, members } = input;
  const places = allowed.length;
  const none = new Array<number>(places).fill(0);
  const nobody = units.map(() => none);
  const single = scoreSingles(input);
  const possible = allowed.map((candidates, place) => candidates.filter((c) => single[place * input.candidates + c] !== -Infinity));
  const impossible = input.keepImpossible ? allowed.flatMap((candidates, place) => candidates.flatMap((c) => (single[place * input.candidates + c] === -Infinity ? [[[place, c] as const]] : []))) : [];
  if (possible.filter((p) => p.length > 0).length > 1) units.forEach((unit, m) => unit.foresee(possible.map((p) => p.map((c) => joint[m]?.seen[c] ?? 0))));
  // The place with the most candidates comes last: one table answers all of them.
  const order = possible.map((_, i) => i).sort((a, b) => (possible[a]?.length ?? 0) - (possible[b]?.length ?? 0) || a - b);
  const fills: number[] = [];
  const lnLr: number[] = [];
  const current = new Array<number>(places).fill(-1);
  const used = new Set<number>();
  const visit = (at: number, filled: readonly (readonly number[])[], node: { lnLik: number; placed: readonly number[] }): void => {
    const place = order[at];
    if (place === undefined) {
      if (lnLr.length >= fillLimit) throw new KinshipError('kinship.joint.too_many_fills', { family: input.name, limit: fillLimit });
      fills.push(...current);
      lnLr.push(node.lnLik - input.apart(node.placed));
      return;
    }
    visit(at + 1, filled, node);
    for (const c of possible[place] ?? []) {
      const own = members[c] ?? [];
      if (own.some((r) => used.has(r))) continue;
      const lnLik = extend(input, { filled, place, candidate: c, wanted: possible[place]?.length ?? 0 });
      if (lnLik === -Infinity) {
        if (input.keepImpossible) impossible.push([...current.flatMap((x, i): [number, number][] => (x < 0 ? [] : [[i, x]])), [place, c]]);
        continue;
      }
      current[place] = c;
      for (const r of own) used.add(r);
      const next = at + 1 === order.length ? filled : filled.map((f, m) => f.with(place, joint[m]?.seen[c] ?? 0));
      visit(at + 1, next, { lnLik, placed: [...node.placed, c] });
      for (const r of own) used.delete(r);
      current[place] = -1;
    }
  };
  visit(0, nobody, { lnLik: input.apart([]), placed: [] });
  return { places, count: lnLr.length, fills: Int32Array.from(fills), lnLr: Float64Array.from(lnLr), single, impossible };
}

/** ln LR of each pairing alone, in the layout of `FamilyTable.single`. */
export function scoreSingles(input: FamilyTableInput): Float64Array {
  const places = input.allowed.length;
  const none = new Array<number>(places).fill(0);
  const nobody = input.units.map(() => none);
  const single = new Float64Array(places * input.candidates).fill(NaN);
  input.allowed.forEach((candidates, place) => {
    for (const c of candidates) single[place * input.candidates + c] = extend(input, { filled: nobody, place, candidate: c, wanted: candidates.length }) - input.apart([c]);
  });
  return single;
}

/** ln P(references, filled places, the candidate in one more place); stops at the first impossible marker. */
function extend(input: FamilyTableInput, step: { filled: readonly (readonly number[])[]; place: number; candidate: number; wanted: number }): number {
  let sum = 0;
  for (let m = 0; m < input.units.length; m++) {
    const unit = input.units[m];
    const filled = step.filled[m];
    if (unit === undefined || filled === undefined) throw new KinshipError('kinship.not_a_number');
    const value = unit.value(filled, { place: step.place, observation: input.joint[m]?.seen[step.candidate] ?? 0, wanted: step.wanted });
    if (value === -Infinity) return -Infinity;
    sum += value;
  }
  if (Number.isNaN(sum)) throw new KinshipError('kinship.not_a_number');
  return sum;
}
