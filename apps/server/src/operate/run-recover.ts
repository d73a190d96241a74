import { randomBytes } from 'node:crypto';
import { recoverOnServer, type AccessOptions } from '../access/index.ts';
import { openDatabase } from '../database/open-database.ts';
import { optionsOf, type CommandOptions } from './commands.ts';
import { withInstallation } from './open-installation.ts';

/** `imena admin recover LOGIN`: works beside a running server, on its own machine only. */
export async function runRecover(options: CommandOptions, login: string): Promise<{ readonly link: string }> {
  const port = options.environment['PORT'] ?? '3900';
  return withInstallation(optionsOf(options), 'beside', async ({ targets }) => {
    const db = openDatabase(targets.app, { max: 1, onError: () => undefined });
    const access: Pick<AccessOptions, 'db' | 'now' | 'random' | 'origin'> = { db, now: () => new Date(), random: (length) => randomBytes(length), origin: `http://localhost:${port}` };
    try {
      const { link } = await recoverOnServer(access, login);
      return { link };
    } finally {
      await db.destroy();
    }
  });
}
