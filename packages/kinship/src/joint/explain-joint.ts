import { writeNumber } from '../case/write-number.ts';
import type { CaseNumber } from '../case/types.ts';
import { observationsOf, remarksOn, typingNote } from '../likelihood-evidence.ts';
import { typingAt } from '../markers/read-evidence.ts';
import { readFamily } from '../pedigree/family.ts';
import type { Marker, MutationBySex, Note } from '../types.ts';
import { JointParts } from './joint-parts.ts';
import type { PreparedJoint } from './prepare-joint.ts';
import type { Assignment, JointMethod, JointResult } from './types.ts';

/** One marker as it entered, the same for all families and remains. */
export interface JointMarkerDetail {
  readonly marker: string;
  readonly chrom: Marker['chrom'];
  /** Of the alleles that some profile shows, after the policies. */
  readonly frequencies: Readonly<Record<string, number>>;
  readonly alleles: number;
  readonly mutation: MutationBySex | null;
  /** Policies applied, and typing models of references and remains. */
  readonly policies: readonly Note[];
}

/** What is independent of the rest: a marker, or linked markers calculated together. */
export interface JointUnitDetail {
  /** The marker, or the markers joined with " + ". */
  readonly unit: string;
  /** `familyTable`: looked up among the likelihoods of the family; `linked`: all markers of the unit at once; `together`: one pedigree of all families and strangers. */
  readonly algorithm: 'familyTable' | 'linked' | 'together';
  readonly markers: readonly JointMarkerDetail[];
}

/** ln LR of a pairing alone, and what each unit gives to it: they add up. */
export interface PairingDetail {
  readonly remains: string;
  readonly missing: string;
  readonly family: string;
  readonly lnLr: CaseNumber;
  readonly perUnit: Readonly<Record<string, CaseNumber>>;
  /** Units that do not count, with the reason. */
  readonly dropped: Readonly<Record<string, 'remainsNotTyped' | 'referencesImpossible'>>;
}

/** What a pairing adds where other remains stand in their places already; `lnLr` is the sum of its units. */
export interface PairingAmongDetail extends PairingDetail {
  /** The others as in `Assignment`, those left out that could not stand beside it. */
  readonly others: readonly number[];
}

/** ln LR of an assignment against "nobody is identified": its units, and other evidence, add up to it. */
export interface AssignmentDetail {
  /** Missing person by remains; "*" for nobody on the list. */
  readonly pairing: Readonly<Record<string, string>>;
  /** Remains taken as one person who is nobody on the list. */
  readonly unknownPersons: readonly (readonly string[])[];
  readonly lnLr: CaseNumber;
  readonly posterior: number | null;
  readonly perUnit: Readonly<Record<string, CaseNumber>>;
  readonly otherEvidence: CaseNumber;
}

export interface JointDetail {
  readonly method: JointMethod;
  readonly theta: number;
  readonly units: readonly JointUnitDetail[];
  /** ln P(references) of each family by unit. */
  readonly families: Readonly<Record<string, Readonly<Record<string, CaseNumber>>>>;
  readonly pairings: readonly PairingDetail[];
  readonly assignments: readonly AssignmentDetail[];
  readonly dropped: JointResult['droppedMarkers'];
}

/**
 * What every number of a joint result rests on, unit by unit: each pairing, each of the best assignments, the markers with
 * frequencies, mutation and policies, and those dropped with their reason. It asks the tables that the result was made of.
 */
export function explainJoint(prepared: PreparedJoint, result: JointResult): JointDetail {
  const parts = new JointParts(prepared);
  const { units } = prepared;
  const algorithm = (markers: number): JointUnitDetail['algorithm'] => (prepared.together !== null ? 'together' : markers > 1 ? 'linked' : 'familyTable');
  return {
    method: result.method,
    theta: prepared.input.theta ?? 0,
    units: units.map((unit) => ({ unit: unit.name, algorithm: algorithm(unit.markers.length), markers: unit.markers.map((m) => markerDetail(prepared, m.prepared.marker, m.prepared.notes)) })),
    families: Object.fromEntries(prepared.input.families.map(({ name }, f) => [name, Object.fromEntries(units.map((unit, u) => [unit.name, writeNumber(prepared.familyUnits[f]?.[u]?.lnReferences ?? NaN)]))])),
    pairings: result.remains.flatMap((_, r) => result.missing.flatMap((_m, m) => (result.allowed[r]?.[m] === true ? [explainPairing(prepared, { remains: r, missing: m }, parts)] : []))),
    assignments: result.best.map((assignment) => explainAssignment(prepared, assignment, parts)),
    dropped: result.droppedMarkers,
  };
}

/**
 * One pairing alone, unit by unit.
 * @param at numbers of the remains and of the missing person (families in order)
 */
