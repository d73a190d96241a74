import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSetupLink } from './setup.ts';
import { held, startAccessServer, testPassword, type AccessServer } from './testing/access-server.ts';
import type { Person } from './testing/person.ts';

let server: AccessServer;
let olena: Person;
let second: Person;

beforeAll(async () => {
  server = await startAccessServer();
  olena = await server.first();
  second = await server.invited(olena, [held('coordinator')]);
});
afterAll(() => server.close());

const times = <T>(n: number, work: (i: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: n }, (_, i) => work(i)));
const counted = (codes: readonly string[]) => Object.fromEntries([...new Set(codes)].sort().map((code) => [code, codes.filter((other) => other === code).length]));

describe('of several at the same moment', () => {
  it('one makes the first account through the one-time link', async () => {
    const fresh = await startAccessServer();
    try {
      const token = (await makeSetupLink(fresh.options))?.split('#')[1];
      const codes = await times(4, (i) => fresh.stranger().refusal('POST', '/api/setup', { token, login: `first${i}`, displayName: 'First (synthetic)', password: testPassword }));
      expect(codes.filter((code) => code === '200')).toHaveLength(1);
      expect(codes.filter((code) => code !== '200').every((code) => ['access.setup_done', 'access.link_invalid'].includes(code))).toBe(true);
      expect(await fresh.stranger().refusal('POST', '/api/setup', { token, login: 'later', displayName: 'Later (synthetic)', password: testPassword })).not.toBe('200');
    } finally {
      await fresh.close();
    }
  });

  it('one is let in by an invitation, and the others leave no account behind', async () => {
    const { token } = await olena.expect<{ token: string }>(201, 'POST', '/api/invitations', { displayName: 'Petro (synthetic)', memberships: [held('board')] });
    const codes = await times(4, (i) => server.stranger().refusal('POST', '/api/invitations/accept', { token, login: `petro${i}`, password: testPassword }));
    expect(counted(codes)).toEqual({ 200: 1, 'access.link_invalid': 3 });
    const { accounts } = await olena.expect<{ accounts: { login: string }[] }>(200, 'GET', '/api/accounts');
    expect(accounts.filter(({ login }) => login.startsWith('petro'))).toHaveLength(1);
  });

  it('one approval makes the link of a recovery, and one use of it sets the password', async () => {
    const third = await server.invited(olena, [held('coordinator')]);
    const person = await server.invited(olena, [held('board')]);
    const { id } = await olena.expect<{ id: string }>(201, 'POST', '/api/recoveries', { account: person.id, what: 'password', explanation: 'forgotten' });
    const approvals = await Promise.all([second, third].map((by) => by.send<{ token?: string; code?: string }>('POST', `/api/recoveries/${id}/approve`)));
    expect(counted(approvals.map((answer) => answer.body.code ?? String(answer.status)))).toEqual({ 200: 1, 'access.recovery_over': 1 });
    const token = approvals.find((answer) => answer.status === 200)?.body.token;
    const uses = await times(3, (i) => server.stranger().refusal('POST', '/api/recoveries/use', { token, password: `seven herons over water ${i}` }));
    expect(counted(uses)).toEqual({ 204: 1, 'access.link_invalid': 2 });
    expect(await person.refusal('GET', '/api/session')).toBe('access.no_session');
  });
});
