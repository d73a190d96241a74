import { makeProblem, type Json, type Problem } from '@imena/problem';
import { canonicalBytes, encodeHex, sha256 } from '@imena/ledger';
import { agreedValue, type ListItem, type Subject } from '../fold.ts';
import type { PedigreeMember } from '../statements/person.ts';

/** The default threshold on the posterior of DNA alone (ICMP practice; shared reference, dna-decision). */
export const defaultDnaThreshold = 0.9995;

const contentFields = [
  'code', 'remains', 'person', 'family', 'ground', 'run', 'lnLr', 'prior', 'dnaPosterior', 'priorExplanation',
  'contradictions', 'missingParts', 'argument', 'authorityReason', 'examiner', 'verifier',
] as const;

/** What the signatures cover: the proposal as it stands, and every explanation given for it. */
export function decisionContent(identification: Subject): Json {
  const fields: Record<string, Json> = {};
  for (const field of contentFields) {
    const value = agreedValue(identification, field);
    if (value !== undefined) fields[field] = value;
  }
  const explanations = ['resolutions', 'discriminations', 'exposureAnswers'].flatMap((list) => identification.lists[list] ?? []);
  return { type: 'imena-decision/1', identification: identification.id, proposal: fields, explanations: explanations.map((item) => item.entry).sort() };
}

/** SHA-256 of the canonical bytes of the decision; any change of the proposal or its explanations changes it. */
export function decisionHash(identification: Subject): string {
  return encodeHex(sha256(canonicalBytes(decisionContent(identification))));
}

export type DecisionStage = 'proposed' | 'returned' | 'reviewed' | 'established' | 'certified' | 'revoked';

export interface DecisionState {
  readonly stage: DecisionStage;
  readonly hash: string;
  /** Signatures over the present hash, one a person and one a key; older ones no longer count. */
  readonly signatures: readonly ListItem[];
  readonly reviews: readonly ListItem[];
  readonly notified: boolean;
}

/** Reads the stage of an identification out of its entries. Presumed identity never enters here. */
export function decisionState(identification: Subject): DecisionState {
  const hash = decisionHash(identification);
  const signatures = distinctSignatures((identification.lists['signatures'] ?? []).filter((item) => item.value['decisionHash'] === hash));
  const reviews = (identification.lists['reviews'] ?? []).filter((item) => item.value['decisionHash'] === hash);
  const lastReview = reviews[reviews.length - 1]?.value['verdict'];
  const notified = (identification.lists['notifications']?.length ?? 0) > 0;
  const stage = (): DecisionStage => {
    if ((identification.lists['revocations']?.length ?? 0) > 0) return 'revoked';
    const established = signatures.length >= 2 && lastReview === 'agreed';
    if (established && (identification.fields['certificate']?.length ?? 0) > 0) return 'certified';
    if (established) return 'established';
    if (lastReview === 'returned') return 'returned';
    return lastReview === 'agreed' ? 'reviewed' : 'proposed';
  };
  return { stage: stage(), hash, signatures, reviews, notified };
}

function distinctSignatures(items: readonly ListItem[]): ListItem[] {
  const persons = new Set<Json | undefined>();
  const keys = new Set<Json | undefined>();
  return items.filter((item) => {
    const person = item.value['signer'];
    const key = item.value['key'];
    if (persons.has(person) || keys.has(key)) return false;
    persons.add(person);
    keys.add(key);
    return true;
  });
}

/** What the rules need to know besides the identification itself. */
export interface DecisionContext {
  readonly dnaThreshold: number;
  readonly remains: readonly Subject[];
  readonly pedigree: readonly PedigreeMember[];
  /** Label of the missing person in the pedigree. */
  readonly member: string | null;
}

/**
 * Everything that stands against establishing an identification now; an empty list means it may be signed.
 * Other evidence may contradict, but it never lifts DNA over its threshold (design, section 7).
 */
