import type { TableKind } from '../weigh/remains-tables.ts';
import type { Words } from '../words/value-words.ts';
import type { IdentityGround } from './audit-settings.ts';

/** A kind of evidence as the audit names it. `reports`: how surely several reports read as one file are of one person. */
export type AuditKind = 'name' | TableKind | 'dna' | 'reports';

/** An identity that stands: these remains are this person, presumed or established, on these grounds. */
export interface StandingIdentity {
  readonly id: string;
  readonly standing: 'presumed' | 'established';
  readonly remains: string;
  readonly report: string;
  readonly grounds: readonly IdentityGround[];
  /** Weights made elsewhere, as of DNA and teeth: log10 LR of this person against an unrelated one. */
  readonly others: readonly { readonly kind: 'dna' | 'teeth'; readonly log10Lr: number }[];
}

/** One kind of evidence on one identity. */
export interface AuditedEvidence {
  readonly kind: AuditKind;
  readonly log10Lr: number;
  /** What was found and what was reported: as written, or the words of a code. */
  readonly found: Words | null;
  readonly reported: Words | null;
  readonly verdict: 'against' | 'for' | 'open';
  /** False where the identity rests on this very kind: it cannot confirm itself. */
  readonly counts: boolean;
}

/** Another report that these remains fit better, or other remains that fit this report better, by the same kinds. */
export interface BetterFit {
  readonly id: string;
  readonly log10Lr: number;
}

export interface AuditedIdentity {
  readonly identity: StandingIdentity;
  /** log10 LR of all kinds that count. */
  readonly log10Lr: number;
  /** Probability that the identity is wrong: the declared error of its best ground, and the evidence that counts. */
  readonly wrong: number;
  readonly prior: number;
  /** Strongest against first. */
  readonly evidence: readonly AuditedEvidence[];
  readonly reportsThatFitBetter: readonly BetterFit[];
  readonly remainsThatFitBetter: readonly BetterFit[];
  /** Ids of standing identities that name the same remains or the same person otherwise. */
  readonly collidesWith: readonly string[];
}

export interface Audit {
  /** Most doubtful first, as many as were asked for. */
  readonly identities: readonly AuditedIdentity[];
  /** How many identities were weighed in all, and of how many P(wrong) reaches `doubtfulFrom`. */
  readonly audited: number;
  readonly doubtful: number;
}
