import { roles, subjectKinds, type Role, type SubjectKind } from '../code-lists.ts';
import { statementType } from '../statements/index.ts';

const places = ['office', 'site', 'area', 'grave', 'remains'] as const;
const service = ['device', 'heads', 'erasure'] as const;

/**
 * Which kinds of subject a role may read within its scopes. Row-level security is generated from this table: it is the
 * wall, not the screens. Genotypes are `profile` and, as results, `run`: laboratory, analyst and board only.
 */
export const readableKinds: Readonly<Record<Role, readonly SubjectKind[]>> = {
  coordinator: [...places, 'burial_record', 'sample', 'person', 'family', 'relative', 'source', 'claim', 'identification', ...service],
  recovery: [...places, 'sample'],
  mortuary: [...places, 'sample'],
  family_liaison: ['office', 'site', 'person', 'family', 'relative', 'sample', 'source', 'claim', 'identification'],
  laboratory: ['office', 'site', 'remains', 'sample', 'family', 'relative', 'profile', 'run'],
  analyst: [...places, 'burial_record', 'sample', 'profile', 'person', 'family', 'relative', 'source', 'claim', 'identification', 'run'],
  board: [...places, 'burial_record', 'sample', 'profile', 'person', 'family', 'relative', 'source', 'claim', 'identification', 'run'],
  auditor: [...places, 'burial_record', 'sample', 'person', 'family', 'relative', 'source', 'claim', 'identification', ...service],
};

/** Whether a role may read subjects of a kind in a scope where it is held. */
export function mayRead(role: Role, kind: SubjectKind): boolean {
  return readableKinds[role].includes(kind);
}

/** Whether a role may make a statement of a type; what the installation makes itself nobody may. */
export function mayState(role: Role, type: string): boolean {
  const writers = statementType(type).writers;
  return writers !== 'installation' && writers.includes(role);
}

/** Roles that may see the audit log and manage accounts. */
export const administratorRoles: readonly Role[] = ['coordinator'];

/** Roles whose reads of a kind are logged one by one, because the kind names a person or holds a genotype. */
export const loggedKinds: readonly SubjectKind[] = ['person', 'family', 'relative', 'profile', 'run', 'identification'];

export { roles, subjectKinds };
