import type { Parameter } from '../evidence/parameters.ts';
import type { AuditKind } from './types.ts';

/** What an identity rests on. */
export const identityGrounds = ['marker', 'papers', 'journal', 'clothing', 'recognition', 'earlier_identification', 'dna', 'teeth', 'other'] as const;
export type IdentityGround = (typeof identityGrounds)[number];

/** From this probability of being wrong an identity is something to look at. */
export const doubtfulFrom = 0.5;

const judgement = 'judgement of the authors; to be replaced by the installation’s own figures';

/** Share of identities on each ground that are wrong before anything else is looked at, 0..1: the prior of the audit. */
export const groundErrors = {
  marker: { value: 0.03, source: `as \`markerMisplaced\` of the evidence models; ${judgement}`, verified: false },
  papers: { value: 0.03, source: judgement, verified: false },
  journal: { value: 0.05, source: judgement, verified: false },
  clothing: { value: 0.1, source: judgement, verified: false },
  recognition: { value: 0.15, source: `visual recognition is often wrong and never identifies alone (INTERPOL guide); the share is a ${judgement}`, verified: false },
  earlier_identification: { value: 0.05, source: judgement, verified: false },
  dna: { value: 0.0005, source: 'the default threshold of 99.95 %', verified: false },
  teeth: { value: 0.005, source: judgement, verified: false },
  other: { value: 0.1, source: judgement, verified: false },
} as const satisfies Record<IdentityGround, Parameter>;

/** Kinds of evidence that an identity takes its name from, by ground: they cannot confirm or deny it. */
export const groundKinds: Readonly<Record<IdentityGround, readonly AuditKind[]>> = {
  marker: ['name', 'birth'], papers: ['name', 'birth'], journal: ['name', 'birth'], clothing: ['clothing'],
  recognition: [], earlier_identification: [], dna: ['dna'], teeth: ['teeth'], other: [],
};
