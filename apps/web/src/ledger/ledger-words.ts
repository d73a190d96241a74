import { useTranslation } from 'react-i18next';
import { useAccountName, useItemsById, useSession, type Item } from '../api/index.ts';
import { typeLabel } from '../format/index.ts';

/** The name of whoever made an entry: a person, or the installation itself. */
export function useAuthorName(): (account: string) => string {
  const { t } = useTranslation('ledger');
  const session = useSession();
  const nameOf = useAccountName();
  return (account) => (account === session.installation.id ? t('installation') : nameOf(account));
}

/** Every site and office that the reader sees, by id: the scopes of the ledger. */
export function useScopes(): ReadonlyMap<string, Item> {
  const sites = useItemsById('site');
  const offices = useItemsById('office');
  return new Map([...sites, ...offices]);
}

/** What an entry is about: its statement, or where that is hidden, its coarse kind. */
export function useEntryWords(): (line: { readonly type: string | null; readonly kind: string }) => string {
  const { t } = useTranslation('ledger');
  const kinds: Readonly<Record<string, string>> = t('kinds', { returnObjects: true });
  return ({ type, kind }) => (type === null ? t('hiddenType', { kind: kinds[kind] ?? kind }) : typeLabel(type));
}
