import { chainKey, placeInChain, type ChainHead } from '@imena/ledger';
import { makeProblem, type Problem } from '@imena/problem';
import { entryKindOf, mayState, statementTypes, type Role, type SubjectKind } from '@imena/record';
import type { PreparedEntry } from './prepared-entry.ts';

export interface KnownEntry {
  readonly logIndex: number;
  readonly envelopeHash: string;
  readonly signature: Uint8Array;
  readonly subject: string;
  readonly by: string;
}

export interface KnownDevice {
  readonly account: string;
  readonly isRevoked: boolean;
}

export interface KnownSubject {
  readonly kind: string;
  readonly scope: string;
}

/** What stands around an entry: the log, chains, devices and roles as the writer knows them at this point of a batch. */
export interface Surroundings {
  readonly installation: { readonly id: string; readonly device: string };
  entry(id: string): KnownEntry | undefined;
  head(chain: string): ChainHead | null;
  device(id: string): KnownDevice | undefined;
  roles(account: string, scope: string): readonly Role[];
  subject(id: string): KnownSubject | undefined;
  /** Whether an earlier entry of this chain was refused in the same request. */
  isBroken(chain: string): boolean;
}

export type Verdict =
  | { readonly kind: 'append'; readonly subjectKind: string }
  | { readonly kind: 'known'; readonly logIndex: number }
  | { readonly kind: 'hold'; readonly reason: 'predecessor' | 'subject'; readonly problem: Problem }
  | { readonly kind: 'refuse'; readonly problem: Problem; readonly isQuarantined: boolean };

/** Who sends an entry: an account in its session, or the installation itself. */
export type Sender = { readonly account: string };

/**
 * Decides what becomes of an entry whose own content and signature were verified. Order matters: what the log already
 * holds is answered first, then who may, then what it is about, and only then its place in the chain.
 */
export function judgeEntry(entry: PreparedEntry, sender: Sender, around: Surroundings): Verdict {
  const { envelope } = entry;
  const known = around.entry(envelope.id);
  if (known !== undefined) {
    if (known.envelopeHash === entry.envelopeHash && sameBytes(known.signature, entry.signed.signature)) return { kind: 'known', logIndex: known.logIndex };
    return quarantine(makeProblem('server.id_collision', { id: envelope.id }));
  }
  const stranger = judgeAuthor(entry, sender, around);
  if (stranger !== null) return refused(stranger);
  const chain = chainKey(envelope);
  if (around.isBroken(chain)) return refused(makeProblem('server.predecessor_refused', { id: envelope.id }));
  const place = judgePlace(entry, around.head(chain));
  if (place !== null) return place;
  return judgeSubject(entry, around);
}

function judgeAuthor({ envelope, type }: PreparedEntry, sender: Sender, around: Surroundings): Problem | null {
  const id = envelope.id;
  if (envelope.device === around.installation.device) {
    // Only this process holds the installation's key, and only it sends with the installation as account.
    const isOwn = sender.account === around.installation.id && envelope.by === around.installation.id;
    return isOwn ? null : makeProblem('server.not_your_device', { id });
  }
  const device = around.device(envelope.device);
  if (device === undefined) return makeProblem('server.device_unknown', { id, device: envelope.device });
  if (device.account !== envelope.by || envelope.by !== sender.account) return makeProblem('server.not_your_device', { id });
  if (device.isRevoked) return makeProblem('server.device_revoked', { id, device: envelope.device });
  if (!around.roles(envelope.by, envelope.scope).some((role) => mayState(role, type.type))) {
    return makeProblem('server.may_not_state', { id, type: type.type, scope: envelope.scope });
  }
  return null;
}

function judgePlace({ envelope }: PreparedEntry, head: ChainHead | null): Verdict | null {
  const details = { id: envelope.id, seq: envelope.seq, expected: head === null ? 0 : head.seq + 1, device: envelope.device, scope: envelope.scope };
  const place = placeInChain(head, envelope);
  switch (place) {
    case 'next': return null;
    case 'gap': return { kind: 'hold', reason: 'predecessor', problem: makeProblem('ledger.chain_gap', details) };
    case 'behind': return quarantine(makeProblem('ledger.chain_behind', details));
    case 'fork': return quarantine(makeProblem('ledger.chain_fork', details));
  }
}

function judgeSubject(entry: PreparedEntry, around: Surroundings): Verdict {
  const { envelope, type } = entry;
  const id = envelope.id;
  const subject = around.subject(envelope.subject);
  const created = type.creates && type.subject !== 'any' ? type.subject[0] : undefined;
  if (subject === undefined && created === undefined) {
    return { kind: 'hold', reason: 'subject', problem: makeProblem('server.subject_unknown', { id, subject: envelope.subject }) };
  }
  const kind = subject?.kind ?? created ?? '';
  if (subject !== undefined && subject.scope !== envelope.scope) return refused(makeProblem('server.scope_differs', { id, subject: envelope.subject }));
  if (type.subject !== 'any' && !(type.subject as readonly string[]).includes(kind)) {
    return refused(makeProblem('server.subject_kind', { id, type: type.type, kind }));
  }
  const expected = entryKindOf(type, entryKindOfSubject(kind));
  if (envelope.kind !== expected) return refused(makeProblem('server.entry_kind', { id, kind: envelope.kind, expected }));
  if (!isScope(envelope.scope, envelope.subject, kind, around)) return refused(makeProblem('server.scope_unknown', { id, scope: envelope.scope }));
  const superseding = judgeSuperseding(entry, around);
  return superseding === null ? { kind: 'append', subjectKind: kind } : refused(superseding);
}

/** A scope is a site or an office that the log knows, or that this very entry brings into being. */
function isScope(scope: string, subject: string, kind: string, around: Surroundings): boolean {
  const known = around.subject(scope);
  const kindOfScope = known?.kind ?? (scope === subject ? kind : undefined);
  return kindOfScope === 'site' || kindOfScope === 'office';
}

const deciders: readonly Role[] = ['coordinator', 'analyst', 'board'];

/** Only the author takes an own statement back; somebody else needs to be entitled and to call it a decision. */
function judgeSuperseding({ envelope, body }: PreparedEntry, around: Surroundings): Problem | null {
  for (const target of envelope.supersedes ?? []) {
    const known = around.entry(target);
    if (known?.subject !== envelope.subject) return makeProblem('server.supersedes_unknown', { id: envelope.id, target });
    const isAuthor = known.by === envelope.by;
    const isDecision = body.basis === 'decided' && around.roles(envelope.by, envelope.scope).some((role) => deciders.includes(role));
    if (!isAuthor && !isDecision) return makeProblem('server.may_not_supersede', { id: envelope.id, target });
  }
  return null;
}

const entryKindBySubject = new Map<string, string>(
  [...statementTypes.values()].flatMap((type) => (type.creates && type.subject !== 'any' ? type.subject.map((kind): [SubjectKind, string] => [kind, type.entryKind]) : [])),
);

function entryKindOfSubject(kind: string): string {
  return entryKindBySubject.get(kind) ?? kind;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function refused(problem: Problem): Verdict {
  return { kind: 'refuse', problem, isQuarantined: false };
}

function quarantine(problem: Problem): Verdict {
  return { kind: 'refuse', problem, isQuarantined: true };
}
