import { sql } from 'kysely';
import type { Executor } from './executor.ts';

/** One key of one person in one browser. */
export interface DeviceRow {
  readonly id: string;
  readonly publicKey: Uint8Array;
  readonly account: string;
  /** The subject under which the ledger speaks of it. */
  readonly subject: string;
  readonly label: string;
  /** `challenge.signature`, both base64url: anybody can check it again. */
  readonly possession: string;
  readonly enrolledAt: Date;
  readonly enrolledEntry: string | null;
  readonly revokedAt: Date | null;
  readonly revokedBy: string | null;
  readonly revocation: string | null;
  readonly revokedEntry: string | null;
}

const columns = sql`id, public_key as "publicKey", account_id as account, subject_id as subject, label, possession, enrolled_at as "enrolledAt",
  enrolled_entry as "enrolledEntry", revoked_at as "revokedAt", revoked_by as "revokedBy", revocation, revoked_entry as "revokedEntry"`;

/** The devices of an account, or with null all of them. */
export async function listDevices(tx: Executor, accountId: string | null): Promise<DeviceRow[]> {
  const { rows } = await sql<DeviceRow>`
    select ${columns} from devices where ${accountId}::uuid is null or account_id = ${accountId} order by enrolled_at, id`.execute(tx);
  return rows;
}

/** A device by the SHA-256 (hex) of its public key. */
export async function findDevice(tx: Executor, id: string): Promise<DeviceRow | null> {
  const { rows } = await sql<DeviceRow>`select ${columns} from devices where id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

export interface NewDevice {
  readonly id: string;
  readonly publicKey: Uint8Array;
  readonly accountId: string;
  readonly label: string;
  readonly possession: string;
  readonly now: Date;
}

export async function insertDevice(tx: Executor, device: NewDevice): Promise<void> {
  await sql`
    insert into devices (id, public_key, account_id, label, possession, enrolled_at)
    values (${device.id}, ${Buffer.from(device.publicKey)}, ${device.accountId}, ${device.label}, ${device.possession}, ${device.now})`.execute(tx);
}

/** Revokes live devices; returns which of them were live. */
export async function markRevoked(tx: Executor, revocation: { devices: readonly string[]; by: string; explanation: string; now: Date }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update devices set revoked_at = ${revocation.now}, revoked_by = ${revocation.by}, revocation = ${revocation.explanation}
    where id = any(${[...revocation.devices]}) and revoked_at is null returning id`.execute(tx);
  return rows.map((row) => row.id);
}

/** Devices of which the ledger has not yet taken the enrolment or the revocation; null asks for all. */
export async function unrecordedDevices(tx: Executor, ids: readonly string[] | null): Promise<DeviceRow[]> {
  const wanted = ids === null ? null : [...ids];
  const { rows } = await sql<DeviceRow>`
    select ${columns} from devices
    where (${wanted}::text[] is null or id = any(${wanted}))
      and (enrolled_entry is null or (revoked_at is not null and revoked_entry is null)) order by enrolled_at, id`.execute(tx);
  return rows;
}

export async function setEnrolledEntry(tx: Executor, id: string, entry: string): Promise<void> {
  await sql`update devices set enrolled_entry = ${entry} where id = ${id}`.execute(tx);
}

export async function setRevokedEntry(tx: Executor, id: string, entry: string): Promise<void> {
  await sql`update devices set revoked_entry = ${entry} where id = ${id}`.execute(tx);
}

/** Forgets the entries of every device, because the log they stood in is gone; `recordDevices` makes them again. */
export async function forgetDeviceEntries(tx: Executor): Promise<void> {
  await sql`update devices set enrolled_entry = null, revoked_entry = null`.execute(tx);
}
