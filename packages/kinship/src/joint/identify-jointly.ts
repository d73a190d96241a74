import { KinshipError } from '../kinship-error.ts';
import { findBest } from './best.ts';
import { countAssignments } from './count-assignments.ts';
import { estimatePosterior, type Estimate } from './estimate.ts';
import { generalisedRatios } from './generalised-ratio.ts';
import { buildLattice, predictedTransitions, type Lattice } from './lattice.ts';
import { dropNegligible, type Level, type Levels } from './levels.ts';
import { countPossible, marginals } from './marginals.ts';
import { prepareJoint, type PreparedJoint } from './prepare-joint.ts';
import { findSymmetric } from './symmetry.ts';
import type { Assignment, JointInput, JointMethod, JointResult } from './types.ts';

/** Steps spent on one sum unless the input says otherwise, a few nanoseconds each. */
const defaultOperations = 4e8;
/** Share of them that an untruncated sum may take in states x fills; beyond it the sum is truncated with a certificate. */
const exactShare = 0.15;
/** Share that the estimate may take. */
const estimateShare = 0.4;
/** A certificate worse than this is no answer by itself: the posterior is estimated. */
const poorCertificate = 1e-6;

/**
 * All remains against all missing of all families at once: posterior of every pairing and of "nobody on the list", the best
 * assignments, generalised likelihood ratios, symmetric cases. Given an assignment, families are independent, so its likelihood is a product over
 * families; the sum over assignments goes family by family (docs/methods/joint-identification.md).
 * Exact where feasible; else with a certified relative error; else an estimate with its standard error, labelled so.
 * Source: Vigeland and Egeland 2021 (doi:10.1038/s41598-021-93071-5).
 * @throws KinshipError kinship.joint.*, and what `prepareMissingPerson` refuses
 */
export function identifyJointly(input: JointInput): JointResult {
  return solveJoint(prepareJoint(input));
}

/** The same from tables made before, so that priors and other evidence can change without new likelihoods. */
export function solveJoint(prepared: PreparedJoint): JointResult {
  const { input, levels } = prepared;
  const precision = input.precision ?? 1e-12;
  if (!(precision >= 0 && precision < 1)) throw new KinshipError('kinship.joint.precision', { precision });
  const operations = input.operations ?? defaultOperations;
  if (!(operations > 0)) throw new KinshipError('kinship.joint.precision', { precision: operations });
  const lattice = sumLattice(levels, precision, operations);
  const isExact = lattice.relativeError === 0;
  if (!isExact && precision === 0) throw new KinshipError('kinship.joint.not_exact', { relativeError: lattice.relativeError });
  const sums = marginals(lattice, (level) => level.lnWeight, 'sum');
  const share = (x: number): number => Math.exp(x - sums.total);
  const estimate = lattice.relativeError > Math.max(poorCertificate, precision) ? estimatePosterior(levels, { seed: input.seed ?? 1, work: operations * estimateShare }) : null;
  const posterior = estimate?.posterior ?? sums.pairs.map(share);
  const found = findBest(lattice, (level) => level.lnWeight, input.top ?? 60);
  // A share of what a poor certificate kept is no posterior.
  const known = (x: number): number | null => (estimate === null ? share(x) : null);
  const best = found.map((chosen) => describe(prepared, lattice, { chosen, share: known }));
  const last = found.at(-1);
  // What the certificate left out could at most be as likely as all of it together.
  const bestIsCertain = isExact || (last !== undefined && share(last.lnWeight) > lattice.relativeError);
  return {
    method: { ...methodOf(lattice, estimate), ...(prepared.theta && { theta: prepared.theta }) },
    remains: input.remains.map((r) => r.id),
    missing: prepared.missing,
    familyOf: prepared.familyOf,
    lnLikRemains: prepared.lnLikRemains,
    lnLikFamilies: prepared.lnLikFamilies,
    lnLikNobody: prepared.lnLikNobody,
    droppedMarkers: prepared.droppedMarkers,
    allowed: prepared.allowed,
    pairwiseLnLr: prepared.pairwiseLnLr,
    lnSum: lattice.lnSum,
    assignments: countAssignments(prepared.allowed),
    possible: isExact && prepared.samePersons.length === 0 ? countPossible(lattice) : null,
    best,
    bestIsCertain,
    posterior,
    notFound: estimate?.notFound ?? sums.notFound.map(share),
    standardErrors: estimate?.standardErrors ?? null,
    glr: generalisedRatios(prepared, isExact || !hasPriors(levels) ? lattice : sumLattice(withoutPriors(levels), precision, operations * (estimate === null ? 1 : 0.02))),
    symmetric: findSymmetric(prepared, posterior),
    samePerson: samePersons(prepared, sums.together, known),
  };
}

