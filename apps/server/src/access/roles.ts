import { codeLists, type Role } from '@imena/record';

/** A role held in one scope (a site or an office); scope null means in every scope. */
export interface Membership {
  readonly scope: string | null;
  readonly role: Role;
}

/** Who makes a request. */
export interface RequestAccount {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly memberships: readonly Membership[];
}

/**
 * Whether an account holds one of the roles: in that scope, `'any'` scope at all, or, with null, in every scope.
 * For answering early and in words; the wall is row-level security.
 */
export function hasRole(account: Pick<RequestAccount, 'memberships'>, roles: readonly Role[], scope: string | null): boolean {
  return account.memberships.some(
    (held) => roles.includes(held.role) && (scope === 'any' || held.scope === null || held.scope === scope),
  );
}

/** Whether a text names a role. */
export function isRole(text: string): text is Role {
  return (codeLists.roles as readonly string[]).includes(text);
}

/** A role as the database holds it; its own check admits no other. */
export function knownRole(text: string): Role {
  if (!isRole(text)) throw new Error(`a membership holds the unknown role ${text}`);
  return text;
}
