import Fastify from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerProblems } from '../http/answer-problems.ts';
import type { App } from '../http/type-provider.ts';
import { addAuthentication } from './authenticate.ts';
import { accessExpectations } from './testing/access-expectations.ts';
import { startAccessServer, type AccessServer } from './testing/access-server.ts';
import { makeSeats, type Seats } from './testing/seats.ts';
import { walkRoutes, type Expectations } from './testing/walk-routes.ts';

const ownScope = '11111111-1111-4111-8111-111111111111';
const foreignScope = '22222222-2222-4222-8222-222222222222';

let server: AccessServer;
let seats: Seats;
let expectations: Expectations;

beforeAll(async () => {
  server = await startAccessServer();
  const bystander = (await server.first()).id;
  seats = await makeSeats({ ...server.options, owner: server.owner, ownScope });
  expectations = accessExpectations({ owner: server.owner, now: server.clock.now, ownScope, foreignScope, bystander });
});
afterAll(() => server.close());

describe('the matrix of access', () => {
  it('holds for every route of sessions, accounts and keys × every role × own scope, foreign scope, no session', async () => {
    expect(await walkRoutes({ app: server.app, expectations, cookieOf: seats.cookieOf })).toEqual([]);
  });
});

describe('the walk through the matrix', () => {
  /** A server with one route, and what the walk says about it. */
  async function walkOne(register: (app: App) => void, wanted: Expectations): Promise<string[]> {
    const app: App = Fastify().withTypeProvider<ZodTypeProvider>();
    answerProblems(app, () => undefined);
    await addAuthentication(app, server.options);
    register(app);
    await app.ready();
    try {
      return await walkRoutes({ app, expectations: wanted, cookieOf: seats.cookieOf });
    } finally {
      await app.close();
    }
  }

  it('fails for a route nobody wrote down, and for one that is gone', async () => {
    const failures = await walkOne((app) => app.get('/api/new', { config: { access: 'account' } }, () => 'x'), { 'GET /api/old': { access: 'account' } });
    expect(failures).toEqual(['GET /api/old: expected, but there is no such route', 'GET /api/new: nobody said who may use it in the expectations']);
  });

  it('fails in every cell where a route is more open than written down', async () => {
    const failures = await walkOne((app) => app.get('/api/profiles', { config: { access: 'public' } }, () => 'x'), { 'GET /api/profiles': { access: ['laboratory'] } });
    // The statement itself, nobody, and fourteen seats of seven other roles.
    expect(failures).toHaveLength(1 + 1 + 14);
    expect(failures).toContain('GET /api/profiles by auditor of every scope: expected 403, got 200');
  });

  it('fails where a route is more closed than written down', async () => {
    const failures = await walkOne((app) => app.get('/api/x', { config: { access: ['board'], accessScope: 'every' } }, () => 'x'), { 'GET /api/x': { access: ['board'] } });
    expect(failures).toContain('GET /api/x by board of one scope: expected neither 401, 403 nor 5xx, got 403');
  });

  it('fails where a thing of a foreign scope is handed out', async () => {
    const thing = { name: 'thing', request: (which: string) => Promise.resolve({ url: `/api/things/${which}` }), reaches: (seat: { scope: string }, which: string) => seat.scope === 'every' || which === 'own' };
    const failures = await walkOne((app) => app.get('/api/things/:id', { config: { access: ['board'] } }, () => 'x'), { 'GET /api/things/:id': { access: ['board'], things: [thing] } });
    expect(failures).toEqual(['GET /api/things/:id by board of one scope about a thing of foreign scope: expected 403 or 404, got 200']);
  });
});
