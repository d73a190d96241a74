import { useTranslation } from 'react-i18next';
import { canRead, useAccountName, useAllSubjects, useSession, type Item } from '../api/index.ts';
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
  const session = useSession();
  const sites = useAllSubjects({ kind: 'site' }, { enabled: canRead(session, 'site') });
  const offices = useAllSubjects({ kind: 'office' }, { enabled: canRead(session, 'office') });
  return new Map([...(sites.data ?? []), ...(offices.data ?? [])].map((item) => [item.id, item]));
}

/** What an entry is about: its statement, or where that is hidden, its coarse kind. */
export function useEntryWords(): (line: { readonly type: string | null; readonly kind: string }) => string {
  const { t } = useTranslation('ledger');
  const kinds: Readonly<Record<string, string>> = t('kinds', { returnObjects: true });
  return ({ type, kind }) => (type === null ? t('hiddenType', { kind: kinds[kind] ?? kind }) : typeLabel(type));
}
