import { KinshipError } from '../kinship-error.ts';
import { incompatibleMarkers } from '../joint/exclusion.ts';
import { solveJoint } from '../joint/identify-jointly.ts';
import { findNonidentifiable } from '../joint/nonidentifiable.ts';
import { prepareJoint, type PreparedJoint } from '../joint/prepare-joint.ts';
import { listImpossible } from '../joint/list-impossible.ts';
import type { Assignment, JointInput, JointResult } from '../joint/types.ts';
import { findUndisputed } from '../joint/undisputed.ts';
import { readDvi } from './read-dvi.ts';
import { writeNumber } from './write-number.ts';
import type { CaseNumber } from './types.ts';

const threshold = 1e4;
const named = 60;

type Table = Record<string, Record<string, CaseNumber | null>>;

/**
 * Answers a case with `dvi` (several remains, several families): everything the schema asks for but the peer's wording.
 * @throws KinshipError kinship.case.*, kinship.joint.*
 */
export function answerDvi(json: unknown): Readonly<Record<string, unknown>> {
  const { input, missing, pairings } = readDvi(json);
  const prepared = prepareRead(input);
  const [dropped] = prepared.droppedMarkers;
  if (dropped !== undefined) throw new KinshipError('kinship.joint.references_impossible', { family: dropped.family, marker: dropped.marker });
  const result = solveJoint(prepared);
  const column = new Map(result.missing.map((id, m) => [id, m]));
  const columns = result.missing.length;
  const isAllowed = (r: number, m: number): boolean => result.allowed[r]?.[m] === true;
  const table = (value: (r: number, m: number) => CaseNumber): Table =>
    Object.fromEntries(result.remains.map((id, r) => [id, Object.fromEntries(missing.map((name) => [name, isAllowed(r, column.get(name) ?? -1) ? value(r, column.get(name) ?? -1) : null]))]));
  const glr = (r: number, m: number): JointResult['glr'][number] => result.glr[r * (columns + 1) + m] ?? { lnGlr: NaN, lnGlrMin: null, bound: 'unknown' };
  const incompatible = incompatibleMarkers(prepared);
  const posteriorPairing: Table = Object.fromEntries(
    result.remains.map((id, r) => [id, Object.fromEntries([...missing, '*'].map((name) => [name, writeNumber(result.posterior[r * (columns + 1) + (name === '*' ? columns : (column.get(name) ?? -1))] ?? NaN)]))]),
  );
  const dviGLR = result.remains.flatMap((id, r) =>
    (pairings.get(id) ?? ['*', ...missing]).filter((name) => name === '*' || isAllowed(r, column.get(name) ?? -1)).map((name) => {
      const { lnGlr, lnGlrMin, bound } = glr(r, name === '*' ? columns : (column.get(name) ?? -1));
      return { H0: `${id}=${name}`, GLR: writeNumber(Math.exp(lnGlr)), ...(lnGlrMin === null ? {} : { GLRmin: writeNumber(Math.exp(lnGlrMin)) }), ...(bound === 'exact' ? {} : { bound }) };
    }),
  );
  return {
    method: result.method,
    lnLikPM: Object.fromEntries(result.remains.map((id, r) => [id, writeNumber(result.lnLikRemains[r] ?? NaN)])),
    lnLikAM: Object.fromEntries(input.families.map((f, i) => [f.name, writeNumber(result.lnLikFamilies[i] ?? NaN)])),
    lnLik0: writeNumber(result.lnLikNobody),
    pairwiseLR: table((r, m) => writeNumber(Math.exp(result.pairwiseLnLr[r * columns + m] ?? NaN))),
    exclusionMatrix: table((r, m) => incompatible[r * columns + m]?.length ?? 0),
    nonidentifiable: findNonidentifiable(input.families),
    undisputed: describeUndisputed(result, findUndisputed(prepared, Math.log(threshold))),
    numberOfAssignments: result.assignments === null ? null : { size: result.assignments, type: 'exact' },
    ...(result.method.kind === 'estimate' ? {} : { joint: describeJoint(result) }),
    posteriorPairing,
    pairwiseGLR: table((r, m) => writeNumber(Math.exp(glr(r, m).lnGlr))),
    dviGLR,
    symmetric: result.symmetric.map((g) => ({ family: g.family, missing: g.missing.map((m) => result.missing[m]), posterior: Object.fromEntries(result.remains.map((id, r) => [id, g.posterior[r]])) })),
  };
}

const prepareRead = (input: JointInput): PreparedJoint => prepareJoint({ ...input, smallest: true, top: named });

/** The tables of a case with `dvi`. @throws KinshipError kinship.case.shape, kinship.joint.* */
export function prepareDvi(json: unknown): PreparedJoint {
  return prepareRead(readDvi(json).input);
}

/** The list of the best is filled up with impossible assignments, as the schema's is, where all others are known. */
function impossibleOf(result: JointResult): Assignment[] {
  if (result.method.kind !== 'exact' || result.samePerson.length > 0) return [];
  const known = result.best.map(({ pairing }) => pairing);
  return listImpossible(result.allowed, known, named - known.length).map((pairing) => ({ pairing, lnLr: -Infinity, posterior: 0 }));
}

function describeJoint(result: JointResult): object {
  const [top] = result.best;
  return {
    nAssignments: result.assignments,
    nPossible: result.possible,
    lnSumExp: writeNumber(result.lnLikNobody + result.lnSum),
    victims: result.remains,
    top: [...result.best, ...impossibleOf(result)].map((a) => ({
      assignment: a.pairing.map((m) => (m < 0 ? '*' : (result.missing[m] ?? '*'))),
      lnLik: writeNumber(result.lnLikNobody + a.lnLr),
      LRtop: writeNumber(Math.exp((top?.lnLr ?? NaN) - a.lnLr)),
      posterior: a.posterior,
    })),
    ...(result.bestIsCertain ? {} : { topIsCertain: false }),
  };
}

function describeUndisputed(result: JointResult, found: ReturnType<typeof findUndisputed>): object {
  const pairs = found.pairings.map((p) => ({
    Family: result.familyOf[p.missing], Missing: result.missing[p.missing], Sample: result.remains[p.remains],
    LR: writeNumber(Math.exp(p.lnLr)), Conclusion: 'Undisputed', Comment: `Step ${String(p.step)}`,
  }));
  const left = found.left.map((r) => ({ Family: null, Missing: null, Sample: result.remains[r], LR: null, Conclusion: 'Excluded', Comment: 'No compatible pairings' }));
  return { threshold, strict: false, summary: [...pairs, ...left] };
}
