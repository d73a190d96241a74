import { useTranslation } from 'react-i18next';
import { useSession } from '../api/index.ts';
import { useScopes } from '../ledger/ledger-words.ts';
import { coordinates } from './sections.ts';

/** The name of the place where a role is held; null is everywhere. */
export function useScopeName(): (scope: string | null) => string {
  const { t } = useTranslation('administration');
  const scopes = useScopes();
  return (scope) => {
    if (scope === null) return t('everywhere');
    const item = scopes.get(scope);
    return item === undefined ? t('unknownScope') : item.title === '' ? item.code : item.title;
  };
}

export const everywhere = 'everywhere';

/** Where the reader may grant roles, for a list to choose from. */
export function useGrantableScopes(): readonly { readonly value: string; readonly label: string }[] {
  const { t } = useTranslation('administration');
  const session = useSession();
  const scopes = [...useScopes().values()].filter((item) => coordinates(session, item.id));
  return [
    ...(coordinates(session, null) ? [{ value: everywhere, label: t('everywhere') }] : []),
    ...scopes.map((item) => ({ value: item.id, label: item.title === '' ? item.code : item.title })),
  ];
}