export function decisionObstacles(identification: Subject, context: DecisionContext): Problem[] {
  const state = decisionState(identification);
  if (state.stage === 'revoked') return [makeProblem('decision.revoked')];
  return [
    ...identification.disagreements.filter((field) => (contentFields as readonly string[]).includes(field)).map((field) => makeProblem('decision.disagreement', { field })),
    ...groundObstacles(identification, context.dnaThreshold),
    ...openContradictions(identification),
    ...siblingObstacles(identification, context),
    ...exposureObstacles(identification, context.remains),
    ...(state.reviews.some((item) => item.value['verdict'] === 'agreed') && state.stage !== 'returned' ? [] : [makeProblem('decision.not_reviewed')]),
  ];
}

function groundObstacles(identification: Subject, threshold: number): Problem[] {
  switch (agreedValue(identification, 'ground')) {
    case 'dna': {
      const posterior = Number(agreedValue(identification, 'dnaPosterior') ?? Number.NaN);
      return posterior >= threshold ? [] : [makeProblem('decision.dna_below_threshold', { posterior: String(posterior), threshold: String(threshold) })];
    }
    case 'teeth': case 'friction_ridge': {
      const named = agreedValue(identification, 'examiner') !== undefined && agreedValue(identification, 'verifier') !== undefined;
      const same = agreedValue(identification, 'examiner') === agreedValue(identification, 'verifier');
      return named && !same ? [] : [makeProblem('decision.examiners_missing')];
    }
    case 'other':
      return agreedValue(identification, 'authorityReason') === undefined ? [makeProblem('decision.authority_reason_missing')] : [];
    default:
      return [makeProblem('decision.ground_missing')];
  }
}

function openContradictions(identification: Subject): Problem[] {
  const resolved = new Set((identification.lists['resolutions'] ?? []).map((item) => item.value['key']));
  const listed = (agreedValue(identification, 'contradictions') ?? []) as readonly { key: string; found: string; reported: string }[];
  return listed.filter((item) => !resolved.has(item.key)).map((item) => makeProblem('decision.contradiction_open', { key: item.key, found: item.found, reported: item.reported }));
}

/** Full siblings of a member, who would give the same likelihood ratio against the same relatives. */
export function interchangeableMembers(pedigree: readonly PedigreeMember[], member: string): PedigreeMember[] {
  const self = pedigree.find((item) => item.id === member);
  if (self === undefined || self.father === null || self.mother === null) return [];
  return pedigree.filter((item) => item.id !== member && item.father === self.father && item.mother === self.mother && (item.sex === self.sex || item.sex === 'unknown'));
}

function siblingObstacles(identification: Subject, context: DecisionContext): Problem[] {
  if (context.member === null || agreedValue(identification, 'ground') !== 'dna') return [];
  const discriminated = new Set((identification.lists['discriminations'] ?? []).map((item) => item.value['member']));
  return interchangeableMembers(context.pedigree, context.member)
    .filter((item) => !discriminated.has(item.id))
    .flatMap((item) => {
      const details = { member: item.id, label: item.label ?? item.id };
      if (item.state === 'unknown') return [makeProblem('decision.sibling_unknown', details)];
      return item.state === 'missing' ? [makeProblem('decision.sibling_symmetric', details)] : [];
    });
}

function exposureObstacles(identification: Subject, remains: readonly Subject[]): Problem[] {
  const answered = new Set((identification.lists['exposureAnswers'] ?? []).map((item) => item.value['remains']));
  return remains
    .filter((item) => (item.lists['examinations'] ?? []).some(isExposed) && !(item.lists['examinations'] ?? []).some((reading) => !isExposed(reading)))
    .filter((item) => !answered.has(item.id))
    .map((item) => makeProblem('decision.exposure_unanswered', { remains: item.id }));
}

function isExposed(examination: ListItem): boolean {
  const exposure = examination.value['exposure'];
  return typeof exposure === 'object' && exposure !== null && 'knew' in exposure && exposure.knew === true;
}

/** Why a signature by this person with this key cannot be taken; null when it can. */
export function signatureObstacle(identification: Subject, signature: { signer: string; key: string; decisionHash: string }): Problem | null {
  const state = decisionState(identification);
  if (signature.decisionHash !== state.hash) return makeProblem('decision.hash_stale');
  if (state.signatures.some((item) => item.value['signer'] === signature.signer)) return makeProblem('decision.same_signer');
  if (state.signatures.some((item) => item.value['key'] === signature.key)) return makeProblem('decision.same_key');
  return null;
}
