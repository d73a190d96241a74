import { codeLists } from '@imena/record';
import { createAccount, prepareAccount } from '../create-account.ts';
import { insertMemberships } from '../memberships.queries.ts';
import { openSession } from '../open-session.ts';
import type { AccessOptions } from '../options.ts';
import { withAccount } from '../with-account.ts';
import type { Database } from '../../database/tables.ts';
import type { Seat } from './walk-routes.ts';

/** One account for every role, in one scope and in every scope. */
export interface Seats {
  readonly accountOf: (seat: Seat) => string;
  readonly cookieOf: (seat: Seat) => Promise<string>;
}

/** Makes the accounts of the matrix, as the owner of the database, so that nobody need invite them. */
export async function makeSeats(options: Pick<AccessOptions, 'db' | 'now' | 'random'> & { readonly owner: Database; readonly ownScope: string }): Promise<Seats> {
  const { owner, db, now, ownScope } = options;
  const accounts = new Map<string, string>();
  for (const role of codeLists.roles) {
    for (const scope of ['own', 'every'] as const) {
      const account = await prepareAccount({ login: `${role}.${scope}`, displayName: `${role} (synthetic)`, password: 'seat of the access matrix' });
      await createAccount(owner, account, now());
      await insertMemberships(owner, { accountId: account.id, memberships: [{ scope: scope === 'own' ? ownScope : null, role }], grantedBy: null, now: now() });
      accounts.set(`${role} ${scope}`, account.id);
    }
  }
  const accountOf = (seat: Seat): string => {
    const id = accounts.get(`${seat.role} ${seat.scope}`);
    if (id === undefined) throw new Error(`no account for ${seat.role}`);
    return id;
  };
  return {
    accountOf,
    cookieOf: async (seat) => {
      const accountId = accountOf(seat);
      const visitor = { address: '127.0.0.1', userAgent: null, oldSession: null };
      const { token } = await withAccount(db, accountId, (tx) => openSession(tx, options, { accountId, visitor }));
      return `imena_session=${token}`;
    },
  };
}
