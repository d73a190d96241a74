import { agreedValue, decisionState, type Subject } from '@imena/record';
import { auditIdentities, type AuditOptions } from '../audit/audit-identities.ts';
import { identityGrounds, type IdentityGround } from '../audit/audit-settings.ts';
import type { Audit, StandingIdentity } from '../audit/types.ts';
import { listsOfRegister, type RegisterLists } from './register-lists.ts';

export interface AuditedSubjects extends RegisterLists {
  readonly identifications: readonly Subject[];
}

/** Remains that are taken for a person, with every ground on which somebody said so. `id` is both ids with a space between. */
export type RegisteredIdentity = Omit<StandingIdentity, 'others'>;

/**
 * Every presumption of these remains that names a person by id, and every established or certified identification of
 * them; one entry for each remains and person, established where anything established it.
 */
export function standingIdentities({ remains, identifications }: Pick<AuditedSubjects, 'remains' | 'identifications'>): RegisteredIdentity[] {
  const known = new Set(remains.map(({ id }) => id));
  const found = new Map<string, RegisteredIdentity>();
  const add = (identity: Omit<RegisteredIdentity, 'id'>): void => {
    if (!known.has(identity.remains)) return;
    const id = `${identity.remains} ${identity.report}`;
    const earlier = found.get(id);
    found.set(id, {
      id, ...identity, standing: earlier?.standing === 'established' ? 'established' : identity.standing, grounds: [...new Set([...(earlier?.grounds ?? []), ...identity.grounds])],
    });
  };
  for (const one of remains) {
    for (const { value } of one.lists['presumptions'] ?? []) {
      if (typeof value['person'] === 'string') add({ standing: 'presumed', remains: one.id, report: value['person'], grounds: [groundOf(value['ground'])] });
    }
  }
  for (const identification of identifications) {
    const person = agreedValue(identification, 'person');
    const covered = agreedValue(identification, 'remains');
    if (!['established', 'certified'].includes(decisionState(identification).stage) || typeof person !== 'string' || !Array.isArray(covered)) continue;
    for (const one of covered) if (typeof one === 'string') add({ standing: 'established', remains: one, report: person, grounds: [groundOf(agreedValue(identification, 'ground'))] });
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Identities of the register ranked by how strongly the rest of the evidence speaks against them.
 * @param dna log10 LR of a pair from its own computation, by the id of the identity; left out where there is none
 * @throws Problem of `auditIdentities`
 */
export function auditSubjects(subjects: AuditedSubjects, dna: ReadonlyMap<string, number>, options?: AuditOptions): Audit {
  const known = new Set(subjects.persons.map(({ id }) => id));
  const identities = standingIdentities(subjects).filter(({ report }) => known.has(report)).map((identity): StandingIdentity => {
    const weight = dna.get(identity.id);
    return { ...identity, others: weight === undefined ? [] : [{ kind: 'dna', log10Lr: weight }] };
  });
  return auditIdentities({ ...listsOfRegister(subjects), identities }, options);
}

/** Friction ridges have no models of their own here yet; what the register does not name is `other`. */
function groundOf(value: unknown): IdentityGround {
  return identityGrounds.find((ground) => ground === value) ?? 'other';
}
