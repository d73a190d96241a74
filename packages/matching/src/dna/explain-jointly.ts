import { explainPairing, explainPairingAmong, inputOfGroup, KinshipError, prepareJoint, type JointMethod, type PairingDetail } from '@imena/kinship';
import type { PairKey } from './explain.ts';
import { attemptPart, isPlace, partOf } from './joint.ts';
import { runView } from './number-pairs.ts';
import type { RunInput, RunPair } from './types.ts';

/** A marker, or linked markers calculated together, in the joint solution; natural logarithms, null where it does not count. */
export interface JointMarkerRow {
  /** The marker, or the markers joined with " + ". */
  readonly marker: string;
  /** The pair by itself, as the joint solution calculates it. */
  readonly lnAlone: number | null;
  /** What the pair adds where the others stand in their places. */
  readonly lnAmong: number | null;
  readonly dropped: PairingDetail['dropped'][string] | null;
}

/** One pair of the joint solution, marker by marker. */
export interface JointMarkers {
  readonly rows: readonly JointMarkerRow[];
  readonly lnAlone: number;
  readonly lnAmong: number;
  /** Where the other remains stand in the most probable solution that holds this pair; in the most probable of all where none of the best does. */
  readonly others: readonly { readonly remains: string; readonly person: string; readonly isSameFamily: boolean }[];
  readonly method: JointMethod;
  readonly theta: number;
  /** Markers left out because the group is too large to calculate linked ones together. */
  readonly linkedOut: readonly string[];
}

/** What `explainJointly` computes from: plain data, no larger than the group of the pair. */
export interface JointMarkersQuestion {
  readonly input: RunInput;
  readonly pairs: readonly RunPair[];
  readonly key: PairKey;
  /** Pairs of the whole run. */
  readonly ofRun: number;
}

/** The part of a run that competes with a pair, to be explained elsewhere; null when the pair is not among the pairs. */
export function askJointly(input: RunInput, pairs: readonly RunPair[], key: PairKey): JointMarkersQuestion | null {
  const part = partOf(input, pairs, { key, view: runView });
  if (part === undefined) return null;
  const [remains, families] = [new Set(part.remains.map((one) => one.of)), new Set(part.families.map((one) => one.family))];
  const placed = new Set(part.families.flatMap((family) => family.members.map((member) => member.profile)));
  return {
    input: { ...input, remains: part.remains, families: part.families, references: input.references.filter((one) => placed.has(one.profile)), persons: [], dropped: [], leftOut: [] },
    pairs: pairs.filter((pair) => remains.has(pair.remains) && families.has(pair.family)), key, ofRun: pairs.length,
  };
}

/**
 * The pair of a joint solution marker by marker: alone, and with the other remains where the most probable solution has
 * them, which is where it differs from the pair by itself. It asks the tables that the solution was made of.
 * @returns null when the pair was left out of the solution
 * @throws KinshipError by which the group could not be solved
 */
export function explainJointly({ input, pairs, key, ofRun }: JointMarkersQuestion): JointMarkers | null {
  const part = partOf(input, pairs, { key, view: runView });
  if (part === undefined) return null;
  const { asked, group, linkedOut } = attemptPart(input, part, ofRun);
  if (group.outcome.kind === 'refused') throw new KinshipError(group.outcome.code, group.outcome.details);
  const { result } = group.outcome;
  const at = { remains: part.remains.findIndex((one) => one.of === key.remains), missing: part.places.findIndex((place) => isPlace(place, key)) };
  if (result.allowed[at.remains]?.[at.missing] !== true) return null;
  const { joint } = inputOfGroup(asked, { pairs: asked.pairs });
  const { sameIndividual: _, ...apart } = joint;
  const prepared = prepareJoint(group.isApart ? apart : joint);
  const alone = explainPairing(prepared, at);
  // Brothers whom nothing tells apart may be the other way round in the best: of the best that hold this pair the first is asked.
  const best = result.best.find((assignment) => assignment.pairing[at.remains] === at.missing) ?? result.best[0];
  const among = explainPairingAmong(prepared, at, best?.pairing ?? []);
  const own = part.places[at.missing];
  return {
    rows: prepared.units.map(({ name }) => ({ marker: name, lnAlone: numberAt(alone, name), lnAmong: numberAt(among, name), dropped: alone.dropped[name] ?? null })),
    lnAlone: Number(alone.lnLr), lnAmong: Number(among.lnLr), method: result.method, theta: input.parameters.theta, linkedOut,
    others: among.others.flatMap((missing, r) => {
      const [remains, place] = [part.remains[r], part.places[missing]];
      return remains === undefined || place === undefined ? [] : [{ remains: remains.of, person: place.person, isSameFamily: place.family === own?.family }];
    }),
  };
}

function numberAt({ perUnit }: PairingDetail, unit: string): number | null {
  const value = perUnit[unit];
  return value === undefined ? null : Number(value);
}
