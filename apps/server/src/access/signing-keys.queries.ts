import type { Json } from '@imena/problem';
import { sql } from 'kysely';
import type { Executor } from './executor.ts';

export type SigningKeyKind = 'passkey' | 'passphrase';

/** A personal key that signs decisions. */
export interface SigningKeyRow {
  readonly id: string;
  readonly account: string;
  readonly kind: SigningKeyKind;
  readonly label: string;
  /** Passphrase: 32 bytes of Ed25519. Passkey: the COSE key. */
  readonly publicKey: Uint8Array;
  readonly wrapped: Json;
  readonly credentialId: string | null;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly rpId: string | null;
  readonly lastAssertion: Uint8Array | null;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
}

const columns = sql`id, account_id as account, kind, label, public_key as "publicKey", wrapped, credential_id as "credentialId", counter, transports,
  rp_id as "rpId", last_assertion as "lastAssertion", created_at as "createdAt", revoked_at as "revokedAt"`;

/** The keys of the transaction's account, withdrawn ones too; row-level security shows nobody else's. */
export async function listSigningKeys(tx: Executor): Promise<SigningKeyRow[]> {
  const { rows } = await sql<SigningKeyRow>`select ${columns} from signing_keys order by created_at, id`.execute(tx);
  return rows;
}

/** A key of the transaction's account, locked while its use is judged. */
export async function lockSigningKey(tx: Executor, id: string): Promise<SigningKeyRow | null> {
  const { rows } = await sql<SigningKeyRow>`select ${columns} from signing_keys where id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

/** The public part of anybody's key. */
export interface PublicSigningKey {
  readonly id: string;
  readonly account: string;
  readonly kind: SigningKeyKind;
  readonly publicKey: Uint8Array;
  readonly revokedAt: Date | null;
}

/** What is needed to check somebody's signature; needs an account in the transaction. */
export async function findPublicSigningKey(tx: Executor, id: string): Promise<PublicSigningKey | null> {
  const { rows } = await sql<PublicSigningKey>`
    select id, account_id as account, kind, public_key as "publicKey", revoked_at as "revokedAt" from public_signing_key(${id}::uuid)`.execute(tx);
  return rows[0] ?? null;
}

interface NewKey {
  readonly id: string;
  readonly accountId: string;
  readonly label: string;
  readonly publicKey: Uint8Array;
  readonly now: Date;
}

export async function insertPassphraseKey(tx: Executor, key: NewKey & { readonly wrapped: Json }): Promise<void> {
  await sql`
    insert into signing_keys (id, account_id, kind, label, public_key, wrapped, created_at)
    values (${key.id}, ${key.accountId}, 'passphrase', ${key.label}, ${Buffer.from(key.publicKey)}, ${JSON.stringify(key.wrapped)}::jsonb, ${key.now})`.execute(tx);
}

export interface NewPasskey extends NewKey {
  readonly credentialId: string;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly rpId: string;
}

export async function insertPasskey(tx: Executor, key: NewPasskey): Promise<void> {
  await sql`
    insert into signing_keys (id, account_id, kind, label, public_key, credential_id, counter, transports, rp_id, created_at)
    values (${key.id}, ${key.accountId}, 'passkey', ${key.label}, ${Buffer.from(key.publicKey)}, ${key.credentialId}, ${key.counter},
      ${[...key.transports]}, ${key.rpId}, ${key.now})`.execute(tx);
}

/** Notes the counter of an assertion that was verified, and which assertion it was. */
export async function noteAssertion(tx: Executor, id: string, { counter, assertion }: { counter: number; assertion: Uint8Array }): Promise<void> {
  await sql`update signing_keys set counter = ${counter}, last_assertion = ${Buffer.from(assertion)} where id = ${id}`.execute(tx);
}

/** Withdraws a live key of the transaction's account; returns whether there was one. */
export async function revokeSigningKey(tx: Executor, id: string, now: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`update signing_keys set revoked_at = ${now} where id = ${id} and revoked_at is null`.execute(tx);
  return numAffectedRows === 1n;
}

/** Withdraws every live key of an account, which must be the transaction's. */
export async function revokeKeysOf(tx: Executor, accountId: string, now: Date): Promise<void> {
  await sql`update signing_keys set revoked_at = ${now} where account_id = ${accountId} and revoked_at is null`.execute(tx);
}
