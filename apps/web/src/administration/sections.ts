import type { Role } from '@imena/record';
import type { Session } from '../api/index.ts';

export type SectionKey = 'accounts' | 'invitations' | 'recoveries' | 'devices' | 'accessLog' | 'received' | 'offices' | 'installation';

interface SectionRule {
  readonly key: SectionKey;
  readonly to: string;
  readonly roles: readonly Role[];
  /** Where the role must be held: in any scope, or in every one. The server decides the same. */
  readonly held: 'anywhere' | 'everywhere';
}

const rules: readonly SectionRule[] = [
  { key: 'accounts', to: '/administration/accounts', roles: ['coordinator', 'auditor'], held: 'anywhere' },
  { key: 'invitations', to: '/administration/invitations', roles: ['coordinator'], held: 'anywhere' },
  { key: 'recoveries', to: '/administration/recoveries', roles: ['coordinator'], held: 'everywhere' },
  { key: 'devices', to: '/administration/devices', roles: ['coordinator', 'auditor'], held: 'everywhere' },
  { key: 'accessLog', to: '/administration/access-log', roles: ['coordinator', 'auditor'], held: 'everywhere' },
  { key: 'received', to: '/administration/received', roles: ['coordinator', 'auditor'], held: 'anywhere' },
  { key: 'offices', to: '/administration/offices', roles: ['coordinator', 'auditor'], held: 'anywhere' },
  { key: 'installation', to: '/administration/installation', roles: ['coordinator', 'auditor'], held: 'anywhere' },
];

/** Whether a session holds one of the roles, in any scope or in every one. */
export function holds({ memberships }: Pick<Session, 'memberships'>, roles: readonly Role[], held: 'anywhere' | 'everywhere'): boolean {
  return memberships.some((one) => roles.includes(one.role) && (held === 'anywhere' || one.scope === null));
}

/** The parts of the administration that a session may use, in their order. */
export function sectionsFor(session: Pick<Session, 'memberships'>): readonly { readonly key: SectionKey; readonly to: string }[] {
  return rules.filter((rule) => holds(session, rule.roles, rule.held)).map(({ key, to }) => ({ key, to }));
}

/** Whether the session may grant and end roles in a scope; null stands for all scopes. */
export function coordinates({ memberships }: Pick<Session, 'memberships'>, scope: string | null): boolean {
  return memberships.some((one) => one.role === 'coordinator' && (one.scope === null || one.scope === scope));
}
