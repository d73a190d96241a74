import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startAccessServer, testPassword, type AccessServer } from './testing/access-server.ts';
import type { Person } from './testing/person.ts';

const wrong = 'certainly not her password';
let server: AccessServer;
let olena: Person;

beforeAll(async () => {
  server = await startAccessServer();
  olena = await server.first();
});
afterAll(() => server.close());
beforeEach(async () => {
  await sql`delete from login_attempts`.execute(server.owner);
  await sql`delete from known_addresses`.execute(server.owner);
});

async function attempts(count: number, { login = 'olena', address = '203.0.113.5' } = {}): Promise<string[]> {
  const codes: string[] = [];
  for (let i = 0; i < count; i++) codes.push(await server.stranger(address).logIn(login, wrong));
  return codes;
}

describe('wrong logins', () => {
  it('are slowed after five, even for the right password, and let through after the stated wait', async () => {
    expect(await attempts(6)).toEqual([...Array<string>(5).fill('access.wrong_login'), 'access.too_many_attempts']);
    const person = server.stranger('203.0.113.5');
    const answer = await person.send<{ details: { seconds: number } }>('POST', '/api/session', { login: 'olena', password: testPassword });
    expect(answer.status).toBe(429);
    server.clock.advance(answer.body.details.seconds * 1000);
    expect(await person.logIn('olena', testPassword)).toBe('200');
  });

  it('are slowed alike for a login that does not exist, with the same words', async () => {
    expect(await attempts(6, { login: 'nobody' })).toEqual(await attempts(6));
  });

  it('count wherever they come from, as long as nobody has logged in from there', async () => {
    for (let i = 0; i < 5; i++) await server.stranger(`203.0.113.${i}`).logIn('olena', wrong);
    expect(await server.stranger('203.0.113.200').logIn('olena', wrong)).toBe('access.too_many_attempts');
  });

  it('do not keep a person out of a place from which that person has logged in before', async () => {
    await server.stranger('198.51.100.7').logIn('olena', testPassword);
    for (let round = 0; round < 12; round++) {
      await attempts(2);
      server.clock.advance(60_000);
    }
    await attempts(2);
    expect(await server.stranger('203.0.113.9').logIn('olena', testPassword)).toBe('access.too_many_attempts');
    expect(await server.stranger('198.51.100.7').logIn('olena', testPassword)).toBe('200');
  });

  it('are slowed by address too, over many logins', async () => {
    const codes: string[] = [];
    for (let i = 0; i < 21; i++) codes.push(await server.stranger('203.0.113.77').logIn(`login${i}`, wrong));
    expect(codes.slice(0, 20).every((code) => code === 'access.wrong_login')).toBe(true);
    expect(codes[20]).toBe('access.too_many_attempts');
    expect(await server.stranger('203.0.113.78').logIn('login21', wrong)).toBe('access.wrong_login');
  });

  it('are counted before they are judged: of thirty at once no more than five are looked at', async () => {
    const codes = await Promise.all(Array.from({ length: 30 }, () => server.stranger('203.0.113.99').logIn('olena', wrong)));
    expect(codes.filter((code) => code === 'access.wrong_login')).toHaveLength(5);
  });

  it('are kept in the database, so that a restart forgives nothing, and hold no login as typed', async () => {
    await attempts(5, { login: 'a password typed as login' });
    const { rows } = await sql<{ key: string; failures: number }>`select key, failures from login_attempts order by key`.execute(server.owner);
    expect(rows.map((row) => row.failures)).toEqual([5, 5]);
    expect(rows.some((row) => row.key.includes('password'))).toBe(false);
  });

  it('and right ones are in the access log, without what was typed', async () => {
    await attempts(1);
    const { items } = await olena.expect<{ items: { action: string; subject: string | null; account: string | null; address: string; detail: object }[] }>(200, 'GET', `/api/access-log?subject=${olena.id}`);
    expect(items[0]).toMatchObject({ action: 'session.refused', subject: olena.id, account: null, address: '203.0.113.5', detail: {} });
  });

  it('compute as much for a login that does not exist as for one that does', async () => {
    const workOf = async (login: string): Promise<number> => {
      await sql`delete from login_attempts`.execute(server.owner);
      const before = process.cpuUsage();
      await server.stranger().logIn(login, wrong);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    // The least of many, taken in turns: what else this process does can only add to the work. Another process adds nothing.
    let [known, unknown] = [Infinity, Infinity];
    for (let i = 0; i < 15; i++) [known, unknown] = [Math.min(known, await workOf('olena')), Math.min(unknown, await workOf('nobody'))];
    // Without the decoy hash the unknown login costs a fifth of the work.
    expect(unknown / known).toBeGreaterThan(0.5);
    expect(unknown / known).toBeLessThan(2);
  });
});
