import { mayRead, mayState, type Role, type SubjectKind } from '@imena/record';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { RefusedError, request } from './client.ts';
import { session, type Session } from './schemas.ts';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    try {
      return await request('/session', session, { signal });
    } catch (error) {
      if (error instanceof RefusedError && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

/** The person signed in here. Only for screens inside the shell, which opens for a signed-in person alone. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (data === undefined || data === null) throw new Error('this screen is shown to signed-in people only');
  return data;
}

/** The roles a session holds in a scope; without a scope, in any. */
export function rolesIn(current: Session, scope?: string): readonly Role[] {
  const roles = current.memberships.filter((one) => scope === undefined || one.scope === null || one.scope === scope).map((one) => one.role);
  return [...new Set(roles)];
}

/** Whether the session may make a statement of a type in a scope. */
export function canState(current: Session, type: string, scope?: string): boolean {
  return rolesIn(current, scope).some((role) => mayState(role, type));
}

export function canRead(current: Session, kind: SubjectKind): boolean {
  return rolesIn(current).some((role) => mayRead(role, kind));
}

/** Whether the person may make a statement of this type here: buttons that would be refused are not offered. */
export function useMayState(): (type: string, scope?: string) => boolean {
  const current = useSession();
  return (type, scope) => canState(current, type, scope);
}

export function useHasRole(...roles: readonly Role[]): boolean {
  return rolesIn(useSession()).some((role) => roles.includes(role));
}
