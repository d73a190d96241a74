import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockAdministration } from './accounts.queries.ts';
import { invitationMs } from './invitations.ts';
import { recoverOnServer, recoveryMs } from './recoveries.ts';
import { makeSetupLink } from './setup.ts';
import { held, startAccessServer, testPassword, type AccessServer } from './testing/access-server.ts';
import type { Person } from './testing/person.ts';

const site = '11111111-1111-4111-8111-111111111111';
const otherSite = '22222222-2222-4222-8222-222222222222';
const newPassword = 'nine cranes above the reeds';

let server: AccessServer;
let olena: Person;

const membershipsOf = async (person: Person) =>
  (await person.expect<{ memberships: { scope: string | null; role: string }[] }>(200, 'GET', '/api/session')).memberships;

interface Listed {
  readonly id: string;
  readonly login?: string;
  readonly memberships?: readonly { readonly id: string; readonly scope: string | null; readonly role: string }[];
}
const accountsSeenBy = async (person: Person) => (await person.expect<{ accounts: Listed[] }>(200, 'GET', '/api/accounts')).accounts;

describe('the first account', () => {
  it('is made through the newest link, once, and coordinates every scope', async () => {
    const fresh = await startAccessServer();
    try {
      const stranger = fresh.stranger();
      expect(await stranger.expect(200, 'GET', '/api/setup')).toEqual({ needed: true });
      const tokenOf = (link: string | null) => link?.split('#')[1];
      const [older, newer] = [await makeSetupLink(fresh.options), await makeSetupLink(fresh.options)];
      expect(newer).toMatch(/^http:\/\/localhost:8080\/welcome#[A-Za-z0-9_-]{43}$/);
      const body = { login: 'olena', displayName: 'Olena (synthetic)', password: testPassword };
      expect(await stranger.refusal('POST', '/api/setup', { ...body, token: tokenOf(older) })).toBe('access.link_invalid');
      expect(await stranger.refusal('POST', '/api/setup', { ...body, token: tokenOf(newer), password: 'too short' })).toBe('access.password_short');
      const both = await Promise.all([1, 2].map((n) => fresh.stranger().refusal('POST', '/api/setup', { ...body, login: `olena${n}`, token: tokenOf(newer) })));
      expect(both.filter((code) => code === '200')).toHaveLength(1);
      expect(await stranger.expect(200, 'GET', '/api/setup')).toEqual({ needed: false });
      expect(await makeSetupLink(fresh.options)).toBeNull();
    } finally {
      await fresh.close();
    }
  });

  it('holds every role only when that is asked for, to try the system out', async () => {
    const fresh = await startAccessServer();
    try {
      const person = fresh.stranger();
      const token = (await makeSetupLink(fresh.options))?.split('#')[1];
      await person.expect(200, 'POST', '/api/setup', { token, login: 'tour', displayName: 'Tour (synthetic)', password: testPassword, allRoles: true });
      expect(await membershipsOf(person)).toHaveLength(8);
    } finally {
      await fresh.close();
    }
  });
});

describe('on a running installation', () => {
  beforeAll(async () => {
    server = await startAccessServer();
    olena = await server.first();
  });
  afterAll(() => server.close());

  describe('an invitation', () => {
    const invite = (by: Person, memberships = [held('board')]) => by.expect<{ id: string; token: string }>(201, 'POST', '/api/invitations', { displayName: 'Petro (synthetic)', memberships });
    const accept = (token: string, login: string) => server.stranger().refusal('POST', '/api/invitations/accept', { token, login, password: testPassword });

    it('gives the roles that were named, once', async () => {
      const { token } = await invite(olena, [held('board'), held('mortuary', site)]);
      const person = server.stranger();
      await person.expect(200, 'POST', '/api/invitations/accept', { token, login: 'Petro', password: testPassword });
      expect(await membershipsOf(person)).toEqual([{ scope: null, role: 'board' }, { scope: site, role: 'mortuary' }]);
      expect(await accept(token, 'petro2')).toBe('access.link_invalid');
    });

    it('is worth nothing after a week or when it was withdrawn', async () => {
      const late = await invite(olena);
      server.clock.advance(invitationMs);
      expect(await accept(late.token, 'late')).toBe('access.link_invalid');
      await olena.logIn('olena', testPassword);
      const withdrawn = await invite(olena);
      await olena.expect(204, 'DELETE', `/api/invitations/${withdrawn.id}`);
      expect(await accept(withdrawn.token, 'withdrawn')).toBe('access.link_invalid');
      expect(await olena.refusal('DELETE', `/api/invitations/${withdrawn.id}`)).toBe('access.not_found');
    });

    it('does not take a login that is in use in any case, nor one that cannot be typed', async () => {
      const { token } = await invite(olena);
      expect(await accept(token, 'OLENA')).toBe('access.login_taken');
      expect(await accept(token, 'two words')).toBe('access.login_invalid');
      expect(await accept(token, 'оксана.к')).toBe('200');
    });

    it('is refused for a scope the inviter does not coordinate, and is neither seen nor withdrawn from there', async () => {
      const local = await server.invited(olena, [held('coordinator', site)]);
      const names = { displayName: 'X (synthetic)' };
      expect(await local.refusal('POST', '/api/invitations', { ...names, memberships: [held('board')] })).toBe('access.scope_not_covered');
      expect(await local.refusal('POST', '/api/invitations', { ...names, memberships: [held('board', site), held('board', otherSite)] })).toBe('access.scope_not_covered');
      const far = await invite(olena, [held('board', otherSite)]);
      const near = await invite(local, [held('board', site)]);
      const seen = (await local.expect<{ invitations: { id: string }[] }>(200, 'GET', '/api/invitations')).invitations.map((row) => row.id);
      expect(seen).toContain(near.id);
      expect(seen).not.toContain(far.id);
      expect(await local.refusal('DELETE', `/api/invitations/${far.id}`)).toBe('access.not_found');
    });

    it('is worth what its maker may still give when it is accepted', async () => {
      const dismissed = await server.invited(olena, [held('coordinator', site)]);
      const { token } = await invite(dismissed, [held('board', site)]);
      await olena.expect(204, 'POST', `/api/accounts/${dismissed.id}/close`);
      expect(await accept(token, 'too.late')).toBe('access.scope_not_covered');
    });
  });

  describe('a membership', () => {
    it('counts from the next request on, and no longer from the request after it was ended', async () => {
      const person = await server.invited(olena, [held('recovery', site)]);
      expect(await person.refusal('GET', '/api/access-log')).toBe('access.role_missing');
      await olena.expect(204, 'POST', `/api/accounts/${person.id}/memberships`, held('auditor'));
      await person.expect(200, 'GET', '/api/access-log');
      const auditor = (await accountsSeenBy(olena)).find(({ id }) => id === person.id)?.memberships?.find(({ role }) => role === 'auditor');
      await olena.expect(204, 'DELETE', `/api/accounts/${person.id}/memberships/${auditor?.id ?? ''}`);
      expect(await person.refusal('GET', '/api/access-log')).toBe('access.role_missing');
    });

    it('is given and ended only by who coordinates its scope', async () => {
      const local = await server.invited(olena, [held('coordinator', site)]);
      const person = await server.invited(olena, [held('recovery', otherSite)]);
      const url = `/api/accounts/${person.id}/memberships`;
      expect(await local.refusal('POST', url, held('board', otherSite))).toBe('access.scope_not_covered');
      expect(await local.refusal('POST', url, held('coordinator'))).toBe('access.scope_not_covered');
      expect(await local.refusal('POST', `/api/accounts/${local.id}/memberships`, held('coordinator'))).toBe('access.scope_not_covered');
      await local.expect(204, 'POST', url, held('board', site));
      const foreign = (await accountsSeenBy(olena)).find(({ id }) => id === person.id)?.memberships?.find(({ scope }) => scope === otherSite);
      expect(await local.refusal('DELETE', `${url}/${foreign?.id ?? ''}`)).toBe('access.not_found');
    });

    it('given twice is held once', async () => {
      const person = await server.invited(olena, [held('recovery', site)]);
      await Promise.all([1, 2, 3].map(() => olena.copy().expect(204, 'POST', `/api/accounts/${person.id}/memberships`, held('analyst'))));
      expect(await membershipsOf(person)).toHaveLength(2);
    });

    it('of others is seen only by coordinators and auditors, within their scopes; everybody sees names', async () => {
      const recovery = await server.invited(olena, [held('recovery', site)]);
      const local = await server.invited(olena, [held('auditor', site)]);
      expect((await accountsSeenBy(recovery)).every((account) => Object.keys(account).sort().join() === 'displayName,id')).toBe(true);
      const scopes = (await accountsSeenBy(local)).flatMap((account) => account.memberships ?? []).map(({ scope }) => scope);
      expect(new Set(scopes)).toEqual(new Set([site]));
    });

    it('that makes the last coordinator of everything cannot be ended, nor that account closed', async () => {
      const own = (await accountsSeenBy(olena)).find(({ id }) => id === olena.id)?.memberships?.[0]?.id ?? '';
      expect(await olena.refusal('DELETE', `/api/accounts/${olena.id}/memberships/${own}`)).toBe('access.last_coordinator');
      expect(await olena.refusal('POST', `/api/accounts/${olena.id}/close`)).toBe('access.last_coordinator');
    });

    it('of two coordinators who close each other at the same moment leaves one', async () => {
      const other = await startAccessServer();
      try {
        const first = await other.first();
        const second = await other.invited(first, [held('coordinator')]);
        // Both requests are let in and wait at the same lock; then the door opens for one after the other.
        const codes = await other.owner.transaction().execute(async (tx) => {
          await lockAdministration(tx);
          const both = [first.refusal('POST', `/api/accounts/${second.id}/close`), second.refusal('POST', `/api/accounts/${first.id}/close`)];
          for (let waiting = 0; waiting < 2; ) {
            const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted
              and database = (select oid from pg_database where datname = current_database())`.execute(tx);
            waiting = rows[0]?.n ?? 0;
          }
          return both;
        }).then((both) => Promise.all(both));
        expect(codes.sort()).toEqual(['204', 'access.role_missing']);
      } finally {
        await other.close();
      }
    });
  });

  describe('a recovery', () => {
    const open = (by: Person, account: string, what = 'password') => by.expect<{ id: string }>(201, 'POST', '/api/recoveries', { account, what, explanation: 'she telephoned; voice known' });
    let second: Person;
    let person: Person;

    beforeAll(async () => {
      second = await server.invited(olena, [held('coordinator')]);
      person = await server.invited(olena, [held('laboratory')]);
    });

    it('needs two people, neither of whom is the one it is for', async () => {
      const { id } = await open(olena, person.id);
      expect(await olena.refusal('POST', `/api/recoveries/${id}/approve`)).toBe('access.second_person_needed');
      const own = await open(olena, second.id);
      expect(await second.refusal('POST', `/api/recoveries/${own.id}/approve`)).toBe('access.second_person_needed');
      const { token } = await second.expect<{ token: string }>(200, 'POST', `/api/recoveries/${id}/approve`);
      expect(await second.refusal('POST', `/api/recoveries/${id}/approve`)).toBe('access.recovery_over');
      expect(token).toHaveLength(43);
    });

    it('of a password sets a new one, ends every session and works once', async () => {
      const login = (await accountsSeenBy(olena)).find(({ id }) => id === person.id)?.login ?? '';
      for (let i = 0; i < 6; i++) await server.stranger('192.0.2.1').logIn(login, 'a wrong password');
      const { id } = await open(olena, person.id);
      const { token } = await second.expect<{ token: string }>(200, 'POST', `/api/recoveries/${id}/approve`);
      const outside = server.stranger('192.0.2.1');
      expect(await outside.refusal('POST', '/api/recoveries/use', { token, password: 'short' })).toBe('access.password_short');
      expect(await outside.refusal('POST', '/api/recoveries/use', { token })).toBe('access.password_short');
      await outside.expect(204, 'POST', '/api/recoveries/use', { token, password: newPassword });
      expect(await person.refusal('GET', '/api/session')).toBe('access.no_session');
      expect(await outside.refusal('POST', '/api/recoveries/use', { token, password: newPassword })).toBe('access.link_invalid');
      expect(await outside.logIn(login, newPassword)).toBe('200');
    });

    it('is over after a day, and for an account that was closed', async () => {
      const closed = await server.invited(olena, [held('board')]);
      const links = [];
      for (const subject of [person.id, closed.id]) {
        const { id } = await open(olena, subject);
        links.push(await second.expect<{ token: string }>(200, 'POST', `/api/recoveries/${id}/approve`));
      }
      await olena.expect(204, 'POST', `/api/accounts/${closed.id}/close`);
      expect(await server.stranger().refusal('POST', '/api/recoveries/use', { token: links[1]?.token, password: newPassword })).toBe('access.link_invalid');
      server.clock.advance(recoveryMs);
      expect(await server.stranger().refusal('POST', '/api/recoveries/use', { token: links[0]?.token, password: newPassword })).toBe('access.link_invalid');
      await olena.logIn('olena', testPassword);
    });

    it('on the server’s own machine helps where there is no second person, and the log says so', async () => {
      const { link } = await recoverOnServer(server.options, ' OLENA');
      await server.stranger().expect(204, 'POST', '/api/recoveries/use', { token: link.split('#')[1], password: newPassword });
      expect(await olena.logIn('olena', newPassword)).toBe('200');
      const { items } = await olena.expect<{ items: { action: string; account: string | null }[] }>(200, 'GET', `/api/access-log?subject=${olena.id}`);
      expect(items.map((item) => item.action)).toEqual(expect.arrayContaining(['recovery.on_server', 'recovery.used']));
      expect(items.find((item) => item.action === 'recovery.on_server')?.account).toBeNull();
      await expect(recoverOnServer(server.options, 'nobody.here')).rejects.toMatchObject({ problem: { code: 'access.account_unknown' } });
    });

    it('is told step by step in the access log', async () => {
      const { items } = await olena.expect<{ items: { action: string; account: string | null }[] }>(200, 'GET', `/api/access-log?subject=${person.id}&limit=500`);
      const told = items.map(({ action, account }) => `${action} ${account ?? ''}`);
      expect(told).toEqual(expect.arrayContaining([`recovery.opened ${olena.id}`, `recovery.approved ${second.id}`, `recovery.used ${person.id}`]));
    });
  });

  it('the access log is read in pages without gap or repetition', async () => {
    const whole = (await olena.expect<{ items: { id: string }[] }>(200, 'GET', '/api/access-log?limit=500')).items.map(({ id }) => id);
    const paged: string[] = [];
    let after: string | null = '999999999';
    while (after !== null) {
      const page: { items: { id: string }[]; next: string | null } = await olena.expect(200, 'GET', `/api/access-log?limit=7&after=${after}`);
      paged.push(...page.items.map(({ id }) => id));
      after = page.next;
    }
    expect(paged).toEqual(whole);
    expect(whole.length).toBeGreaterThan(20);
  });

  it('a refused request is in the access log with who made it', async () => {
    const person = await server.invited(olena, [held('recovery', site)]);
    await person.refusal('GET', '/api/recoveries');
    const { items } = await olena.expect<{ items: object[] }>(200, 'GET', `/api/access-log?account=${person.id}&limit=1`);
    expect(items).toMatchObject([{ action: 'request.refused', account: person.id, detail: { method: 'GET', route: '/api/recoveries' } }]);
  });
});
