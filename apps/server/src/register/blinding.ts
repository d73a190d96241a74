import type { Role } from '@imena/record';
import type { Membership } from '../access/index.ts';
import type { Item } from './subject-item.ts';

const examinerRoles: readonly Role[] = ['mortuary', 'recovery'];
const blindedKinds: readonly string[] = ['grave', 'remains'];

/** Whether an account holds nothing but roles that must not know the presumed name before findings are signed. */
export function isBlinded(account: { readonly memberships: readonly Membership[] }): boolean {
  return account.memberships.length > 0 && account.memberships.every((held) => examinerRoles.includes(held.role));
}

/** An item without the presumed name: no words from a marker, no link to the presumed person. */
export function blindItem(item: Item): Item {
  if (!blindedKinds.includes(item.kind)) return item;
  return { ...item, title: '', links: item.links.filter((link) => link.rel !== 'presumed') };
}
