import { evaluateLn, evaluateTable } from '../engine/evaluate.ts';
import { genotypeProbability } from '../engine/founders.ts';
import { KinshipError } from '../kinship-error.ts';
import { observationsOf, readFamilyEvidence } from '../likelihood-evidence.ts';
import { refuseDuplicateMarkers } from '../likelihood.ts';
import { checkLinkage } from '../linkage/linked-likelihood.ts';
import { prepareMarker, readTheta } from '../markers/prepare-marker.ts';
import { knownAlleles } from '../markers/read-evidence.ts';
import { readFamily, type Family } from '../pedigree/family.ts';
import { frameOf } from '../pedigree/frame.ts';
import { withStrangers } from '../pedigree/with-strangers.ts';
import { defaultPolicies, type LinkageGroup, type Marker, type Pedigree, type Profiles, type Settings } from '../types.ts';
import type { MarkerTable, PreparedPerson } from './types.ts';

export interface MissingPersonInput extends Settings {
  /** The family; the missing person is one of its individuals and carries no profile. */
  readonly pedigree: Pedigree;
  readonly missing: string;
  /** Reference profiles by the key the individuals name. */
  readonly profiles: Profiles;
  readonly markers: readonly Marker[];
  /** Markers to be calculated together; a marker in no group is independent of all others. */
  readonly linkage?: readonly LinkageGroup[];
}

/**
 * Makes, once per missing person, the tables P(references, genotype of the remains) for every genotype of every marker,
 * if the remains are the missing person (related) and if they are a stranger to the family (unrelated; the missing person
 * stays in the family, untyped). Scoring a profile is then a look-up. Source: docs/methods/missing-person-lr.md.
 * Cost: about a millisecond a family without theta; with theta it grows with the number of untyped founders.
 * @throws KinshipError kinship.missing.*, kinship.pedigree.*, kinship.marker.*, kinship.linkage.*, kinship.unsupported.*, kinship.outside_allele
 */
export function prepareMissingPerson(input: MissingPersonInput): PreparedPerson {
  const family = readFamily(input.pedigree);
  const target = family.index.get(input.missing);
  if (target === undefined) throw new KinshipError('kinship.missing.not_in_pedigree', { missing: input.missing });
  if (family.profile[target] !== null) throw new KinshipError('kinship.missing.has_profile', { missing: input.missing });
  refuseDuplicateMarkers(input.markers);
  checkLinkage(input.linkage ?? [], input.markers);
  const theta = readTheta(input.theta);
  const policies = input.policies ?? defaultPolicies;
  const typing = input.typing ?? {};
  const context = { family, withStranger: withStrangers(family, [family.sex[target] ?? 'unknown']), target, profiles: input.profiles, theta, policies, typing };
  return {
    pedigree: input.pedigree,
    missing: input.missing,
    profiles: input.profiles,
    theta,
    policies,
    typing,
    tables: input.markers.map((marker) => makeTable(context, marker, [])),
    linkage: input.linkage ?? [],
  };
}

interface Context {
  readonly family: Family;
  readonly withStranger: Family;
  readonly target: number;
  readonly profiles: Profiles;
  readonly theta: number;
  readonly policies: PreparedPerson['policies'];
  readonly typing: PreparedPerson['typing'];
}

function makeTable(context: Context, marker: Marker, extra: readonly string[]): MarkerTable {
  const { family, target, theta } = context;
  const seen = observationsOf(family, context.profiles, marker.name);
  const prepared = prepareMarker(marker, [...seen.flatMap(knownAlleles), ...extra], context.policies);
  const { evidence, notes } = readFamilyEvidence(family, prepared, { seen, settings: context });
  const { locus, moments } = prepared;
  const frame = frameOf(family, marker.chrom);
  const base = { frame, locus, moments, evidence, theta };
  const hemizygous = frame.haploid[target] === 1;
  const lnRelated = evaluateTable(base, target);
  const lnReferences = evaluateLn(base);
  const lnUnrelated =
    theta > 0
      ? evaluateTable({ ...base, frame: frameOf(context.withStranger, marker.chrom), evidence: [...evidence, null] }, family.ids.length)
      : strangerTable(locus.freqs, lnReferences, hemizygous ? 'one' : 'two');
  for (const table of [lnRelated, lnUnrelated]) for (const x of table) if (Number.isNaN(x)) throw new KinshipError('kinship.not_a_number');
  return {
    marker: prepared.marker,
    given: marker,
    alleleIndex: prepared.index,
    hemizygous,
    lnRelated,
    lnUnrelated,
    lnReferences,
    referencesTyped: evidence.some((e) => e !== null),
    notes: [...prepared.notes, ...notes],
  };
}

function strangerTable(freqs: Float64Array, lnReferences: number, alleles: 'one' | 'two'): Float64Array {
  const k = freqs.length;
  if (alleles === 'one') return freqs.map((p) => lnReferences + Math.log(p));
  const out = new Float64Array((k * (k + 1)) / 2);
  let entry = 0;
  for (let j = 0; j < k; j++) for (let i = 0; i <= j; i++) out[entry++] = lnReferences + Math.log(genotypeProbability(freqs, { a: i, b: j }));
  return out;
}

// A memo, not state: the same person and alleles give the same table.
const extended = new WeakMap<PreparedPerson, Map<string, MarkerTable>>();

/** The table of a marker that also holds these alleles of the remains, by the policy of the preparation. */
export function tableHolding(prepared: PreparedPerson, table: MarkerTable, alleles: readonly string[]): MarkerTable {
  const fresh = [...new Set(alleles)].filter((a) => !table.alleleIndex.has(a)).sort((a, b) => (a < b ? -1 : 1));
  if (fresh.length === 0) return table;
  const memo = extended.get(prepared) ?? new Map<string, MarkerTable>();
  extended.set(prepared, memo);
  const key = JSON.stringify([table.given.name, fresh]);
  const known = memo.get(key);
  if (known !== undefined) return known;
  const family = readFamily(prepared.pedigree);
  const target = family.index.get(prepared.missing) ?? -1;
  const { profiles, theta, policies, typing } = prepared;
  const made = makeTable({ family, withStranger: withStrangers(family, [family.sex[target] ?? 'unknown']), target, profiles, theta, policies, typing }, table.given, fresh);
  memo.set(key, made);
  return made;
}
