import { KinshipError } from '../kinship-error.ts';
import { lnLikelihood, prepareForAll } from '../likelihood.ts';
import { prepareMissingPerson } from '../missing-person/prepare.ts';
import { lookUp } from '../missing-person/score.ts';
import { observationAt, typingAt } from '../markers/read-evidence.ts';
import { matrixProperties, mutationMatrix } from '../mutation/mutation-matrix.ts';
import type { Individual, Marker } from '../types.ts';
import { answerDvi } from './answer-dvi.ts';
import { exclusionPower } from './exclusion-power.ts';
import { readCase, readCaseHead, readMutationCase } from './parse-case.ts';
import { row } from './read-json.ts';
import { writeNumber } from './write-number.ts';
import type { CaseAnswer, CaseLikelihoods, CaseLr, CaseNumber, CasePedigree, DroppedMarker, KinshipCase } from './types.ts';

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
        return namingDropped({ id, expected: answerDvi(json) }, readCase({ ...row(json, 'case'), pedigrees: [] }));
      case 'f':
        throw new KinshipError('kinship.unsupported.non_genetic');
      default:
        if (typeof json === 'object' && json !== null && 'dvi' in json && json.dvi !== null) return namingDropped({ id, expected: answerDvi(json) }, readCase({ ...row(json, 'case'), pedigrees: [] }));
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
  return namingDropped({ id, expected: answerPedigrees(given) }, given);
}

function namingDropped(answer: { readonly id: string; readonly expected: Readonly<Record<string, unknown>> }, given: KinshipCase): CaseAnswer {
  const dropped = droppedMarkers(given);
  return dropped.length === 0 ? answer : { ...answer, dropped };
}

/** Markers of the profiles without frequencies, by name: they must not vanish from a result in silence. */
function droppedMarkers(given: KinshipCase): DroppedMarker[] {
  const known = new Set(given.markers.map((m) => m.name));
  const showing = new Map<string, string[]>();
  for (const [key, profile] of Object.entries(given.profiles))
    for (const marker of Object.keys(profile)) if (!known.has(marker)) showing.set(marker, [...(showing.get(marker) ?? []), key]);
  return [...showing].sort(([a], [b]) => (a < b ? -1 : 1)).map(([marker, profiles]) => ({ marker, reason: 'noFrequencies', profiles }));
}

type Answer = Record<string, CaseLikelihoods | Record<string, CaseLr> | object>;

/** What a hypothesis is summed over: a marker by itself, or linked markers together. */
interface Part {
  readonly name: string;
  readonly kind: 'marker' | 'joint';
}

function answerPedigrees(given: KinshipCase): Answer {
  const markers = given.markers.map((m) => prepareForAll(m, given.profiles, {}).marker);
  const linkage = given.linkageGroups ?? [];
  const linked = new Set(linkage.flatMap((g) => g.markers));
  const parts: Part[] = [
    ...markers.filter((m) => !linked.has(m.name)).map((m): Part => ({ name: m.name, kind: 'marker' })),
    ...linkage.map((g): Part => ({ name: g.markers.join('+'), kind: 'joint' })),
  ];
  const byName = new Map<string, number[]>();
  const comparison = findComparison(given);
  if (comparison !== null && linkage.length === 0) for (const [name, values] of tableLikelihoods(given, markers, comparison)) byName.set(name, values);
  for (const pedigree of given.pedigrees) {
    if (byName.has(pedigree.name)) continue;
    const found = lnLikelihood({ pedigree, profiles: given.profiles, markers, theta: given.theta, linkage, ...(given.typing && { typing: given.typing }) });
    byName.set(pedigree.name, [...found.perMarker.filter((m) => !linked.has(m.marker)).map((m) => m.lnLik), ...found.linked.map((g) => g.lnLik)]);
  }
  const out: Answer = {};
  for (const pedigree of given.pedigrees) out[pedigree.name] = likelihoods(parts, byName.get(pedigree.name) ?? []);
  if (given.reference !== undefined) out.LR = ratios(given, parts, byName);
  if (given.category.startsWith('c') && given.missing !== undefined && comparison !== null) out.exclusionPower = exclusionPower({ pedigree: comparison.family, missing: given.missing, profiles: given.profiles, markers });
  return out;
}

interface Comparison {
  readonly related: CasePedigree;
  readonly unrelated: CasePedigree;
  /** The family with the missing person untyped. */
  readonly family: CasePedigree;
  readonly profile: string;
}