function methodOf(lattice: Lattice, estimate: Estimate | null): JointMethod {
  const { states, relativeError } = lattice;
  if (relativeError === 0) return { kind: 'exact', states };
  if (estimate === null) return { kind: 'certified', states, relativeError };
  const { chains, sweeps, seed, worst } = estimate;
  return { kind: 'estimate', chains, sweeps, seed, standardError: worst, certifiedRelativeError: relativeError };
}

/**
 * The lattice of the sum: untruncated where that is feasible, else truncated within the precision, else as good as the operations allow.
 * Truncated sums are made with four times as many states each time. It ends where the next would pass the operations, or where, even if
 * each next gained twice as many digits as the one before, no useful certificate could be reached: that work would be wasted.
 */
export function sumLattice(levels: Levels, precision: number, operations = defaultOperations): Lattice {
  if (predictedTransitions(levels) <= operations * exactShare || precision === 0) return buildLattice(levels, { precision: 0, stateLimit: Infinity });
  const { levels: reduced, dropped } = dropNegligible(levels, precision / 4);
  let best = buildLattice(reduced, { precision: 0, stateLimit: 32 });
  let spent = best.work;
  for (let limit = 128; limit <= largestLayer && spent * 4 <= operations; limit *= 4) {
    const next = buildLattice(reduced, { precision: precision / 2, stateLimit: limit, lnLowerBound: best.lnSum });
    spent += next.work;
    const gain = Math.log(best.relativeError / next.relativeError);
    if (next.relativeError < best.relativeError) best = next;
    if (!next.isCut) break;
    const rungs = rungsTo(poorCertificate, next.relativeError, gain);
    if (spent + next.work * 4 ** rungs > operations) break;
  }
  // sum <= kept (1 + e) / (1 - dropped): the share of the fills left out is of the whole.
  return { ...best, relativeError: ((1 + best.relativeError) / (1 - dropped) - 1) * (1 + 1e-9) };
}

/** More states in one layer would not fit into memory. */
const largestLayer = 400_000;

/** How many times the states must be multiplied to reach a relative error, at least once, if each time gains twice what the one before did. */
function rungsTo(wanted: number, relativeError: number, gain: number): number {
  let left = Math.log(relativeError / wanted);
  let rungs = 1;
  for (let next = 2 * gain; left > next && rungs < 20; rungs++) {
    left -= next;
    next *= 2;
  }
  return gain > 0 || left <= 0 ? rungs : 20;
}

function hasPriors(levels: Levels): boolean {
  return levels.levels.some((level) => level.lnWeight.some((x, i) => x !== level.lnLr[i]));
}

function withoutPriors(levels: Levels): Levels {
  return { ...levels, levels: levels.levels.map((level): Level => ({ ...level, lnWeight: level.lnLr })) };
}

function describe(prepared: PreparedJoint, lattice: Lattice, how: { chosen: { fills: readonly number[]; lnWeight: number }; share: (x: number) => number | null }): Assignment {
  const pairing = new Array<number>(prepared.input.remains.length).fill(-1);
  let lnLr = 0;
  const unknownPersons: (readonly number[])[] = [];
  how.chosen.fills.forEach((q, l) => {
    const level = lattice.levels[l];
    if (level === undefined) return;
    lnLr += level.lnLr[q] ?? NaN;
    if (level.unknown >= 0 && level.masks.subarray(q * prepared.levels.words, (q + 1) * prepared.levels.words).some((bits) => bits !== 0)) unknownPersons.push(prepared.levels.members[level.unknown] ?? []);
    level.missing.forEach((m, i) => {
      const candidate = level.fills[q * level.missing.length + i] ?? -1;
      if (candidate >= 0) for (const r of prepared.levels.members[candidate] ?? []) pairing[r] = m;
    });
  });
  return { pairing, ...(unknownPersons.length > 0 && { unknownPersons }), lnLr, posterior: how.share(how.chosen.lnWeight) };
}

/** Posterior that two remains are one person, on the list or not. */
function samePersons(prepared: PreparedJoint, together: Float64Array, share: (x: number) => number | null): JointResult['samePerson'] {
  const out = new Map<string, { remains: [number, number]; lnLr: number; posterior: number | null }>();
  if (prepared.samePersons.length === 0) return [];
  const families = prepared.tables.length;
  prepared.samePersons.forEach((t, i) => {
    const members = prepared.levels.members[t.candidate] ?? [];
    members.forEach((a, x) => {
      for (const b of members.slice(x + 1)) {
        const key = `${String(a)} ${String(b)}`;
        const entry = out.get(key) ?? { remains: [a, b] as [number, number], lnLr: 0, posterior: 0 };
        if (members.length === 2) entry.lnLr = t.lnLr;
        const added = share(together[families + i] ?? -Infinity);
        entry.posterior = entry.posterior === null || added === null ? null : entry.posterior + added;
        out.set(key, entry);
      }
    });
  });
  return [...out.values()];
}
