import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { accessTemplate, held, testPassword } from '../access/testing/access-server.ts';
import { Person } from '../access/testing/person.ts';
import type { Membership } from '../access/index.ts';
import { createTestDatabase, type TestDatabase } from '../database/testing/test-database.ts';
import type { DatabaseTargets } from '../database/open-database.ts';
import { startServer, type RunningServer, type ServerOptions } from '../start-server.ts';
import type { EntryResult } from '../ledger/receive-entries.ts';
import { TestDevice, type Send, type TestStatement } from './test-device.ts';

/** A person with a session and an enrolled device. */
export interface Member {
  readonly person: Person;
  readonly device: TestDevice;
  readonly account: string;
  /** Signs and sends statements; answers what became of each. */
  state(...statements: TestStatement[]): Promise<EntryResult[]>;
  send(entries: readonly unknown[]): Promise<{ results: EntryResult[]; checkpoint: string }>;
}

/** The whole server on a database and a data folder of its own. */
export interface WholeServer {
  readonly server: RunningServer;
  readonly database: TestDatabase;
  readonly targets: DatabaseTargets;
  readonly dataDir: string;
  readonly failures: readonly string[];
  /** Coordinator of every scope; the first call makes the first account. */
  readonly coordinator: Member;
  member(memberships: readonly Membership[]): Promise<Member>;
  /** Stops the server and starts another on the same data. */
  restart(options?: Partial<ServerOptions>): Promise<RunningServer>;
  close(): Promise<void>;
}

/** Starts it, with a first account that holds every role that coordinates. */
export async function startWholeServer(options: Partial<ServerOptions> = {}): Promise<WholeServer> {
  const database = await createTestDatabase({ template: accessTemplate });
  const dataDir = await mkdtemp(path.join(tmpdir(), 'imena-server-'));
  const targets: DatabaseTargets = { owner: database.owner, app: await database.connectionAs('imena_app'), worker: await database.connectionAs('imena_worker') };
  const lines: string[] = [];
  const start = (more: Partial<ServerOptions> = {}): Promise<RunningServer> =>
    startServer({ dataDir, port: 0, isWatched: true, targets, log: (line) => lines.push(line), webFolder: path.join(dataDir, 'no-pages'), ...options, ...more });
  const whole = { server: await start(), database, targets, dataDir };
  const link = await whole.server.makeSetupLink();
  const first = new Person(whole.server.app, '10.0.0.1');
  await first.expect(200, 'POST', '/api/setup', { token: link?.split('#')[1], login: 'coordinator', displayName: 'Coordinator (synthetic)', password: testPassword });
  let number = 0;
  const memberOf = async (person: Person): Promise<Member> => {
    const send: Send = (method, url, body) => person.expect(200, method, url, body);
    const device = await new TestDevice(person.id).enrol(send);
    const sendEntries = (entries: readonly unknown[]) => person.expect<{ results: EntryResult[]; checkpoint: string }>(200, 'POST', '/api/entries', { entries });
    return {
      person, device, account: person.id, send: sendEntries,
      state: async (...statements) => (await sendEntries(statements.map((statement) => device.sign(statement)))).results,
    };
  };
  const coordinator = await memberOf(first);
  return {
    get server() { return whole.server; },
    database, targets, dataDir, coordinator,
    get failures() { return lines.filter((line) => line.startsWith('FAILURE')); },
    member: async (memberships) => {
      number += 1;
      const { token } = await first.expect<{ token: string }>(201, 'POST', '/api/invitations', { displayName: `Member ${number} (synthetic)`, memberships });
      const person = new Person(whole.server.app, `10.0.1.${number}`);
      await person.expect(200, 'POST', '/api/invitations/accept', { token, login: `member${number}`, password: testPassword });
      return memberOf(person);
    },
    restart: async (more) => {
      await whole.server.stop();
      whole.server = await start(more);
      return whole.server;
    },
    close: async () => {
      await whole.server.stop();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A new site, as its first statement; the site is its own scope. */
export function siteStatement(site: string = randomUUID()): TestStatement {
  return { scope: site, subject: site, kind: 'site', body: { type: 'site.registered', basis: 'observed', code: 'SYN', name: { en: 'Synthetic site', uk: 'Вигадане місце' }, synthetic: true } };
}

/** A grave of a site with a number. */
export function graveStatement(site: string, number: string, grave: string = randomUUID()): TestStatement {
  return { scope: site, subject: grave, kind: 'grave', body: { type: 'grave.marked', basis: 'observed', site, number, synthetic: true } };
}

export { held };
