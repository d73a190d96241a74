import swagger from '@fastify/swagger';
import Fastify from 'fastify';
import { jsonSchemaTransformObject, serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { accessRoutes, addAuthentication } from '../access/index.ts';
import { filesRoutes } from '../files/routes.ts';
import { ledgerRoutes } from '../ledger/routes.ts';
import { operateRoutes } from '../operate/routes.ts';
import { registerRoutes } from '../register/routes.ts';
import { figuresRoutes } from '../register/figures-routes.ts';
import { overviewRoutes } from '../register/overview-routes.ts';
import { accessOptions } from './access-options.ts';
import { describeAnswers } from './answers/describe-answers.ts';
import { watchAnswers } from './answers/watch-answers.ts';
import { answerProblems } from './answer-problems.ts';
import { compressAnswers } from './compress-answers.ts';
import type { ServerContext } from './context.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { serveWeb } from './serve-web.ts';
import type { App } from './type-provider.ts';

export interface AppOptions {
  readonly context: ServerContext;
  /** Scheme, host and port under which people reach the server. */
  readonly origin: string;
  readonly webFolder: string;
  /** Further parts of the server (matching, decision, report), under `/api`. */
  readonly parts: readonly ServerPart[];
  /** Fails requests whose answer is not as described: for tests. */
  readonly isWatched?: boolean;
}

/** A part of the server that brings its own routes and, on `ledger.rules`, its own rules. */
export type ServerPart = (app: App, context: ServerContext) => void | Promise<void>;

/** Puts the HTTP side together; listens nowhere yet. */
export async function buildApp({ context, origin, webFolder, parts, isWatched = false }: AppOptions): Promise<App> {
  const app: App = Fastify({ logger: false, bodyLimit: 1024 * 1024, forceCloseConnections: true, routerOptions: { maxParamLength: 200 } }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerProblems(app, context.log);
  addSecurityHeaders(app);
  if (isWatched) watchAnswers(app);
  compressAnswers(app);
  const access = accessOptions(context, origin);
  await addAuthentication(app, access);
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Imena', version: '0.1.0', description: 'Every path lies under /api; see docs/flow/api.md.' } },
    transform: describeAnswers, transformObject: jsonSchemaTransformObject,
  });
  await app.register(
    async (api) => {
      await api.register(accessRoutes, access);
      for (const routes of [ledgerRoutes, registerRoutes, overviewRoutes, figuresRoutes, filesRoutes, operateRoutes]) await api.register(routes, { context });
      for (const part of parts) await part(api.withTypeProvider<ZodTypeProvider>(), context);
      api.get('/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, () => app.swagger());
    },
    { prefix: '/api' },
  );
  await serveWeb(app, webFolder);
  return app;
}
