import type { Subject } from '@imena/record';
import type { StatementLink } from '@imena/testimony';
import { listOf, recordOf, textOf } from '../../format/read-json.ts';
import { placeKey, type ComparedClaims } from './documents-of-claims.ts';
import { nameKey } from './name-key.ts';

export type ClaimRelation = 'same-claim' | 'same-origin' | 'updates' | 'contradicts';

/** Two statements that bear on each other; for `updates`, `from` is the newer. */
export interface ClaimLink {
  readonly from: string;
  readonly to: string;
  readonly relation: ClaimRelation;
  /** Proposed by comparison, or decided by a person. */
  readonly state: 'proposed' | 'decided';
}

/** What people decided: the links that stand. */
export function decidedLinks(claims: readonly Subject[]): ClaimLink[] {
  const known = new Set(claims.map((claim) => claim.id));
  return claims.flatMap((claim) => (claim.lists['claimLinks'] ?? []).flatMap((item): ClaimLink[] => {
    const to = textOf(item.value['to']);
    const relation = relationOf(item.value['relation']);
    return to === undefined || relation === null || !known.has(to) ? [] : [{ from: claim.id, to, relation, state: 'decided' }];
  }));
}

/**
 * What comparison finds and nobody decided: pairs that a person linked or refused are left out, and so are statements
 * that are about different graves or areas. The same figure of one speaker in two documents is one origin: the second
 * confirms nothing.
 */
export function proposedLinks(claims: readonly Subject[], found: readonly StatementLink[], { claimAt }: Pick<ComparedClaims, 'claimAt'>): ClaimLink[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const settled = new Set(claims.flatMap((claim) => [
    ...(claim.lists['claimLinks'] ?? []).map((item) => pairKey(claim.id, textOf(item.value['to']) ?? '')),
    ...(claim.lists['linkRejections'] ?? []).map((item) => `${pairKey(claim.id, textOf(item.value['to']) ?? '')} ${textOf(item.value['relation']) ?? ''}`),
  ]));
  return found.flatMap((link): ClaimLink[] => {
    const [from, to] = [byId.get(claimAt.get(placeKey(link.a)) ?? ''), byId.get(claimAt.get(placeKey(link.b)) ?? '')];
    if (from === undefined || to === undefined || from === to || areElsewhere(from, to)) return [];
    // A part and the whole may agree in words; that their figures differ is no change and no contradiction.
    if (link.relation !== 'same-claim' && (subjectsOf(from).size === 0) !== (subjectsOf(to).size === 0)) return [];
    const relation = link.relation === 'same-claim' && isOneOrigin(from, to) ? 'same-origin' : link.relation;
    const pair = pairKey(from.id, to.id);
    return settled.has(pair) || settled.has(`${pair} ${relation}`) ? [] : [{ from: from.id, to: to.id, relation, state: 'proposed' }];
  });
}

function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/** Graves and areas that a statement is about, by itself or by a person's link. */
export function subjectsOf(claim: Subject): ReadonlySet<string> {
  const about = recordOf(claim.fields['about']?.[0]?.value);
  const linked = (claim.lists['aboutLinks'] ?? []).flatMap((item) => textOf(item.value['to']) ?? []);
  const subjects = listOf(about['subjects']).flatMap((one) => textOf(one) ?? []);
  return new Set([...subjects, ...linked].filter((one) => one !== about['site']));
}

/** 17 in one mass grave and 440 in the wood are no two figures of one thing. */
function areElsewhere(one: Subject, other: Subject): boolean {
  const [first, second] = [subjectsOf(one), subjectsOf(other)];
  return first.size > 0 && second.size > 0 && ![...first].some((subject) => second.has(subject));
}

/** One speaker, by name or by role and organisation where nobody is named; in two documents. */
function isOneOrigin(one: Subject, other: Subject): boolean {
  const [first, second] = [originKey(one), originKey(other)];
  return first !== null && first === second && textOf(one.fields['document']?.[0]?.value) !== textOf(other.fields['document']?.[0]?.value);
}

/** Who stands behind a statement, as a key; null where nobody is told. */
export function originKey(claim: Subject): string | null {
  const speaker = recordOf(claim.fields['speaker']?.[0]?.value);
  const name = textOf(speaker['name']);
  if (name !== undefined) return nameKey(name);
  const words = ['role', 'organisation'].map((part) => recordOf(speaker[part])).flatMap((word) => textOf(word['en']) ?? textOf(word['uk']) ?? []);
  return words.length === 0 ? null : words.join(', ').toLowerCase();
}

/** How many stand behind these statements: one speaker is one, and so are those whom a person gave one origin. */
export function countOrigins(claims: readonly Subject[], links: readonly ClaimLink[]): number {
  const parent = new Map<string, string>();
  const rootOf = (key: string): string => {
    const up = parent.get(key) ?? key;
    return up === key ? key : rootOf(up);
  };
  const keyOf = new Map(claims.map((claim) => [claim.id, originKey(claim) ?? claim.id]));
  for (const { from, to, relation, state } of links) {
    const [one, other] = [keyOf.get(from), keyOf.get(to)];
    if (state === 'decided' && relation === 'same-origin' && one !== undefined && other !== undefined) parent.set(rootOf(one), rootOf(other));
  }
  return new Set([...keyOf.values()].map(rootOf)).size;
}

/** Statements that a newer one brought up to date, as people decided. */
export function outdatedBy(links: readonly ClaimLink[]): ReadonlyMap<string, string> {
  return new Map(links.filter(({ relation, state }) => relation === 'updates' && state === 'decided').map(({ from, to }) => [to, from]));
}

function relationOf(stated: unknown): ClaimRelation | null {
  return stated === 'same-claim' || stated === 'same-origin' || stated === 'updates' || stated === 'contradicts' ? stated : null;
}
