import { randomUUID } from 'node:crypto';
import * as nodeCrypto from 'node:crypto';
import path from 'node:path';
import { primitivesFromNode, usePrimitives } from '@imena/ledger';
import { refuse } from '@imena/problem';
import { makeSetupLink, recordDevices, syncRoleKinds } from './access/index.ts';
import { migrate } from './database/migrate.ts';
import { openDatabase, type DatabaseTargets } from './database/open-database.ts';
import { derivationsOf } from './derivations.ts';
import { FolderFileStore } from './files/file-store.ts';
import { startTidyingUploads } from './files/tidy-uploads.ts';
import { accessOptions } from './http/access-options.ts';
import { buildApp, type ServerPart } from './http/build-app.ts';
import type { ServerContext } from './http/context.ts';
import type { App } from './http/type-provider.ts';
import { InstallationAuthor } from './ledger/append-as-installation.ts';
import { openLedger } from './ledger/open-ledger.ts';
import { startRecordingHeads } from './ledger/record-heads.ts';
import { enrolInstallation } from './operate/enrol-installation.ts';
import { TaskSources } from './register/task-sources.ts';
import { isRestoreCutOff, makeDataFolder } from './operate/data-folder.ts';
import { checkDatabase, checkRole, findDatabase, type FoundDatabase } from './operate/find-database.ts';
import { serverParts } from './server-parts.ts';
import { defaultUploadBytesPerDay } from './settings.ts';

export interface ServerOptions {
  /** Absolute folder for database, keys and files. */
  readonly dataDir: string;
  /** 0 chooses a free port. */
  readonly port: number;
  readonly host?: string;
  /** A database that is already up (tests); otherwise the environment's or our own is started. */
  readonly targets?: DatabaseTargets;
  readonly databaseUrl?: string | undefined;
  readonly ownerUrl?: string | undefined;
  readonly webFolder?: string;
  readonly parts?: readonly ServerPart[];
  /** Connections for requests; default 8. */
  readonly connections?: number;
  /** Bytes that one account may send in a day; default 20 GiB. */
  readonly uploadBytesPerDay?: number;
  readonly now?: () => Date;
  readonly log?: (line: string) => void;
  /** Fails requests whose answer is not as the description of the interface says: for tests. */
  readonly isWatched?: boolean;
  /** Called before the first entry of a new log is written: what has to survive a crash right after it is noted here. */
  readonly onNewLog?: () => void;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  readonly app: App;
  readonly context: ServerContext;
  readonly targets: DatabaseTargets;
  /** Whether this start began the log. */
  readonly isNew: boolean;
  /** The one-time link for the first account; null when there is an account. */
  makeSetupLink(): Promise<string | null>;
  /** Resolves with a reason when the server cannot go on: its database or its lock is lost. */
  readonly failed: Promise<string>;
  /** Stops answering, finishes what is queued, and ends what was started. */
  stop(): Promise<void>;
}

/**
 * Starts everything in order: data folder and database, migrations, the writer with its lock, then HTTP. Whatever was
 * started is stopped again when a later step refuses.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  usePrimitives(primitivesFromNode(nodeCrypto));
  const { dataDir, log = () => undefined, now = () => new Date() } = options;
  makeDataFolder(dataDir);
  if (isRestoreCutOff(dataDir)) refuse('operate.restore_cut_off', { folder: dataDir });
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (let next = stops.pop(); next !== undefined; next = stops.pop()) await next();
  };
  try {
    const database = options.targets === undefined ? await findDatabase({ dataDir, databaseUrl: options.databaseUrl, ownerUrl: options.ownerUrl, log }) : given(options.targets);
    stops.push(() => database.stop());
    await prepareDatabase(database, log);
    const onError = (error: Error): void => log(`a database connection was lost: ${error.message}`);
    const db = openDatabase(database.targets.app, { max: options.connections ?? 8, onError });
    stops.push(() => db.destroy());
    const worker = openDatabase(database.targets.worker, { max: 4, onError });
    stops.push(() => worker.destroy());
    const files = new FolderFileStore(path.join(dataDir, 'files'));
    const derivations = derivationsOf(files);
    const ledger = await openLedger({ targets: database.targets, worker, dataDir, now, newId: randomUUID, log, derivations });
    stops.push(() => ledger.close());
    const author = new InstallationAuthor(ledger, files);
    const context: ServerContext = { db, ledger, author, files, uploadBytesPerDay: options.uploadBytesPerDay ?? defaultUploadBytesPerDay, targets: database.targets, derivations, tasks: new TaskSources(), onLogReplaced: [], now, log };
    const uploads = startTidyingUploads({ files, now, log });
    stops.push(() => uploads.stop());
    const isNew = ledger.state.size === 0;
    if (isNew) options.onNewLog?.();
    await enrolInstallation(ledger, author);
    const heads = startRecordingHeads(context);
    stops.push(() => heads.stop());
    const { app, port, url } = await listen(context, options);
    stops.push(() => app.close());
    await ledger.writer.resubmitWaiting();
    const access = accessOptions(context, url);
    await recordDevices(access, 'all');
    const failed = Promise.race([
      ledger.lost.then((error) => `the writer has lost its database: ${error?.message ?? 'the connection was closed'}`),
      database.ended.then(() => 'the database server has ended'),
    ]);
    return { url, port, app, context, targets: database.targets, isNew, makeSetupLink: () => makeSetupLink(access), failed, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function prepareDatabase(database: FoundDatabase, log: (line: string) => void): Promise<void> {
  await checkDatabase(database);
  if (database.hasOwner) {
    const names = await migrate(database.targets.owner);
    if (names.length > 0) log(`migrations: ${names.join(', ')}`);
    const owner = openDatabase(database.targets.owner, { max: 1, onError: () => undefined });
    await syncRoleKinds(owner).finally(() => owner.destroy());
  }
  await checkRole(database);
}

function given(targets: DatabaseTargets): FoundDatabase {
  return { targets, login: targets.app, hasOwner: true, kind: 'external', ended: new Promise(() => undefined), stop: () => Promise.resolve() };
}

async function listen(context: ServerContext, options: ServerOptions): Promise<{ app: App; port: number; url: string }> {
  const { host = '127.0.0.1', port: wanted } = options;
  const origin = `http://localhost:${wanted}`;
  const app = await buildApp({ context, origin, webFolder: options.webFolder ?? path.resolve(import.meta.dirname, '../../web/dist'), parts: options.parts ?? serverParts, isWatched: options.isWatched ?? false });
  try {
    await app.listen({ host, port: wanted });
  } catch (error) {
    await app.close();
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return refuse('server.port_taken', { port: wanted });
    throw error;
  }
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : wanted;
  return { app, port, url: `http://localhost:${port}` };
}
