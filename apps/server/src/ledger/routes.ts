import { chainKey, encodeBase64 } from '@imena/ledger';
import { refuse } from '@imena/problem';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { accountOf, withAccount } from '../access/index.ts';
import { bodyLimit } from '../http/answer-problems.ts';
import type { ServerContext } from '../http/context.ts';
import { listEntries, listHeld, listQuarantine } from './read-entries.queries.ts';
import { readEntry } from './read-entry.ts';
import { receiveEntries } from './receive-entries.ts';

const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
const device = z.string().regex(/^[0-9a-f]{64}$/);
const size = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** The ledger: sending entries, proofs, reading the log. */
export const ledgerRoutes: FastifyPluginAsyncZod<{ readonly context: ServerContext }> = async (app, { context }) => {
  const { db, ledger } = context;

  app.get('/ledger/head', { config: { access: 'account' }, schema: { querystring: z.strictObject({ device, scope: id }) } }, (request) => {
    const head = ledger.state.heads.get(chainKey(request.query));
    return { seq: head === undefined ? 0 : head.seq + 1, prev: head?.envelopeHash ?? null };
  });

  app.post(
    '/entries',
    // What is in an entry is read strictly by `decodeWireEntry`, which answers for each entry by itself.
    { bodyLimit, config: { access: 'account' }, schema: { body: z.strictObject({ entries: z.array(z.unknown()).max(500) }) } },
    (request) => receiveEntries(ledger, accountOf(request).id, request.body.entries),
  );

  app.get('/ledger/checkpoint', { config: { access: 'account' } }, (_, reply) => reply.type('text/plain; charset=utf-8').send(ledger.state.checkpoint));

  app.get('/ledger/consistency', { config: { access: 'account' }, schema: { querystring: z.strictObject({ from: size, to: size.optional() }) } }, (request) => {
    const { size: newest, checkpoint, tree } = ledger.state;
    const { from, to = newest } = request.query;
    if (from < 1 || to > newest || from > to) refuse('ledger.tree_range', { index: from, size: to, total: newest });
    return { proof: tree.consistencyProof(BigInt(from), BigInt(to)).map(encodeBase64), checkpoint };
  });

  const listQuery = z.strictObject({ before: size.optional(), limit: z.coerce.number().int().min(1).max(500).default(100), subject: id.optional(), scope: id.optional(), type: z.string().max(80).optional() });
  app.get('/ledger/entries', { config: { access: 'account' }, schema: { querystring: listQuery } }, async (request) => {
    const { before, limit, subject, scope, type } = request.query;
    const rows = await withAccount(db, accountOf(request).id, (tx) =>
      listEntries(tx, { before: before ?? ledger.state.size, limit: limit + 1, subject: subject ?? null, scope: scope ?? null, type: type ?? null }));
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? (items[items.length - 1]?.index ?? null) : null };
  });

  app.get('/ledger/entries/:id', { config: { access: 'account' }, schema: { params: z.strictObject({ id }) } }, async (request) => {
    const account = accountOf(request);
    return withAccount(db, account.id, (tx) => readEntry(tx, context, { account, id: request.params.id, address: request.ip }));
  });

  app.get('/ledger/quarantine', { config: { access: ['coordinator', 'auditor'] } }, async (request) =>
    ({ items: await withAccount(db, accountOf(request).id, (tx) => listQuarantine(tx)) }));

  app.get('/ledger/held', { config: { access: ['coordinator', 'auditor'] } }, async (request) =>
    ({ items: await withAccount(db, accountOf(request).id, (tx) => listHeld(tx)) }));

  await Promise.resolve();
};
