import path from 'node:path';
import { databaseSettings } from '../settings.ts';
import { rebuildRegister } from '../register/rebuild-register.ts';
import { backUp, type BackupManifest } from './backup.ts';
import { compareRegister, compareSample } from './compare-register.ts';
import { examine, type Finding } from './doctor.ts';
import type { DatabaseOptions } from './find-database.ts';
import { withInstallation } from './open-installation.ts';
import { restore } from './restore.ts';

/** What every command of operations is given. */
export interface CommandOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly data?: string | undefined;
  /** Hears of progress, one line each; for people. */
  readonly log: (line: string) => void;
}

/** Where the data are, as the environment and the call say. */
export function optionsOf({ environment, data, log }: CommandOptions): DatabaseOptions {
  return { ...databaseSettings(environment, data), log };
}

/** `imena doctor`: with the server stopped and `isFull`, the whole register is folded anew and compared. */
export async function runDoctor(options: CommandOptions, { isFull }: { readonly isFull: boolean }): Promise<readonly Finding[]> {
  return withInstallation(optionsOf(options), isFull ? 'alone' : 'beside', async (installation) => {
    const { worker, size, derivations } = installation;
    const findings = await examine({ ...installation, onProgress: (check, done) => { if (done % 10_000 === 0) options.log(`${check}: ${done}`); } });
    const register = isFull ? await compareRegister(worker, size, { now: new Date(), derivations }) : await compareSample(worker, 500);
    return [...findings, register];
  });
}

/** `imena rebuild`; returns the number of entries that were folded. */
export async function runRebuild(options: CommandOptions): Promise<{ readonly entries: number }> {
  return withInstallation(optionsOf(options), 'alone', async ({ worker, size, derivations }) => {
    await rebuildRegister(worker, size, { now: new Date(), derivations, onProgress: (done) => options.log(`register: ${done} of ${size}`) });
    return { entries: size };
  });
}

/** `imena backup FILE.tar` */
export async function runBackup(options: CommandOptions, file: string): Promise<BackupManifest> {
  const database = optionsOf(options);
  return withInstallation(database, 'beside', ({ owner, derivations }) =>
    backUp({ owner, dataDir: database.dataDir, derivations, file: path.resolve(file), onProgress: options.log }));
}

/** `imena restore FILE.tar` */
export async function runRestore(options: CommandOptions, file: string): Promise<BackupManifest> {
  return restore(path.resolve(file), { ...optionsOf(options), onProgress: options.log });
}
