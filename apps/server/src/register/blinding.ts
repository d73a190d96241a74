import type { Role } from '@imena/record';
import type { Membership } from '../access/index.ts';
import type { Item } from './subject-item.ts';

const examinerRoles: readonly Role[] = ['mortuary', 'recovery'];
const blindedKinds: readonly string[] = ['grave', 'remains'];
/** Links of remains to persons: they say who these may be, or who they are not. */
const blindedLinks: readonly string[] = ['presumed', 'excluded'];

interface Holder {
  readonly memberships: readonly Membership[];
}

/**
 * Whether an account examines in a scope and holds no role there that needs the presumed name. Roles held elsewhere do
 * not lift it: they do not reach into this scope. Recovery alone is not blinded, because it transcribes the markers.
 * @param scope - the scope of the subject; null asks for the roles held in every scope
 */
export function isBlindedIn(account: Holder, scope: string | null): boolean {
  const roles = account.memberships.filter((held) => held.scope === null || held.scope === scope).map((held) => held.role);
  return roles.includes('mortuary') && roles.every((role) => examinerRoles.includes(role));
}

/**
 * Whether an account is blinded in some scope. Searches and orders over many scopes then leave names out everywhere:
 * an order or a number of matches would tell what the lines do not.
 */
export function isBlindedSomewhere(account: Holder): boolean {
  return account.memberships.some((held) => held.role === 'mortuary' && isBlindedIn(account, held.scope));
}

/** Whether a link of grave or remains names a person whom a blinded account must not know. */
export function isBlindedLink(rel: string): boolean {
  return blindedLinks.includes(rel);
}

/** An item as an account may see it in a list: where it is blinded, no words from a marker and no link to a person. */
export function itemFor(account: Holder, item: Item): Item {
  if (!blindedKinds.includes(item.kind) || !isBlindedIn(account, item.scope)) return item;
  return { ...item, title: '', links: item.links.filter((link) => !isBlindedLink(link.rel)) };
}