export function explainPairing(prepared: PreparedJoint, at: PairingPlace, parts = new JointParts(prepared)): PairingDetail {
  const lnLr = prepared.pairwiseLnLr[at.remains * prepared.missing.length + at.missing] ?? NaN;
  return { ...describePairing(prepared, { at, values: parts.ofPairing(at.remains, at.missing), parts }), lnLr: writeNumber(lnLr) };
}

/**
 * One pairing given others, unit by unit: an assignment with it against the same one without it. Who holds the missing
 * person's place already stays there as remains of one person where the data allow that, and is left out where not.
 * @param pairing the others as in `Assignment`; what it says of these remains themselves is not looked at
 */
export function explainPairingAmong(prepared: PreparedJoint, at: PairingPlace, pairing: readonly number[], parts = new JointParts(prepared)): PairingAmongDetail {
  const holders = pairing.flatMap((m, r) => (m === at.missing || r === at.remains ? [r] : [])).join();
  const isOnePerson = prepared.candidates.some((candidate) => candidate.members.join() === holders);
  const others = pairing.map((m, r) => (r === at.remains || (m === at.missing && !isOnePerson) ? -1 : m));
  const valuesOf = (of: readonly number[]): Float64Array => parts.ofAssignment({ pairing: of, lnLr: NaN, posterior: null });
  const without = valuesOf(others);
  const values = valuesOf(others.with(at.remains, at.missing)).map((value, u) => value - (without[u] ?? NaN));
  const described = describePairing(prepared, { at, values, parts });
  return { ...described, lnLr: writeNumber(Object.values(described.perUnit).reduce<number>((sum, value) => sum + Number(value), 0)), others };
}

interface PairingPlace {
  readonly remains: number;
  readonly missing: number;
}

function describePairing(prepared: PreparedJoint, { at, values, parts }: { readonly at: PairingPlace; readonly values: Float64Array; readonly parts: JointParts }): Omit<PairingDetail, 'lnLr'> {
  const { input, missing, familyOf, units } = prepared;
  const family = familyOf[at.missing] ?? '';
  const dropped: Record<string, PairingDetail['dropped'][string]> = {};
  units.forEach((unit, u) => {
    if (parts.isDropped(u, at.missing)) dropped[unit.name] = 'referencesImpossible';
    else if ((unit.seen[at.remains] ?? 0) === 0) dropped[unit.name] = 'remainsNotTyped';
  });
  const counted = units.flatMap((unit, u): [string, CaseNumber][] => (dropped[unit.name] === undefined ? [[unit.name, writeNumber(values[u] ?? NaN)]] : []));
  return { remains: input.remains[at.remains]?.id ?? '', missing: missing[at.missing] ?? '', family, perUnit: Object.fromEntries(counted), dropped };
}

function explainAssignment(prepared: PreparedJoint, assignment: Assignment, parts: JointParts): AssignmentDetail {
  const { input, missing, units } = prepared;
  const id = (r: number): string => input.remains[r]?.id ?? '';
  const values = parts.ofAssignment(assignment);
  const extra = assignment.pairing.reduce((sum, m, r) => (m < 0 ? sum : sum + (input.extraLnLr?.[r * missing.length + m] ?? 0)), 0);
  return {
    pairing: Object.fromEntries(assignment.pairing.map((m, r) => [id(r), m < 0 ? '*' : (missing[m] ?? '*')])),
    unknownPersons: (assignment.unknownPersons ?? []).map((group) => group.map(id)),
    lnLr: writeNumber(assignment.lnLr),
    posterior: assignment.posterior,
    perUnit: Object.fromEntries(units.map((unit, u) => [unit.name, writeNumber(values[u] ?? NaN)])),
    otherEvidence: writeNumber(extra),
  };
}

function markerDetail({ input }: PreparedJoint, marker: Marker, notes: readonly Note[]): JointMarkerDetail {
  const shown = new Set([...Object.values(input.profiles), ...input.remains.map((r) => r.profile)].flatMap((profile) => (Object.hasOwn(profile, marker.name) ? (profile[marker.name] ?? []) : [])));
  const references = input.families.flatMap(({ pedigree }) => {
    const family = readFamily(pedigree);
    return remarksOn(family, marker, { seen: observationsOf(family, input.profiles, marker.name), settings: input });
  });
  const remains = input.remains.flatMap((r): Note[] => {
    const typing = typingAt(r.typing, marker.name);
    const isSeen = Object.hasOwn(r.profile, marker.name);
    return typing === undefined || !isSeen ? [] : [typingNote(r.id, typing)];
  });
  return {
    marker: marker.name,
    chrom: marker.chrom,
    frequencies: Object.fromEntries(marker.alleles.flatMap((allele, i): [string, number][] => (shown.has(allele) ? [[allele, marker.freqs[i] ?? NaN]] : []))),
    alleles: marker.alleles.length,
    mutation: marker.mutation,
    policies: [...notes, ...references, ...remains],
  };
}
