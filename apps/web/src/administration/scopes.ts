import { useTranslation } from 'react-i18next';
import { useAllSubjects } from '../api/index.ts';

/** Sites and offices in which roles are held, and the words for one of them. */
export function useScopes(): { readonly options: readonly { readonly value: string; readonly label: string }[]; readonly nameOf: (scope: string | null) => string } {
  const { t } = useTranslation('administration');
  const sites = useAllSubjects({ kind: 'site', sort: 'code' });
  const offices = useAllSubjects({ kind: 'office', sort: 'code' });
  const options = [...(sites.data ?? []), ...(offices.data ?? [])].map((item) => ({ value: item.id, label: item.title || item.code }));
  return { options, nameOf: (scope) => (scope === null ? t('everywhere') : (options.find((one) => one.value === scope)?.label ?? scope.slice(0, 8))) };
}
