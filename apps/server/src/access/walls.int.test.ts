import { readableKinds, codeLists } from '@imena/record';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { availableServers } from '../database/testing/test-servers.ts';
import type { Executor } from './executor.ts';
import { syncRoleKinds } from './role-kinds.queries.ts';
import { assertSafeRole } from './safe-role.queries.ts';
import { held, startAccessServer, type AccessServer } from './testing/access-server.ts';
import type { Person } from './testing/person.ts';
import { withAccount } from './with-account.ts';

const site = '11111111-1111-4111-8111-111111111111';
const otherSite = '22222222-2222-4222-8222-222222222222';

describe.each(availableServers())('row-level security on $name', (postgres) => {
  let server: AccessServer;
  let olena: Person;
  let worker: Person;

  beforeAll(async () => {
    server = await startAccessServer(postgres);
    olena = await server.first();
    worker = await server.invited(olena, [held('mortuary', site)]);
  });
  afterAll(() => server.close());

  const keysOf = async (account: string | null): Promise<string[]> =>
    withAccount(server.db, account, async (tx) => (await sql<{ keys: string[] }>`select readable_keys() as keys`.execute(tx)).rows[0]?.keys ?? []);
  const count = async (tx: Executor, table: string): Promise<number> =>
    (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx)).rows[0]?.n ?? -1;

  it('lets nothing be read where no account is set', async () => {
    expect(await keysOf(null)).toEqual([]);
    for (const table of ['memberships', 'signing_keys', 'access_log']) {
      expect(await withAccount(server.db, null, (tx) => count(tx, table)), table).toBe(0);
      expect(await count(server.db, table), `${table}, outside any transaction`).toBe(0);
    }
  });

  it('gives a role held in one scope its kinds there, and one held everywhere its kinds everywhere', async () => {
    expect((await keysOf(worker.id)).sort()).toEqual(readableKinds.mortuary.map((kind) => `${site}:${kind}`).sort());
    expect((await keysOf(olena.id)).sort()).toEqual(readableKinds.coordinator.map((kind) => `*:${kind}`).sort());
    expect(await keysOf(site)).toEqual([]);
  });

  it('forgets the account with the transaction, so that a pooled connection carries nothing on', async () => {
    await withAccount(server.db, olena.id, (tx) => count(tx, 'memberships'));
    for (let i = 0; i < 8; i++) {
      const { rows } = await sql<{ account: string | null }>`select current_account() as account`.execute(server.db);
      expect(rows).toEqual([{ account: null }]);
    }
  });

  it('takes everything away from a closed account and from an ended membership at once', async () => {
    const leaving = await server.invited(olena, [held('board', site), held('analyst')]);
    expect(await keysOf(leaving.id)).not.toEqual([]);
    await sql`update memberships set ended_at = now() where account_id = ${leaving.id} and role = 'analyst'`.execute(server.owner);
    expect((await keysOf(leaving.id)).every((key) => key.startsWith(site))).toBe(true);
    await sql`update accounts set closed_at = now() where id = ${leaving.id}`.execute(server.owner);
    expect(await keysOf(leaving.id)).toEqual([]);
  });

  it('keeps the table of readable kinds equal to the rule in the record', async () => {
    await sql`delete from role_kinds where role = 'auditor'`.execute(server.owner);
    await sql`insert into role_kinds values ('recovery', 'profile')`.execute(server.owner);
    await syncRoleKinds(server.owner);
    const { rows } = await sql<{ role: string; kind: string }>`select role, kind from role_kinds`.execute(server.owner);
    const wanted = Object.entries(readableKinds).flatMap(([role, kinds]) => kinds.map((kind) => `${role} ${kind}`));
    expect(rows.map((row) => `${row.role} ${row.kind}`).sort()).toEqual(wanted.sort());
  });

  it('knows every role of the record and no other', async () => {
    const { rows } = await sql<{ text: string }>`select pg_get_constraintdef(oid) as text from pg_constraint where conname = 'memberships_role_known'`.execute(server.owner);
    const known = [...(rows[0]?.text ?? '').matchAll(/'([a-z_]+)'/g)].map((match) => match[1]);
    expect(known.sort()).toEqual([...codeLists.roles].sort());
  });

  it('lets nobody give a role in a scope that the giver does not coordinate, whatever the program says', async () => {
    const local = await server.invited(olena, [held('coordinator', site)]);
    const give = (by: string, scope: string | null) =>
      withAccount(server.db, by, (tx) => sql`insert into memberships (account_id, scope, role) values (${worker.id}, ${scope}, 'auditor')`.execute(tx));
    await expect(give(worker.id, site)).rejects.toThrow(/row-level security/);
    await expect(give(local.id, otherSite)).rejects.toThrow(/row-level security/);
    await expect(give(local.id, null)).rejects.toThrow(/row-level security/);
    await give(local.id, site);
    await expect(withAccount(server.db, null, (tx) => sql`insert into memberships (account_id, scope, role) values (${worker.id}, null, 'board')`.execute(tx))).rejects.toThrow(/row-level security/);
  });

  it('shows another person’s signing key to nobody, and its public part to whoever has an account', async () => {
    await sql`insert into signing_keys (id, account_id, kind, label, public_key, wrapped, created_at)
      values (${site}, ${worker.id}, 'passphrase', 'key', ${Buffer.alloc(32, 7)}, '{"secret": 1}', now())`.execute(server.owner);
    expect(await withAccount(server.db, worker.id, (tx) => count(tx, 'signing_keys'))).toBe(1);
    expect(await withAccount(server.db, olena.id, (tx) => count(tx, 'signing_keys'))).toBe(0);
    const ask = (account: string | null) => withAccount(server.db, account, (tx) => sql`select * from public_signing_key(${site}::uuid)`.execute(tx));
    const shown = await ask(olena.id);
    expect(shown.rows).toHaveLength(1);
    expect(Object.keys(shown.rows[0] ?? {})).not.toContain('wrapped');
    expect((await ask(null)).rows).toEqual([]);
  });

  it('lets lines be added to the access log by all, read by coordinators and auditors of everything, changed by nobody', async () => {
    const auditor = await server.invited(olena, [held('auditor')]);
    const localAuditor = await server.invited(olena, [held('auditor', site)]);
    expect(await withAccount(server.db, auditor.id, (tx) => count(tx, 'access_log'))).toBeGreaterThan(0);
    for (const person of [worker, localAuditor]) expect(await withAccount(server.db, person.id, (tx) => count(tx, 'access_log'))).toBe(0);
    for (const change of [sql`update access_log set action = 'x'`, sql`delete from access_log`, sql`truncate access_log`]) {
      await expect(withAccount(server.db, olena.id, (tx) => change.execute(tx))).rejects.toThrow(/permission denied/);
      await expect(change.execute(server.owner)).rejects.toThrow(/only added/);
    }
  });

  it('cannot be put behind by the application, which owns nothing, changes no rule and grants itself nothing', async () => {
    const attempts = [
      sql`create table mine (id integer)`, sql`alter table memberships disable row level security`, sql`drop policy memberships_seen on memberships`,
      sql`insert into role_kinds values ('recovery', 'profile')`, sql`set role imena_owner`, sql`create role other`, sql`update memberships set role = 'board'`,
      sql`create function readable_keys(integer) returns text[] language sql as 'select array[''*:profile'']'`,
    ];
    for (const attempt of attempts) await expect(attempt.execute(server.db)).rejects.toThrow(/permission denied|must be owner|violates/);
    const { rows } = await sql`select 1 from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in ('imena_app', 'imena_worker')`.execute(server.owner);
    expect(rows).toEqual([]);
  });

  it('cannot be fooled by a temporary table of the same name', async () => {
    await withAccount(server.db, worker.id, async (tx) => {
      await sql`create temporary table memberships (account_id uuid, scope uuid, role text, ended_at timestamptz) on commit drop`.execute(tx);
      await sql`insert into memberships values (${worker.id}, null, 'board', null)`.execute(tx);
      const { rows } = await sql<{ keys: string[] }>`select readable_keys() as keys`.execute(tx);
      expect(rows[0]?.keys.every((key) => key.startsWith(site))).toBe(true);
    });
  });

  it('is the reason why the server runs as the application and refuses to run as the owner', async () => {
    await assertSafeRole(server.db);
    await expect(assertSafeRole(server.owner)).rejects.toMatchObject({ problem: { code: 'access.unsafe_role', details: { role: 'imena_owner' } } });
    // As another role on the owner's connection: a query could reset it.
    await server.owner.transaction().execute(async (tx) => {
      await expect(assertSafeRole(tx)).rejects.toMatchObject({ problem: { code: 'access.unsafe_role' } });
    });
  });

  it('finds the application and the worker role bound', async () => {
    const { rows } = await sql<{ rolname: string; free: boolean }>`
      select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as free from pg_roles
      where rolname in ('imena_app', 'imena_worker') order by rolname`.execute(server.owner);
    expect(rows).toEqual([{ rolname: 'imena_app', free: false }, { rolname: 'imena_worker', free: false }]);
  });
});
