import type { VerbalScale } from '../verbal-scale.ts';

export type ReportLanguage = 'en' | 'uk';

/** A value of one of the code lists of the vocabulary; words for it are made here. Unknown codes are printed as they are. */
export type Code = string;

export interface CertificateName {
  /** Code of the list `nameKinds`. */
  readonly kind: Code;
  /** Surname, given name, patronymic, as recorded. */
  readonly text: string;
}

export interface CertificatePerson {
  readonly code: string;
  /** Every form of the name that is recorded; the first is set large. */
  readonly names: readonly CertificateName[];
  readonly sex?: Code;
  /** EDTF. */
  readonly birthDate?: string;
  /** EDTF. */
  readonly lastSeenOn?: string;
  readonly lastSeenPlace?: string;
}

export interface CertificateRemains {
  readonly code: string;
  readonly completeness: Code;
  readonly bag?: string;
  readonly grave?: string;
  /** Other numbers found in the world, with where they stood. */
  readonly aliases: readonly { readonly alias: string; readonly origin: string }[];
}

export interface CertificateReference {
  readonly code: string;
  /** Code of the list `relations`. */
  readonly relation: Code;
  readonly relationAsTold?: string;
  readonly markersTyped: number;
  readonly kit?: string;
}

/** What was computed; every number comes from the run and is only formatted here. */
export interface CertificateDna {
  readonly references: readonly CertificateReference[];
  /** The weight of each marker is close to a genotype: null in a copy for readers who may not see genotypes. */
  readonly markersUsed: readonly { readonly marker: string; readonly log10Lr: number | null }[];
  /** Reason: a code of the kinship package (`remainsNotTyped`, `referencesNotTyped`, `referencesImpossible`, `noFrequencies`). */
  readonly markersDropped: readonly { readonly marker: string; readonly reason: Code }[];
  readonly frequencyTable: { readonly name: string; readonly source: string };
  readonly theta: number;
  /** The mutation model in words of the language of the certificate, or its name. */
  readonly mutation: string;
  readonly minimumFrequency?: number;
  /** Profiles calculated with drop-out and drop-in, and markers of them that have their own; probabilities, 0..1. Absent where all were taken as typed without error. */
  readonly lowTemplate?: readonly { readonly of: string; readonly marker?: string; readonly dropOut: number; readonly homozygoteDropOut: number; readonly dropIn: number }[];
  readonly lnLr: number;
  readonly prior: number;
  readonly priorExplanation?: string;
  /** Probability and one minus it, each with its own digits. */
  readonly posterior: { readonly probability: number; readonly complement: number };
  /** The same with both hypotheses taken as equally probable before the DNA. */
  readonly posteriorWithoutPrior: { readonly probability: number; readonly complement: number };
  readonly threshold: number;
}

export interface CertificateEvidence {
  /** Key of the comparison, such as `sex` or `stature`. */
  readonly kind: Code;
  readonly found: string;
  readonly reported: string;
  readonly log10Lr?: number;
  /** The signed explanation of a contradiction; absent while it is open. */
  readonly resolution?: { readonly explanation: string; readonly by: string; readonly at: string };
}

/** An act of one person; `at` as RFC 3339. */
export interface CertificateAct {
  readonly name: string;
  /** Code of the list `roles`. */
  readonly role?: Code;
  readonly at: string;
  readonly explanation?: string;
}

export interface CertificateSignature extends CertificateAct {
  /** Code of the list `keyKinds`. */
  readonly keyKind: Code;
  readonly key: string;
}

/** Limits that are printed; `other` carries its own words. */
export type CertificateLimit =
  | { readonly kind: 'second_solver_not_run' | 'siblings_not_told_apart' | 'rates_unverified' | 'population_of_table' | 'scale_unverified' | 'parts_not_covered' }
  | { readonly kind: 'other'; readonly words: string };

export interface CertificateInput {
  readonly language: ReportLanguage;
  /** Moment of printing, RFC 3339; also the date inside the PDF, so that the same input gives the same bytes. */
  readonly printedAt: string;
  /** True when anything on which the certificate rests is synthetic: every page then says so. */
  readonly synthetic: boolean;
  readonly installation: string;
  readonly code: string;
  /** Stage of the decision: proposed, returned, reviewed, established, certified, revoked. */
  readonly stage: Code;
  readonly ground: Code;
  readonly argument: string;
  readonly person: CertificatePerson;
  readonly site: { readonly code: string; readonly name: string };
  readonly remains: readonly CertificateRemains[];
  readonly missingParts?: string;
  readonly dna?: CertificateDna;
  /** Ground other than DNA: the examiners, or the authority's written reason. */
  readonly otherGround?: { readonly examiner?: string; readonly verifier?: string; readonly authorityReason?: string };
  readonly agrees: readonly CertificateEvidence[];
  readonly contradicts: readonly CertificateEvidence[];
  readonly proposed: CertificateAct;
  readonly reviews: readonly (CertificateAct & { readonly verdict: Code })[];
  readonly signatures: readonly CertificateSignature[];
  readonly dissents: readonly CertificateAct[];
  /** The act of the competent authority; null: not yet certified. `on` is EDTF. */
  readonly certified: { readonly authority: string; readonly number: string; readonly on: string } | null;
  readonly revoked?: readonly CertificateAct[];
  readonly limits: readonly CertificateLimit[];
  readonly decisionHash: string;
  readonly run?: { readonly id: string; readonly code: string; readonly inputsHash: string; readonly software: string };
  readonly entries: readonly string[];
  /** `text` is the signed checkpoint as logged; it goes into the QR code unchanged. */
  readonly checkpoint: { readonly text: string; readonly size: string; readonly root: string };
  readonly scale?: VerbalScale;
}
