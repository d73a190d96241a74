import { chainKey, type ChainHead } from '@imena/ledger';
import type { Role } from '@imena/record';
import type { Database } from '../database/tables.ts';
import type { KnownDevice, KnownEntry, KnownSubject, Surroundings } from './judge-entry.ts';
import { findDevices, findKnownEntries, findLedgerSubjects, findRoles } from './ledger.queries.ts';
import type { LogIdentity, LogState } from './log-state.ts';
import type { PreparedEntry } from './prepared-entry.ts';

/**
 * What stands around a batch: what was committed, read once, and what the batch itself has added so far. Nothing here
 * reaches the state in memory before the batch is committed.
 */
export class BatchSurroundings implements Surroundings {
  readonly installation: { readonly id: string; readonly device: string };
  readonly newHeads = new Map<string, ChainHead>();
  readonly #state: LogState;
  readonly #entries = new Map<string, KnownEntry>();
  readonly #devices = new Map<string, KnownDevice>();
  readonly #roles = new Map<string, { readonly scope: string | null; readonly role: Role }[]>();
  readonly #subjects = new Map<string, KnownSubject>();
  #broken = new Set<string>();

  constructor(state: LogState, identity: LogIdentity) {
    this.#state = state;
    this.installation = { id: identity.installation, device: identity.device };
  }

  /** Reads what the log and the accounts say about these entries; what the batch added itself stays. */
  async read(db: Database, entries: readonly PreparedEntry[]): Promise<void> {
    const envelopes = entries.map((entry) => entry.envelope);
    const ids = envelopes.flatMap((envelope) => [envelope.id, ...(envelope.supersedes ?? [])]).filter((id) => !this.#entries.has(id));
    const subjects = envelopes.flatMap((envelope) => [envelope.subject, envelope.scope]).filter((id) => !this.#subjects.has(id));
    const strangers = envelopes.filter((envelope) => envelope.device !== this.installation.device);
    for (const row of await findKnownEntries(db, unique(ids))) this.#entries.set(row.id, row);
    for (const row of await findLedgerSubjects(db, unique(subjects))) this.#subjects.set(row.id, row);
    if (strangers.length === 0) return;
    for (const row of await findDevices(db, unique(strangers.map((envelope) => envelope.device)))) this.#devices.set(row.id, row);
    const accounts = unique(strangers.map((envelope) => envelope.by)).filter((account) => !this.#roles.has(account));
    for (const account of accounts) this.#roles.set(account, []);
    for (const row of await findRoles(db, accounts)) this.#roles.get(row.account)?.push({ scope: row.scope, role: row.role as Role });
  }

  /** Counts an entry as logged for the rest of the batch; returns whether its subject is new. */
  add(entry: PreparedEntry, place: { readonly logIndex: number; readonly subjectKind: string }): boolean {
    const { envelope } = entry;
    const { device, scope, seq } = envelope;
    this.newHeads.set(chainKey(envelope), { device, scope, seq, envelopeHash: entry.envelopeHash });
    this.#entries.set(envelope.id, { logIndex: place.logIndex, envelopeHash: entry.envelopeHash, signature: entry.signed.signature, subject: envelope.subject, by: envelope.by });
    if (this.#subjects.has(envelope.subject)) return false;
    this.#subjects.set(envelope.subject, { kind: place.subjectKind, scope });
    return true;
  }

  /** Entries of one request after a refused one of the same chain cannot stand either. */
  breakChain(chain: string): void {
    this.#broken.add(chain);
  }

  /** The next request is judged afresh. */
  forgetBroken(): void {
    this.#broken = new Set();
  }

  entry(id: string): KnownEntry | undefined {
    return this.#entries.get(id);
  }

  head(chain: string): ChainHead | null {
    return this.newHeads.get(chain) ?? this.#state.heads.get(chain) ?? null;
  }

  device(id: string): KnownDevice | undefined {
    return this.#devices.get(id);
  }

  roles(account: string, scope: string): readonly Role[] {
    return (this.#roles.get(account) ?? []).filter((held) => held.scope === null || held.scope === scope).map((held) => held.role);
  }

  subject(id: string): KnownSubject | undefined {
    return this.#subjects.get(id);
  }

  isBroken(chain: string): boolean {
    return this.#broken.has(chain);
  }
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
