export { serve } from './serve.ts';
export { startServer, type RunningServer, type ServerOptions } from './start-server.ts';
export type { ServerContext } from './http/context.ts';
export type { ServerPart } from './http/build-app.ts';
export type { App } from './http/type-provider.ts';
export { runBackup, runDoctor, runExport, runRebuild, runRestore, type CommandOptions } from './operate/commands.ts';
export type { BackupManifest } from './operate/backup.ts';
export type { Finding } from './operate/doctor.ts';
