import { z } from 'zod';
import { content, count, hash, id, instant, nothing, problem, wireEntry } from './parts.ts';

const result = z.strictObject({
  id: z.string().nullable(), status: z.enum(['logged', 'held', 'refused']), index: count.optional(), leafHash: hash.optional(),
  proof: z.string().optional().describe('C2SP tlog-proof against the checkpoint of this answer'), problem: problem.optional(),
});

/** The ledger, files, operations. */
export const ledgerAnswers = {
  'GET /api/ledger/head': { 200: z.strictObject({ seq: count, prev: hash.nullable() }) },
  'POST /api/entries': { 200: z.strictObject({ results: z.array(result), checkpoint: z.string() }) },
  'GET /api/ledger/checkpoint': { 200: content('text/plain', 'The newest signed checkpoint; empty before the first entry') },
  'GET /api/ledger/consistency': { 200: z.strictObject({ proof: z.array(z.string()), checkpoint: z.string() }) },
  'GET /api/ledger/entries': {
    200: z.strictObject({
      items: z.array(z.strictObject({ index: count, id, kind: z.string(), scope: id, subject: id, by: id, device: hash, at: z.string(), receivedAt: instant, leafHash: hash, type: z.string().nullable() })),
      next: count.nullable(),
    }),
  },
  'GET /api/ledger/entries/:id': { 200: z.strictObject({ entry: wireEntry, index: count, leafHash: hash, proof: z.string(), publicKey: z.string(), readable: z.boolean() }) },
  'GET /api/ledger/quarantine': { 200: z.strictObject({ items: z.array(z.strictObject({ number: count, entry: id.nullable(), device: hash.nullable(), problem, account: id.nullable(), receivedAt: instant })) }) },
  'GET /api/ledger/held': { 200: z.strictObject({ items: z.array(z.strictObject({ entry: id, device: hash, scope: id, seq: count, problem, account: id, receivedAt: instant })) }) },
  'HEAD /api/files/:sha256': { 200: nothing.describe('upload-offset and upload-length of one’s own upload as headers') },
  'PATCH /api/files/:sha256': { 200: z.strictObject({ offset: count, length: count, whole: z.boolean() }) },
  'GET /api/files/:sha256': { 200: content('application/octet-stream', 'The file; thumb and screen are image/jpeg without EXIF') },
  'POST /api/demonstration/remove': { 204: nothing },
};
