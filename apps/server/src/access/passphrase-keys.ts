import { randomUUID } from 'node:crypto';
import { refuse, type Json } from '@imena/problem';
import { isAcceptableKey } from '@imena/ledger';
import { logAccess } from './access-log.queries.ts';
import { withConstraintProblems } from './constraint-problems.ts';
import type { AccessOptions } from './options.ts';
import type { RequestAccount } from './roles.ts';
import { insertPassphraseKey, revokeSigningKey } from './signing-keys.queries.ts';
import { withAccount } from './with-account.ts';

/** Largest wrapped private key, in bytes of its JSON. */
export const maximumWrappedBytes = 4096;

/** A key that the browser made and wrapped; the passphrase never leaves it. */
export interface PassphraseKey {
  readonly account: RequestAccount;
  /** 32 bytes of Ed25519, base64url. */
  readonly publicKey: string;
  /**
   * The private key under the passphrase: PBKDF2-HMAC-SHA256 of at least 600,000 rounds, then AES-256-GCM. Closed to
   * the server, which only keeps it, so it cannot check the rounds: the browser refuses to make fewer.
   */
  readonly wrapped: Json;
  readonly label: string;
  readonly address: string;
}

/** Keeps a passphrase key for its person. @throws Problem `access.key_malformed`, `access.key_too_large`, `access.key_taken`, `access.key_label_taken` */
export async function addPassphraseKey({ db, now }: Pick<AccessOptions, 'db' | 'now'>, { account, publicKey: text, wrapped, label, address }: PassphraseKey): Promise<string> {
  const publicKey = Buffer.from(text, 'base64url');
  if (!isAcceptableKey(publicKey)) refuse('access.key_malformed');
  if (Buffer.byteLength(JSON.stringify(wrapped)) > maximumWrappedBytes) refuse('access.key_too_large', { maximum: maximumWrappedBytes });
  const id = randomUUID();
  await withConstraintProblems(() =>
    withAccount(db, account.id, async (tx) => {
      await insertPassphraseKey(tx, { id, accountId: account.id, label, publicKey, wrapped, now: now() });
      await logAccess(tx, { account: account.id, action: 'key.added', subject: id, detail: { kind: 'passphrase' }, address, at: now() });
    }),
  );
  return id;
}

/** Withdraws one's own key; decisions it signed before keep their signature. @throws Problem `access.not_found` */
export async function withdrawKey({ db, now }: Pick<AccessOptions, 'db' | 'now'>, { account, id, address }: { account: RequestAccount; id: string; address: string }): Promise<void> {
  await withAccount(db, account.id, async (tx) => {
    if (!(await revokeSigningKey(tx, id, now()))) refuse('access.not_found');
    await logAccess(tx, { account: account.id, action: 'key.withdrawn', subject: id, address, at: now() });
  });
}
