import { describe, expect, it } from 'vitest';
import { withClient } from '../cluster/ensure-database.ts';
import { createTestDatabase, type TestTemplate } from './test-database.ts';
import { availableServers } from './test-servers.ts';

let made = 0;
const template: TestTemplate = {
  name: 'test-database.int.test',
  make: (owner) => {
    made += 1;
    return withClient(owner, async (client) => {
      await client.query('create extension pg_trgm');
      await client.query('create table crosses (number integer primary key)');
      await client.query('insert into crosses values (398)');
    });
  },
};

describe.each(availableServers())('a test database on $name', (server) => {
  it('is a copy of the template, and what one test writes another does not see', async () => {
    made = 0;
    const [first, second] = [
      await createTestDatabase({ server, template }),
      await createTestDatabase({ server, template }),
    ];
    await withClient(first.owner, (client) => client.query('insert into crosses values (399)'));
    const count = await withClient(second.owner, (client) =>
      client.query<{ n: number }>('select count(*)::int as n from crosses'),
    );
    expect(count.rows).toEqual([{ n: 1 }]);
    expect(made).toBe(1);
    await Promise.all([first.drop(), second.drop()]);
  });

  it('belongs to an owner who is no superuser, and finds Cyrillic names by trigrams', async () => {
    const database = await createTestDatabase({ server, template });
    const row = await withClient(database.owner, (client) =>
      client.query<{ superuser: string; similarity: number }>(
        `select current_setting('is_superuser') as superuser, similarity('Ковальчук', 'Коваль') as similarity`,
      ),
    );
    expect(row.rows[0]?.superuser).toBe('off');
    expect(row.rows[0]?.similarity).toBeGreaterThan(0);
    await database.drop();
  });

  it('is gone after it was dropped, though somebody is still connected', async () => {
    const database = await createTestDatabase({ server });
    await withClient(database.owner, async (client) => {
      await client.query('select 1');
      await database.drop();
      await expect(client.query('select 1')).rejects.toThrow();
    });
    await expect(withClient(database.owner, (client) => client.query('select 1'))).rejects.toThrow(/does not exist/);
  });
});
