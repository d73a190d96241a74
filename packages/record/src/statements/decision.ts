import { z } from 'zod';
import { identificationGrounds, keyKinds, notificationMeans, reviewVerdicts, weightOrigins } from '../code-lists.ts';
import { defineStatement, type StatementType } from '../statement.ts';
import { edtf, id, line, orAbsent, prose, sha256Hex } from '../values.ts';

/** A decimal number written out, so that the signed bytes do not depend on a number formatter. */
export const decimal = z.string().regex(/^(-?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?|-?Infinity)$/);

/** A contradiction between what was found and what was reported, as it stood when the case was proposed. */
export const contradiction = z.strictObject({ key: line(80), found: line(300), reported: line(300) });

/** Proposal, review, signatures, certification and revocation of an identification. */
export const decisionStatements: readonly StatementType[] = [
  defineStatement({
    type: 'identification.proposed', entryKind: 'decision', subject: ['identification'], creates: true, writers: ['analyst', 'board'],
    shape: {
      code: line(40), remains: z.array(id).min(1).max(50), person: id, family: id.optional(), ground: z.enum(identificationGrounds),
      run: id.optional(), lnLr: decimal.optional(), prior: decimal.optional(), dnaPosterior: decimal.optional(), priorExplanation: prose.optional(),
      contradictions: z.array(contradiction).max(50),
      missingParts: prose.optional(), argument: prose,
      /** Ground `other`: the authority's written reason. Teeth and ridges: named examiner and verifier. */
      authorityReason: prose.optional(), examiner: line(200).optional(), verifier: line(200).optional(),
    },
    sets: ['code', 'remains', 'person', 'family', 'ground', 'run', 'lnLr', 'prior', 'dnaPosterior', 'priorExplanation', 'contradictions', 'missingParts', 'argument', 'authorityReason', 'examiner', 'verifier'],
  }),
  defineStatement({
    type: 'identification.contradiction_resolved', entryKind: 'decision', subject: ['identification'], writers: ['analyst', 'board'], adds: 'resolutions',
    shape: { key: line(80), explanation: prose },
  }),
  defineStatement({
    type: 'identification.discriminated', entryKind: 'decision', subject: ['identification'], writers: ['analyst', 'board'], adds: 'discriminations',
    shape: { member: line(24), explanation: prose },
  }),
  defineStatement({
    type: 'identification.exposure_answered', entryKind: 'decision', subject: ['identification'], writers: ['analyst', 'board'], adds: 'exposureAnswers',
    shape: { remains: id, explanation: prose },
  }),
  defineStatement({
    type: 'identification.reviewed', entryKind: 'decision', subject: ['identification'], writers: ['board', 'analyst'], adds: 'reviews',
    shape: { verdict: z.enum(reviewVerdicts), decisionHash: sha256Hex, explanation: prose },
  }),
  defineStatement({
    type: 'identification.signed', entryKind: 'decision', subject: ['identification'], writers: ['board'], adds: 'signatures',
    shape: {
      decisionHash: sha256Hex, signer: id, signerName: line(200), keyKind: z.enum(keyKinds), key: line(200),
      /** Passphrase key: Ed25519 signature, base64. Passkey: the WebAuthn assertion as received. Paper: witnesses and the scan. */
      signature: line(1000).optional(),
      assertion: z.strictObject({ id: line(1000), clientDataJson: line(4000), authenticatorData: line(4000), signature: line(1000), origin: line(300) }).optional(),
      witnesses: z.array(line(200)).max(5).optional(),
    },
  }),
  defineStatement({
    type: 'identification.dissented', entryKind: 'decision', subject: ['identification'], writers: ['board'], adds: 'dissents',
    shape: { signer: id, signerName: line(200), explanation: prose },
  }),
  defineStatement({
    type: 'identification.certified', entryKind: 'decision', subject: ['identification'], writers: ['board', 'coordinator'],
    shape: { certificate: z.strictObject({ authority: line(300), number: line(100), on: edtf }) }, sets: ['certificate'],
  }),
  defineStatement({
    type: 'identification.notified', entryKind: 'decision', subject: ['identification'], writers: ['family_liaison'], adds: 'notifications',
    shape: { toldBy: line(200), told: line(200), means: z.enum(notificationMeans), wishes: orAbsent(prose).optional() },
  }),
  defineStatement({
    type: 'identification.revoked', entryKind: 'decision', subject: ['identification'], writers: ['board'], adds: 'revocations',
    shape: { explanation: prose, signer: id, signerName: line(200) },
  }),
  defineStatement({
    type: 'pair.excluded', entryKind: 'decision', subject: ['remains'], writers: ['analyst', 'board'], adds: 'exclusions',
    shape: { person: id, explanation: prose },
  }),
  /** Which weights of the evidence the installation uses. The newest choice stands; `replaces` is the one that its author saw standing. */
  defineStatement({
    type: 'weights.chosen', entryKind: 'decision', subject: ['office'], writers: ['board'], adds: 'weightChoices',
    shape: {
      origin: z.enum(weightOrigins), version: line(80), digest: sha256Hex, settings: z.record(line(60), decimal), replaces: id.nullable(),
      /** Where the dead of settlements lie, as the lists taught it: people by the key of a settlement; left out where they taught nothing. */
      places: z.strictObject({
        imagined: decimal,
        settlements: z.array(z.strictObject({ settlement: line(200), own: decimal, found: z.array(z.strictObject({ settlement: line(200), people: decimal })).max(100), scattered: decimal })).max(2000),
      }).optional(),
      /** The learning whose numbers these are: its job, the entries it read, the lists, and the SHA-256 of its result. */
      learnedFrom: z.strictObject({ job: id, asOf: z.int().min(0), reports: z.int().min(0), remains: z.int().min(0), resultHash: sha256Hex }).optional(),
      explanation: prose,
    },
  }),
];
