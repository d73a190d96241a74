import { knownAlleles, observationAt } from '../markers/read-evidence.ts';
import type { Marker, MutationBySex, Note, Observation } from '../types.ts';
import { isJointCase, readCase, readCaseHead } from './parse-case.ts';
import { solveCase, type Solved, type SolvedCase } from './solve-case.ts';
import type { CaseNumber, KinshipCase } from './types.ts';
import { writeNumber } from './write-number.ts';

/** Everything a number of an answer rests on, marker by marker. */
export interface MarkerDetail {
  readonly marker: string;
  readonly chrom: Marker['chrom'];
  /** By profile key; profiles that do not show the marker are left out. */
  readonly observations: Readonly<Record<string, Observation>>;
  /** Of the alleles observed, after the policies. */
  readonly frequencies: Readonly<Record<string, number>>;
  readonly alleles: number;
  readonly mutation: MutationBySex | null;
  /** ln likelihood and how it was summed, by hypothesis; of a marker in a linkage group its group tells. */
  readonly hypotheses: Readonly<Record<string, HypothesisDetail>>;
  readonly policies: readonly Note[];
}

export interface HypothesisDetail {
  readonly lnLik: CaseNumber;
  readonly algorithm: Solved['algorithm'];
  readonly notes: readonly Note[];
}

export interface CaseDetail {
  readonly id: string;
  readonly theta: number;
  readonly perMarker: readonly MarkerDetail[];
  /** Linked markers calculated together. */
  readonly linked: readonly { readonly markers: string; readonly hypotheses: Readonly<Record<string, HypothesisDetail>> }[];
}

/**
 * The same calculation as `answerCase` with what each number rests on: genotypes, frequencies, algorithm, contribution, policies.
 * @param json a `kinship-case/1` object
 * @returns null for a case without hypotheses: a mutation matrix, remains against missing persons of several families
 * @throws KinshipError kinship.*
 */
export function explainCase(json: unknown): CaseDetail | null {
  if (isJointCase(json) || !/^[abce]/.test(readCaseHead(json).category)) return null;
  const given = readCase(json);
  const solved = solveCase(given);
  const linked = new Set((given.linkageGroups ?? []).flatMap(({ markers }) => markers));
  return {
    id: given.id,
    theta: given.theta,
    perMarker: solved.markers.map((marker) => detailOf(marker, given, { hypotheses: linked.has(marker.name) ? {} : hypothesesAt(marker.name, given, solved), policies: solved.notes.get(marker.name) ?? [] })),
    linked: solved.parts.filter(({ kind }) => kind === 'joint').map(({ name }) => ({ markers: name, hypotheses: hypothesesAt(name, given, solved) })),
  };
}

function detailOf(marker: Marker, given: KinshipCase, rest: Pick<MarkerDetail, 'hypotheses' | 'policies'>): MarkerDetail {
  const observations = Object.fromEntries(
    Object.entries(given.profiles).flatMap(([key, profile]): [string, Observation][] => {
      const seen = observationAt(profile, marker.name);
      return seen === undefined ? [] : [[key, seen]];
    }),
  );
  const shown = new Set(Object.values(observations).flatMap(knownAlleles));
  const frequencies = Object.fromEntries(marker.alleles.flatMap((allele, i): [string, number][] => (shown.has(allele) ? [[allele, marker.freqs[i] ?? NaN]] : [])));
  return { marker: marker.name, chrom: marker.chrom, observations, frequencies, alleles: marker.alleles.length, mutation: marker.mutation, ...rest };
}

function hypothesesAt(part: string, given: KinshipCase, { parts, byName }: SolvedCase): Record<string, HypothesisDetail> {
  const at = parts.findIndex(({ name }) => name === part);
  return Object.fromEntries(
    given.pedigrees.flatMap(({ name }): [string, HypothesisDetail][] => {
      const one = byName.get(name)?.[at];
      return one === undefined ? [] : [[name, { lnLik: writeNumber(one.lnLik), algorithm: one.algorithm, notes: one.notes }]];
    }),
  );
}
