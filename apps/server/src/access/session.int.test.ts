import Fastify from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAuthentication } from './authenticate.ts';
import { absoluteMs, idleMs } from './session-lifetime.ts';
import { held, startAccessServer, testOrigin, testPassword, type AccessServer } from './testing/access-server.ts';
import type { Person } from './testing/person.ts';

let server: AccessServer;
let olena: Person;

beforeAll(async () => {
  server = await startAccessServer();
  olena = await server.first();
});
afterAll(() => server.close());

describe('a session', () => {
  it('is refused without a cookie and with one nobody was given', async () => {
    expect(await server.stranger().refusal('GET', '/api/session')).toBe('access.no_session');
    const thief = server.stranger();
    thief.cookie = 'A'.repeat(43);
    expect(await thief.refusal('GET', '/api/session')).toBe('access.no_session');
  });

  it('says who is logged in and with which roles', async () => {
    const body = await olena.expect<{ account: unknown; memberships: unknown }>(200, 'GET', '/api/session');
    expect(body.account).toEqual({ id: olena.id, login: 'olena', displayName: 'Olena (synthetic)' });
    expect(body.memberships).toEqual([{ scope: null, role: 'coordinator' }]);
  });

  it('is kept in a cookie that no script reads and no other site sends, and in the database only as a hash', async () => {
    const person = server.stranger();
    const answer = await person.send('POST', '/api/session', { login: 'Olena ', password: testPassword });
    expect(answer.cookieHeader).toMatch(/; HttpOnly/);
    expect(answer.cookieHeader).toMatch(/; SameSite=Strict/);
    expect(answer.cookieHeader).not.toMatch(/; Secure/);
    const secret = person.cookie ?? '';
    expect(secret).toHaveLength(43);
    const dump = await sql<{ line: string }>`select to_jsonb(s)::text as line from sessions s`.execute(server.owner);
    expect(dump.rows.some((row) => row.line.includes(secret) || row.line.includes(Buffer.from(secret).toString('hex')))).toBe(false);
  });

  it('never continues a token that somebody planted before login (session fixation)', async () => {
    const victim = server.stranger();
    const planted = await server.invited(olena, [held('auditor')]);
    victim.cookie = planted.cookie;
    await victim.expect(200, 'POST', '/api/session', { login: 'olena', password: testPassword });
    expect(victim.cookie).not.toBe(planted.cookie);
    // And the planted session itself is over.
    expect(await planted.refusal('GET', '/api/session')).toBe('access.no_session');
  });

  it('ends at logout on the server, not only in the browser', async () => {
    const person = server.stranger();
    await person.logIn('olena', testPassword);
    const thief = person.copy();
    await person.expect(204, 'DELETE', '/api/session');
    expect(person.cookie).toBeNull();
    expect(await thief.refusal('GET', '/api/session')).toBe('access.no_session');
  });

  it('ends after twelve hours without a request, and each request renews it', async () => {
    const person = server.stranger();
    await person.logIn('olena', testPassword);
    server.clock.advance(idleMs - 1000);
    await person.expect(200, 'GET', '/api/session');
    server.clock.advance(idleMs - 1000);
    await person.expect(200, 'GET', '/api/session');
    server.clock.advance(idleMs);
    expect(await person.refusal('GET', '/api/session')).toBe('access.no_session');
  });

  it('ends seven days after login however busy it is', async () => {
    const person = server.stranger();
    await person.logIn('olena', testPassword);
    const step = idleMs / 2;
    for (let passed = step; passed < absoluteMs; passed += step) {
      server.clock.advance(step);
      await person.expect(200, 'GET', '/api/session');
    }
    server.clock.advance(step);
    expect(await person.refusal('GET', '/api/session')).toBe('access.no_session');
  });

  it('ends everywhere when the password is changed, and a new one is opened where it was changed', async () => {
    const here = server.stranger();
    const elsewhere = server.stranger();
    await here.logIn('olena', testPassword);
    await elsewhere.logIn('olena', testPassword);
    const stolen = here.copy();
    const wanted = 'twelve storks under the moon';
    expect(await here.refusal('PUT', '/api/session/password', { present: 'not the password at all', wanted })).toBe('access.password_wrong');
    await here.expect(200, 'PUT', '/api/session/password', { present: testPassword, wanted });
    await here.expect(200, 'GET', '/api/session');
    expect(await elsewhere.refusal('GET', '/api/session')).toBe('access.no_session');
    expect(await stolen.refusal('GET', '/api/session')).toBe('access.no_session');
    expect(await server.stranger().logIn('olena', testPassword)).toBe('access.wrong_login');
    await here.expect(200, 'PUT', '/api/session/password', { present: wanted, wanted: testPassword });
    olena = here;
  });

  it('ends at once when the account is closed, and nobody can log in to it again', async () => {
    const person = await server.invited(olena, [held('board')]);
    await person.expect(200, 'GET', '/api/session');
    await olena.expect(204, 'POST', `/api/accounts/${person.id}/close`);
    expect(await person.refusal('GET', '/api/session')).toBe('access.no_session');
    const { login } = (await olena.expect<{ accounts: { id: string; login: string }[] }>(200, 'GET', '/api/accounts')).accounts.find((account) => account.id === person.id) ?? { login: '' };
    expect(await server.stranger().logIn(login, testPassword)).toBe('access.wrong_login');
  });
});

describe('a request that changes something', () => {
  const send = (headers: Record<string, string>) => olena.copy().send<{ code: string; details: unknown }>('POST', '/api/devices/challenge', undefined, headers);

  it('is refused without the header that only our own pages set', async () => {
    const answer = await send({ 'x-imena': '' });
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ code: 'access.cross_site', details: { sign: 'x-imena' } });
  });

  it('is refused when the browser says that another site made it, even with the header', async () => {
    for (const origin of ['https://elsewhere.example', 'null', 'http://localhost:8081', 'https://localhost:8080']) {
      const answer = await send({ origin, host: 'localhost:8080' });
      expect(answer.body, origin).toMatchObject({ code: 'access.cross_site', details: { sign: 'origin' } });
    }
  });

  it('is taken from our own address, as configured or as the request itself was addressed', async () => {
    expect((await send({ origin: testOrigin, host: 'imena.lan' })).status).toBe(200);
    expect((await send({ origin: 'http://imena.lan', host: 'imena.lan' })).status).toBe(200);
  });

  it('is refused across sites even on the login page', async () => {
    const answer = await server.stranger().send('POST', '/api/session', { login: 'olena', password: testPassword }, { 'x-imena': '0' });
    expect(answer.status).toBe(403);
  });
});

describe('a server', () => {
  it('does not start with a route that does not say who may use it', async () => {
    const app = Fastify();
    await addAuthentication(app, server.options);
    expect(() => app.get('/forgotten', () => 'open to all')).toThrow(/does not say who may use it/);
    await app.close();
  });
});
