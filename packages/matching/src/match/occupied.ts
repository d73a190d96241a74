import { groundErrors, groundKinds, type IdentityGround } from '../audit/audit-settings.ts';
import { placesOf } from '../records/in-order.ts';
import type { ListIds } from '../records/types.ts';
import { weighKinds } from './candidates-of.ts';
import type { Identified, Occupant } from './identify.ts';
import type { Matching } from './open-matching.ts';
import type { OutsideWeight } from './outside-weight.ts';
import type { WeighedPairs } from './person-pairs.ts';

/** A person who was identified or buried before: by another authority, by neighbours, by an earlier decision. */
export interface OccupiedPerson {
  /** Id of the report, and of the remains where they are in the list; null where the body lies elsewhere. */
  readonly report: string;
  readonly remains: string | null;
  /** What it was taken from; its declared error is the prior where `right` is not given. */
  readonly ground: IdentityGround;
  /** Declared probability that it is right; null = 1 - the declared error of its ground. */
  readonly right: number | null;
  /** By whom, as written. */
  readonly by: string | null;
}

/** What all evidence together says of an earlier identification. */
export interface JudgedOccupant {
  readonly occupied: OccupiedPerson;
  readonly prior: number;
  readonly probability: number;
  /** Remains of the list that are this person with a higher probability than the occupant; most probable first. */
  readonly contradictedBy: readonly { readonly remains: string; readonly probability: number }[];
  /** Remains that the identification names are somebody else with this probability; null where there are none in the list. */
  readonly isSomebodyElse: { readonly report: string; readonly probability: number } | null;
}

export interface PlacedOccupied {
  readonly placed: readonly { readonly occupied: OccupiedPerson; readonly occupant: Occupant }[];
  readonly occupants: readonly Occupant[];
  readonly unknown: readonly string[];
}

/**
 * Pairs of the lists that earlier identifications name: they are to be weighed, whatever else fits them. What an
 * identification rests on is not counted once more beside its declared probability.
 */
export function pairsOfOccupied(matching: Matching, ids: ListIds, occupied: readonly OccupiedPerson[]): OutsideWeight[] {
  return occupied.flatMap(({ remains, report, ground }): OutsideWeight[] => {
    if (remains === null) return [];
    const i = ids.remains.indexOf(remains);
    const [found, at] = [matching.remains.at(i), ids.reports.indexOf(report)];
    const kinds = i < 0 || found === undefined || at < 0 ? [] : weighKinds(matching, found, at).kinds;
    const rested = kinds.filter(({ kind }) => groundKinds[ground].some((one) => one === kind)).reduce((sum, { log10Lr }) => sum + log10Lr, 0);
    return [{ remains, report, log10Lr: rested === 0 ? 0 : -rested }];
  });
}

/** Declared probability that an earlier identification is right. */
export function declaredRight({ right, ground }: OccupiedPerson): number {
  return Math.min(0.9999, Math.max(0.0001, right ?? 1 - groundErrors[ground].value));
}

/** Finds persons and remains of earlier identifications in the lists; a person who is in no list does not take part. */
export function placeOccupied(ids: ListIds, persons: readonly number[], occupied: readonly OccupiedPerson[]): PlacedOccupied {
  if (occupied.length === 0) return { placed: [], occupants: [], unknown: [] };
  const [reports, individuals] = [placesOf(ids.reports), placesOf(ids.remains)];
  const unknown: string[] = [];
  const placed = occupied.flatMap((one) => {
    const report = reports.get(one.report);
    if (one.remains !== null && !individuals.has(one.remains)) unknown.push(one.remains);
    if (report === undefined) {
      unknown.push(one.report);
      return [];
    }
    const at = one.remains === null ? null : (individuals.get(one.remains) ?? null);
    return [{ occupied: one, occupant: { remains: at, person: persons[report] ?? report, right: declaredRight(one) } }];
  });
  return { placed, occupants: placed.map(({ occupant }) => occupant), unknown };
}

/** Below this nothing is said to contradict. */
const leastContradiction = 0.05;

/** How probable each earlier identification is with all evidence, and who contradicts it. @param lists - the ids of both */
export function judgeOccupied(
  { reports, remains }: { readonly reports: readonly string[]; readonly remains: readonly string[] },
  { pairs, persons, identified }: { readonly pairs: WeighedPairs; readonly persons: readonly number[]; readonly identified: Identified },
  { placed }: PlacedOccupied,
): JudgedOccupant[] {
  return placed.map(({ occupied, occupant }, k): JudgedOccupant => {
    const rivals: { remains: string; probability: number }[] = [];
    let other: { report: string; probability: number } | null = null;
    pairs.remains.forEach((i, p) => {
      const [report, probability] = [pairs.report[p] ?? 0, identified.probabilities[p] ?? 0];
      if (probability < leastContradiction) return;
      const isPerson = persons[report] === occupant.person;
      if (isPerson && i !== occupant.remains && !rivals.some((one) => one.remains === remains[i])) rivals.push({ remains: remains[i] ?? '', probability });
      if (!isPerson && i === occupant.remains && probability > (other?.probability ?? 0)) other = { report: reports[report] ?? '', probability };
    });
    return { occupied, prior: occupant.right, probability: identified.occupants[k] ?? 0, contradictedBy: rivals.sort((a, b) => b.probability - a.probability || (a.remains < b.remains ? -1 : 1)), isSomebodyElse: other };
  });
}
