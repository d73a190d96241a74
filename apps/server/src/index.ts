export { startServer, type RunningServer, type ServerOptions } from './start-server.ts';
export type { ServerContext } from './http/context.ts';
export type { ServerPart } from './http/build-app.ts';
export type { App } from './http/type-provider.ts';