/**
 * Whether a case asks what the missing-person tables hold: the reference hypothesis is the other one with the missing
 * person's profile moved to a stranger. Then the tables answer, so that an exported candidate gives the digits of the run.
 */
function findComparison(given: KinshipCase): Comparison | null {
  const unrelated = given.pedigrees.find((p) => p.name === given.reference);
  const related = given.pedigrees.find((p) => p.name !== given.reference);
  if (unrelated === undefined || related === undefined || given.missing === undefined) return null;
  const profile = related.individuals.find((i) => i.id === given.missing)?.profile;
  if (profile === undefined || related.individuals.filter((i) => i.profile === profile).length !== 1) return null;
  const stranger = unrelated.individuals.find((i) => i.profile === profile && i.father === null && i.mother === null);
  if (stranger === undefined || unrelated.individuals.some((i) => i.father === stranger.id || i.mother === stranger.id)) return null;
  const write = (value: unknown): string => JSON.stringify(value ?? {});
  const family = { ...related, individuals: related.individuals.map((i) => (i.id === given.missing ? withoutProfile(i) : i)) };
  const rest = unrelated.individuals.filter((i) => i !== stranger);
  const sameRest = write(related.founderInbreeding) === write(unrelated.founderInbreeding) && write(related.monozygotic) === write(unrelated.monozygotic) && stranger.sex === (related.individuals.find((i) => i.id === given.missing)?.sex ?? stranger.sex);
  return sameRest && sameIndividuals(family.individuals, rest) ? { related, unrelated, family, profile } : null;
}

function withoutProfile(person: Individual): Individual {
  return { id: person.id, father: person.father, mother: person.mother, sex: person.sex };
}

function sameIndividuals(a: readonly Individual[], b: readonly Individual[]): boolean {
  const write = (people: readonly Individual[]): string => JSON.stringify(people.map((p) => [p.id, p.father, p.mother, p.sex, p.profile ?? null]));
  return write(a) === write(b);
}

function tableLikelihoods(given: KinshipCase, markers: readonly Marker[], comparison: Comparison): [string, number[]][] {
  const prepared = prepareMissingPerson({ pedigree: comparison.family, missing: given.missing ?? '', profiles: given.profiles, markers, theta: given.theta, ...(given.typing && { typing: given.typing }) });
  const remains = given.profiles[comparison.profile] ?? {};
  const both = prepared.tables.map((table) => lookUp(table, observationAt(remains, table.marker.name) ?? [null, null], typingAt(given.typing?.[comparison.profile], table.marker.name)));
  return [
    [comparison.related.name, both.map((x) => x.lnRelated)],
    [comparison.unrelated.name, both.map((x) => x.lnUnrelated)],
  ];
}

function likelihoods(parts: readonly Part[], values: readonly number[]): CaseLikelihoods {
  const lnLik = Object.fromEntries(parts.flatMap((part, i) => (part.kind === 'marker' ? [[part.name, writeNumber(values[i] ?? NaN)]] : [])));
  const joint = parts.flatMap((part, i) => (part.kind === 'joint' ? [values[i] ?? NaN] : []));
  return { lnLik, ...(joint.length > 0 && { lnLikJoint: writeNumber(sum(joint)) }), lnLikTotal: writeNumber(sum(values)) };
}

const sum = (values: readonly number[]): number => values.reduce((x, y) => x + y, 0);

function ratios(given: KinshipCase, parts: readonly Part[], byName: ReadonlyMap<string, readonly number[]>): Record<string, CaseLr> {
  const vs = given.reference ?? '';
  const below = byName.get(vs);
  if (below === undefined) throw new KinshipError('kinship.case.shape', { path: 'reference' });
  const out: Record<string, CaseLr> = {};
  for (const pedigree of given.pedigrees) {
    if (pedigree.name === vs) continue;
    const above = byName.get(pedigree.name) ?? [];
    const perMarker: Record<string, CaseNumber> = {};
    let lnTotal = 0;
    parts.forEach((part, i) => {
      const lnLr = (above[i] ?? NaN) - (below[i] ?? NaN);
      perMarker[part.name] = writeNumber(Math.exp(lnLr));
      lnTotal += lnLr;
    });
    out[pedigree.name] = { vs, total: writeNumber(Math.exp(lnTotal)), lnTotal: writeNumber(lnTotal), perMarker };
  }
  return out;
}
