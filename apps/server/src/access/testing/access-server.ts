import { randomBytes, randomUUID } from 'node:crypto';
import { parseBody, type Role } from '@imena/record';
import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { migrate } from '../../database/migrate.ts';
import { openDatabase } from '../../database/open-database.ts';
import type { Database } from '../../database/tables.ts';
import { createTestDatabase, type TestTemplate } from '../../database/testing/test-database.ts';
import type { TestServer } from '../../database/testing/test-servers.ts';
import { answerProblems } from '../../http/answer-problems.ts';
import type { App } from '../../http/type-provider.ts';
import { addAuthentication } from '../authenticate.ts';
import type { AccessOptions, InstallationStatement } from '../options.ts';
import { syncRoleKinds } from '../role-kinds.queries.ts';
import type { Membership } from '../roles.ts';
import { accessRoutes } from '../routes.ts';
import { makeSetupLink } from '../setup.ts';
import { Person } from './person.ts';

/** A database with every migration and the table of readable kinds. */
export const accessTemplate: TestTemplate = {
  name: 'access.every-migration',
  make: async (owner) => {
    await migrate(owner);
    const db = openDatabase(owner, { max: 1, onError: () => undefined });
    await syncRoleKinds(db);
    await db.destroy();
  },
};

/** A clock that stands still until it is told to move. */
export class TestClock {
  #ms = Date.parse('2026-03-01T08:00:00Z');

  now = (): Date => new Date(this.#ms);

  advance(ms: number): void {
    this.#ms += ms;
  }
}

/** A server of the access routes alone, on a database of its own, as the application role. */
export interface AccessServer {
  readonly app: App;
  readonly options: AccessOptions;
  readonly db: Database;
  readonly owner: Database;
  readonly clock: TestClock;
  /** What the installation was asked to say in the ledger, each checked by the rules of the record. */
  readonly statements: InstallationStatement[];
  /** Somebody in front of the login page. */
  stranger(address?: string): Person;
  /** The first account, coordinator of every scope, logged in. Call once. */
  first(): Promise<Person>;
  /** A further account with these memberships, invited by `by`, logged in. */
  invited(by: Person, memberships: readonly Membership[]): Promise<Person>;
  close(): Promise<void>;
}

export const testOrigin = 'http://localhost:8080';
export const testPassword = 'eleven herons over the lake';

/** Starts it. */
export async function startAccessServer(server?: TestServer): Promise<AccessServer> {
  const database = await createTestDatabase(server === undefined ? { template: accessTemplate } : { template: accessTemplate, server });
  const onError = () => undefined;
  const db = openDatabase(await database.connectionAs('imena_app'), { max: 4, onError });
  const owner = openDatabase(database.owner, { max: 1, onError });
  const clock = new TestClock();
  const statements: InstallationStatement[] = [];
  const options: AccessOptions = {
    db,
    now: clock.now,
    random: (length) => randomBytes(length),
    origin: testOrigin,
    appendAsInstallation: (statement) => {
      parseBody(statement.body);
      statements.push(statement);
      return Promise.resolve({ id: randomUUID() });
    },
    describeInstallation: () =>
      Promise.resolve({ log: { origin: 'imena.test/log', vkey: 'none' }, installation: { id: randomUUID(), device: 'none', demonstration: false } }),
  };
  const app: App = Fastify().withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const failures: string[] = [];
  answerProblems(app, (line) => failures.push(line));
  await addAuthentication(app, options);
  await app.register(accessRoutes, { prefix: '/api', ...options });
  await app.ready();

  const stranger = (address = '10.0.0.1') => new Person(app, address);
  let number = 0;
  return {
    app, options, db, owner, clock, statements, stranger,
    async first() {
      const link = await makeSetupLink(options);
      const person = stranger();
      const body = { token: link?.split('#')[1], login: 'olena', displayName: 'Olena (synthetic)', password: testPassword };
      await person.expect(200, 'POST', '/api/setup', body);
      return person;
    },
    async invited(by, memberships) {
      const invitation = await by.expect<{ token: string }>(201, 'POST', '/api/invitations', { displayName: `Person ${++number} (synthetic)`, memberships });
      const person = stranger();
      await person.expect(200, 'POST', '/api/invitations/accept', { token: invitation.token, login: `person${number}`, password: testPassword });
      return person;
    },
    async close() {
      await app.close();
      await db.destroy();
      await owner.destroy();
      await database.drop();
      if (failures.length > 0) throw new Error(`the server failed where it should have refused:\n${failures.join('\n')}`);
    },
  };
}

/** One role in one scope, as invitations name it. */
export function held(role: Role, scope: string | null = null): Membership {
  return { scope, role };
}
