import { z } from 'zod';
import { accountOf, logAccess, withAccount } from '../access/index.ts';
import type { ServerContext } from '../http/context.ts';
import type { App } from '../http/type-provider.ts';
import { comparePair } from './compare-pair.ts';
import type { EvidenceBases } from './evidence-bases.ts';
import { findNearestPersons, findNearestRemains } from './find-nearest.ts';
import { FollowedRegister } from './followed-register.ts';
import { listUnmatched } from './list-unmatched.ts';
import type { RegisterFiles } from './register-files.ts';
import type { RunInputs } from './run-files.ts';

/** Those who look at identities with all their evidence. */
const readers = ['analyst', 'board'] as const;
/** Those who see runs. */
const runReaders = ['laboratory', 'analyst', 'board'] as const;
const id = z.uuid();

export interface ComparisonTools {
  readonly inputs: RunInputs;
  readonly bases: EvidenceBases;
  readonly files: RegisterFiles;
}

/** What DNA alone does not say: who remains could be by everything else, which remains a person, and whom a run matched with nobody. */
export function addComparisonRoutes(app: App, { db, now }: ServerContext, { inputs, bases, files }: ComparisonTools): void {
  const followed = new FollowedRegister();
  const pair = z.strictObject({ remains: id, person: id });
  const underWeights = z.strictObject({ weights: z.string().min(1).max(80).optional() });
  app.get('/comparisons/:remains/:person', { config: { access: readers }, schema: { params: pair, querystring: underWeights } }, (request) => {
    const account = accountOf(request).id;
    return withAccount(db, account, async (tx) => {
      const answer = await comparePair(tx, { ...request.params, basis: await bases.read(request.query.weights), files: await files.read(tx, account) });
      await logAccess(tx, { account, action: 'comparison.read', subject: request.params.remains, kind: 'remains', detail: { person: request.params.person }, address: request.ip, at: now() });
      return answer;
    });
  });

  const query = z.strictObject({ limit: z.coerce.number().int().min(1).max(50).default(8) });
  const listNearest = (path: string, action: string, kind: 'remains' | 'person', find: typeof findNearestPersons | typeof findNearestRemains): void => {
    app.get(path, { config: { access: readers }, schema: { params: z.strictObject({ id }), querystring: query } }, (request) => {
      const account = accountOf(request).id;
      return withAccount(db, account, async (tx) => {
        const answer = await find(tx, request.params.id, { account, followed, files, weights: await bases.readWeights(), most: request.query.limit });
        await logAccess(tx, { account, action, subject: request.params.id, kind, detail: { count: answer.items.length }, address: request.ip, at: now() });
        return answer;
      });
    });
  };
  listNearest('/remains/:id/nearest', 'nearest.listed', 'remains', findNearestPersons);
  listNearest('/persons/:id/nearest', 'nearest.remains_listed', 'person', findNearestRemains);

  app.get('/runs/:id/unmatched', { config: { access: runReaders }, schema: { params: z.strictObject({ id }) } }, (request) => {
    const account = accountOf(request).id;
    return withAccount(db, account, async (tx) => {
      const answer = await listUnmatched(tx, inputs, request.params.id);
      await logAccess(tx, { account, action: 'candidates.listed', subject: request.params.id, kind: 'run', address: request.ip, at: now() });
      return answer;
    });
  });
}
