import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { ServerContext } from '../http/context.ts';

export const filesRoutes: FastifyPluginAsyncZod<{ readonly context: ServerContext }> = async () => Promise.resolve();
