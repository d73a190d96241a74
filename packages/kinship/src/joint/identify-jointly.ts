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

/** Transitions (states x fills) that an untruncated sum may take; beyond it the sum is truncated with a certificate. */
const exactWork = 6e7;
/** Steps that a truncated sum may take: each of about twenty new states of a state is bounded by all fills of all later families. */
const certifiedWork = 4e8;
/** Steps of the estimate. */
const estimateWork = 1.5e8;
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
  const lattice = sumLattice(levels, precision);
  const isExact = lattice.relativeError === 0;
  if (!isExact && precision === 0) throw new KinshipError('kinship.joint.not_exact', { relativeError: lattice.relativeError });
  const sums = marginals(lattice, (level) => level.lnWeight, 'sum');
  const share = (x: number): number => Math.exp(x - sums.total);
  const estimate = lattice.relativeError > Math.max(poorCertificate, precision) ? estimatePosterior(levels, { seed: input.seed ?? 1, work: estimateWork }) : null;
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
    glr: generalisedRatios(prepared, hasPriors(levels) ? sumLattice(withoutPriors(levels), precision) : lattice),
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

/** The lattice of the sum: untruncated where that is feasible, else truncated within the precision, else as good as the work allows. */
export function sumLattice(levels: Levels, precision: number): Lattice {
  if (predictedTransitions(levels) <= exactWork || precision === 0) return buildLattice(levels, { precision: 0, stateLimit: Infinity });
  const { levels: reduced, dropped } = dropNegligible(levels, precision / 4);
  const fills = reduced.levels.reduce((n, l) => n + l.count, 1);
  const stateLimit = Math.max(250, Math.floor(certifiedWork / (20 * fills * reduced.levels.length)));
  const rough = buildLattice(reduced, { precision: 0, stateLimit: 32 });
  const fine = buildLattice(reduced, { precision: precision / 2, stateLimit: Math.min(stateLimit, 400_000), lnLowerBound: rough.lnSum });
  // sum <= kept (1 + e) / (1 - dropped): the share of the fills left out is of the whole.
  return { ...fine, relativeError: ((1 + fine.relativeError) / (1 - dropped) - 1) * (1 + 1e-9) };
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
  how.chosen.fills.forEach((q, l) => {
    const level = lattice.levels[l];
    if (level === undefined) return;
    lnLr += level.lnLr[q] ?? NaN;
    level.missing.forEach((m, i) => {
      const candidate = level.fills[q * level.missing.length + i] ?? -1;
      if (candidate >= 0) for (const r of prepared.levels.members[candidate] ?? []) pairing[r] = m;
    });
  });
  return { pairing, lnLr, posterior: how.share(how.chosen.lnWeight) };
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
