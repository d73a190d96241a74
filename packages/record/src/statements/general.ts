import { z } from 'zod';
import { defineStatement, type StatementType } from '../statement.ts';
import { bilingual, id, line, prose, sha256Hex } from '../values.ts';

const everybody = ['coordinator', 'recovery', 'mortuary', 'family_liaison', 'laboratory', 'analyst', 'board'] as const;

/** Statements that can be made of a subject of any kind, and those the installation makes itself. */
export const generalStatements: readonly StatementType[] = [
  defineStatement({
    type: 'subject.photographed', entryKind: 'subject', subject: 'any', writers: everybody, adds: 'photographs',
    shape: {
      /** Index into the entry's files. */
      file: z.int().min(0).max(50), mediaType: line(100), name: line(300).optional(),
      view: line(120).optional(), caption: bilingual.optional(), sensitive: z.boolean(), scaleInView: z.boolean().optional(),
    },
  }),
  defineStatement({
    type: 'subject.attached', entryKind: 'subject', subject: 'any', writers: everybody, adds: 'attachments',
    shape: { file: z.int().min(0).max(50), mediaType: line(100), name: line(300), description: bilingual.optional() },
  }),
  defineStatement({
    type: 'subject.aliased', entryKind: 'subject', subject: 'any', writers: everybody, adds: 'aliases',
    shape: { alias: line(80), origin: line(200) },
  }),
  defineStatement({ type: 'subject.noted', entryKind: 'subject', subject: 'any', writers: everybody, adds: 'notes', shape: { text: prose } }),
  /** Takes back an entry whole, its superseding included; what it had superseded stands again. */
  defineStatement({ type: 'statement.withdrawn', entryKind: 'subject', subject: 'any', writers: everybody, shape: { explanation: prose } }),
  defineStatement({
    type: 'run.recorded', entryKind: 'run', subject: ['run'], creates: true, writers: 'installation',
    shape: {
      runKind: z.literal('dna'), code: line(40), inputsHash: sha256Hex, parameters: z.record(z.string(), z.json()), software: line(80),
      remainsCount: z.int(), personsCount: z.int(), pairsAbove: z.int(), requestedBy: id.optional(),
    },
    sets: ['runKind', 'code', 'inputsHash', 'parameters', 'software', 'remainsCount', 'personsCount', 'pairsAbove', 'requestedBy'],
  }),
  defineStatement({
    type: 'device.enrolled', entryKind: 'device', subject: ['device'], creates: true, writers: 'installation',
    shape: { publicKey: line(100), account: id, label: line(200), possession: line(200).optional() }, sets: ['publicKey', 'account', 'label'],
  }),
  defineStatement({
    type: 'device.revoked', entryKind: 'device', subject: ['device'], writers: 'installation', adds: 'revocations',
    shape: { explanation: prose, revokedBy: id },
  }),
  defineStatement({
    type: 'heads.recorded', entryKind: 'heads', subject: ['heads'], creates: true, writers: 'installation', adds: 'heads',
    shape: { ofScope: id, atSize: line(24), chains: z.array(z.strictObject({ device: sha256Hex, length: z.int(), last: sha256Hex })).max(10_000) },
  }),
  defineStatement({
    type: 'erasure.recorded', entryKind: 'erasure', subject: ['erasure'], creates: true, writers: 'installation', adds: 'erasures',
    shape: { entries: z.array(id).min(1).max(10_000), ground: prose, legalBasis: prose, approvers: z.array(id).min(2).max(10) },
  }),
];
