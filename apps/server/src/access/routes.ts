import type { FastifyPluginAsync } from 'fastify';
import { accessLogRoutes } from './access-log-routes.ts';
import { accountRoutes } from './account-routes.ts';
import { deviceRoutes } from './device-routes.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { keyRoutes } from './key-routes.ts';
import type { AccessOptions } from './options.ts';
import { recoveryRoutes } from './recovery-routes.ts';
import { sessionRoutes } from './session-routes.ts';

/**
 * Every route about sessions, accounts and keys. Register it under `/api`, after `addAuthentication`, on a server with
 * the zod compilers and an error handler that answers Problems.
 */
export const accessRoutes: FastifyPluginAsync<AccessOptions> = async (app, options) => {
  for (const routes of [sessionRoutes, accountRoutes, invitationRoutes, recoveryRoutes, deviceRoutes, keyRoutes, accessLogRoutes]) {
    // The prefix is already on this instance; passing it on would put it there twice.
    await app.register(routes, withoutPrefix(options));
  }
};

function withoutPrefix({ db, now, random, origin, appendAsInstallation, describeInstallation }: AccessOptions): AccessOptions {
  return { db, now, random, origin, appendAsInstallation, describeInstallation };
}
