import { KinshipError } from '../kinship-error.ts';
import { matrixProperties, mutationMatrix } from '../mutation/mutation-matrix.ts';
import { answerDvi } from './answer-dvi.ts';
import { remarksOnCase } from './case-remarks.ts';
import { exclusionPower } from './exclusion-power.ts';
import { isJointCase, readCase, readCaseHead, readMutationCase } from './parse-case.ts';
import { row } from './read-json.ts';
import { writeNumber } from './write-number.ts';
import { solveCase, type Part, type Solved } from './solve-case.ts';
import type { CaseAnswer, CaseLikelihoods, CaseLr, CaseNumber, ExclusionPower, KinshipCase } from './types.ts';
import type { Pedigree } from '../types.ts';

/**
 * Answers a whole `kinship-case/1` object in the shape of the schema's `expected`; what cannot be answered exactly is
 * refused with its code. Never throws a KinshipError: a case that cannot be read is refused too.
 */
export function answerCase(json: unknown): CaseAnswer {
  let id = '';
  try {
    const head = readCaseHead(json);
    id = head.id;
    switch (head.category.charAt(0)) {
      case 'm':
        return { id, expected: answerMutation(json) };
      case 'd':
        return answerJoint(id, json);
      case 'f':
        throw new KinshipError('kinship.unsupported.non_genetic');
      default:
        if (isJointCase(json)) return answerJoint(id, json);
        return answerHypotheses(id, readCase(json));
    }
  } catch (error) {
    if (!(error instanceof KinshipError)) throw error;
    return { id, refused: { code: error.code, details: error.details } };
  }
}

function answerMutation(json: unknown): Readonly<Record<string, unknown>> {
  const { alleles, freqs, parameters } = readMutationCase(json);
  const matrix = mutationMatrix(parameters, alleles, freqs);
  const k = alleles.length;
  return { matrix: alleles.map((_, i) => [...matrix.subarray(i * k, (i + 1) * k)]), ...matrixProperties(matrix, freqs) };
}

/** Names that stand for something else in an answer. */
const taken = new Set(['LR', 'exclusionPower', '__proto__']);

function answerHypotheses(id: string, given: KinshipCase): CaseAnswer {
  for (const { name } of given.pedigrees) if (taken.has(name)) throw new KinshipError('kinship.case.hypothesis_name', { pedigree: name });
  return { id, expected: answerPedigrees(given), ...remarksOnCase(given) };
}

function answerJoint(id: string, json: unknown): CaseAnswer {
  return { id, expected: answerDvi(json), ...remarksOnCase(readCase({ ...row(json, 'case'), pedigrees: [] })) };
}

type Answer = Record<string, CaseLikelihoods | Record<string, CaseLr> | object>;

function answerPedigrees(given: KinshipCase): Answer {
  const { markers, parts, byName, comparison } = solveCase(given);
  const out: Answer = {};
  for (const pedigree of given.pedigrees) out[pedigree.name] = likelihoods(parts, byName.get(pedigree.name) ?? []);
  if (given.reference !== undefined) out.LR = ratios(given, parts, byName);
  if (given.category.startsWith('c') && given.missing !== undefined && comparison !== null) out.exclusionPower = describePower(exclusionPower({ pedigree: comparison.family, missing: given.missing, profiles: given.profiles, markers, ...(given.typing && { typing: given.typing }) }));
  return out;
}

function describePower({ perMarker, total, expectedMismatch }: ExclusionPower): object {
  const written = Object.fromEntries(Object.entries(perMarker).map(([marker, power]) => [marker, writeNumber(power)]));
  return { perMarker: written, total: writeNumber(total), expectedMismatch: writeNumber(expectedMismatch) };
}

function likelihoods(parts: readonly Part[], solved: readonly Solved[]): CaseLikelihoods {
  const values = solved.map(({ lnLik }) => lnLik);
  const lnLik = Object.fromEntries(parts.flatMap((part, i) => (part.kind === 'marker' ? [[part.name, writeNumber(values[i] ?? NaN)]] : [])));
  const joint = parts.flatMap((part, i) => (part.kind === 'joint' ? [values[i] ?? NaN] : []));
  return { lnLik, ...(joint.length > 0 && { lnLikJoint: writeNumber(sum(joint)) }), lnLikTotal: writeNumber(sum(values)) };
}

const sum = (values: readonly number[]): number => values.reduce((x, y) => x + y, 0);

function ratios(given: KinshipCase, parts: readonly Part[], byName: ReadonlyMap<string, readonly Solved[]>): Record<string, CaseLr> {
  const vs = given.reference ?? '';
  const below = byName.get(vs);
  if (below === undefined) throw new KinshipError('kinship.case.shape', { path: 'reference' });
  const out: Record<string, CaseLr> = {};
  const reference = given.pedigrees.find(({ name }) => name === vs);
  for (const pedigree of given.pedigrees) {
    if (pedigree.name === vs || reference === undefined) continue;
    refuseOtherSamples(pedigree, reference);
    const above = byName.get(pedigree.name) ?? [];
    const perMarker: Record<string, CaseNumber> = {};
    let lnTotal = 0;
    parts.forEach((part, i) => {
      const lnLr = (above[i]?.lnLik ?? NaN) - (below[i]?.lnLik ?? NaN);
      perMarker[part.name] = writeNumber(Math.exp(lnLr));
      lnTotal += lnLr;
    });
    out[pedigree.name] = { vs, total: writeNumber(Math.exp(lnTotal)), lnTotal: writeNumber(lnTotal), perMarker };
  }
  return out;
}

/** A ratio compares two explanations of the same samples: one that leaves a sample out would be ahead by its whole likelihood. */
function refuseOtherSamples(pedigree: Pedigree, reference: Pedigree): void {
  const samplesOf = ({ individuals }: Pedigree): string[] => individuals.flatMap(({ profile }) => profile ?? []);
  const [own, other] = [samplesOf(pedigree), samplesOf(reference)];
  const sample = [...own, ...other].find((profile) => !own.includes(profile) || !other.includes(profile));
  if (sample !== undefined) throw new KinshipError('kinship.case.samples_differ', { profile: sample, first: pedigree.name, second: reference.name });
}
