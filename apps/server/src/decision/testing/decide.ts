import { randomBytes, randomUUID } from 'node:crypto';
import { chainKey, ed25519PublicKey, encodeBase64, signEd25519 } from '@imena/ledger';
import type { Json } from '@imena/problem';
import { decisionBytes } from '../../access/index.ts';
import type { EntryResult } from '../../ledger/receive-entries.ts';
import type { Member } from '../../testing/test-server.ts';

/** A personal signing key of a member, as the browser holds it once its passphrase was given. */
export interface SigningKey {
  readonly id: string;
  readonly seed: Uint8Array;
}

export async function makeKey({ person }: Member, label = 'desk'): Promise<SigningKey> {
  const seed = randomBytes(32);
  const wrapped = { v: 1, kdf: 'PBKDF2-HMAC-SHA256', rounds: 600_000, salt: 'x', iv: 'y', sealed: 'z' };
  const { id } = await person.expect<{ id: string }>(201, 'POST', '/api/keys/passphrase', { publicKey: Buffer.from(ed25519PublicKey(seed)).toString('base64url'), wrapped, label: `${label} ${randomBytes(3).toString('hex')}` });
  return { id, seed };
}

/** An identification and its scope. */
export interface Place {
  readonly id: string;
  readonly scope: string;
}

export interface StateAnswer {
  readonly stage: string;
  readonly hash: string;
  readonly obstacles: readonly { readonly code: string; readonly details: Readonly<Record<string, Json>> }[];
  readonly signatures: readonly { readonly entry: string; readonly signer: string }[];
  readonly lapsed: readonly unknown[];
  readonly consequences: {
    readonly certificatesPrinted: number; readonly certified: boolean; readonly notifications: readonly unknown[];
    readonly otherIdentifications: readonly { readonly via: string; readonly item: { readonly id: string } }[];
  };
}

export interface CheckAnswer {
  readonly numbers: { readonly lnLr: string; readonly prior: string; readonly dnaPosterior: string } | null;
  readonly contradictions: readonly { readonly key: string; readonly found: string; readonly reported: string }[];
  readonly siblings: readonly { readonly id: string; readonly state: string }[];
  readonly exposure: readonly { readonly remains: string }[];
  readonly obstacles: readonly { readonly code: string }[];
  readonly meetsThreshold: boolean;
  readonly family: string | null;
}

/** States something about an identification; answers what became of it. */
export async function state(member: Member, at: Place, body: Readonly<Record<string, Json>>, supersedes?: readonly string[], kind: 'decision' | 'remains' = 'decision'): Promise<EntryResult> {
  const [result] = await member.state({ scope: at.scope, subject: at.id, kind, body: { basis: 'decided', ...body }, ...(supersedes === undefined ? {} : { supersedes }) });
  if (result === undefined) throw new Error('no answer');
  // What was refused is not part of the chain; the device goes on from where the log stands.
  if (result.status === 'refused') await rewind(member, at.scope);
  else if (result.index !== undefined) await member.person.expect(200, 'GET', `/api/subjects/${at.id}?waitFor=${result.index}`);
  return result;
}

/** Lets a member's device go on from where the log stands, after an entry of it was refused. */
export async function rewind(member: Member, scope: string): Promise<void> {
  const head = await member.person.expect<{ seq: number; prev: string | null }>(200, 'GET', `/api/ledger/head?device=${member.device.id}&scope=${scope}`);
  const key = chainKey({ device: member.device.id, scope });
  if (head.prev === null) member.device.heads.delete(key);
  else member.device.heads.set(key, { device: member.device.id, scope, seq: head.seq - 1, envelopeHash: head.prev });
}

/** `logged`, or the code of the refusal. */
export async function outcome(result: Promise<EntryResult>): Promise<string> {
  const { status, problem } = await result;
  return status === 'refused' ? (problem?.code ?? 'refused') : status;
}

export async function readState({ person }: Member, { id }: Place): Promise<StateAnswer> {
  return person.expect<StateAnswer>(200, 'GET', `/api/identifications/${id}/state`);
}

export interface ProposalPlan {
  readonly remains: readonly string[];
  readonly person: string;
  readonly run: string | null;
  readonly scope: string;
}

export async function check(member: Member, { remains, person, run }: ProposalPlan): Promise<CheckAnswer> {
  return member.person.expect<CheckAnswer>(200, 'POST', '/api/identifications/check', { remains, person, run });
}

/** Proposes what the check says must be proposed, with changes. */
export async function propose(member: Member, plan: ProposalPlan, changes: Readonly<Record<string, Json | undefined>> = {}, at: Place = { id: randomUUID(), scope: plan.scope }): Promise<{ at: Place; result: EntryResult }> {
  const { numbers, contradictions } = await check(member, plan);
  const body: Readonly<Record<string, Json | undefined>> = {
    type: 'identification.proposed', code: `ID-${at.id.slice(0, 4)}`, remains: plan.remains, person: plan.person, ground: 'dna', ...(plan.run === null ? {} : { run: plan.run }), ...numbers, contradictions,
    priorExplanation: 'один із зниклих у цій події (синтетично)', argument: 'Синтетичний приклад', synthetic: true, ...changes,
  };
  const said = Object.entries(body).flatMap(([name, value]): [string, Json][] => (value === undefined ? [] : [[name, value]]));
  return { at, result: await state(member, at, Object.fromEntries(said)) };
}

export async function review(member: Member, at: Place, verdict: 'agreed' | 'returned' = 'agreed', hash?: string): Promise<EntryResult> {
  const decisionHash = hash ?? (await readState(member, at)).hash;
  return state(member, at, { type: 'identification.reviewed', verdict, decisionHash, explanation: 'Перераховано (синтетично)' });
}

/** The body of a signature over a hash. */
export function signatureBody(member: Member, key: SigningKey, decisionHash: string): Readonly<Record<string, Json>> {
  return {
    type: 'identification.signed', decisionHash, signer: member.account, signerName: `${member.account.slice(0, 4)} (synthetic)`, keyKind: 'passphrase', key: key.id,
    signature: encodeBase64(signEd25519(key.seed, decisionBytes(decisionHash))),
  };
}

export async function sign(member: Member, at: Place, key: SigningKey): Promise<EntryResult> {
  return state(member, at, signatureBody(member, key, (await readState(member, at)).hash));
}
