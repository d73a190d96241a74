import { randomBytes } from 'node:crypto';
import type { AccessOptions } from '../access/index.ts';
import { readLogState } from '../ledger/log-identity.queries.ts';
import type { ServerContext } from './context.ts';

/** What the accounts' side needs: the installation speaks for it in its own office's scope. */
export function accessOptions({ db, ledger, author, now }: ServerContext, origin: string): AccessOptions {
  const { identity } = ledger;
  return {
    db, now, origin, random: (bytes) => randomBytes(bytes),
    appendAsInstallation: async ({ subject, body }) => {
      const [entry] = await author.append([{ scope: identity.installation, subject, body }]);
      if (entry === undefined) throw new Error('nothing was appended');
      return { id: entry.id };
    },
    describeInstallation: async () => ({
      log: { origin: identity.origin, vkey: identity.vkey },
      installation: { id: identity.installation, device: identity.device, demonstration: (await readLogState(ledger.worker))?.demonstration ?? false },
    }),
  };
}
